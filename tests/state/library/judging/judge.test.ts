import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import { stateOf } from '../../../../src/core/checks/state-of.ts'
import { summaryOf, type Judged, type Summary } from '../../../../src/core/checks/summary.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { yearsOf } from '../../../../src/core/years/unusual.ts'
import { dueIn } from '../../../../src/state/library/judging/due.ts'
import { judgingTasks } from '../../../../src/state/library/judging/judge.ts'
import type { KeptText } from '../../../../src/storage/saving/refused.ts'

const licences = 'disclosure.licensing.decisions'
const today = '2026-01-20'

const id = (name: number | string): string =>
  `7c1e9a30-5b2d-4f68-8a10-${String(name).padStart(12, '0')}`

/** A report of a year with that many licences, as the library holds it. */
const stored = (year: number, count: number, more: Partial<Report> = {}): Report => ({
  ...exampleReport({ note: '', cells: { [licences]: count } }),
  id: id(year),
  year,
  ...more
})

const past = [118, 125, 121, 133, 118].map((count, i) => stored(2020 + i, count))
const now = stored(2025, 260)
const summaries = (reports: readonly unknown[]): Summary[] =>
  reports.map((report) => summaryOf((report as Report).id, report))

/** What is due first of a library that holds these. */
const dueFirst = (reports: readonly unknown[]) => dueIn(summaries(reports), 'ground')[0]

/** The first of these reports, judged beside the others as a list would. */
async function judged(
  reports: readonly unknown[],
  kept: readonly KeptText[] = []
): Promise<Judged | undefined> {
  const past = (dueFirst(reports)?.past ?? []).map((id) =>
    reports.find((report) => (report as Report).id === id)
  )
  const told: Judged[] = []
  const job = { cases: [{ value: reports[0], kept, past }], today, own: [] }
  await judgingTasks.judge(job, (note) => told.push(note))
  return told[0]
}
const hints = async (reports: readonly unknown[]) => {
  const one = await judged(reports)
  return one?.fate === 'checked' ? one.counts.hint : undefined
}

describe('a report of the list', () => {
  it('is judged against the unit’s earlier years, as in the editor', async () => {
    const findings = validate(now, { history: yearsOf(past), today })
    expect(findings.map(({ rule }) => rule)).toContain('Y-UNUSUAL')
    const { verdict, counts } = stateOf(now, findings)
    expect(await judged([now, ...past])).toMatchObject({ fate: 'checked', verdict, counts })
    expect(await hints([now, ...past])).toBe(((await hints([now])) ?? 0) + 1)
  })

  it('is judged with what was refused in its fields, as long as that stands', async () => {
    const kept = (over: string): KeptText => ({
      at: { kind: 'cells', fields: [licences] },
      key: `cell:${licences}`,
      text: '很多',
      why: 'words',
      over
    })
    const errors = async (...texts: KeptText[]) => {
      const one = await judged([now], texts)
      return one?.fate === 'checked' ? one.counts.error : undefined
    }
    const without = (await errors()) ?? 0
    expect(await errors(kept('260'))).toBe(without + 1)
    expect(await errors(kept('118'))).toBe(without)
    const by = (text: string) => dueIn(summaries([now]), 'ground', new Set(), () => text)[0]?.by
    expect(by('很多')).not.toBe(by(''))
  })

  it.each<[string, Report[]]>([
    ['another unit', past.map((one) => ({ ...one, unit: { ...one.unit, name: '青石县档案局' } }))],
    ['years to come', past.map((one) => ({ ...one, year: one.year + 6 }))],
    ['too few years', past.slice(1)]
  ])('but not against %s', async (_, others) => {
    expect(await hints([now, ...others])).toBe(await hints([now]))
  })

  it.each([
    ['newer', { ...now, schema: 99 }],
    ['damaged', { ...now, cells: { [licences]: 'viele' } }],
    ['excess', { ...now, text: { ...now.text, overview: '年'.repeat(1_600_000) } }],
    ['foreign', { id: 'x' }]
  ])('is refused where it is %s', async (reason, value) => {
    expect(await judged([value])).toEqual({ fate: 'refused', reason })
  })
})

describe('what is due', () => {
  const byFirst = (reports: readonly Report[]) => dueFirst(reports)?.by

  it('is what was not judged by its present state, earlier years, day, rules and words', () => {
    const [first, ...others] = summaries([now, ...past])
    const by = byFirst([now, ...past])
    const known = { ...first, judgedBy: by } as Summary
    expect(dueIn([known, ...others], 'ground').map(({ of }) => of.id)).not.toContain(now.id)
    expect(dueIn([known, ...others], 'tomorrow')[0]?.of.id).toBe(now.id)
    expect(byFirst([{ ...now, rev: 2 }, ...past])).not.toBe(by)
    expect(byFirst([now, { ...past[0], rev: 2 } as Report, ...past.slice(1)])).not.toBe(by)
    expect(byFirst([now, ...past, stored(2026, 4)])).toBe(by)
  })

  it('of two reports for one year the later one is the year', () => {
    const later = stored(2024, 260, { id: id('1a'), updatedAt: '2027-01-01T00:00:00.000Z' })
    expect(dueFirst([now, later, ...past])?.past).toContain(id('1a'))
    expect(dueFirst([now, ...past, later])?.past).not.toContain(id(2024))
  })

  it('what can be seen comes first, then its unit, then the others', () => {
    const unit = (name: string, year: number) =>
      stored(year, 1, { id: `${name} ${year}`, unit: { ...now.unit, name } })
    const list = [unit('甲', 2025), unit('乙', 2025), unit('丙', 2025), unit('乙', 2024)]
    const due = dueIn(summaries(list), 'ground', new Set(['乙 2025']))
    expect(due.map(({ of }) => of.id)).toEqual(['乙 2025', '乙 2024', '甲 2025', '丙 2025'])
  })
})
