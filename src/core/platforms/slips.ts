import type { Report } from '../report/report.ts'
import { metricKindOf } from './kinds.ts'
import { allLines, historyOf } from './lines.ts'
import type { KnownFigure } from './identities.ts'

/** A figure that is ten or ten thousand times what its history leads to expect, or that part of it. */
export interface ScaleSlip {
  readonly figure: KnownFigure
  readonly last: KnownFigure
  readonly times: 10 | 10_000
  /** What it would be without the slip. */
  readonly meant: number
}

/** Figures below this are too small for a ratio to mean anything. */
const countsFrom = 20
/** How far figures go up and down by themselves from one year to the next. */
const usual = 1.6

/**
 * Slips of a digit or of 万, against the year before. About ten times the last figure is a slip only
 * where the figure has never moved so much in any other year.
 */
export function scaleSlips(report: Report): ScaleSlip[] {
  const own = new Set(report.metrics.map(({ id }) => id))
  return allLines(report).flatMap((line): ScaleSlip[] => {
    if (metricKindOf(line.key)?.signed && line.key !== 'own') return []
    const history = historyOf(report, line)
    return history.flatMap((figure, i): ScaleSlip[] => {
      const last = history[i - 1]
      if (!last || last.year !== figure.year - 1 || !own.has(figure.id)) return []
      const slip = slipBetween(figure, last)
      if (slip?.times === 10 && movesElsewhere(history, i)) return []
      return slip ? [slip] : []
    })
  })
}

function slipBetween(figure: KnownFigure, last: KnownFigure): ScaleSlip | undefined {
  const [now, before] = [figure.value, last.value]
  if (Math.min(now, before) <= 0 || Math.max(now, before) < countsFrom) return undefined
  for (const times of [10_000, 10] as const) {
    const off = now > before ? now / before / times : (now / before) * times
    const near = times === 10 ? usual : usual * usual
    const meant = now > before ? now / times : now * times
    // A digit too many leaves a number that ends in 0, or what is counted would have been halved.
    if (off > 1 / near && off < near && Number.isInteger(meant)) {
      return { figure, last, times, meant }
    }
  }
  return undefined
}

/** Whether the figure has ever moved by a factor of e, but into and out of this year. */
const movesElsewhere = (history: readonly KnownFigure[], at: number): boolean =>
  history.some((one, k) => {
    const before = history[k - 1]
    if (!before || k === at || k === at + 1) return false
    return Math.abs(Math.log((one.value + 1) / (before.value + 1))) > 1
  })
