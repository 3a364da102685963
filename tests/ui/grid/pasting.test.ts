import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { addChannel } from '../../../src/core/platforms/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Notice from '../../../src/ui/parts/notices/Notice.svelte'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { FiguresControl } from '../../../src/ui/platforms/figures/control.svelte.ts'
import YearTable from '../../../src/ui/platforms/figures/YearTable.svelte'

configure({ asyncUtilTimeout: 5000 })

/** jsdom lays nothing out and has no such thing. */
Element.prototype.scrollIntoView ??= () => undefined

beforeEach(async () => {
  await db.delete()
  await db.open()
})

/** A field of each grid, with 12 in it. */
const fields = {
  statutory: async () => {
    const cells = { 'remedies.review.upheld': 12, 'remedies.review.corrected': 3 }
    const session = new Session(setCells(newReport('清川市档案局', 2025), cells))
    const view = new ViewState()
    render(TablePane, { session, view, table: 'remedies' })
    render(Notice, { session, view })
    return document.querySelector<HTMLInputElement>('[data-field="remedies.review.upheld"]')
  },
  platforms: async () => {
    const report = addChannel(newReport('清川市档案局', 2025), 'website', '清川档案')
    const session = new Session(report)
    render(YearTable, { session, control: new FiguresControl(session) })
    render(Notice, { session, view: new ViewState() })
    const field = document.querySelector<HTMLInputElement>('td.figure input')
    if (field) await fireEvent.input(field, { target: { value: '12' } })
    return field
  }
}

/** Arrives in the field, as an arrow does, or goes on with the caret at a place of its text. */
const arrive = async (grid: keyof typeof fields, caret?: number): Promise<HTMLInputElement> => {
  const field = await fields[grid]()
  if (!field) throw new Error('no field')
  field.focus()
  if (caret !== undefined) field.setSelectionRange(caret, caret)
  return field
}

/** False where the app pastes itself; the browser's own paste is not there to be tried. */
const paste = (field: HTMLInputElement, text: string): Promise<boolean> =>
  fireEvent.paste(field, {
    clipboardData: { getData: (kind: string) => (kind === 'text/plain' ? text : '') }
  })
/** What stands in the field in hand, and what of it is selected: soon, for a block is read first. */
const stands = (field: HTMLInputElement, text: string, from: number, to: number): Promise<void> =>
  waitFor(() => {
    expect(field).toBe(document.activeElement)
    const { value, selectionStart, selectionEnd } = field
    expect([value, selectionStart, selectionEnd]).toEqual([text, from, to])
  })

describe.each(['statutory', 'platforms'] as const)('pasting into the %s grid', (grid) => {
  it.each([
    ['a number', '3456', '3456'],
    ['a cell of a sheet', '3456\r\n', '3456'],
    ['what is refused', 'abcd', 'abcd'],
    ['a block', '3456\t8\n7\t9', '3456']
  ])('%s stands selected, as after arriving: the next digit replaces it', async (_, text, said) => {
    const field = await arrive(grid)
    expect(await paste(field, text)).toBe(false)
    await stands(field, said, 0, said.length)
  })

  it('in the middle of a number is typing, and the browser’s', async () => {
    const field = await arrive(grid, 1)
    expect(await paste(field, '3')).toBe(true)
    await stands(field, '12', 1, 1)
  })

  it('and taking it back by the notice selects what was there before', async () => {
    const field = await arrive(grid)
    await paste(field, '3456\t8\n7\t9')
    await fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    await stands(field, '12', 0, 2)
  })
})

it('pasting a block that stands there already says so, and is no step to take back', async () => {
  const field = await arrive('statutory')
  await paste(field, '12\t8')
  expect(await screen.findByRole('button', { name: '撤销' })).toBeTruthy()
  await paste(field, '12\t8')
  await waitFor(() => expect(screen.queryByRole('button', { name: '撤销' })).toBeNull())
  expect(screen.getByText('各格已是这些数，没有变动。')).toBeTruthy()
})

it('pasting a block where another window edits the report compares nothing, and says nothing', async () => {
  const report = newReport('清川市档案局', 2025)
  const session = new Session(report)
  Object.defineProperty(session, 'reading', { value: 'elsewhere' })
  render(TablePane, { session, view: new ViewState(), table: 'remedies' })
  const field = document.querySelector<HTMLInputElement>('[data-field="remedies.review.upheld"]')
  if (!field) throw new Error('no field')
  field.focus()
  expect(await paste(field, '3456\t8')).toBe(false)
  await new Promise((done) => setTimeout(done))
  expect([session.said, session.report]).toEqual([undefined, report])
})
