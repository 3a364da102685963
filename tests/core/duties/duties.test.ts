import { describe, expect, it } from 'vitest'
import { dutiesOf } from '../../../src/core/duties/duties.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'

const report = (
  name: string,
  kind: Report['unit']['kind'],
  { deadline = '', published = '', year = 2025 } = {}
): Report => {
  const blank = newReport(name, year)
  return {
    ...blank,
    unit: { ...blank.unit, kind },
    settings: { ...blank.settings, deadline },
    ...(published && { published })
  }
}
const lines = (reports: readonly Report[], own = false, today = '2026-01-18') =>
  dutiesOf(2025, today, reports, own).map(
    ({ of, date, days, local, open, published }) =>
      `${of} ${date} ${days}${local ? ' local' : ''}${open.length ? ` ${open.join()}` : ''}${published.length ? ` done ${published.join()}` : ''}`
  )

describe('the calendar of duties', () => {
  it('has the days of the statute where there is no report', () => {
    expect(lines([])).toEqual([
      'collect 2026-01-01 -17',
      'website 2026-01-31 13',
      'organ 2026-01-31 13',
      'region 2026-03-31 72'
    ])
  })

  it('has the earlier day of a local notice beside that of the statute, with whose it is', () => {
    const early = report('甲局', 'department', { deadline: '01-26' })
    expect(lines([early, report('乙局', 'department'), report('丙县政府', 'government')])).toEqual([
      'collect 2026-01-01 -17',
      'organ 2026-01-26 8 local 甲局',
      'website 2026-01-31 13',
      'organ 2026-01-31 13 乙局',
      'region 2026-03-31 72 丙县政府'
    ])
  })

  it('has of one report only its own day', () => {
    expect(lines([report('甲局', 'department', { deadline: '01-26' })], true)).toEqual([
      'collect 2026-01-01 -17',
      'organ 2026-01-26 8 local 甲局',
      'website 2026-01-31 13'
    ])
    expect(lines([report('丙县政府', 'government')], true).at(-1)).toBe(
      'region 2026-03-31 72 丙县政府'
    )
  })

  it('tells what is published from what is not', () => {
    const done = report('甲局', 'department', { published: '2026-01-20' })
    expect(lines([done, report('乙局', 'department')])).toContain(
      'organ 2026-01-31 13 乙局 done 甲局'
    )
  })

  it.each([
    ['a later day than the statute', { deadline: '02-20' }],
    ['a day that is none', { deadline: '02-30' }],
    ['another year', { deadline: '01-10', year: 2024 }]
  ])('%s does not count', (_, more) => {
    expect(lines([report('甲局', 'department', more)]).some((line) => line.includes('local'))).toBe(
      false
    )
  })
})
