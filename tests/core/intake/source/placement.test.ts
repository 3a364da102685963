import { describe, expect, it } from 'vitest'
import {
  addsUp,
  isSameFit,
  mendSpaced,
  placements,
  trimmings,
  type RowFit
} from '../../../../src/core/intake/source/placement.ts'
import { lineOf, tokensOf } from '../tokens.ts'

const fitOf = (fit: RowFit): string =>
  fit.kind === 'whole' ? fit.kind : `${fit.kind} ${fit.kind === 'gaps' ? fit.columns : fit.at}`

/** Every way to lay a row into groups, the likeliest first: its cells, and what was done for it. */
const ways = (line: string, sizes: readonly number[], width?: number, withDrops?: boolean) =>
  placements(tokensOf(line), sizes, width, withDrops).map(({ slots, fit }) => [
    lineOf(slots),
    fitOf(fit)
  ])

describe('a row of as many cells as the form has', () => {
  it.each([
    ['adds up', '1 2 3 6'],
    ['does not add up', '1 2 3 7'],
    ['has no total', '1 2 3 _'],
    ['is blank', '_ _ _ _']
  ])('stays as it is where it %s', (_, line) => {
    expect(ways(line, [4])).toEqual([[line, 'whole']])
  })
})

describe('a row of too few cells', () => {
  it.each<[string, string, readonly number[], readonly (readonly [string, string])[]]>([
    ['the total is lost, and follows', '5 0 0 1', [5], [['5 0 0 1 =6', 'gaps 4']]],
    [
      'a part is lost: one that stands before the total, or the total where the last is none',
      '5 1 6',
      [4],
      [
        ['5 1 6 =12', 'gaps 3'],
        ['5 1 =0 6', 'gaps 2'],
        ['5 =0 1 6', 'gaps 1'],
        ['=0 5 1 6', 'gaps 0']
      ]
    ],
    ['a part would be less than nothing: only the total', '5 6 7', [4], [['5 6 7 =18', 'gaps 3']]],
    ['more than two cells are lost: nothing', '1 2', [6], []]
  ])('%s', (_, line, sizes, expected) => {
    // Words one character apart tell nothing of columns.
    expect(ways(line, sizes)).toEqual(expected)
  })

  it('stands where the spaces of its line say', () => {
    expect(ways('5         1    6', [4])).toEqual([['5 =0 1 6', 'gaps 1']])
  })

  it('of three groups may have lost the same cell of each', () => {
    const found = ways('1 2 3 4 5 6', [3, 3, 3])
    expect(found[0]).toEqual(['1 2 =3 3 4 =7 5 6 =11', 'gaps 2,5,8'])
    // 1 + ? = 2 would do, 3 + ? = 4 and 5 + ? = 6 as well: all the middle ones may be lost.
    expect(found).toContainEqual(['1 =1 2 3 =1 4 5 =1 6', 'gaps 1,4,7'])
  })
})

describe('a row of too many cells', () => {
  it('loses blank ones at its ends, in every way there is', () => {
    const cells = (line: string, count: number) =>
      trimmings(tokensOf(line), count).map(({ front, cells }) => [
        front,
        cells.map(({ raw }) => raw || '_').join(' ')
      ])
    expect(cells('1 2 3', 3)).toEqual([[0, '1 2 3']])
    expect(cells('1 2 3 _ _', 3)).toEqual([[0, '1 2 3']])
    expect(cells('_ 1 2 3', 3)).toEqual([[1, '1 2 3']])
    expect(cells('_ 1 2 _', 3)).toEqual([
      [1, '1 2 _'],
      [0, '_ 1 2']
    ])
    expect(cells('1 2 3 4', 3)).toEqual([])
    expect(cells('_ _ _ _', 3)).toEqual([[0, '_ _ _']])
  })

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a blank one inside is left out', '1 2 _ 3 6', [['1 2 3 6', 'without 2']]],
    [
      'the digits of one number are joined where the sum proves it',
      '1 2 3 0 15',
      [['~12 3 0 15', 'joined 0']]
    ],
    ['and are not where it does not', '1 2 3 0 16', []]
  ])('%s', (_, line, expected) => {
    expect(ways(line, [4])).toEqual(expected)
  })
})

it.each<[RowFit, RowFit, boolean]>([
  [{ kind: 'whole' }, { kind: 'whole' }, true],
  [{ kind: 'whole' }, { kind: 'gaps', columns: [0] }, false],
  [{ kind: 'gaps', columns: [2, 5] }, { kind: 'gaps', columns: [2, 5] }, true],
  [{ kind: 'gaps', columns: [2, 5] }, { kind: 'gaps', columns: [2] }, false],
  [{ kind: 'without', at: 3 }, { kind: 'without', at: 3 }, true],
  [{ kind: 'without', at: 3 }, { kind: 'joined', at: 3 }, false],
  [{ kind: 'joined', at: 3 }, { kind: 'joined', at: 4 }, false]
])('rows are made to fit alike or not: %j and %j', (a, b, same) => {
  expect(isSameFit(a, b)).toBe(same)
  expect(isSameFit(b, a)).toBe(same)
})

it.each([
  ['1 2 3', true],
  ['1 2 4', false],
  // A blank total says nothing, a blank part counts as nothing.
  ['1 2 _', true],
  ['_ 2 2', true],
  ['_ _ 2', true]
])('a group adds up or not: %s', (line, expected) => {
  const group = tokensOf(line).map((token) => ({
    token,
    value: token.number.kind === 'number' ? token.number.value : null
  }))
  expect(addsUp(group)).toBe(expected)
})

describe('digits that stand apart in one cell', () => {
  const row = (...cells: string[]) =>
    cells.map((raw) => ({
      token: { ...tokensOf('_')[0], raw, number: { kind: 'blank' }, column: 0, cols: 1 } as const,
      value: /^\d+$/.test(raw) ? Number(raw) : null
    }))
  it('are one number where the row then adds up, and none where not', () => {
    expect(lineOf(mendSpaced(row('1 2', '3', '15')))).toBe('~12 3 15')
    expect(lineOf(mendSpaced(row('1 2', '3', '16')))).toBe('_ 3 16')
  })
})
