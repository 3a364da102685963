import { replaceQuotes, type Quote } from '../prose/quotes.ts'
import { fieldText } from '../numbers/chinese.ts'
import { isMoney } from '../form/form.ts'
import { figureText } from '../platforms/figure.ts'
import { knownFigures } from '../platforms/lines.ts'
import { feeDecimalsOf, type Report } from '../report/report.ts'
import type { FieldId } from '../form/table.ts'

/** The text with every quoted figure written out; one that is not known stays as it stands. */
export const quoted = (report: Report, text: string): string =>
  replaceQuotes(text, (quote, whole) => printedQuote(report, quote) ?? whole)

/** What is printed for a quote; undefined where that is its mark. Charts are drawn, not written. */
export function printedQuote(report: Report, quote: Quote): string | undefined {
  switch (quote.kind) {
    case 'cell':
      return cellText(report, quote.field) || undefined
    case 'figure':
      return quotedFigure(report, quote.id)
    case 'chart':
    case 'unknown':
      return undefined
  }
}

/** A platform figure by its id as it is printed; undefined where there is none or it is blank. */
export function quotedFigure(report: Report, id: string): string | undefined {
  const metric = knownFigures(report).find((one) => one.id === id)
  return (metric && figureText(metric)) || undefined
}

/** A statutory number as it is printed; empty when not filled in. */
export function numberText(report: Pick<Report, 'cells' | 'settings'>, field: FieldId): string {
  return fieldText(report.cells[field], {
    money: isMoney(field),
    decimals: feeDecimalsOf(report)
  })
}

/** The same with its remark behind it; also what a user would type to get both. */
export function cellText(report: Report, field: FieldId): string {
  const number = numberText(report, field)
  const note = report.notes[field]
  return number && note ? `${number}（${note}）` : number
}
