import { replaceQuotes, type Quote } from '../prose/quotes.ts'
import { fieldText } from '../numbers/chinese.ts'
import { isMoney } from '../form/form.ts'
import { figureText } from '../platforms/figure.ts'
import { figureAt, knownFigures, lineOf } from '../platforms/lines.ts'
import { feeDecimalsOf, type Report } from '../report/report.ts'
import type { Cells } from '../form/cells.ts'
import type { FieldId } from '../form/table.ts'
import { percentText } from '../numbers/percent.ts'
import { cellsIn, type CellSum } from '../sums/groups.ts'

/** The text with every quoted figure written out; one that is not known stays as it stands. */
export const quoted = (report: Report, text: string): string =>
  replaceQuotes(text, (quote, whole) => printedQuote(report, quote) ?? whole)

/** What is printed for a quote; undefined where that is its mark. Charts are drawn, not written. */
export function printedQuote(report: Report, quote: Quote): string | undefined {
  const answer = answerOf(report, quote)
  return 'text' in answer ? answer.text : undefined
}

/**
 * Why nothing can be printed for a quote. `gone`: no such figure or chart, or the figure is blank;
 * `blank`: a cell is not filled in; `last`: last year's number is not known; `whole`: of 0 there is no
 * share and no growth; `unknown`: the name of nothing that can be quoted.
 */
export type Unprinted = 'gone' | 'blank' | 'last' | 'whole' | 'unknown'

/** Why a quote cannot be printed, or a chart not drawn; undefined where it can. */
export function unprinted(report: Report, quote: Quote): Unprinted | undefined {
  if (quote.kind === 'chart')
    return report.charts.some(({ id }) => id === quote.id) ? undefined : 'gone'
  const answer = answerOf(report, quote)
  return 'lacking' in answer ? answer.lacking : undefined
}

type Answer = { readonly text: string } | { readonly lacking: Unprinted }

function answerOf(report: Report, quote: Quote): Answer {
  switch (quote.kind) {
    case 'cell':
      return textOr(cellText(report, quote.field), 'blank')
    case 'figure':
      return textOr(quotedFigure(report, quote.id) ?? '', 'gone')
    case 'chart':
      return { lacking: 'gone' }
    case 'sum':
      return textOr(sumText(report, report.cells, quote.of), 'blank')
    case 'last':
      return textOr(sumText(report, report.previous?.cells, quote.of), 'last')
    case 'share':
      return shareOf(report, quote)
    case 'growth':
      return growthOf(report, quote)
    case 'figureGrowth':
      return figureGrowthOf(report, quote.id)
    case 'unknown':
      return { lacking: 'unknown' }
  }
}

const textOr = (text: string, lacking: Unprinted): Answer => (text ? { text } : { lacking })

function sumText(report: Report, cells: Cells | undefined, of: CellSum): string {
  const money = cellsIn(of).some(isMoney)
  return fieldText(valueOf(cells, of), { money, decimals: feeDecimalsOf(report) })
}

/** What a sum comes to; null where one of its cells is not known. */
function valueOf(cells: Cells | undefined, of: CellSum): number | null {
  let sum = 0
  for (const field of cellsIn(of)) {
    const value = cells?.[field] ?? null
    if (value === null) return null
    sum += value
  }
  return sum
}

type QuoteOf<Kind extends Quote['kind']> = Extract<Quote, { kind: Kind }>

function shareOf({ cells }: Report, { part, of, decimals }: QuoteOf<'share'>): Answer {
  const [some, all] = [valueOf(cells, part), valueOf(cells, of)]
  if (some === null || all === null) return { lacking: 'blank' }
  return all === 0 ? { lacking: 'whole' } : { text: `${percentText(some, all, decimals)}%` }
}

function growthOf({ cells, previous }: Report, { of, decimals }: QuoteOf<'growth'>): Answer {
  const [now, last] = [valueOf(cells, of), valueOf(previous?.cells, of)]
  if (now === null) return { lacking: 'blank' }
  return last === null ? { lacking: 'last' } : growthFrom(last, now, decimals)
}

function figureGrowthOf(report: Report, id: string): Answer {
  const now = knownFigures(report).find((one) => one.id === id)
  if (now?.value == null) return { lacking: 'gone' }
  const last = figureAt(report, lineOf(report, now), now.year - 1)?.value
  // Figures have up to six decimals.
  return last == null ? { lacking: 'last' } : growthFrom(micro(last), micro(now.value))
}

const micro = (value: number): number => Math.round(value * 1e6)

/** With its word, so that it turns with the number; there is none from 0 or from less. */
function growthFrom(last: number, now: number, decimals?: number): Answer {
  if (now === last) return { text: '持平' }
  if (last <= 0) return { lacking: 'whole' }
  return { text: `${now > last ? '增长' : '下降'}${percentText(now - last, last, decimals)}%` }
}

/** A platform figure by its id as it is printed; undefined where there is none or it is blank. */
function quotedFigure(report: Report, id: string): string | undefined {
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
