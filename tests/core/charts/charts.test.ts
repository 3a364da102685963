import { describe, expect, it } from 'vitest'
import { chartInWords, chartSpec, chartTable } from '../../../src/core/charts/chart.ts'
import { chartFaults } from '../../../src/core/charts/faults.ts'
import { outlierOf } from '../../../src/core/charts/outlier.ts'
import {
  addChart,
  moveChart,
  removeChart,
  setChart,
  splitChart,
  toggleFigure
} from '../../../src/core/charts/edit.ts'
import { digest, mostChanged, withDigest } from '../../../src/core/charts/digest.ts'
import { isPlaced, placeCharts, unplaceCharts } from '../../../src/core/charts/placing.ts'
import { suggestions } from '../../../src/core/charts/suggest.ts'
import { doubtedFigures, type KnownFinding } from '../../../src/core/checks/finding.ts'
import { repaired, repairs } from '../../../src/core/checks/repair/repair.ts'
import type { Chart, Metric, Report } from '../../../src/core/report/report.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { channel, figure, reportOf } from '../platforms/figures.ts'

const channels = [
  channel('site', 'website', '清川科技网'),
  channel('w', 'wechat', '清川科技'),
  channel('t', 'toutiao', '清川科技')
]
const posts = (of: string, year: number, value: number | null, more: Partial<Metric> = {}) =>
  figure({ channel: of, key: 'posts', name: '发布信息', year, value, ...more })
const chartOf = (metrics: readonly Metric[], more: Partial<Chart> = {}): Chart => ({
  id: 'c',
  title: '发布信息',
  type: 'bar',
  metrics: metrics.map(({ id }) => id),
  scale: 'linear',
  alt: '',
  ...more
})
const withChart = (metrics: readonly Metric[], more: Partial<Chart> = {}): Report => ({
  ...reportOf(channels, metrics),
  charts: [chartOf(metrics, more)]
})
const wrongCharts = (report: Report) =>
  validate(report).filter((one): one is KnownFinding<'P-CHART'> => one.rule === 'P-CHART')

const specOf = (report: Report) => {
  const spec = chartSpec(report, 'c')
  if (!spec) throw new Error('no chart')
  return spec
}
const pair = (of: string, last: number, now: number) => [
  posts(of, 2024, last),
  posts(of, 2025, now)
]
const compared = [...pair('site', 2500, 2636), ...pair('w', 180, 190), ...pair('t', 41, 38)]

describe('what a chart shows', () => {
  it('tells platforms of one name apart by their kinds, figures of one name by their periods', () => {
    const now = [posts('w', 2025, 190), posts('t', 2025, 38)]
    expect(specOf(withChart(now)).labels).toEqual([
      '清川科技（公众号）发布信息',
      '清川科技（头条号）发布信息'
    ])
    const both = [posts('site', 2025, 289), posts('site', 2025, 2292, { period: 'total' })]
    expect(specOf(withChart(both)).labels).toEqual([
      '清川科技网发布信息（本年）',
      '清川科技网发布信息（累计）'
    ])
  })

  it.each(['site-posts-year-2024-发布信息', 'site-posts-year-2025-发布信息'])(
    'takes a name from whatever year it was given with (%s)',
    (id) => {
      const metrics = pair('site', 1, 2).concat(pair('w', 3, 4))
      for (const order of [metrics, [...metrics].reverse()]) {
        const shown = specOf(withChart(order, { names: { [id]: '网站' } }))
        expect(shown.labels).toContain('网站')
      }
    }
  )

  it('is one circle of the latest year, the small ones together', () => {
    expect(specOf(withChart(compared, { type: 'pie' })).series).toEqual([
      { name: '2025年', values: [2636, 190, 38] }
    ])
  })

  it.each<[string, readonly number[], readonly number[], number]>([
    [
      'eight that can be seen',
      [10, 20, 30, 40, 50, 60, 70, 80],
      [10, 20, 30, 40, 50, 60, 70, 80],
      0
    ],
    ['nine', [10, 20, 30, 40, 50, 60, 70, 80, 90], [30, 40, 50, 60, 70, 80, 90, 30], 2],
    ['two below 3 %', [1000, 500, 7, 1], [1000, 500, 8], 2],
    ['one below 3 %', [1000, 500, 7], [1000, 500, 7], 0],
    [
      'a small one and too many',
      [90, 80, 70, 60, 50, 40, 30, 20, 1],
      [90, 80, 70, 60, 50, 40, 30, 21],
      2
    ],
    ['nothing at all', [0, 0, 0], [0, 0, 0], 0]
  ])('is one circle of %s', (_, given, drawn, inside) => {
    const metrics = given.map((value, i) =>
      posts('w', 2025, value, { name: `第${i}类`, id: `m${i}` })
    )
    const spec = specOf(withChart(metrics, { type: 'pie' }))
    expect(spec.series[0]?.values).toEqual(drawn)
    expect(spec.together?.length ?? 0).toBe(inside)
    const rest = spec.labels.at(-1) ?? ''
    expect(rest.startsWith('其他（')).toBe(inside > 0)
    // Whatever is drawn, each is named, and told by itself in the table and in words.
    const table = chartTable(spec).slice(1)
    expect(table.map(([, cell]) => Number(cell?.text)).sort()).toEqual([...given].sort())
    for (const { name, value } of metrics) {
      expect(spec.labels.join()).toContain(name)
      expect(spec.alt).toContain(`${name}${value}条`)
    }
  })

  it('stays the same object as long as it shows the same', () => {
    const report = withChart(compared)
    const first = chartSpec(report, 'c')
    expect(chartSpec({ ...report, text: { ...report.text, other: '。' } }, 'c')).toBe(first)
    const metrics = [...report.metrics, posts('w', 2020, 7)]
    expect(chartSpec({ ...report, metrics }, 'c')).toBe(first)
    const changed = report.metrics.map((one) => ({ ...one, value: 7 }))
    expect(chartSpec({ ...report, metrics: changed }, 'c')).not.toBe(first)
    expect(chartSpec(setChart(report, 'c', { title: '别的' }), 'c')?.title).toBe('别的')
    expect(chartInWords(report, 'c')).toBe(first?.alt)
  })
})

