import { fireEvent, render } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readFileSync } from 'node:fs'
import { fields } from '../../../src/core/form/form.ts'
import { spots } from '../../../src/core/form/outline.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { ranked } from '../../../src/state/app/ranked.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import * as words from '../../../src/i18n/words.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import TopBar from '../../../src/ui/editor/TopBar.svelte'
import { commandsOf, menuOf, type Desk } from '../../../src/ui/editor/commands.ts'
import { keyedCommands, shortcuts } from '../../../src/ui/editor/shortcuts.ts'
import { placesIn } from '../../../src/ui/palette/places.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

Element.prototype.scrollIntoView ??= () => undefined

const opened = openReport(JSON.parse(readFileSync('public/sample.nianbao.json', 'utf8')))
if (!opened.ok) throw new Error('no sample')
const sample = opened.report

function deskOf(report = sample): Desk {
  const theme = { dark: false, toggle: vi.fn() }
  const router = { go: vi.fn() }
  return {
    session: new Session(report),
    view: new ViewState(),
    router: router as never,
    theme: theme as never,
    onstorage: vi.fn()
  }
}
const entriesOf = (desk: Desk) => [...commandsOf(desk), ...placesIn(desk.session, desk.view)]
const whyOf = (desk: Desk, id: string) => commandsOf(desk).find((one) => one.id === id)?.why
const runOf = (desk: Desk, id: string) =>
  commandsOf(desk)
    .find((one) => one.id === id)
    ?.run()

describe('what the palette finds in the editor', () => {
  const entries = entriesOf(deskOf())

  it('has one entry of an id, and every section, cell, finding and platform', () => {
    const ids = entries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const spot of spots) expect(ids).toContain(`section ${spot}`)
    for (const field of fields) expect(ids).toContain(`cell ${field}`)
    for (const { id } of sample.channels) expect(ids).toContain(`platform ${id}`)
    expect(entries.filter(({ kind }) => kind === 'finding').length).toBeGreaterThan(3)
  })

  it('finds each first by its own name and place', () => {
    for (const entry of entries) {
      const [first] = ranked(entries, `${entry.place ?? ''} ${entry.name}`)
      expect([first?.place, first?.name]).toEqual([entry.place, entry.name])
    }
  })

  it.each([
    ['新收 自然人', 'cell requests.received.natural'],
    ['其他处理 3 总计', 'cell requests.other.other.total'],
    ['requests.received.total', 'cell requests.received.total'],
    ['结转下年 总计', 'cell requests.carriedOut.total'],
    ['收费', 'cell disclosure.fees.amount'],
    ['撤销', 'undo'],
    ['历史', 'versions'],
    ['下一年度', 'next-year'],
    ['PDF', 'export-pdf'],
    ['网站后台', 'copy-html'],
    ['备份', 'storage'],
    ['总体情况', 'section overview'],
    ['问题及改进', 'section problems']
  ])('%s: %s', (query, id) => {
    expect(ranked(entries, query)[0]?.id).toBe(id)
  })
})

