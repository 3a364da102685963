import { formOf, isField, tableOf } from '../../form/form.ts'
import { passages } from '../../prose/narrative.ts'
import { unprinted, type Unprinted } from '../../compose/quote.ts'
import {
  cellsQuoted,
  chartOf,
  firstInBraces,
  quotesIn,
  quoteToken,
  type Quote
} from '../../prose/quotes.ts'
import { straysIn } from '../../prose/strays.ts'
import type { Report } from '../../report/report.ts'
import { textKeys, type TextKey } from '../../form/sections.ts'
import type { Place } from '../../findings/finding.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/**
 * What cannot be quoted. `what`: the kind of quote, `inline` for a chart in a sentence, `blank` for a
 * cell not filled in, `last` where last year's number is not known, `whole` for a share or a growth of
 * 0, `stray` for a mark that lost a brace (with what it was `meant` to be, where that
 * is known), `elsewhere` for any where none is written out.
 */
export interface Unquotable {
  readonly what:
    'chart' | 'inline' | 'metric' | 'blank' | 'last' | 'whole' | 'other' | 'stray' | 'elsewhere'
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

/** What is wrong, by why nothing can be printed. */
const faults = {
  gone: 'metric',
  blank: 'blank',
  last: 'last',
  whole: 'whole',
  unknown: 'other'
} as const satisfies Record<Unprinted, Unquotable['what']>

function faultOf(report: Report, quote: Quote, alone: boolean): Unquotable['what'] | undefined {
  const lacking = unprinted(report, quote)
  if (quote.kind === 'chart') return lacking ? 'chart' : alone ? undefined : 'inline'
  if (lacking === 'blank' && !isBegun(report, quote)) return undefined
  return lacking && faults[lacking]
}

/** Whether a table that is quoted holds a number; one that holds none is told of as a whole. */
const isBegun = (report: Report, quote: Quote): boolean =>
  [...new Set(cellsQuoted(quote).map(tableOf))].some((table) =>
    formOf(report)
      .fieldsOf(table)
      .some((field) => report.cells[field] !== null)
  )

function straysOf(report: Report, section: TextKey): Hit<Unquotable>[] {
  return straysIn(report.text[section]).map(({ from, to, text, quote }): Hit<Unquotable> => {
    const meant = quote && isKnown(report, quote) ? quoteToken(quote) : undefined
    return {
      at: placeIn(section, from, to),
      params: { what: 'stray', found: text, ...(meant && { meant }) }
    }
  })
}

/** Whether what was meant can be quoted; a cell that is not filled in yet can. */
function isKnown(report: Report, quote: Quote): boolean {
  const lacking = unprinted(report, quote)
  return lacking !== 'gone' && lacking !== 'unknown'
}

const placeIn = (section: TextKey, from: number, to: number): Place => ({
  kind: 'text',
  section,
  from,
  to
})

/** What is printed as it was typed, beside the prose: names, remarks, and all that charts show. */
function elsewhere({ unit, notes, channels, charts, metrics }: Report): Hit<Unquotable>[] {
  const whole = { kind: 'report' } as const
  const atFigure = (id: string | undefined): Place =>
    id === undefined ? whole : { kind: 'metric', id }
  const printed: readonly (readonly [Place, readonly string[]])[] = [
    [whole, [unit.name]],
    ...Object.entries(notes).map(([field, note]): readonly [Place, string[]] => [
      isField(field) ? { kind: 'cells', fields: [field] } : whole,
      [note]
    ]),
    ...channels.map(({ id, name }): readonly [Place, string[]] => [
      atFigure(metrics.find(({ channel }) => channel === id)?.id),
      [name]
    ]),
    ...metrics.map(({ id, name, unit: counted, shown }): readonly [Place, string[]] => [
      atFigure(id),
      [name, counted, shown]
    ]),
    ...charts.map(({ title, alt, names = {}, metrics: shown }): readonly [Place, string[]] => [
      atFigure(shown.find((one) => metrics.some(({ id }) => id === one))),
      [title, alt, ...Object.values(names)]
    ])
  ]
  return printed.flatMap(([at, texts]) =>
    texts.flatMap((text): Hit<Unquotable>[] => {
      const found = firstInBraces(text) ?? straysIn(text)[0]?.text
      return found === undefined ? [] : [{ at, params: { what: 'elsewhere', found } }]
    })
  )
}
