import { describe, expect, it } from 'vitest'
import { reached, type KeyedGrid } from '../../../../src/ui/parts/field/reach.ts'

/** A row of fields, counted from 0; `#` is filled. */
const row = (filled: string): KeyedGrid<number> => ({
  next: (from, to) => {
    const at = from + (to === 'right' ? 1 : to === 'left' ? -1 : NaN)
    return at in [...filled] ? at : undefined
  },
  isFilled: (at) => filled[at] === '#',
  first: 0,
  last: filled.length - 1
})

describe('Ctrl with an arrow goes, as in spreadsheets,', () => {
  it.each([
    ['to the last of the filled fields', '.###..#', 1, 'right', 3],
    ['and back to the first of them', '.###..#', 3, 'left', 1],
    ['over the gap behind them to the next', '.###..#', 3, 'right', 6],
    ['from a blank field to the next filled', '..##', 0, 'right', 2],
    ['from the one before it, too', '.##.', 0, 'right', 1],
    ['to the end where there is none', '#....', 0, 'right', 4],
    ['nowhere from the end', '#....', 4, 'right', 4]
  ] as const)('%s: %s from %i', (_, filled, from, to, expected) => {
    expect(reached(from, { to, reach: 'edge' }, row(filled))).toBe(expected)
  })
})

describe('other keys go', () => {
  const long = row('.'.repeat(25))
  it.each([
    ['one field on', { to: 'right', reach: 'next' }, 3, 4],
    ['nowhere from the end', { to: 'right', reach: 'next' }, 24, 24],
    ['ten fields on', { to: 'right', reach: 'page' }, 3, 13],
    ['to the last where there are not ten', { to: 'right', reach: 'page' }, 20, 24],
    ['to the end of the row', { to: 'left', reach: 'line' }, 20, 0],
    ['to the first of the table', { to: 'left', reach: 'table' }, 20, 0],
    ['to the last of the table', { to: 'right', reach: 'table' }, 20, 24]
  ] as const)('%s', (_, move, from, expected) => {
    expect(reached(from, move, long)).toBe(expected)
  })
})
