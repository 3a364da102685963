import { expect, it } from 'vitest'
import { dayOf } from '../../../src/core/report/deadlines.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { yearsOf } from '../../../src/core/years/unusual.ts'
import { stateOf } from '../../../src/core/checks/state-of.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { overviews } from '../../../src/state/library/overview.ts'

const licences = 'disclosure.licensing.decisions'

/** A report of a year with that many licences, as the library holds it. */
const stored = (year: number, count: number, more: Partial<Report> = {}): Report => ({
  ...exampleReport({ note: '', cells: { [licences]: count } }),
  id: `${year}`,
  year,
  ...more
})

const past = [118, 125, 121, 133, 118].map((count, i) => stored(2020 + i, count))
const now = stored(2025, 260)

/** The hints of the last report of a library, as the list counts them. */
const hints = (reports: readonly Report[]) => overviews()(reports).at(-1)?.counts.hint

it('the list counts what is unusual against the unit’s earlier years, as the editor does', () => {
  const history = yearsOf(past)
  const findings = validate(now, { history, today: dayOf(new Date()) })
  expect(findings.map(({ rule }) => rule)).toContain('Y-UNUSUAL')
  const { verdict, counts } = stateOf(now, findings)
  expect(overviews()([...past, now]).at(-1)).toMatchObject({ verdict, counts })
  expect(hints([...past, now])).toBe((hints([now]) ?? 0) + 1)
})

it.each<[string, Report[]]>([
  ['another unit', past.map((one) => ({ ...one, unit: { ...one.unit, name: '青石县档案局' } }))],
  ['years to come', past.map((one) => ({ ...one, year: one.year + 6 }))],
  ['too few years', past.slice(1)]
])('but nothing against %s', (_, others) => {
  expect(hints([...others, now])).toBe(hints([now]))
})

it('of two reports for one year the later one is the year', () => {
  const later = stored(2024, 260, { id: 'later', updatedAt: '2027-01-01T00:00:00.000Z' })
  expect(yearsOf([...past, later]).find(({ year }) => year === 2024)?.cells[licences]).toBe(260)
  expect(yearsOf([later, ...past]).find(({ year }) => year === 2024)?.cells[licences]).toBe(260)
})

it('a report is looked at again when an earlier year of its unit was changed', () => {
  const of = overviews()
  const before = of([...past, now]).at(-1)
  expect(of([...past, now]).at(-1)).toBe(before)
  const even = past.map((one) => ({ ...one, rev: 2, cells: { ...one.cells, [licences]: 260 } }))
  expect(of([...even, now]).at(-1)?.counts.hint).toBe((before?.counts.hint ?? 0) - 1)
})
