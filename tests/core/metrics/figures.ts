import { newReport, type Channel, type Metric, type Report } from '../../../src/core/report.ts'
import { below } from '../reports.ts'

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
        add('msgsDone', below(next, received + 1))
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
