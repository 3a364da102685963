import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/core/checks/validate.ts'
import { blankCells, type Cells } from '../../../src/core/form/cells.ts'
import { form2021, formBy, type Form } from '../../../src/core/form/form.ts'
import type { Balance, FieldId, TableDef } from '../../../src/core/form/table.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { cellNumbersOf, sumsOf } from '../../../src/core/sums/balances.ts'
import { deductions, totalsOf } from '../../../src/core/sums/deductions.ts'
import { solve } from '../../../src/core/sums/solve.ts'
import { settle } from '../../../src/core/sums/totals.ts'
import { random, sizes, validCells } from '../report/reports.ts'

/**
 * Nothing but the form handed in says which cells there are and how they add up: two forms that no
 * order ever decreed go through sums and rules as the form in force does.
 */

type Patch = Partial<Record<FieldId, number | null>>

/** Two kinds of applicants, one kind of answer, and remedies of one outcome: 17 numbers. */
const columns = ['natural', 'research', 'total'] as const
const rows = ['received', 'carriedIn', 'granted', 'handled', 'carriedOut'] as const
const at = (row: (typeof rows)[number], column: (typeof columns)[number]): FieldId =>
  `requests.${row}.${column}`
const tableOf = (id: TableDef['id'], list: readonly (readonly FieldId[])[]): TableDef => ({
  id,
  widths: [1],
  headRows: 0,
  rows: list.map((fields, row) =>
    fields.map((field, column) => ({ field, row: `row ${row}`, column: `column ${column}` }))
  )
})
const small = formBy({
  id: '2021',
  cite: 'invented',
  tables: {
    disclosure: tableOf('disclosure', []),
    requests: {
      ...tableOf(
        'requests',
        rows.map((row) => columns.map((column) => at(row, column)))
      ),
      columns: columns.map((column) => ({
        text: column,
        fields: rows.map((row) => at(row, column))
      }))
    },
    remedies: tableOf('remedies', [['remedies.review.upheld', 'remedies.review.total']])
  },
  balances: [
    ...rows.map((row): Balance => ({
      id: `T3-ROW:${row}`,
      rule: 'T3-ROW',
      left: [at(row, 'natural'), at(row, 'research')],
      right: [at(row, 'total')],
      fills: at(row, 'total')
    })),
    ...columns.flatMap((column): Balance[] => [
      {
        id: `T3-SUM:${column}`,
        rule: 'T3-SUM',
        left: [at('granted', column)],
        right: [at('handled', column)],
        fills: at('handled', column)
      },
      {
        id: `T3-BAL:${column}`,
        rule: 'T3-BAL',
        left: [at('received', column), at('carriedIn', column)],
        right: [at('handled', column), at('carriedOut', column)]
      }
    ]),
    {
      id: 'T4-SUM:review',
      rule: 'T4-SUM',
      left: ['remedies.review.upheld'],
      right: ['remedies.review.total'],
      fills: 'remedies.review.total'
    }
  ],
  carried: [{ from: at('carriedOut', 'natural'), to: at('carriedIn', 'natural'), column: 'n' }]
})

/** The form of 2021 as it would be without the row 8.属于行政查询事项. */
const isLeft = (field: FieldId): boolean => !field.startsWith('requests.refused.query.')
const { requests } = form2021.tables
const shorter = formBy({
  ...form2021,
  tables: {
    ...form2021.tables,
    requests: {
      ...requests,
      rows: requests.rows.filter((row) =>
        row.every((cell) => !('field' in cell) || isLeft(cell.field))
      ),
      columns: (requests.columns ?? []).map(({ text, fields }) => ({
        text,
        fields: fields.filter(isLeft)
      }))
    }
  },
  balances: form2021.balances
    .map((balance) => ({ ...balance, left: balance.left.filter(isLeft) }))
    .filter(({ left }) => left.length > 0)
})

/** What the small office did: every sum holds, and whatever other forms ask is blank. */
const done: Patch = {
  [at('received', 'natural')]: 12,
  [at('received', 'research')]: 5,
  [at('carriedIn', 'natural')]: 3,
  [at('carriedIn', 'research')]: 0,
  [at('granted', 'natural')]: 11,
  [at('granted', 'research')]: 5,
  [at('carriedOut', 'natural')]: 4,
  [at('carriedOut', 'research')]: 0,
  'remedies.review.upheld': 2
}
const right = settle(small, blankCells(), done)

const brokenIn = (form: Form, cells: Cells): (string | undefined)[] =>
  sumsOf(cellNumbersOf(form, cells)).broken.map((b) => form.balances[b]?.id)

/** The rules that speak of cells, on these numbers. */
function found(form: Form, cells: Cells, more: Partial<Report> = {}) {
  const report: Report = { ...newReport('清川市档案局', 2025), cells, ...more }
  return validate(report, { solution: solve(form, report) }).flatMap(({ rule, at: place }) =>
    place.kind === 'cells' ? [{ rule, fields: place.fields }] : []
  )
}