describe('the outlier of a chart', () => {
  it.each<[string, readonly Metric[], Partial<Chart>, string | undefined]>([
    ['a platform in both years', compared, {}, '清川科技网发布信息'],
    [
      'a platform in one year',
      compared.filter(({ year }) => year === 2025),
      {},
      '清川科技网发布信息'
    ],
    [
      'a line through the years',
      [2023, 2024, 2025].flatMap((y) => [posts('site', y, 2636), posts('w', y, 190)]),
      { type: 'line' },
      '清川科技网发布信息'
    ],
    ['a year against another', [...pair('site', 20, 500), ...pair('w', 30, 400)], {}, '2025年'],
    ['nothing on a log axis', compared, { scale: 'log' }, undefined],
    ['nothing in a pie', compared, { type: 'pie' }, undefined],
    ['nothing among equals', [...pair('site', 200, 210), ...pair('w', 190, 180)], {}, undefined],
    ['no year of one course', pair('site', 20, 500), {}, undefined]
  ])('is %s', (_, metrics, more, name) => {
    const report = withChart(metrics, more)
    const outlier = outlierOf(specOf(report))
    expect(outlier?.name).toBe(name)
    const hint = wrongCharts(report).find(({ params }) => params.fault === 'outlier')
    expect(hint?.severity).toBe(name && 'hint')
    if (!outlier || !hint) return
    for (const way of repairs(report, hint, [])) {
      const next = repaired(report, way)
      expect(outlierOf(specOf(next))).toBeUndefined()
      expect(next.charts.flatMap((one) => one.metrics).sort()).toEqual(
        metrics.map(({ id }) => id).sort()
      )
    }
    expect(splitChart(report, 'c', outlier).charts).toHaveLength(2)
  })
})

describe('what is wrong with a chart', () => {
  const years = (...all: number[]) => all.map((year) => posts('site', year, 200 + year))
  it.each<[string, readonly Metric[], Partial<Chart>, string[]]>([
    ['nothing', compared, {}, []],
    ['all blank', [posts('w', 2025, null)], {}, ['empty']],
    ['one blank', [posts('site', 2025, 5), posts('w', 2025, null)], {}, ['missing']],
    ['units', [posts('site', 2025, 5), posts('w', 2025, 6, { unit: '次' })], {}, ['units']],
    [
      'periods',
      [posts('site', 2025, 5), posts('w', 2025, 6, { period: 'total' })],
      {},
      ['periods']
    ],
    ['below 0', [posts('site', 2025, 5), posts('w', 2025, -6)], { scale: 'log' }, ['negative']],
    ['years left out', years(2021, 2023, 2025), {}, ['gap']],
    ['no year left out', years(2023, 2024, 2025), {}, []],
    ['one of two years', [...pair('site', 1, 2), posts('w', 2025, 3)], {}, ['side']],
    [
      'too many lines',
      Array.from({ length: 5 }, (_, i) =>
        [2023, 2024, 2025].map((y) => posts('w', y, 9, { name: `第${i}类`, id: `${i} ${y}` }))
      ).flat(),
      { type: 'line' },
      ['crowded']
    ]
  ])('%s', (_, metrics, more, expected) => {
    const report = withChart(metrics, more)
    expect(chartFaults(report, 'c')).toEqual(expected)
    const said = wrongCharts(report).filter(
      ({ params }) => !['outlier', 'doubtful'].includes(params.fault)
    )
    expect(said.map(({ params }) => params.fault)).toEqual(expected)
    for (const finding of said) {
      for (const way of repairs(report, finding, [])) {
        expect(chartFaults(repaired(report, way), 'c')).not.toContain(finding.params.fault)
      }
    }
  })

  it('a new account has no last year', () => {
    const metrics = [...pair('site', 1, 2), posts('w', 2025, 3)]
    const report = withChart(metrics)
    const opened = channels.map((one) => ({ ...one, status: 'opened' as const }))
    expect(chartFaults({ ...report, channels: opened }, 'c')).toEqual([])
  })

  it('a figure that the checks doubt, until somebody explains it', () => {
    const metrics = [posts('site', 2025, 5), posts('w', 2025, -6)]
    const report = withChart(metrics)
    expect(chartFaults(report, 'c', doubtedFigures(validate(report)))).toEqual(['doubtful'])
    expect(wrongCharts(report).filter(({ params }) => params.fault === 'doubtful')).toHaveLength(1)
    const odd = withChart([posts('site', 2025, 5), posts('w', 2025, 6.5)])
    const [finding] = validate(odd).filter(({ rule }) => rule === 'P-ODD')
    if (!finding) throw new Error('nothing odd')
    const { rule, fingerprint } = finding
    const waivers = [{ rule, fingerprint, reason: '口径', by: '', at: odd.createdAt }]
    const rest = wrongCharts({ ...odd, waivers }).filter(
      ({ params }) => params.fault === 'doubtful'
    )
    expect(rest).toEqual([])
  })
})

