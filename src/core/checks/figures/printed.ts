import { printedQuote } from '../../compose/quote.ts'
import { claims } from '../../prose/claims/claims.ts'
import { quotesIn } from '../../prose/quotes.ts'
import { replaced, type Replaced } from '../../prose/replaced.ts'
import type { Report } from '../../report/report.ts'
import { eachText, type TextKey } from '../../form/sections.ts'
import type { Hit } from '../../findings/rule.ts'
import { checked, stated, type Stated } from './stated.ts'

/**
 * The prose as it prints: a quote is the number it stands for. What the prose says of itself is read
 * so, lists, shares and changes; a quoted number needs no comparison with its own cell.
 */

/** By report: several rules ask for the same sections. */
const known = new WeakMap<Report, Readonly<Record<TextKey, Replaced>>>()

/** A section as it prints, with the way back to where it is stored. */
export function printed(report: Report, section: TextKey): Replaced {
  const texts = known.get(report) ?? eachText((key) => printedText(report, report.text[key]))
  known.set(report, texts)
  return texts[section]
}

const printedText = (report: Report, text: string): Replaced =>
  replaced(
    text,
    quotesIn(text).flatMap(({ quote, from, to }) => {
      const by = printedQuote(report, quote)
      return by === undefined ? [] : [{ from, to, by }]
    })
  )

/** A hit at a place of a section as it prints. */
export const atPrinted = <Params>(
  report: Report,
  section: TextKey,
  from: number,
  to: number,
  params: Params
): Hit<Params> => ({
  at: { kind: 'text', section, ...printed(report, section).placeOf(from, to) },
  params
})

/** By report: several rules ask for the figures of the same one. */
const claimed = new WeakMap<Report, readonly Stated[]>()

/** The figures that the printed prose states exactly, typed or quoted. */
export function printedClaims(report: Report): readonly Stated[] {
  const all =
    claimed.get(report) ??
    checked.flatMap((section) => {
      const { text } = printed(report, section)
      const said =
        text === report.text[section]
          ? stated(report).filter((one) => one.section === section)
          : claims(text, report.year).map((claim) => ({ section, claim }))
      return said.filter(({ claim }) => claim.qualifier === undefined)
    })
  claimed.set(report, all)
  return all
}
