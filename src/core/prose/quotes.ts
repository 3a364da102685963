import { isField } from '../form/form.ts'
import type { FieldId } from '../form/table.ts'
import { cellSumNamed, cellSumOf, cellsIn, type CellSum } from '../sums/groups.ts'

/**
 * Quotes: what stands in double braces in prose is printed as what it names, and follows it. This is
 * the one place that knows how a quote is written:
 *
 *     {{requests.received.total}}           the number of a cell
 *     {{metric:ID}}                         a platform figure
 *     {{chart:ID}}                          a chart, alone in its paragraph
 *     {{sum:A}}                             cells added up
 *     {{share:A/A}}  {{share:A/A:2}}        one sum in another, in percent; with two decimals
 *     {{growth:A}}   {{growth:A:2}}         a sum against last year's, with its word: 增长12.5%
 *     {{growth:metric:ID}}                  a platform figure against that of the year before
 *     {{last:A}}                            a sum as last year's report has it
 *
 * where A is one cell or several added up: names of cells and of groups (`requests.refused.total`)
 * with `+` between them. No quote holds white space or braces. What another version writes is kept as
 * it stands.
 */
export type Quote =
  | { readonly kind: 'cell'; readonly field: FieldId }
  /** Figures and charts by their ids in the report, which need not have them. */
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'chart'; readonly id: string }
  | { readonly kind: 'sum'; readonly of: CellSum }
  | ({ readonly kind: 'share'; readonly part: CellSum; readonly of: CellSum } & Rounded)
  | ({ readonly kind: 'growth'; readonly of: CellSum } & Rounded)
  | { readonly kind: 'last'; readonly of: CellSum }
  /** A figure against the one of the year before; which two these are says the report. */
  | { readonly kind: 'figureGrowth'; readonly id: string }
  /** The name of nothing that can be quoted. */
  | { readonly kind: 'unknown'; readonly name: string }

/** How many decimals a percentage has at most, 0 to 4; one where nothing is said. */
interface Rounded {
  readonly decimals?: number
}

/** A quote with its place in the text, braces and all. */
export interface QuoteAt {
  readonly quote: Quote
  readonly from: number
  readonly to: number
  readonly text: string
}

const written = /\{\{([^{}\s]+)\}\}/g
const alone = /^\{\{([^{}\s]+)\}\}$/
const named = /^(metric|chart|growth:metric):(.*)$/s
const kinds: ReadonlyMap<string, 'figure' | 'chart' | 'figureGrowth'> = new Map([
  ['metric', 'figure'],
  ['chart', 'chart'],
  ['growth:metric', 'figureGrowth']
])
const derived = /^(sum|share|growth|last):([^:/]+)(?:\/([^:/]+))?(?::([0-4]))?$/

function quoteNamed(name: string): Quote {
  if (isField(name)) return { kind: 'cell', field: name }
  const [, prefix = '', id = ''] = named.exec(name) ?? []
  const kind = kinds.get(prefix)
  if (kind) return { kind, id }
  return derivedNamed(name) ?? { kind: 'unknown', name }
}

function derivedNamed(name: string): Quote | undefined {
  const [, kind, first = '', second, places] = derived.exec(name) ?? []
  const [sum, whole] = [cellSumNamed(first), second === undefined ? [] : cellSumNamed(second)]
  if (!sum || !whole || whole.length > 0 !== (kind === 'share')) return undefined
  const decimals = places === undefined ? {} : { decimals: Number(places) }
  if (kind === 'share') return { kind, part: sum, of: whole, ...decimals }
  if (kind === 'growth') return { kind, of: sum, ...decimals }
  if (places !== undefined) return undefined
  return { kind: kind === 'last' ? kind : 'sum', of: sum }
}

function nameOf(quote: Quote): string {
  switch (quote.kind) {
    case 'cell':
      return quote.field
    case 'figure':
      return `metric:${quote.id}`
    case 'figureGrowth':
      return `growth:metric:${quote.id}`
    case 'chart':
      return `chart:${quote.id}`
    case 'sum':
    case 'last':
      return `${quote.kind}:${quote.of.join('+')}`
    case 'share':
      return `share:${quote.part.join('+')}/${quote.of.join('+')}${places(quote)}`
    case 'growth':
      return `growth:${quote.of.join('+')}${places(quote)}`
    case 'unknown':
      return quote.name
  }
}

const places = ({ decimals }: Rounded): string => (decimals === undefined ? '' : `:${decimals}`)

/** The cells that a quote is of; none of a figure, a chart and what is not known. */
export function cellsQuoted(quote: Quote): readonly FieldId[] {
  switch (quote.kind) {
    case 'cell':
      return [quote.field]
    case 'sum':
    case 'growth':
    case 'last':
      return cellsIn(quote.of)
    case 'share':
      return [...cellsIn(quote.part), ...cellsIn(quote.of)]
    case 'figure':
    case 'figureGrowth':
    case 'chart':
    case 'unknown':
      return []
  }
}

/** What quotes the sum of these cells; of one cell it is the cell. */
export function quoteOfCells(cells: readonly FieldId[]): Quote {
  const [field, ...more] = cells
  return field !== undefined && more.length === 0
    ? { kind: 'cell', field }
    : { kind: 'sum', of: cellSumOf(cells) }
}

/** A quote as it is written in prose. */
export const quoteToken = (quote: Quote): string => `{{${nameOf(quote)}}}`

/** The quotes of a text, in order. */
export const quotesIn = (text: string): QuoteAt[] =>
  Array.from(text.matchAll(written), ({ 0: whole, 1: name = '', index }) => ({
    quote: quoteNamed(name),
    from: index,
    to: index + whole.length,
    text: whole
  }))

/** The text with each quote replaced. */
export const replaceQuotes = (text: string, by: (quote: Quote, whole: string) => string): string =>
  text.replace(written, (whole, name: string) => by(quoteNamed(name), whole))

const inBraces = /\{\{[^{}]*\}\}/g

/** The first of what stands in double braces: a quote, or what was meant as one. */
export const firstInBraces = (text: string): string | undefined => text.match(inBraces)?.[0]

/** The text with `#` for all that stands in double braces. */
export const withoutQuotes = (text: string): string => text.replace(inBraces, '#')

/** The quote that a text is, with nothing beside it. */
export function quoteOf(text: string): Quote | undefined {
  const name = alone.exec(text)?.[1]
  return name === undefined ? undefined : quoteNamed(name)
}

/** A chart stands alone in its paragraph; this is its id. */
export function chartOf(paragraph: string): string | undefined {
  const quote = quoteOf(paragraph)
  return (quote?.kind === 'chart' && quote.id) || undefined
}
