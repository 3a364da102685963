import { describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../../src/core/report/new-report.ts'
import { setCell } from '../../../../src/core/report/edit.ts'
import { quotedFrom } from '../../../../src/ui/prose/text/quotes-shown.ts'
import { followText, openTextEditor } from '../../../../src/ui/prose/text/text-editor.ts'

const report = setCell(newReport('清川市水利局', 2025), 'requests.received.total', 56)

function opened(text: string) {
  const written = vi.fn<(text: string, step: boolean) => void>()
  const view = openTextEditor(document.createElement('div'), {
    text,
    quoted: { report, dark: false },
    attributes: { 'aria-label': '一、总体情况' },
    placeholder: '',
    onwrite: written,
    onrefuse: () => undefined,
    oncaret: () => undefined,
    onhistory: () => undefined
  })
  const type = (at: number, insert: string, userEvent = 'input.type') =>
    view.dispatch({
      changes: { from: at, insert },
      selection: { anchor: at + insert.length },
      userEvent
    })
  return { view, written, type, shown: () => view.contentDOM.textContent }
}

describe('the text in its editor', () => {
  it.each(['甲\r\n乙', '甲\r乙', '甲\n\n乙', '\u0000\u200b甲\ufeff', '{{甲', '{{later:x}}'])(
    'is the text of the file, to the character: %j',
    (text) => {
      const { view, written } = opened(text)
      expect(view.state.doc.toString()).toBe(text)
      expect(written).not.toHaveBeenCalled()
    }
  )

  it('tells what the user changes, and not what it follows', () => {
    const { view, written, type } = opened('收到申请')
    followText(view, '收到申请件')
    expect(written).not.toHaveBeenCalled()
    type(4, '9')
    expect(written.mock.lastCall?.[0]).toBe('收到申请9件')
  })

  it('shows a quote as the number that it prints, and the next number after a change', () => {
    const { view, shown } = opened('收到{{requests.received.total}}件。')
    expect(shown()).toBe('收到56件。')
    const next = setCell(report, 'requests.received.total', 57)
    view.dispatch({ effects: quotedFrom.of({ report: next, dark: false }) })
    expect(shown()).toBe('收到57件。')
  })

  it('marks headings, and leaves out the white space that is not printed', () => {
    const { view, shown } = opened('（一）主动公开\n　　公开信息9条。\n1. 网站')
    const levels = Array.from(view.contentDOM.querySelectorAll('[role="heading"]'), (line) => [
      line.textContent,
      line.getAttribute('aria-level')
    ])
    expect(levels).toEqual([
      ['（一）主动公开', '3'],
      ['1. 网站', '4']
    ])
    expect(shown()).not.toContain('　')
  })
})

describe('steps that undo takes back', () => {
  const steps = (edit: (type: (at: number, text: string, event?: string) => void) => void) => {
    const { written, type } = opened('')
    edit(type)
    return written.mock.calls.filter(([, step]) => step).length
  }

  it.each<[string, (type: (at: number, text: string, event?: string) => void) => void, number]>([
    [
      'typing on is one',
      (type) => {
        type(0, '收')
        type(1, '到')
      },
      1
    ],
    [
      'another line is another',
      (type) => {
        type(0, '收')
        type(1, '\n')
        type(2, '到')
      },
      2
    ],
    [
      'another place is another',
      (type) => {
        type(0, '收到')
        type(0, '共')
      },
      2
    ],
    [
      'what is pasted is one of its own',
      (type) => {
        type(0, '收')
        type(1, '到', 'input.paste')
        type(2, '件')
      },
      3
    ]
  ])('%s', (_, edit, count) => {
    expect(steps(edit)).toBe(count)
  })
})
