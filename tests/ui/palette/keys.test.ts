import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { fireEvent, render, screen } from '@testing-library/svelte'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { keys } from '../../../src/i18n/zh/palette.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import Findings from '../../../src/ui/checks/Findings.svelte'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Find from '../../../src/ui/prose/Find.svelte'
import { chipLinks } from '../../../src/ui/prose/text/quotes/chip.ts'
import { quoteMenu } from '../../../src/ui/prose/text/quotes/quote-menu.ts'

Element.prototype.scrollIntoView ??= () => undefined

/** Keys as the list writes them, which the browser calls otherwise. */
const names: Readonly<Record<string, readonly string[]>> = {
  '↑': ['ArrowUp'],
  '↓': ['ArrowDown'],
  '←': ['ArrowLeft'],
  '→': ['ArrowRight'],
  方向键: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  Esc: ['Escape']
}
/** What a line of the list stands for, as `Ctrl+Shift+ArrowUp`; the clipboard's keys are the browser's. */
const pressesOf = (line: string): string[] =>
  line.split(' ').flatMap((one) => {
    const held = one.split('+')
    const key = held.pop() ?? ''
    return (names[key] ?? [key]).map((name) => [...held, name].join('+'))
  })
const isClipboards = (press: string) => /^Ctrl\+[CVX]$/.test(press)
const listed = new Set(Object.keys(keys.table).flatMap(pressesOf))

/** Of keys, those that the grid takes when they are pressed in a cell in the middle of table three. */
function takenOf(presses: readonly string[]): string[] {
  const session = new Session(newReport('清川市档案局', 2025))
  render(TablePane, { session, view: new ViewState(), table: 'requests' })
  const field = document.querySelector<HTMLInputElement>('[data-field="requests.granted.research"]')
  if (!field) throw new Error('no field')
  return presses.filter((press) => {
    const held = press.split('+')
    const key = held.pop() ?? ''
    const event = new KeyboardEvent('keydown', {
      key: key.length === 1 && !held.includes('Shift') ? key.toLowerCase() : key,
      ctrlKey: held.includes('Ctrl'),
      shiftKey: held.includes('Shift'),
      bubbles: true,
      cancelable: true
    })
    // What the key before has made of the field ends when it is left.
    field.blur()
    field.focus()
    field.dispatchEvent(event)
    return event.defaultPrevented
  })
}

describe('the list of keys and the grid', () => {
  it('name keys that are taken', () => {
    const grids = [...listed].filter((press) => !isClipboards(press))
    expect(takenOf(grids)).toEqual(grids)
  })

  const all = [...'ABCDEFGHIKLMNOPQRSTUVWXYZ0123456789 ']
    .concat(Object.values(names).flat())
    .concat(['Home', 'End', 'PageUp', 'PageDown', 'Enter', 'Tab', 'F2', 'Delete', 'Insert', 'F4'])
  /** With Shift a key that leads somewhere selects up to there, as the list says of all at once. */
  const isListed = (press: string) =>
    listed.has(press) || (press.includes('Shift+') && listed.has(press.replace('Shift+', '')))

  it.each(['', 'Shift+', 'Ctrl+', 'Ctrl+Shift+'])('what is taken with %s is listed', (held) => {
    const unlisted = all.map((key) => held + key).filter((press) => !isListed(press))
    expect(takenOf(unlisted)).toEqual([])
  })
})

/** A row of the list of a place, and what shows that it holds there. The compiler asks for every row. */
type Rows<Place extends 'text' | 'find' | 'findings'> = Readonly<
  Record<keyof (typeof keys)[Place], () => void | Promise<void>>
>

describe('a row of the list for 正文 holds', () => {
  function writing(doc: string) {
    const report = exampleReport({ note: '' })
    const shown = new ViewState()
    const extensions = [quoteMenu(() => report), chipLinks(shown)]
    const selection = { anchor: doc.length }
    const state = EditorState.create({ doc, selection, extensions })
    const view = new EditorView({ parent: document.createElement('div'), state })
    onTestFinished(() => view.destroy())
    return { view, shown }
  }
  const rows: Rows<'text'> = {
    '@': () => {
      const { view } = writing('新收')
      view.dispatch({
        changes: { from: 2, insert: '@' },
        selection: { anchor: 3 },
        userEvent: 'input.type'
      })
      expect(view.contentDOM.hasAttribute('aria-controls')).toBe(true)
    },
    'Ctrl+Enter': () => {
      const { view, shown } = writing('新收{{requests.received.total}}')
      const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true })
      view.contentDOM.dispatchEvent(event)
      expect([event.defaultPrevented, shown.active]).toEqual([true, 'requests.received.total'])
    }
  }
  it.each(Object.entries(rows))('%s', (_, holds) => holds())
})

describe('a row of the list for 查找 holds', () => {
  async function seeking() {
    const report = newReport('清川市档案局', 2025)
    const session = new Session({ ...report, text: { ...report.text, leadIn: '公开，公开。' } })
    const view = new ViewState()
    view.find(false)
    render(Find, { session, view })
    const field = screen.getByRole('textbox', { name: '查找内容' })
    await fireEvent.input(field, { target: { value: '公开' } })
    const press = (key: string, shiftKey = false) => fireEvent.keyDown(field, { key, shiftKey })
    return { view, press }
  }
  const rows: Rows<'find'> = {
    Enter: async () => {
      const { view, press } = await seeking()
      const hits: unknown[] = []
      for (const shift of [false, false, true]) {
        await press('Enter', shift)
        hits.push(view.hit?.from)
      }
      expect(hits).toEqual([0, 3, 0])
    },
    Esc: async () => {
      const { view, press } = await seeking()
      await press('Enter')
      await press('Escape')
      expect([view.aside, view.wanted]).toEqual(['findings', { from: 0, to: 2 }])
    }
  }
  it.each(Object.entries(rows))('%s', (_, holds) => holds())
})

describe('a row of the list for 问题 holds', () => {
  function listing() {
    const session = new Session(newReport('清川市档案局', 2025))
    const view = new ViewState()
    render(Findings, { session, view })
    const titles = [...document.querySelectorAll<HTMLElement>('[data-title]')]
    expect(titles.length).toBeGreaterThan(1)
    return { session, view, titles }
  }
  const rows: Rows<'findings'> = {
    // What the browser goes to by Tab: a button each, none taken out of the order.
    Tab: () => {
      for (const title of listing().titles)
        expect([title.tagName, title.tabIndex]).toEqual(['BUTTON', 0])
    },
    // A button that has the focus is pressed by Enter.
    Enter: async () => {
      const { session, view, titles } = listing()
      const [title] = titles
      if (!title) throw new Error('no finding')
      await fireEvent.click(title)
      expect(title.getAttribute('aria-expanded')).toBe('true')
      expect(view.chosen).toBe(session.findings[0])
    }
  }
  it.each(Object.entries(rows))('%s', (_, holds) => holds())
})
