import { describe, expect, it } from 'vitest'
import { addChart } from '../../../src/core/charts/edit.ts'
import { digest, mostChanged } from '../../../src/core/charts/digest.ts'
import {
  changedSentence,
  figureSentence,
  withFigureSentence
} from '../../../src/core/charts/quoting.ts'
import { moveSeries, seriesOf } from '../../../src/core/charts/series.ts'
import { quoted } from '../../../src/core/compose/quote.ts'
import type { Metric, Report } from '../../../src/core/report/report.ts'
import { channel, figure, reportOf } from '../platforms/figures.ts'

const written = (overview: string, metrics: readonly Metric[] = []): Report => {
  const report = reportOf([channel('site', 'website', '清川档案网')], metrics)
  return { ...report, text: { ...report.text, overview } }
}

describe('a sentence about platforms', () => {
  it.each([
    { of: 'nothing written', before: '', after: '句。' },
    {
      of: 'the section with text and charts',
      before: '（四）平台建设\n已有的话。\n{{chart:a}}\n（五）监督保障\n别的。',
      after: '（四）平台建设\n已有的话。句。\n{{chart:a}}\n（五）监督保障\n别的。'
    },
    {
      of: 'a heading alone',
      before: '（四）平台建设\n（五）监督保障\n别的。',
      after: '（四）平台建设\n句。\n（五）监督保障\n别的。'
    },
    {
      of: 'a heading that is made, not under another',
      before: '（一）主动公开\n一。\n（二）监督保障\n二。',
      after: '（一）主动公开\n一。\n（二）政府信息公开平台建设\n句。\n（三）监督保障\n二。'
    },
    { of: 'blank lines at the end', before: '一。\n\n', after: '一。句。\n\n' }
  ])('$of', ({ before, after }) => {
    const { report, caret } = withFigureSentence(written(before), '句。')
    expect(report.text.overview).toBe(after)
    expect(after.slice(0, caret).endsWith('句。')).toBe(true)
  })

  it.each([
    { more: { name: '推送信息', value: 190, qualifier: '余' as const }, says: '推送信息190余条。' },
    { more: { name: '访问量', value: 3e5, shown: '30万' }, says: '访问量30万条。' },
    {
      more: { name: '总用户数', period: 'end' as const, value: 341, unit: '个' },
      says: '年末总用户数341个。'
    },
    {
      more: { name: '累计访问量', period: 'total' as const, value: 9 },
      says: '累计访问量9条。'
    }
  ])('quotes $says', ({ more, says }) => {
    const one = figure({ channel: 'site', key: 'own', year: 2025, ...more })
    const report = written('', [one])
    expect(quoted(report, figureSentence(report, one))).toBe(`“清川档案网”${says}`)
  })

  it('says what changed most, up and down, and follows the figures', () => {
    const of = (name: string, last: number, now: number) => [
      figure({ channel: 'site', key: 'own', name, year: 2024, value: last }),
      figure({ channel: 'site', key: 'own', name, year: 2025, value: now })
    ]
    const report = written('', [...of('甲', 100, 300), ...of('乙', 400, 100), ...of('丙', 50, 50)])
    const sentence = changedSentence(report, mostChanged(digest(report)))
    expect(quoted(report, sentence)).toBe(
      '与上年相比，变化较大的有：“清川档案网”乙由400条减至100条，“清川档案网”甲由100条增至300条。'
    )
    expect(sentence).not.toMatch(/\d00条/)
    expect(changedSentence(report, [])).toBe('')
  })
})

describe('the order in a chart', () => {
  const metrics = ['甲', '乙', '丙'].flatMap((name) =>
    [2024, 2025].map((year) => figure({ channel: 'site', key: 'own', name, year, value: year }))
  )
  const report = addChart(written('', metrics), { title: '图', type: 'bar', figures: metrics })
  const names = (of: Report) =>
    of.charts.flatMap((chart) => seriesOf(of, chart).map(({ metrics: [one] }) => one?.name))
  const moved = (at: number, by: 1 | -1) => {
    const [chart] = report.charts
    const id = chart && seriesOf(report, chart)[at]?.id
    if (!chart || id === undefined) throw new Error('no chart')
    return moveSeries(report, chart, id, by)
  }

  it.each([
    { at: 0, by: 1, order: ['乙', '甲', '丙'] },
    { at: 2, by: -1, order: ['甲', '丙', '乙'] },
    { at: 0, by: -1, order: ['甲', '乙', '丙'] },
    { at: 2, by: 1, order: ['甲', '乙', '丙'] }
  ] as const)('$at by $by', ({ at, by, order }) => {
    const next = moved(at, by)
    expect(names(next)).toEqual(order)
    expect([...(next.charts[0]?.metrics ?? [])].sort()).toEqual(
      [...(report.charts[0]?.metrics ?? [])].sort()
    )
  })
})
