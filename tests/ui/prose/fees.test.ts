import { EditorView } from '@codemirror/view'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Paper } from '../../../src/state/paper/paper.svelte.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Fees from '../../../src/ui/prose/Fees.svelte'
import Prose from '../../../src/ui/prose/Prose.svelte'

HTMLDialogElement.prototype.showModal = vi.fn()
HTMLDialogElement.prototype.close = vi.fn()

const open = (session = new Session(newReport('清川市水利局', 2025)), view = new ViewState()) => {
  view.open('other')
  render(Fees, { session, view, onclose: () => undefined })
  return { session, panel: within(screen.getByRole('dialog', { hidden: true })) }
}
const by = { hidden: true }

describe('the calculator of 信息处理费', () => {
  it('adds up notices of both tariffs and puts their sentence into section 六', async () => {
    const { session, panel } = open()
    const count = (n: number) => panel.getByRole('textbox', { name: `收费通知 ${n}，数量`, ...by })
    await fireEvent.input(count(1), { target: { value: '31' } })
    expect(panel.getByText(/第 11–30 件每件 100 元，第 31 件每件 200 元/)).toBeTruthy()
    await fireEvent.click(panel.getByRole('button', { name: '增加收费通知', ...by }))
    await fireEvent.change(panel.getByRole('combobox', { name: '收费通知 2，计费方式', ...by }), {
      target: { value: 'pages' }
    })
    await fireEvent.input(count(2), { target: { value: '101' } })
    await fireEvent.click(panel.getByRole('button', { name: '插入光标处', ...by }))
    expect(session.report.text.other).toBe(
      '2025年发出信息处理费收费通知2件，应收2920元，实际收取信息处理费2920元。'
    )
  })

  it('has what was entered when it is opened again, as long as the report is open', async () => {
    const view = new ViewState()
    const session = new Session(newReport('清川市水利局', 2025))
    const shown = () =>
      screen.getAllByRole('textbox', by).map((one) => (one as HTMLInputElement).value)
    const { panel } = open(session, view)
    const count = panel.getByRole('textbox', { name: '收费通知 1，数量', ...by })
    await fireEvent.input(count, { target: { value: '31' } })
    await fireEvent.click(panel.getByRole('button', { name: '增加收费通知', ...by }))
    await fireEvent.input(panel.getByRole('textbox', { name: /实际收取/, ...by }), {
      target: { value: '1000' }
    })
    expect(shown()).toEqual(['31', '', '1000'])
    cleanup()
    open(session, view)
    expect(shown()).toEqual(['31', '', '1000'])
    cleanup()
    open(session)
    expect(shown()).toEqual(['', ''])
  })

  it('puts it behind the text of section 六 while the caret was set in another only', async () => {
    const blank = newReport('清川市水利局', 2025)
    const text = { ...blank.text, problems: '存在问题。', other: '年度报告可在网站查阅。' }
    const session = new Session({ ...blank, text })
    const view = new ViewState()
    const write = async (section: 'problems' | 'other') => {
      view.open(section)
      const props = { session, view, paper: new Paper(), section, dark: false }
      const { unmount } = render(Prose, props)
      const editor = EditorView.findFromDOM(await screen.findByRole('textbox'))
      return { editor, unmount }
    }
    const problems = await write('problems')
    problems.editor?.dispatch({ selection: { anchor: 2 } })
    expect(view.cursor).toBe(2)
    problems.unmount()
    const other = await write('other')
    expect(view.cursor).toBeUndefined()
    other.unmount()
    const { panel } = open(session, view)
    const count = panel.getByRole('textbox', { name: '收费通知 1，数量', ...by })
    await fireEvent.input(count, { target: { value: '12' } })
    await fireEvent.click(panel.getByRole('button', { name: '插入光标处', ...by }))
    expect(session.report.text.other).toMatch(/^年度报告可在网站查阅。2025年发出信息处理费/)
  })

  it('says what is no count and what cannot have been paid, and puts nothing in meanwhile', async () => {
    const { panel } = open()
    const put = panel.getByRole<HTMLButtonElement>('button', { name: '插入光标处', ...by })
    const count = panel.getByRole('textbox', { name: '收费通知 1，数量', ...by })
    await fireEvent.input(count, { target: { value: '十二' } })
    expect(panel.getByRole('alert', by).textContent).toBe('数量填 1 至 100000 的整数。')
    expect(put.disabled).toBe(true)
    await fireEvent.input(count, { target: { value: '12' } })
    expect(put.disabled).toBe(false)
    await fireEvent.input(panel.getByRole('textbox', { name: '实际收取', ...by }), {
      target: { value: '300' }
    })
    expect(panel.getByRole('alert', by).textContent).toBe('实际收取填整数，不超过应收合计。')
    expect(put.disabled).toBe(true)
  })
})
