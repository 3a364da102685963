import { chartSpec } from '../charts/chart.ts'
import type { TextKey } from '../form/sections.ts'
import { textHeadings, type TextHeading } from '../prose/headings/headings.ts'
import { lengthOf, passages } from '../prose/narrative.ts'
import { chartOf } from '../prose/quotes.ts'
import type { Report } from '../report/report.ts'
import { quoted } from './quote.ts'

/**
 * Number of characters that a written section prints, as a reader counts them: no white space, a quote
 * as its number, a chart not at all. With offsets, of what stands between them.
 */
export function printedLength(
  report: Report,
  section: TextKey,
  from = 0,
  to = report.text[section].length
): number {
  const text = report.text[section]
  return passages(text).reduce((sum, passage) => {
    if (passage.to <= from || passage.from >= to) return sum
    const chart = chartOf(passage.text)
    if (chart !== undefined && chartSpec(report, chart)) return sum
    const whole = from <= passage.from && passage.to <= to
    const words = whole
      ? passage.text
      : text.slice(Math.max(from, passage.from), Math.min(to, passage.to))
    return sum + lengthOf(quoted(report, words))
  }, 0)
}

/** A heading with the number of characters under it, its own not counted. */
export interface OutlineLine {
  readonly heading: TextHeading
  readonly length: number
}

/** More headings are a novel's: no outline of a report shows them. */
const mostLines = 80

/** The outline of a written section. */
export const outlineOf = (report: Report, section: TextKey): OutlineLine[] =>
  textHeadings(report.text[section])
    .slice(0, mostLines)
    .map((heading) => ({
      heading,
      length: printedLength(report, section, heading.to, heading.until)
    }))
