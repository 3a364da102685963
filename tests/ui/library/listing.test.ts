import { describe, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { library } from '../../../src/i18n/zh/library.ts'
import { summaryOf, type Overview, type Summary } from '../../../src/core/checks/summary.ts'
import { grouped, matching, tally } from '../../../src/ui/library/listing.ts'

const report = (unit: string, year: number, verdict: Overview['verdict']): Summary => {
  const made = newReport(unit, year)
  const counts = { error: 0, warning: 0, hint: 0 }
  const judged = { fate: 'checked', verdict, begun: true, counts, waived: 0 } as const
  return { ...summaryOf(made.id, made), judged }
}
const reports = [
  report('清川市科学技术局', 2025, 'error'),
  report('清川市人民政府', 2025, 'ready'),
  report('清川市科学技术局', 2024, 'ready')
]
const prose = (id: string): string => (id === reports[0]?.id ? '技术合同登记' : '')
const all = { query: '', year: undefined, verdict: undefined }
const places = (shown: readonly Summary[]): number[] => shown.map((each) => reports.indexOf(each))

describe('the list', () => {
  it.each([
    ['everything', all, [0, 1, 2]],
    ['a unit', { ...all, query: '科学' }, [0, 2]],
    ['a unit and a year', { ...all, query: ' 科学  2024 ' }, [2]],
    ['a word of the prose', { ...all, query: '合同' }, [0]],
    ['a year', { ...all, year: 2025 }, [0, 1]],
    ['a verdict', { ...all, verdict: 'ready' as const }, [1, 2]],
    ['nothing there is', { ...all, query: '别处' }, []]
  ])('finds %s', (_, wish, expected) => {
    expect(places(matching(reports, wish, prose))).toEqual(expected)
  })

  it('stands under years or units, every row once', () => {
    expect(grouped(reports, 'year').map((group) => [group.by, places(group.reports)])).toEqual([
      [2025, [0, 1]],
      [2024, [2]]
    ])
    expect(grouped(reports, 'unit').map((group) => [group.by, places(group.reports)])).toEqual([
      ['清川市科学技术局', [0, 2]],
      ['清川市人民政府', [1]]
    ])
  })

  it('counts', () => {
    expect([...tally(reports, ({ year }) => year)]).toEqual([
      [2025, 2],
      [2024, 1]
    ])
  })
})

describe('a moment in words', () => {
  const now = new Date(2026, 0, 18, 14, 40)
  it.each([
    [new Date(2026, 0, 18, 9, 5), '今天 09:05'],
    [new Date(2026, 0, 17, 23, 59), '昨天 23:59'],
    [new Date(2026, 0, 12), '1月12日'],
    [new Date(2025, 11, 31), '2025-12-31']
  ])('%s', (at, words) => {
    expect(library.when(at, now)).toBe(words)
  })
})