describe('an invented form of 17 numbers', () => {
  it('has its own cells, totals and columns', () => {
    expect(small.fields).toHaveLength(17)
    expect(small.fieldsOf('disclosure')).toEqual([])
    expect(small.fieldsOf('remedies')).toEqual(['remedies.review.upheld', 'remedies.review.total'])
    expect(small.totals.size).toBe(8)
    expect(small.placeOf(at('granted', 'research'))).toEqual({ row: 2, column: 1 })
    expect(small.filling.map(({ fills }) => fills).slice(-2)).toEqual([
      at('handled', 'total'),
      at('handled', 'total')
    ])
  })

  it('lets its totals follow, and no others', () => {
    expect(right).toMatchObject({
      [at('received', 'total')]: 17,
      [at('handled', 'natural')]: 11,
      [at('handled', 'total')]: 16,
      'remedies.review.total': 2
    })
    expect(brokenIn(small, right)).toEqual([])
    // The same numbers with a part that only the form of 2021 adds up.
    const more = settle(small, right, { 'requests.granted.legal': 9 })
    expect(more[at('granted', 'total')]).toBe(16)
    expect(settle(form2021, right, { 'requests.granted.legal': 9 })[at('granted', 'total')]).toBe(
      25
    )
  })

  it('computes totals and fills blanks after its own balances', () => {
    const stale = { ...right, [at('granted', 'natural')]: 10, [at('carriedOut', 'natural')]: null }
    expect(totalsOf(small, stale, small.fields)).toEqual([
      { field: at('granted', 'total'), from: 16, to: 15 },
      { field: at('handled', 'natural'), from: 11, to: 10 },
      { field: at('handled', 'total'), from: 16, to: 15 }
    ])
    const open = { ...right, [at('carriedOut', 'natural')]: null }
    expect(deductions(small, open).map(({ field, to }) => [field, to])).toEqual([
      [at('carriedOut', 'natural'), 4]
    ])
    expect(deductions(form2021, open).length).toBeGreaterThan(1)
  })

  it('says of each wrong part which cell it is', () => {
    const parts = [at('received', 'natural'), at('carriedIn', 'natural'), at('granted', 'research')]
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.integer({ min: 1, max: 500 }), (field, by) => {
        const cells = { ...right, [field]: (right[field] ?? 0) + by }
        const { causes } = solve(small, { cells })
        expect(causes.map(({ unique }) => unique)).toEqual([true])
        expect(causes[0]?.suspects[0]?.changes).toEqual([
          { field, from: cells[field], to: right[field] }
        ])
      })
    )
  })

  it('takes what was carried over for the likeliest slip, from its own list', () => {
    const cells = { ...right, [at('carriedIn', 'natural')]: 8, [at('carriedIn', 'total')]: 8 }
    const last = { ...blankCells(), [at('carriedOut', 'natural')]: 3 }
    const [cause] = solve(small, { cells, previous: { cells: last } }).causes
    expect(cause?.suspects[0]?.changes.map(({ field }) => field)).toContain(
      at('carriedIn', 'natural')
    )
  })

  it('passes the rules: its sums, its blanks, its negative numbers, what it carries over', () => {
    expect(found(small, right)).toEqual([])
    expect(found(small, { ...right, [at('received', 'natural')]: 21 })).toEqual([
      { rule: 'T3-BAL', fields: [at('received', 'natural')] }
    ])
    expect(found(small, { ...right, [at('granted', 'natural')]: null })).toEqual([
      { rule: 'T3-BLANK', fields: [at('granted', 'natural')] }
    ])
    expect(found(small, { ...right, 'remedies.review.total': null })).toEqual([
      { rule: 'T3-BLANKTOTAL', fields: ['remedies.review.total'] }
    ])
    expect(
      found(small, { ...right, 'remedies.review.upheld': -2, 'remedies.review.total': -2 })
    ).toEqual([
      { rule: 'T3-NONNEG', fields: ['remedies.review.upheld'] },
      {
        rule: 'T3-NONNEG',
        fields: ['remedies.review.total']
      }
    ])
  })

  it('asks nothing of cells that it does not have, which the form of 2021 misses', () => {
    const missing = found(form2021, right).flatMap(({ rule, fields }) =>
      rule === 'T3-BLANK' ? fields : []
    )
    expect(missing).toHaveLength(200 - small.fields.length)
    expect(found(small, right)).toEqual([])
  })
})

describe('the form of 2021 with one row fewer', () => {
  const query: FieldId = 'requests.refused.query.natural'
  /** Numbers of a town that gave no such answer: right in both forms. */
  const cells = validCells(random(2), sizes.town)

  it('has 193 numbers and 41 equations', () => {
    expect(shorter.fields).toHaveLength(form2021.fields.length - 7)
    expect(shorter.balances).toHaveLength(form2021.balances.length - 1)
    expect(shorter.balancesOf(query)).toEqual([])
  })

  it('explains every slip in a row of both as the longer one does', () => {
    expect([brokenIn(shorter, cells), brokenIn(form2021, cells)]).toEqual([[], []])
    const answers = (form: Form, wrong: Cells) =>
      solve(form, { cells: wrong }).causes.map(({ equations, suspects, unique }) => ({
        equations: equations.map(({ balance }) => balance.id),
        best: suspects[0]?.changes,
        unique
      }))
    for (const field of shorter.fieldsOf('requests')) {
      for (const by of [1, 7, 90]) {
        const wrong = { ...cells, [field]: (cells[field] ?? 0) + by }
        expect(answers(shorter, wrong)).toEqual(answers(form2021, wrong))
        expect(answers(shorter, wrong)).not.toEqual([])
      }
    }
  })

  it('neither adds up nor checks what stands in the row that it lacks', () => {
    const stray = { ...cells, [query]: 3 }
    expect(brokenIn(form2021, stray)).not.toEqual([])
    expect(brokenIn(shorter, stray)).toEqual([])
    const negative = { ...cells, [query]: -3 }
    const rules = (form: Form) => found(form, negative).map(({ rule }) => rule)
    expect(rules(form2021)).toContain('T3-NONNEG')
    expect(rules(shorter)).not.toContain('T3-NONNEG')
  })
})