describe('charts suggested, placed and changed', () => {
  const report = reportOf(channels, compared)
  const [first] = suggestions(report)
  if (!first) throw new Error('nothing suggested')
  const made = addChart(report, first)
  const id = made.charts[0]?.id ?? ''

  it('are of posts against last year, and not offered again', () => {
    expect(first).toMatchObject({ id: 'posts', type: 'bar' })
    expect(suggestions(made).map((one) => one.id)).not.toContain('posts')
  })

  it('leave out what has another unit, and have titles that differ', () => {
    const other = reportOf(channels, [
      ...compared.map((one) => (one.channel === 't' ? { ...one, unit: '篇' } : one)),
      ...[2023, 2022].flatMap((y) => [posts('w', y, 1), posts('t', y, 2)])
    ])
    const offers = suggestions(other)
    expect(new Set(offers[0]?.figures.map(({ unit }) => unit)).size).toBe(1)
    const titles = offers.map(({ title, type }) => title + type)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('stand in the prose where a paragraph is nothing but their mark', () => {
    const placed = placeCharts(made, [id])
    expect(isPlaced(placed, id)).toBe(true)
    expect(isPlaced(unplaceCharts(placed, [id]), id)).toBe(false)
    expect(placeCharts(placed, [id])).toBe(placed)
    const inline = {
      ...made,
      text: { ...made.text, overview: `前。\n见图{{chart:${id}}}。\n后。` }
    }
    expect(isPlaced(inline, id)).toBe(false)
    const finding = validate(inline).find(({ rule }) => rule === 'P-QUOTE')
    const [way] = finding ? repairs(inline, finding, []) : []
    const mended = way ? repaired(inline, way) : inline
    expect(mended.text.overview).toBe(`前。\n见图。\n{{chart:${id}}}\n后。`)
    expect(isPlaced(mended, id)).toBe(true)
    expect(validate(mended).filter(({ rule }) => rule === 'P-QUOTE')).toEqual([])
  })

  it('gone, leave no mark', () => {
    const text = { ...made.text, overview: `前。\n{{chart:${id}}}\n后。` }
    const gone = removeChart({ ...made, text }, id)
    const finding = validate(gone).find(({ rule }) => rule === 'P-QUOTE')
    const [way] = finding ? repairs(gone, finding, []) : []
    expect(way ? repaired(gone, way).text.overview : '').toBe('前。\n后。')
  })

  it('lose and regain a line with all its years', () => {
    const metric = compared[2]
    if (!metric) throw new Error('no figure')
    const less = toggleFigure(made, id, metric)
    expect(less.charts[0]?.metrics).toHaveLength(4)
    const again = toggleFigure(less, id, metric)
    expect([...(again.charts[0]?.metrics ?? [])].sort()).toEqual(compared.map((m) => m.id).sort())
  })

  it('go up and down, and stop at the edge', () => {
    const two = addChart(made, { title: '另一张', type: 'bar', figures: [] })
    const last = two.charts[1]?.id ?? ''
    expect(moveChart(two, last, -1).charts.map((one) => one.id)).toEqual([last, id])
    expect(moveChart(two, last, 1)).toBe(two)
  })
})

describe('the years at a glance', () => {
  const metrics = [
    ...pair('w', 100, 190),
    ...pair('t', 41, 38),
    ...[2024, 2025].map((year) => posts('w', year, year, { period: 'total' }))
  ]
  const report = reportOf(channels, metrics)
  const entries = digest(report)

  it('have a chart of each line, no two with one title', () => {
    const titles = entries.map(({ spec }) => spec.title)
    expect(titles).toHaveLength(3)
    expect(new Set(titles).size).toBe(3)
  })

  it('become charts once, whatever they are called', () => {
    const made = withDigest(report, entries)
    expect(made.charts).toHaveLength(3)
    expect(made.charts.every(({ id }) => isPlaced(made, id))).toBe(true)
    const renamed = { ...made, charts: made.charts.map((one) => ({ ...one, title: '同名' })) }
    expect(withDigest(renamed, digest(renamed)).charts).toHaveLength(3)
  })

  it('tell what changed most', () => {
    expect(mostChanged(entries, 1).map(({ line }) => line.channel)).toEqual(['w'])
  })
})
