import type { Channel, Metric, Report } from '../../report/report.ts'
import type { SheetCell } from '../../form/sheet.ts'
import { figureText } from '../figure.ts'
import { metricKindOf, type Period } from '../kinds.ts'
import { figureAt, figureLinesOf, type FigureLine } from '../lines.ts'

/** The figures of the yearly returns: views over those of the platforms. */

/** Where a figure of the return is kept; a platform that has no such line yet gets it. */
export function returnLine(report: Report, channel: Channel, key: string): FigureLine {
  const kind = metricKindOf(key)
  const name = kind?.name ?? key
  const period: Period = kind?.period ?? 'year'
  const lines = figureLinesOf(report, channel.id).filter(
    (line) => line.key === key && line.period === period && line.again === 0
  )
  return (
    lines.find((line) => line.name === name) ??
    (lines.length === 1 ? lines[0] : undefined) ?? {
      channel: channel.id,
      key,
      name,
      period,
      again: 0
    }
  )
}

/** The line's figure, or the categories that an office keeps instead of the total, added up. */
export function returnFigure(
  report: Report,
  channel: Channel,
  key: string
): Metric | { readonly sum: number; readonly about?: true } | undefined {
  const own = figureAt(report, returnLine(report, channel, key), report.year)
  if (own) return own
  // Averages added up mean nothing.
  if (metricKindOf(key)?.average) return undefined
  const parts = figureLinesOf(report, channel.id)
    .filter((line) => line.key === key && line.period === metricKindOf(key)?.period)
    .flatMap((line) => figureAt(report, line, report.year) ?? [])
    .filter(({ value }) => value !== null)
  if (parts.length < 2) return undefined
  const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0)
  return { sum, ...(parts.some(({ qualifier }) => qualifier) && { about: true }) }
}

/** A figure as a cell of a sheet. */
export const numberCell = (figure: ReturnType<typeof returnFigure>): SheetCell => {
  if (!figure) return { text: '' }
  if ('sum' in figure) {
    const { sum, about } = figure
    return about ? { text: `约${sum}` } : { text: String(sum), value: sum }
  }
  const text = figureText(figure)
  // With its qualifier it is a text: a sum of it would claim too much.
  return figure.value === null || figure.qualifier ? { text } : { text, value: figure.value }
}
