import type { Channel, Report } from '../../report/report.ts'
import { heldBy, type Column } from './column.ts'
import type { headScale } from './columns.ts'
import { readFigure, scaledFigure, type FigureReading } from '../figure.ts'
import { metricKindOf, kindsFor } from '../kinds.ts'
import { figureLinesOf, newestOf, type FigureLine } from '../lines.ts'

/** What one cell of a platform's export says, and of which figure of which platform. */

type Figure = Extract<FigureReading, { kind: 'figure' }>

/** What a cell says of a figure; `scale` is what its head counts in. */
export function readCell(
  report: Report,
  line: FigureLine,
  cell: string,
  scale: ReturnType<typeof headScale> | undefined
): Figure | 'blank' | 'number' | 'decimal' | 'negative' | 'percent' | 'scale' {
  const reading = readFigure(cell)
  if (reading.kind === 'blank' || reading.kind === 'na') return 'blank'
  if (reading.kind === 'text') return 'number'
  const kind = metricKindOf(line.key)
  if (reading.value < 0 && !kind?.signed) return 'negative'
  const unit = newestOf(report, line)?.unit ?? kind?.unit ?? ''
  if (reading.unit === '%' && unit !== '%') return 'percent'
  const times = scale?.times ?? 1
  if (times !== 1 && /[千万亿]/.test(reading.shown)) return 'scale'
  const figure = scale && times !== 1 ? scaledFigure(reading, scale) : reading
  if (!figure) return 'number'
  // 2025.1 among counts is a month, and 5.07 something else; the office's own figures may be either.
  const counted = kind && kind.key !== 'own' && !kind.average && unit !== '%'
  return counted && !Number.isInteger(figure.value) ? 'decimal' : figure
}

/** The platform of that name or account id: rather the chosen one, then one of its kind. */
export function accountNamed(
  { channels }: Report,
  text: string,
  chosen: Channel
): Channel | 'none' | 'several' {
  const named = channels.filter(
    ({ name, accountId }) => text !== '' && (name === text || accountId === text)
  )
  const [only] = named
  if (!only) return 'none'
  const mine = named.find(({ id }) => id === chosen.id)
  if (mine) return mine
  const like = named.filter(({ kind }) => kind === chosen.kind)
  const left = like.length > 0 ? like : named
  return left.length === 1 ? (left[0] ?? 'none') : 'several'
}

/** A figure that every such platform has, though the report has none yet. */
function lineNamed(channel: Channel, wanted: string): FigureLine | undefined {
  const [kind, ...more] = kindsFor(channel.kind).filter(
    ({ key, name }) => name === wanted && key !== 'own' && key !== 'category'
  )
  if (!kind || more.length > 0) return undefined
  const { key, period, name } = kind
  return { channel: channel.id, key, period, name, again: 0 }
}

export type Target = FigureLine | 'none' | 'unknown'

/** The line that a cell belongs to; `none` for a column without figures. */
export function targetOf(report: Report, column: Column, channel: Channel, label: string): Target {
  const lines = figureLinesOf(report, channel.id).filter(({ again }) => again === 0)
  const held = heldBy(column, report.year)
  if (!held) return 'none'
  if (!('key' in held)) {
    const wanted = 'name' in held ? held.name : label
    const found = lines.filter(({ name }) => name === wanted)
    const line = found.length > 1 ? found.find(({ period }) => period === 'year') : found[0]
    return line ?? lineNamed(channel, wanted) ?? 'unknown'
  }
  const { key, period } = held
  const found = lines.filter((line) => line.key === key && line.period === period)
  return (
    found[0] ?? { channel: channel.id, key, period, name: metricKindOf(key)?.name ?? key, again: 0 }
  )
}
