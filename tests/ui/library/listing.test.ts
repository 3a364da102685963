import { describe, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { library } from '../../../src/i18n/zh/library.ts'
import type { Overview } from '../../../src/state/library/overview.ts'
import { matchingRows, grouped, tally, type Row } from '../../../src/ui/library/listing.ts'

const row = (unit: string, year: number, verdict: Overview['verdict'], text = ''): Row => {
  const report = newReport(unit, year)
  return {
    report: { ...report, text: { ...report.text, overview: text } },
    overview: {
      verdict,
      begun: true,
      filled: 0,
      counts: { error: 0, warning: 0, hint: 0 },
      waived: 0
    }
  }
}
const rows = [
  row('清川市科学技术局', 2025, 'error', '技术合同登记'),
  row('清川市人民政府', 2025, 'ready'),
  row('清川市科学技术局', 2024, 'ready')
]
const all = { query: '', year: undefined, verdict: undefined }
const places = (shown: readonly Row[]): number[] => shown.map((each) => rows.indexOf(each))

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
    expect(places(matchingRows(rows, wish))).toEqual(expected)
  })

  it('stands under years or units, every row once', () => {
    expect(grouped(rows, 'year').map((group) => [group.by, places(group.rows)])).toEqual([
      [2025, [0, 1]],
      [2024, [2]]
    ])
    expect(grouped(rows, 'unit').map((group) => [group.by, places(group.rows)])).toEqual([
      ['清川市科学技术局', [0, 2]],
      ['清川市人民政府', [1]]
    ])
  })

  it('counts', () => {
    expect([...tally(rows, ({ report }) => report.year)]).toEqual([
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
