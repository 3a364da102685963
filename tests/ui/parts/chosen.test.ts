import { describe, expect, it } from 'vitest'
import type { FindingsOf, Place } from '../../../src/core/findings/finding.ts'
import type { RuleParams } from '../../../src/core/checks/finding.ts'
import { keysOf, stillChosen } from '../../../src/ui/parts/chosen.ts'

const sums = {
  balances: ['T3-SUM:natural'],
  rules: ['T3-SUM'],
  cells: [],
  differences: ['1'],
  unique: 0,
  candidates: 0
} as const
type Params = Pick<RuleParams, 'T3-SUM' | 'T3-ROW' | 'Y-JUMP' | 'D-TYPO' | 'D-DEADLINE'>
const params: Params = {
  'T3-SUM': sums,
  'T3-ROW': sums,
  'Y-JUMP': { now: 300, last: 30, year: 2024 },
  'D-TYPO': { problem: 'word', found: '公式公开', meant: '公示公开' },
  'D-DEADLINE': { of: 'organ', date: '2026-01-31', local: 0 }
}
const finding = <Id extends keyof Params>(
  rule: Id,
  fingerprint: string,
  at: Place
): FindingsOf<Params, Id> => ({ rule, severity: 'error', at, params: params[rule], fingerprint })

const granted = { kind: 'cells', fields: ['requests.granted.natural'] } as const
const refused = { kind: 'cells', fields: ['requests.refused.internal.natural'] } as const
const overview = { kind: 'text', section: 'overview', from: 3, to: 5 } as const
const other = { kind: 'text', section: 'other' } as const

describe('the chosen finding', () => {
  const chosen = finding('T3-SUM', 'a', granted)
  it.each([
    ['itself', finding('T3-SUM', 'a', granted), true],
    ['the same with other numbers', finding('T3-SUM', 'b', granted), true],
    ['another sum of the same cell', finding('T3-ROW', 'b', granted), true],
    ['the same rule elsewhere', finding('T3-SUM', 'b', refused), false],
    ['another rule about the same cell', finding('Y-JUMP', 'b', granted), false]
  ])('goes on as %s: %s', (_, now, goesOn) => {
    expect(stillChosen(chosen, [now])).toBe(goesOn ? now : undefined)
  })

  it('prefers itself to its kin', () => {
    const same = finding('T3-SUM', 'a', granted)
    expect(stillChosen(chosen, [finding('T3-ROW', 'b', granted), same])).toBe(same)
  })

  it('is found again in its section of prose', () => {
    const words = finding('D-TYPO', 'a', overview)
    const moved = finding('D-TYPO', 'b', { ...overview, from: 9, to: 11 })
    expect(stillChosen(words, [moved])).toBe(moved)
    expect(stillChosen(words, [finding('D-TYPO', 'b', other)])).toBeUndefined()
  })

  it('is none where none was chosen', () => {
    expect(stillChosen(undefined, [chosen])).toBeUndefined()
  })
})

describe('what a finding is in the list', () => {
  it('stays while its numbers change, and is no other’s', () => {
    const now = [
      finding('T3-SUM', 'a', granted),
      finding('T3-SUM', 'b', granted),
      finding('T3-SUM', 'c', refused),
      finding('D-TYPO', 'd', overview),
      finding('D-DEADLINE', 'e', { kind: 'report' })
    ]
    const later = now.map((one) => ({ ...one, fingerprint: `${one.fingerprint}2` }))
    expect(new Set(keysOf(now)).size).toBe(now.length)
    expect(keysOf(later)).toEqual(keysOf(now))
  })
})