describe('a command', () => {
  it('is out of use where it has nothing to do, and says so', () => {
    const desk = deskOf(newReport('清川市水利局', 2025))
    desk.view.spot = 'requests'
    expect(whyOf(desk, 'undo')).toBe('没有改动')
    expect(whyOf(desk, 'changes')).toBe('没有上年报告')
    expect(whyOf(desk, 'insert-quote')).toContain('先打开')
    expect(whyOf(desk, 'recompute')).toBe('合计相符')
    desk.session.typeCell('requests.received.natural', '3')
    expect(whyOf(desk, 'undo')).toBeUndefined()
    desk.view.spot = 'overview'
    expect(whyOf(desk, 'insert-quote')).toBeUndefined()
    expect(whyOf(desk, 'fill-blanks')).toBe('先打开一张表')
  })

  it('fills the blanks of the table in hand, and can be taken back', () => {
    const desk = deskOf(newReport('清川市水利局', 2025))
    desk.view.spot = 'remedies'
    runOf(desk, 'fill-blanks')
    const filled = () => fields.filter((field) => desk.session.report.cells[field] === 0).length
    expect(filled()).toBe(15)
    desk.session.undo()
    expect(filled()).toBe(0)
  })

  it('empties the table in hand, which undo brings back', () => {
    const desk = deskOf()
    desk.view.spot = 'remedies'
    const cells = () => Object.values(desk.session.report.cells).filter((one) => one !== null)
    const before = cells().length
    expect(whyOf(desk, 'clear-table')).toBeUndefined()
    runOf(desk, 'clear-table')
    expect(before - cells().length).toBe(15)
    expect(desk.session.said?.text).toContain('15')
    expect(whyOf(desk, 'clear-table')).toBe('没有已填的数')
    desk.session.undo()
    expect(cells()).toHaveLength(before)
  })

  it('copies the selection of the table that is open, with its labels', async () => {
    const desk = deskOf()
    const { session, view } = desk
    expect(whyOf(desk, 'copy-labelled')).toBe('先打开一张表')
    const { unmount } = render(TablePane, { session, view, table: 'remedies' })
    document.querySelector<HTMLInputElement>('[data-field="remedies.review.upheld"]')?.focus()
    expect(whyOf(desk, 'copy-labelled')).toBeUndefined()
    runOf(desk, 'copy-labelled')
    // There is no clipboard here; what matters is that the table was asked.
    await vi.waitFor(() => expect(session.said?.idle).toBe(true))
    unmount()
    expect(whyOf(desk, 'copy-labelled')).toBe('先打开一张表')
  })

  it('leads to the files that go out together', () => {
    const desk = deskOf()
    runOf(desk, 'export-package')
    expect([desk.view.exporting, desk.view.way]).toEqual([true, 'package'])
  })

  it('is in the palette, whatever the menu of the top bar has, under the same words', async () => {
    const desk = deskOf()
    const { findByRole, getAllByRole } = render(TopBar, desk)
    await fireEvent.click(await findByRole('button', { name: words.nextYear.more }))
    const items = getAllByRole('menuitem').map(({ textContent, dataset }) => [
      dataset['action'],
      textContent
    ])
    expect(items.length).toBeGreaterThan(5)
    const commands = commandsOf(desk).map(({ id, name }) => [id, name])
    for (const item of items) expect(commands).toContainEqual(item)
  })

  it('stands in the menu as long as it is of use', () => {
    const ids = (report = sample) => menuOf(deskOf(report)).map(({ id }) => id)
    expect(ids()).toContain('changes')
    expect(ids(newReport('清川市水利局', 2025))).not.toContain('changes')
    expect(ids(newReport('清川市水利局', 2025))).toContain('keys')
  })
})

describe('the keys of the editor', () => {
  let desk: Desk
  beforeEach(() => (desk = deskOf()))

  /** Presses keys as they are written on the screen; whether they were taken. */
  function press(keys: string, target: EventTarget = document.body): boolean {
    const names = keys.split('+')
    const key = names.at(-1) ?? ''
    const event = new KeyboardEvent('keydown', {
      key: names.includes('Shift') || key.length > 1 ? key : key.toLowerCase(),
      ctrlKey: names.includes('Ctrl'),
      shiftKey: names.includes('Shift') || key === '?',
      altKey: names.includes('Alt'),
      cancelable: true,
      bubbles: true
    })
    const hear = (heard: Event) => shortcuts(heard as KeyboardEvent, desk)
    window.addEventListener('keydown', hear)
    target.dispatchEvent(event)
    window.removeEventListener('keydown', hear)
    return event.defaultPrevented
  }

  it('all that are listed are taken from the browser', () => {
    const listed = keyedCommands(desk).map(({ keys = '' }) => keys)
    expect(new Set(listed).size).toBe(listed.length)
    for (const keys of listed) expect([keys, press(keys)]).toEqual([keys, true])
  })

  it.each(['a', 'Ctrl+A', 'Ctrl+S', 'F5', 'Alt+7', 'Ctrl+Shift+K', 'Enter', '1'])(
    '%s is not',
    (keys) => expect(press(keys)).toBe(false)
  )

  it('lead where they say', () => {
    press('Ctrl+K')
    expect(desk.view.lookup).toBe('palette')
    press('?')
    expect(desk.view.lookup).toBe('keys')
    press('Alt+1')
    expect(desk.view.spot).toBe('overview')
    press('Alt+6')
    expect(desk.view.spot).toBe('other')
    press('Ctrl+P')
    expect(desk.view.printings).toBe(1)
    press('Ctrl+H')
    expect([desk.view.aside, desk.view.search.replacing]).toEqual(['find', true])
    desk.session.typeCell('requests.received.natural', '77')
    press('Ctrl+Z')
    expect(desk.session.canRedo).toBe(true)
    press('Ctrl+Shift+Z')
    expect(desk.session.canRedo).toBe(false)
  })

  it('a question mark that is typed into a text is a question mark', () => {
    document.body.innerHTML = '<input>'
    expect(press('?', document.querySelector('input') ?? document.body)).toBe(false)
    expect(desk.view.lookup).toBeUndefined()
    document.body.innerHTML = ''
  })

  it('are those of a dialog while one is open, but for printing', () => {
    document.body.innerHTML = '<dialog open></dialog>'
    expect([press('Ctrl+K'), press('F8'), press('Ctrl+P')]).toEqual([false, false, true])
    document.body.innerHTML = ''
  })
})
