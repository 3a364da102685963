import { addChart } from '../../../src/core/charts/edit.ts'
import { placeCharts } from '../../../src/core/charts/placing.ts'
import { suggestions } from '../../../src/core/charts/suggest.ts'
import type { Channel, Metric, Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { below } from '../report/reports.ts'

/** Platforms of an invented office, for tests. */

export const channel = (id: string, kind: Channel['kind'], name = id): Channel => ({
  id,
  kind,
  name,
  accountId: '',
  sponsor: '清川市档案局',
  status: 'active',
  openedOn: '',
  closedOn: '',
  closeReason: ''
})

export const figure = (
  given: Partial<Metric> & Pick<Metric, 'channel' | 'key' | 'year' | 'value'>
): Metric => ({
  id: [given.channel, given.key, given.period ?? 'year', given.year, given.name ?? ''].join('-'),
  name: given.key,
  period: 'year',
  qualifier: '',
  shown: '',
  unit: '条',
  source: '',
  date: '',
  note: '',
  ...given
})

export const reportOf = (
  channels: readonly Channel[],
  metrics: readonly Metric[],
  year = 2025
): Report => ({ ...newReport('清川市档案局', year), channels, metrics })

/** Several years of many platforms in which everything adds up. */
export function consistentHistory(next: () => number, years = 10, count = 30): Report {
  const last = 2025
  const channels: Channel[] = []
  const metrics: Metric[] = []
  for (let c = 0; c < count; c++) {
    const site = c % 3 === 0
    const id = `c${c}`
    channels.push(channel(id, site ? 'website' : 'wechat', `平台${c}`))
    let followers = below(next, 5000)
    let visits = below(next, 900_000)
    let posts = 1 + below(next, 2000)
    let natural = 1 + below(next, 9000)
    for (let year = last - years + 1; year <= last; year++) {
      posts = Math.max(0, Math.round(posts * (0.6 + 1.1 * next())))
      const months = Array.from({ length: 12 }, (_, i) => Math.floor((posts + i) / 12))
      const add = (key: string, value: number, more: Partial<Metric> = {}) =>
        metrics.push(figure({ channel: id, key, year, value, ...more }))
      add('posts', posts, next() < 0.5 ? { months } : {})
      if (site) {
        const flow = below(next, 400_000)
        const shown = `${Math.round(flow / 10_000)}万`
        const rounded = Math.round(flow / 10_000) * 10_000
        visits += flow
        add('visits', visits, { period: 'total' })
        if (rounded > 0) add('visits', rounded, { qualifier: '约', shown })
        const news = below(next, posts + 1)
        add('news', news)
        add('briefs', below(next, posts - news + 1))
        const received = below(next, 300)
        add('msgsIn', received)
        const done = below(next, received + 1)
        add('msgsDone', done)
        add('msgsOpen', below(next, done + 1))
        const services = below(next, 900)
        add('services', services, { period: 'end', unit: '项' })
        add('servicesOnline', below(next, services + 1), { period: 'end', unit: '项' })
        const [texts, media] = [below(next, 40), below(next, 40)]
        add('readings', texts + media + below(next, 5))
        add('readingTexts', texts)
        add('readingMedia', media)
        natural = Math.round(natural * (0.6 + 1.1 * next()))
        const legal = below(next, 900)
        add('cases', natural + legal, { unit: '件' })
        add('casesNatural', natural, { unit: '件' })
        add('casesLegal', legal, { unit: '件' })
      } else {
        const fresh = Math.max(-followers, below(next, followers + 20) - Math.round(followers / 2))
        followers += fresh
        add('followersNew', fresh)
        add('followersEnd', followers, { period: 'end' })
      }
    }
  }
  return reportOf(channels, metrics, last)
}

/**
 * Such a history as an office has it: some accounts closed in the middle, those before this year in
 * last year's report, all charts that are offered, in the prose.
 */
export function livedHistory(next: () => number, years?: number, count?: number): Report {
  const whole = consistentHistory(next, years, count)
  const closings = new Map(
    whole.channels
      .filter(({ kind }) => kind === 'wechat' && next() < 0.3)
      .map(({ id }) => [id, whole.year - below(next, years ?? 10)])
  )
  const channels = whole.channels.map((one): Channel => {
    const year = closings.get(one.id)
    return year === undefined ? one : { ...one, status: 'closed', closedOn: `${year}-12-31` }
  })
  const metrics = whole.metrics.filter(
    ({ channel: id, year }) => year <= (closings.get(id) ?? whole.year)
  )
  const { cells, text } = whole
  const before = metrics.filter(({ year }) => year < whole.year)
  const report: Report = {
    ...whole,
    channels,
    metrics: metrics.filter(({ year }) => year === whole.year),
    previous: { year: whole.year - 1, cells, text, metrics: before }
  }
  const charted = suggestions(report).reduce((made, offer) => addChart(made, offer), report)
  return placeCharts(
    charted,
    charted.charts.map(({ id }) => id)
  )
}
