import { describe, expect, it } from 'vitest'
import { readStored, type StoredFinding } from '../../../src/core/findings/original.ts'

const cell = 'disclosure.fees.amount'
const stored = (
  rule: string,
  params: StoredFinding['params'],
  fields: readonly string[] = [cell]
): StoredFinding => ({
  rule,
  severity: 'warning',
  at: { kind: 'cells', fields },
  params,
  fingerprint: 'f'
})

describe('a finding that a file keeps of its original', () => {
  it.each([
    ['D-TITLE', { found: '年报', statutory: '年度报告' }],
    ['D-LABEL', { found: '规 章', statutory: '规章' }],
    ['D-SEC', { problem: 'none' }],
    ['D-SEC', { problem: 'missing', section: '总体情况' }],
    ['D-SEC', { problem: 'numeral', section: '总体情况', found: '二', statutory: '一' }],
    ['T3-ROWSET', {}],
    ['T2-FEEDP', { found: '5.07', decimals: 4, places: 2 }],
    ['T2-INT', { found: ['4166.241619'] }],
    ['T2-NONNEG', { found: ['/'] }],
    ['T3-NONNEG', { found: ['无'] }],
    ['D-NUMFMT', { found: ['１２'] }],
    ['D-PROSE2', { table: 'requests', found: ['收到3件。'] }]
  ])('%s is read as it was written: %o', (rule, params) => {
    const finding = stored(rule, params)
    expect(readStored(finding)).toEqual(finding)
  })

  it.each<[string, string, StoredFinding['params'], (readonly string[])?]>([
    ['a rule of a later version', 'Z-NEW', { found: 'a' }],
    ['a rule that no reading speaks of', 'T3-BAL', { balances: ['T3-BAL:natural'], unique: 1 }],
    ['a problem of a later version', 'D-SEC', { problem: 'upsideDown', section: '总体情况' }],
    ['a word for a list', 'T2-INT', { found: '4166.241619' }],
    ['a list for a word', 'T2-FEEDP', { found: ['5.07'], decimals: 4, places: 2 }],
    ['something left out', 'D-LABEL', { found: '规 章' }],
    ['a table that there is not', 'D-PROSE2', { table: 'fees', found: ['收到3件。'] }],
    ['a cell that there is not', 'T2-INT', { found: ['1.5', '2.5'] }, [cell, 'nowhere']]
  ])('is not read, and kept, with %s', (_, rule, params, fields) => {
    const finding = stored(rule, params, fields)
    expect(readStored(finding)).toEqual({
      ...finding,
      at: { kind: 'cells', fields: [cell] },
      unread: true
    })
  })

  it('stands at the report where none of its cells is known', () => {
    expect(readStored(stored('T3-ROWSET', {}, ['nowhere']))).toMatchObject({
      at: { kind: 'report' },
      unread: true
    })
  })
})
