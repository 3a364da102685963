import type { Channel, Report } from '../report/report.ts'
import { channelKindOf } from '../report/channel-kinds.ts'
import { periodNames } from './kinds.ts'
import { lineId, type FigureLine } from './lines.ts'

/**
 * Why a platform cannot be called so: it has no name, or another of its kind has this one. `id` is the
 * platform itself, where there is one already.
 */
export function channelNameFault(
  { channels }: Pick<Report, 'channels'>,
  { kind, name, id }: Pick<Channel, 'kind' | 'name'> & { readonly id?: string }
): 'empty' | 'twice' | undefined {
  const wanted = name.trim()
  if (wanted === '') return 'empty'
  const twin = channels.some(
    (one) => one.id !== id && one.kind === kind && one.name.trim() === wanted
  )
  return twin ? 'twice' : undefined
}

/**
 * The titles of lines, as “清川科技”推送信息, by their ids. Platforms of one name are told apart by
 * their kinds, figures of one name by their periods.
 */
export function lineNames(
  report: Report,
  lines: readonly FigureLine[]
): ReadonlyMap<string, string> {
  const channels = new Map(report.channels.map((channel) => [channel.id, channel]))
  const all = lines.map((line) => {
    const channel = channels.get(line.channel)
    return { line, channel, plain: `${channel?.name ?? ''} ${line.name}` }
  })
  const twins = new Map<string, typeof all>()
  for (const one of all) twins.set(one.plain, [...(twins.get(one.plain) ?? []), one])
  return new Map(
    all.map(({ line, channel, plain }) => {
      const same = twins.get(plain) ?? []
      const kinds = new Set(same.map((one) => one.channel?.kind)).size > 1
      const periods = new Set(same.map((one) => one.line.period)).size > 1
      const kind = channel && kinds ? `（${channelKindOf(channel.kind).short}）` : ''
      const again = line.again > 0 ? String(line.again + 1) : ''
      const period = periods ? `（${periodNames[line.period]}）` : ''
      return [lineId(line), `“${channel?.name ?? ''}”${kind}${line.name}${again}${period}`]
    })
  )
}
