import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exampleReport } from '../../../../../src/core/checks/examples/examples.ts'
import { askForQuote, quoteMenu } from '../../../../../src/ui/prose/text/quotes/quote-menu.ts'

const report = exampleReport({ note: '' })

function editing(doc: string) {
  const parent = document.createElement('div')
  const state = EditorState.create({ doc, extensions: quoteMenu(() => report) })
  const view = new EditorView({ parent, state })
  // Before the next frame, in which it would ask where its words stand: here they stand nowhere.
  onTestFinished(() => view.destroy())
  const type = (insert: string, userEvent = 'input.type') => {
    const at = view.state.selection.main.head
    view.dispatch({
      changes: { from: at, insert },
      selection: { anchor: at + insert.length },
      userEvent
    })
  }
  const select = (anchor: number, head = anchor) => view.dispatch({ selection: { anchor, head } })
  const press = (key: string) =>
    view.contentDOM.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    )
  select(doc.length)
  return {
    view,
    type,
    select,
    press,
    open: () => view.contentDOM.hasAttribute('aria-controls'),
    text: () => view.state.doc.toString()
  }
}

describe('the menu of quotes', () => {
  it.each(['@', '＠'])('opens behind %s, and Enter puts in what is looked for', (at) => {
    const { type, press, open, text } = editing('新收')
    type(at)
    expect(open()).toBe(true)
    type('自然人')
    press('Enter')
    expect(open()).toBe(false)
    expect(text()).toBe('新收{{requests.received.natural}}')
  })

  it('is gone over with the arrows', () => {
    const { view, type, press } = editing('')
    type('@')
    const active = () => view.contentDOM.getAttribute('aria-activedescendant')
    const first = active()
    press('ArrowDown')
    expect(active()).not.toBe(first)
    press('ArrowUp')
    expect(active()).toBe(first)
  })

  it.each([
    ['in an address', (e: ReturnType<typeof editing>) => e.type('gk@')],
    ['where text is pasted', (e: ReturnType<typeof editing>) => e.type('@', 'input.paste')],
    ['once the caret has left', (e: ReturnType<typeof editing>) => (e.type('@'), e.select(0))],
    [
      'once its @ is gone',
      (e: ReturnType<typeof editing>) => {
        e.type('@')
        e.view.dispatch({
          changes: { from: 2, to: 3 },
          selection: { anchor: 2 },
          userEvent: 'delete'
        })
      }
    ],
    [
      'after a text that is no question',
      (e: ReturnType<typeof editing>) => (e.type('@'), e.type('甲'.repeat(30)))
    ]
  ])('is closed %s', (_, act) => {
    const editor = editing('甲乙')
    act(editor)
    expect(editor.open()).toBe(false)
  })

  it('Esc leaves an @ that was typed, and takes back what the button wrote', () => {
    const typed = editing('甲')
    typed.type('@')
    typed.press('Escape')
    expect(typed.text()).toBe('甲@')
    const asked = editing('甲')
    askForQuote(asked.view)
    expect(asked.open()).toBe(true)
    asked.type('新收')
    asked.press('Escape')
    expect([asked.open(), asked.text()]).toEqual([false, '甲'])
  })

  it('for a number that is selected, the button puts the quote in its place, measure word aside', () => {
    const { view, select, press, text } = editing('新收14件')
    select(2, 5)
    askForQuote(view)
    press('Enter')
    expect(text()).toBe('新收{{requests.received.total}}件')
  })

  it('leaves the keys to the text while it only offers', () => {
    const { select, open, press, text } = editing('新收14件')
    select(2, 4)
    expect(open()).toBe(false)
    press('Enter')
    expect(text()).toBe('新收14件')
  })
})
