import { describe, expect, it } from 'vitest'
import { figureRepaired } from '../../../src/core/checks/repair/figure-repair.ts'
import { enterFigure, enterMonth } from '../../../src/core/platforms/entering.ts'
import { figureAt, type FigureLine } from '../../../src/core/platforms/lines.ts'
import { byHand, isFile, lastReport, lastingSource } from '../../../src/core/platforms/sources.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { draftOfNextYear } from '../../../src/core/years/previous.ts'
import { channel, figure, reportOf } from './figures.ts'

const name = '粘贴的文字'
const imported: Report['imported'] = { name, at: '2026-01-05T00:00:00.000Z', findings: [] }

it.each([
  ['用户分析.csv', true],
  ['年报（定稿）.docx', true],
  ['公众号后台', false],
  ['www.qingchuan.gov.cn', false],
  ['www.qingchuan.gov.cn/tj/index.html', false]
])('%s is the name of a file: %s', (source, expected) => {
  expect(isFile(source)).toBe(expected)
})

it.each([
  ['公众号后台', '公众号后台'],
  ['用户分析.csv', ''],
  [lastReport, ''],
  [byHand, ''],
  [name, '']
])('what %s says of the next number: “%s”', (source, lasting) => {
  expect(lastingSource({ imported }, source)).toBe(lasting)
})

const line: FigureLine = { channel: 'w', key: 'posts', name: 'posts', period: 'year', again: 0 }
const posts = (year: number, value: number | null, source: string) =>
  figure({ channel: 'w', key: 'posts', year, value, source })
const typed = (report: Report, text: string, year = 2025) => {
  const entered = enterFigure(report, line, year, text)
  return entered.ok ? figureAt(entered.report, line, year)?.source : undefined
}
const wechat = channel('w', 'wechat')

describe('a number that is typed', () => {
  it.each([
    ['where none was', [], '190', byHand],
    ['where one was counted', [posts(2025, 185, '公众号后台')], '190', '公众号后台'],
    ['over one from a file', [posts(2025, 185, '用户分析.csv')], '190', byHand],
    ['over one of last year’s report', [posts(2025, 185, lastReport)], '190', byHand],
    ['where last year’s was counted', [posts(2024, 172, '公众号后台')], '190', '公众号后台'],
    ['where last year’s is from its report', [posts(2024, 172, lastReport)], '190', byHand],
    ['and taken away', [posts(2025, 185, byHand)], '', ''],
    ['and taken away where one counts', [posts(2025, 185, '公众号后台')], '', '公众号后台']
  ])('%s', (_, metrics, text, source) => {
    expect(typed(reportOf([wechat], metrics), text)).toBe(source)
  })

  it('corrects last year’s, and no longer comes from its report', () => {
    const last = [posts(2025, 190, ''), posts(2024, 172, '')]
    const report = draftOfNextYear(reportOf([wechat], last))
    expect(report.previous?.metrics.map(({ source }) => source)).toEqual([lastReport, lastReport])
    expect(typed(report, '191', 2025)).toBe(byHand)
  })
})

describe('another number in place of one from a file', () => {
  const now = { ...posts(2025, 185, '用户分析.csv'), date: '2026-01-05' }
  const report = reportOf([wechat], [now])
  const repair = { kind: 'figure', id: now.id, name, year: 2025, to: 190 } as const
  const ways: readonly (readonly [string, (report: Report) => Report])[] = [
    ['a repair', (of) => figureRepaired(of, repair)],
    [
      'a month',
      (of) => {
        const read = enterMonth(of, line, 2025, 2, '12')
        return read.ok ? read.report : of
      }
    ]
  ]
  it.each(ways)('%s names the file and its day no longer', (_, change) => {
    expect(figureAt(change(report), line, 2025)).toMatchObject({ source: byHand, date: '' })
  })
  it.each(ways)('%s keeps the place where one counts', (_, change) => {
    const counted = reportOf([wechat], [{ ...now, source: '公众号后台' }])
    expect(figureAt(change(counted), line, 2025)).toMatchObject({
      source: '公众号后台',
      date: '2026-01-05'
    })
  })

  it('a month that is emptied leaves no source where nothing is left', () => {
    const months = Array.from({ length: 12 }, (_, i) => (i === 2 ? 12 : null))
    const only = reportOf([wechat], [{ ...posts(2025, null, byHand), months }])
    const read = enterMonth(only, line, 2025, 2, '')
    expect(read.ok && figureAt(read.report, line, 2025)?.source).toBe('')
  })
})
