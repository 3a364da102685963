import { formOf, isField, tableOf } from '../../form/form.ts'
import { passages } from '../../prose/narrative.ts'
import { cellText, quotedFigure } from '../../compose/quote.ts'
import {
  chartOf,
  firstInBraces,
  quotesIn,
  quoteToken,
  straysIn,
  type Quote
} from '../../prose/quotes.ts'
import type { Report } from '../../report/report.ts'
import { textKeys, type TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'
import type { Place } from '../../findings/finding.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/**
 * What cannot be quoted. `what`: the kind of quote, `inline` for a chart in a sentence, `blank` for a
 * cell not filled in, `stray` for a mark that lost a brace (with what it was `meant` to be, where that
 * is known), `elsewhere` for any where none is written out.
 */
export interface Unquotable {
  readonly what: 'chart' | 'inline' | 'metric' | 'blank' | 'other' | 'stray' | 'elsewhere'
  readonly found: string
  readonly meant?: string
}

/**
 * Quotes that would be printed as their marks: of what is not there or not filled in, a chart within
 * a sentence, a quote that lost a brace, and any quote where none is written out.
 */

export const unquotable = ({ report }: Facts): Hit<Unquotable>[] => [
  ...textKeys.flatMap((section) => [...tokensOf(report, section), ...straysOf(report, section)]),
  ...elsewhere(report)
]

function tokensOf(report: Report, section: TextKey): Hit<Unquotable>[] {
  const text = report.text[section]
  const quotes = quotesIn(text)
  const alone = new Set(
    (quotes.length ? passages(text) : []).flatMap((line) => (chartOf(line.text) ? [line.from] : []))
  )
  return quotes.flatMap(({ quote, from, to, text: found }): Hit<Unquotable>[] => {
    const what = faultOf(report, quote, alone.has(from))
    return what ? [{ at: placeIn(section, from, to), params: { what, found } }] : []
  })
}

function faultOf(report: Report, quote: Quote, alone: boolean): Unquotable['what'] | undefined {
  switch (quote.kind) {
    case 'chart':
      return isThere(report, quote) ? (alone ? undefined : 'inline') : 'chart'
    case 'figure':
      return isThere(report, quote) ? undefined : 'metric'
    case 'cell': {
      const { field } = quote
      return cellText(report, field) === '' && isBegun(report, field) ? 'blank' : undefined
    }
    case 'unknown':
      return 'other'
  }
}

/** Whether the report has what is quoted; a cell it always has. */
function isThere(report: Report, quote: Quote): boolean {
  switch (quote.kind) {
    case 'chart':
      return report.charts.some(({ id }) => id === quote.id)
    case 'figure':
      return quotedFigure(report, quote.id) !== undefined
    case 'cell':
      return true
    case 'unknown':
      return false
  }
}

/** Whether the cell's table holds a number; one that holds none is told of as a whole. */
const isBegun = (report: Report, field: FieldId): boolean =>
  formOf(report)
    .fieldsOf(tableOf(field))
    .some((other) => report.cells[other] !== null)

function straysOf(report: Report, section: TextKey): Hit<Unquotable>[] {
  return straysIn(report.text[section]).map(({ from, to, text, quote }): Hit<Unquotable> => {
    const meant = quote && isThere(report, quote) ? quoteToken(quote) : undefined
    return {
      at: placeIn(section, from, to),
      params: { what: 'stray', found: text, ...(meant && { meant }) }
    }
  })
}

const placeIn = (section: TextKey, from: number, to: number): Place => ({
  kind: 'text',
  section,
  from,
  to
})

/** What is printed as it was typed, beside the prose: names, remarks, titles of charts. */
function elsewhere({ unit, notes, charts, metrics }: Report): Hit<Unquotable>[] {
  const whole = { kind: 'report' } as const
  const printed: readonly (readonly [Place, string])[] = [
    [whole, unit.name],
    ...Object.entries(notes).map(([field, note]): readonly [Place, string] => [
      isField(field) ? { kind: 'cells', fields: [field] } : whole,
      note
    ]),
    ...charts.flatMap(({ title, alt, names = {}, metrics: shown }) => {
      const id = shown.find((one) => metrics.some((metric) => metric.id === one))
      const at: Place = id === undefined ? whole : { kind: 'metric', id }
      return [title, alt, ...Object.values(names)].map((text) => [at, text] as const)
    })
  ]
  return printed.flatMap(([at, text]): Hit<Unquotable>[] => {
    const found = firstInBraces(text) ?? straysIn(text)[0]?.text
    return found === undefined ? [] : [{ at, params: { what: 'elsewhere', found } }]
  })
}
