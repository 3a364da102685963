import { render } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { keys } from '../../../src/i18n/zh/palette.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

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
