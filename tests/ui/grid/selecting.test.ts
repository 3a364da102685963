import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { formOf } from '../../../src/core/form/form.ts'
import { sumOf } from '../../../src/core/sums/totals.ts'
import type { FieldId, TableId } from '../../../src/core/form/table.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { cellKey, Session } from '../../../src/state/report/session.svelte.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import Notice from '../../../src/ui/parts/notices/Notice.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import { inHand, press } from '../parts/in-hand.ts'

/** jsdom lays nothing out and has no such thing. */
Element.prototype.scrollIntoView ??= () => undefined

const review = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
const at = (column: (typeof review)[number]): FieldId => `remedies.review.${column}`

const blank = newReport('清川市档案局', 2025)

const showTable = (report: Report, table: TableId) => {
  const session = new Session(report)
  const view = new ViewState()
  render(TablePane, { session, view, table })
  render(Notice, { session, view })
  return session
}
/** Table 四 with numbers in the first two of its cells. */
const show = () =>
  showTable(setCells(blank, { [at('upheld')]: 12, [at('corrected')]: 3 }), 'remedies')
const fieldOf = (field: FieldId): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[data-field="${field}"]`)
  if (!found) throw new Error(`no field ${field}`)
  return found
}
const selected = () => {
  flushSync()
  const fields = [...document.querySelectorAll<HTMLInputElement>('td.selected input')]
  return fields.map(({ dataset }) => dataset['field']?.replace('remedies.review.', ''))
}
const numbers = (session: Session) => review.map((column) => session.report.cells[at(column)])

describe('selecting', () => {
  it('begins at its cell after a number was typed there', async () => {
    show()
    fieldOf(at('upheld')).focus()
    await fireEvent.input(inHand(), { target: { value: '5' } })
    await press('ArrowRight', { shiftKey: true })
    expect(selected()).toEqual(['upheld', 'corrected'])
  })

  it.each([
    ['Shift and Ctrl with an arrow: the filled cells', ['ArrowRight', true], 'corrected', 2],
    ['Shift and End: the rest of the row', ['End', false], 'total', 15],
    ['Shift and Ctrl with End: the rest of the table', ['End', true], 'total', 15]
  ] as const)('by %s', async (_, [key, ctrlKey], last, count) => {
    show()
    fieldOf(at('upheld')).focus()
    await press(key, { shiftKey: true, ctrlKey })
    expect(selected()).toHaveLength(count)
    expect(selected()).toContain(last)
    expect(inHand()).toBe(fieldOf(at('upheld')))
  })

  it('with Ctrl+A: the table, until Esc', async () => {
    const { report } = show()
    fieldOf(at('corrected')).focus()
    expect(await press('a', { ctrlKey: true })).toBe(false)
    expect(selected()).toHaveLength(formOf(report).fieldsOf('remedies').length)
    await press('Escape')
    expect(selected()).toEqual([])
  })

  it('with Ctrl+A: first the text of the cell while it is typed, then the table', async () => {
    const session = show()
    fieldOf(at('upheld')).focus()
    await fireEvent.input(inHand(), { target: { value: '125' } })
    expect(await press('a', { ctrlKey: true })).toBe(true)
    expect(selected()).toEqual([])
    expect(await press('Backspace')).toBe(true)
    expect(numbers(session)).toEqual([125, 3, null, null, 128])
    inHand().select()
    expect(await press('a', { ctrlKey: true })).toBe(false)
    expect(selected()).toContain('upheld')
  })

  it('with Ctrl+A in a blank cell: the table', async () => {
    show()
    fieldOf(at('other')).focus()
    expect(await press('a', { ctrlKey: true })).toBe(false)
    expect(selected()).toContain('upheld')
  })

  it.each([
    ['a key', () => press('ArrowRight', { shiftKey: true })],
    ['a press', () => fireEvent.mouseDown(fieldOf(at('corrected')), { shiftKey: true })],
    ['dragging', () => fireEvent.mouseMove(fieldOf(at('corrected')), { buttons: 1 })]
  ])('by %s after typing selects what was typed: the next digit replaces it', async (_, extend) => {
    show()
    fieldOf(at('upheld')).focus()
    await fireEvent.input(inHand(), { target: { value: '125' } })
    inHand().setSelectionRange(3, 3)
    await extend()
    await tick()
    expect(selected()).toEqual(['upheld', 'corrected'])
    const { selectionStart, selectionEnd } = inHand()
    expect([inHand(), selectionStart, selectionEnd]).toEqual([fieldOf(at('upheld')), 0, 3])
  })

  it('with the mouse: by dragging, and up to a cell that is pressed with Shift', async () => {
    show()
    await fireEvent.mouseDown(fieldOf(at('upheld')))
    await fireEvent.mouseMove(fieldOf(at('other')), { buttons: 1 })
    await fireEvent.mouseMove(fieldOf(at('total')), { buttons: 0 })
    expect(selected()).toEqual(['upheld', 'corrected', 'other'])
    await fireEvent.mouseDown(fieldOf(at('corrected')), { shiftKey: true })
    expect(selected()).toEqual(['upheld', 'corrected'])
    expect(inHand()).toBe(fieldOf(at('upheld')))
  })
})

describe('the mouse in a cell', () => {
  it('chooses it by one press, so that what is typed replaces its number', async () => {
    show()
    expect(await fireEvent.mouseDown(fieldOf(at('upheld')))).toBe(false)
    await tick()
    const { selectionStart, selectionEnd } = inHand()
    expect([inHand(), selectionStart, selectionEnd]).toEqual([fieldOf(at('upheld')), 0, 2])
  })

  it('is the text’s from a double press on, and so are the keys along the line', async () => {
    show()
    await fireEvent.mouseDown(fieldOf(at('upheld')))
    await tick()
    expect(await fireEvent.mouseDown(inHand(), { detail: 2 })).toBe(true)
    for (const key of ['Home', 'End', 'ArrowLeft']) expect(await press(key)).toBe(true)
    expect(await press('a', { ctrlKey: true })).toBe(true)
    expect([inHand(), selected()]).toEqual([fieldOf(at('upheld')), []])
    expect(await fireEvent.mouseDown(inHand())).toBe(true)
  })
})

describe('filling', () => {
  it('right: one step, the total following, with a notice that takes it back', async () => {
    const session = show()
    fieldOf(at('corrected')).focus()
    for (let i = 0; i < 3; i++) await press('ArrowRight', { shiftKey: true })
    // The browser would load the page anew.
    expect(await press('r', { ctrlKey: true })).toBe(false)
    expect(numbers(session)).toEqual([12, 3, 3, 3, 21])
    expect(session.said?.text).toBe('已向右填充 2 格。')
    await fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(numbers(session)).toEqual([12, 3, null, null, 15])
    expect(session.canUndo).toBe(false)
  })

  it('a single cell gets what stands beside it', async () => {
    const session = show()
    fieldOf(at('other')).focus()
    await press('r', { ctrlKey: true })
    expect(numbers(session)).toEqual([12, 3, 3, null, 18])
  })

  it('from nothing changes nothing, says so, and is no step', async () => {
    const session = show()
    fieldOf(at('upheld')).focus()
    expect(await press('d', { ctrlKey: true })).toBe(false)
    expect(session.said?.text).toBe('没有填充：上方没有可填的数。')
    fieldOf(at('total')).focus()
    await press('r', { ctrlKey: true })
    expect(numbers(session)).toEqual([12, 3, null, null, 15])
    expect(session.said?.text).toBe('没有填充：合计由分项相加得出。')
    expect(session.canUndo).toBe(false)
  })

  it('with the number that stands there already says so, and is no step to take back', async () => {
    const session = show()
    session.setAll({ [at('other')]: 3 })
    fieldOf(at('other')).focus()
    await press('r', { ctrlKey: true })
    expect(numbers(session)).toEqual([12, 3, 3, null, 18])
    expect(await screen.findByText('各格已是这些数，没有变动。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })

  const all = ['natural', 'commercial', 'total'] as const
  const request = (row: string, column: string) => `requests.${row}.${column}` as FieldId
  const row = ({ report }: Session, name: string) =>
    all.map((column) => report.cells[request(name, column)])
  const fillRows = async (report: Report, key: 'd' | 'r') => {
    const session = showTable(report, 'requests')
    fieldOf(request('received', 'natural')).focus()
    await press('End', { shiftKey: true, ctrlKey: true })
    await press(key, { ctrlKey: true })
    return session
  }

  it.each(['d', 'r'] as const)(
    'a block with Ctrl+%s leaves its totals to their parts',
    async (key) => {
      const typed = { [request('received', 'natural')]: 5, [request('granted', 'natural')]: 2 }
      const session = await fillRows(setCells(blank, typed), key)
      const { cells } = session.report
      expect(cells[request(key === 'd' ? 'granted' : 'received', 'natural')]).toBe(5)
      const wrong = [...formOf(session.report).totals].filter(([total, balances]) =>
        balances.some(({ left }) => cells[total] !== sumOf(cells, left))
      )
      expect(wrong).toEqual([])
    }
  )

  it('names what a cell cannot hold, and says that nothing was filled where that is all', async () => {
    const most = 9_100_000_000
    const decided = { 'disclosure.penalty.decisions': most } as const
    const session = showTable(setCells(blank, decided), 'disclosure')
    const fees = '1 格不能填这样的数，没有填充：行政事业性收费 · 本年收费金额（单位：万元）。'
    fieldOf('disclosure.penalty.decisions').focus()
    for (let i = 0; i < 2; i++) await press('ArrowDown', { shiftKey: true })
    await press('d', { ctrlKey: true })
    expect(session.said).toMatchObject({ text: '已向下填充 1 格。', warnings: [fees] })
    expect(session.report.cells).toMatchObject({
      'disclosure.compulsion.decisions': most,
      'disclosure.fees.amount': null
    })
    fieldOf('disclosure.fees.amount').focus()
    await press('d', { ctrlKey: true })
    expect(session.said).toMatchObject({ text: '没有填充。', warnings: [fees] })
  })

  it('leaves a total that was typed otherwise as it was typed, and found wrong', async () => {
    const typed = { [request('received', 'natural')]: 5, [request('received', 'total')]: 9 }
    const session = await fillRows(setCells(blank, typed), 'r')
    expect(row(session, 'received')).toEqual([5, 5, 9])
    const found = session.checkedNow.findings.filter(({ rule }) => rule === 'T3-ROW')
    expect(found).toHaveLength(1)
  })
})

it('Delete, and cutting, empty the selection in one step; cutting copies its numbers', async () => {
  const session = show()
  fieldOf(at('upheld')).focus()
  await press('ArrowRight', { shiftKey: true })
  await press('Delete')
  expect(numbers(session)).toEqual([null, null, null, null, null])
  expect(session.said?.text).toBe('已清空 2 格，现为未填。')
  session.undo()
  let copied = ''
  const clipboardData = { setData: (_: string, text: string) => (copied = text) }
  await fireEvent.cut(inHand(), { clipboardData })
  expect(copied).toBe('12\t3')
  expect(numbers(session)).toEqual([null, null, null, null, null])
  session.undo()
  expect(numbers(session)).toEqual([12, 3, null, null, 15])
})

it('cutting empties a cell of what was refused in it, too, which undo brings back', async () => {
  const session = show()
  const held = () => session.held(cellKey(at('upheld')))?.text
  fieldOf(at('upheld')).focus()
  await fireEvent.input(inHand(), { target: { value: '十几件' } })
  await press('ArrowRight', { shiftKey: true })
  await fireEvent.cut(inHand(), { clipboardData: { setData: () => undefined } })
  expect([held(), session.report.cells[at('upheld')]]).toEqual([undefined, null])
  session.undo()
  expect([held(), session.report.cells[at('upheld')]]).toEqual(['十几件', 12])
})

it('cutting takes remarks along, which pasting brings back; copying takes the numbers', async () => {
  const [issued, inForce] = ['disclosure.normative.issued', 'disclosure.normative.inForce'] as const
  const notes = { [inForce]: '其中修订16件' }
  const session = showTable(setCells(blank, { [issued]: 4, [inForce]: 22 }, notes), 'disclosure')
  let text = ''
  const clipboardData = { setData: (_: string, put: string) => (text = put) }
  fieldOf(issued).focus()
  await press('End', { shiftKey: true })
  await fireEvent.copy(inHand(), { clipboardData })
  expect(text).toBe('4\t\t22')
  await fireEvent.cut(inHand(), { clipboardData })
  expect(text).toBe('4\t\t22（其中修订16件）')
  expect([session.report.cells[inForce], session.report.notes]).toEqual([null, {}])
  const getData = (kind: string) => (kind === 'text/plain' ? text : '')
  await fireEvent.paste(inHand(), { clipboardData: { getData } })
  await waitFor(() => expect(session.report.cells[inForce]).toBe(22))
  expect(session.report.notes).toEqual(notes)
})
