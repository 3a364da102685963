import { describe, expect, it } from 'vitest'
import { settleRows, type Judge } from '../../../../src/core/intake/tables/settle-rows.ts'
import { lineOf, tokensOf } from '../tokens.ts'

/** Rows of four numbers, of which the last is the sum of the others. */
const settle = (lines: readonly string[], failures: Judge = () => 0) =>
  settleRows(lines.map(tokensOf), [4], failures).map(
    (row) =>
      row && {
        line: lineOf(row.slots),
        open: row.open.includes(true),
        suspect: row.suspect.includes(true),
        chosen: row.chosen
      }
  )
const sure = (line: string) => ({ line, open: false, suspect: false, chosen: false })

describe('a row by itself', () => {
  it('that adds up is as it stands', () => {
    expect(settle(['1 2 3 6'])).toEqual([sure('1 2 3 6')])
  })

  it('that does not add up is suspect in all its cells', () => {
    expect(settleRows([tokensOf('1 2 3 7')], [4], () => 0)[0]?.suspect).toEqual(Array(4).fill(true))
  })

  it('with its total blank above numbers is suspect', () => {
    expect(settle(['1 2 3 _'])[0]).toMatchObject({ suspect: true })
  })

  it('that may have lost any of several cells is open where they differ', () => {
    const [row] = settleRows([tokensOf('5 1 6')], [4], () => 0)
    expect(row?.open.every(Boolean)).toBe(true)
    expect(row?.short).toBe(true)
  })

  it('that has too little to say is not read', () => {
    expect(settleRows([tokensOf('1')], [4], () => 0)).toEqual([null])
  })
})

describe('the rows of a table decide for each other', () => {
  const parts = ['5 1 6', '7 2 9', '4 4 8']

  it('by the column that all can have lost, where one choice alone breaks no sum', () => {
    // Only with the second column lost do the columns add up, says the judge.
    const second: Judge = (rows) => (rows.every((slots) => slots?.[1]?.how === 'deduced') ? 0 : 1)
    expect(settle(parts, second)).toEqual([
      { ...sure('5 =0 1 6'), chosen: true },
      { ...sure('7 =0 2 9'), chosen: true },
      { ...sure('4 =0 4 8'), chosen: true }
    ])
  })

  it('and by none where several break no sum', () => {
    expect(settle(parts).map((row) => row?.open)).toEqual([true, true, true])
  })

  it('by where the rows that leave no choice begin', () => {
    const lines = ['_ 1 2 3 6', '_ 2 2 2 6', '_ 1 1 1 3', '_ 0 0 0 _']
    expect(settle(lines).at(-1)).toMatchObject({ line: '0 0 0 _', open: false })
  })

  it('by a column only for looks, which is one in all rows', () => {
    const lines = ['1 2 _ 3 6', '4 0 _ 0 4', '1 1 _ 1 3']
    expect(settle(lines).map((row) => row?.line)).toEqual(['1 2 3 6', '4 0 0 4', '1 1 1 3'])
  })
})

it('a table in disorder makes its rows of zeros suspect too', () => {
  const lines = ['1 2 3 7', '4 1 1 9', '0 0 0 0', '1 1 1 3']
  expect(settle(lines).map((row) => row?.suspect)).toEqual([true, true, true, false])
  expect(settle(['1 2 3 6', '4 1 1 6', '0 0 0 0']).map((row) => row?.suspect)).toEqual([
    false,
    false,
    false
  ])
})

it('digits joined or left out make what stands behind them doubtful', () => {
  const [joined] = settleRows([tokensOf('1 2 3 0 15')], [4], () => 0)
  expect(joined?.from).toBe(0)
  const [dropped] = settleRows([tokensOf('1 2 _ 3 6')], [4], () => 0)
  expect(dropped?.from).toBe(2)
  const [whole] = settleRows([tokensOf('1 2 3 6')], [4], () => 0)
  expect(whole).not.toHaveProperty('from')
})
