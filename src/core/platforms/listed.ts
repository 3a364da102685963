import { channelKindOf } from '../report/channel-kinds.ts'
import type { Channel, Metric, Report } from '../report/report.ts'
import { figureText } from './figure.ts'
import { periodNames } from './kinds.ts'
import { figureAt, lineOf } from './lines.ts'

/** The figures of all platforms as one list, a line for each: what is handed to whoever counts on. */

/** A figure with its platform; undefined where a file names one that it does not have. */
export interface ListedFigure {
  readonly channel: Channel | undefined
  readonly figure: Metric
}

/**
 * Every figure of the report, and those of earlier years that only last year's report had; platform
 * by platform, each line by its years.
 */
export function listedFigures(report: Report): ListedFigure[] {
  const own = new Set(report.metrics)
  const past = (report.previous?.metrics ?? []).filter(
    (one) => !own.has(one) && figureAt(report, lineOf(report, one), one.year) === one
  )
  const order = new Map(report.channels.map(({ id }, i) => [id, i]))
  const place = ({ channel }: Metric) => order.get(channel) ?? order.size
  return [...report.metrics, ...past]
    .map((figure) => ({ channel: report.channels.find(({ id }) => id === figure.channel), figure }))
    .sort((a, b) => place(a.figure) - place(b.figure))
}

/** What stands above the list. */
export const listTitle = '政府信息公开平台数据'

/** The heads of the list, by what stands below them. */
export const listHeads = {
  kind: '平台类型',
  platform: '平台名称',
  name: '指标',
  year: '年度',
  period: '时段',
  printed: '数值（原样）',
  value: '数值（计算用）',
  unit: '计量单位',
  source: '来源',
  date: '采集日期',
  note: '备注'
} as const

/** What stands below a head, in words. */
export const listTexts = ({
  channel,
  figure
}: ListedFigure): Readonly<Record<keyof typeof listHeads, string>> => ({
  kind: channel ? channelKindOf(channel.kind).name : '',
  platform: channel?.name ?? '',
  name: figure.name,
  year: String(figure.year),
  period: periodNames[figure.period],
  printed: figureText(figure),
  value: figure.value === null ? '' : String(figure.value),
  unit: figure.unit,
  source: figure.source,
  date: figure.date,
  note: figure.note
})

/** Whether a row of texts is the head of such a list. */
export const isListHead = (row: readonly string[]): boolean =>
  [listHeads.platform, listHeads.name, listHeads.printed, listHeads.value].every((head) =>
    row.includes(head)
  )
