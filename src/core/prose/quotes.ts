import { isField } from '../form/form.ts'
import { tableIds, type FieldId } from '../form/table.ts'
import { amountNamed, amountOf, cellsIn, type Amount } from '../sums/groups.ts'

/**
 * Quotes: what stands in double braces in prose is printed as what it names, and follows it. This is
 * the one place that knows how a quote is written:
 *
 *     {{requests.received.total}}           the number of a cell
 *     {{metric:ID}}                         a platform figure
 *     {{chart:ID}}                          a chart, alone in its paragraph
 *     {{sum:A}}                             an amount that no cell has
 *     {{share:A/A}}  {{share:A/A:2}}        one amount in another, in percent; with two decimals
 *     {{growth:A}}   {{growth:A:2}}         an amount against last year's, with its word: 增长12.5%
 *     {{last:A}}                            an amount as last year's report has it
 *
 * where A is an amount: names of cells and of groups (`requests.refused.total`) with `+` between them.
 * No quote holds white space or braces. What another version writes is kept as it stands.
 */
export type Quote =
  | { readonly kind: 'cell'; readonly field: FieldId }
  /** Figures and charts by their ids in the report, which need not have them. */
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'chart'; readonly id: string }
  | { readonly kind: 'sum'; readonly of: Amount }
  | ({ readonly kind: 'share'; readonly part: Amount; readonly of: Amount } & Rounded)
  | ({ readonly kind: 'growth'; readonly of: Amount } & Rounded)
  | { readonly kind: 'last'; readonly of: Amount }
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
const named = /^(metric|chart):(.*)$/s
const derived = /^(sum|share|growth|last):([^:/]+)(?:\/([^:/]+))?(?::([0-4]))?$/

function quoteNamed(name: string): Quote {
  if (isField(name)) return { kind: 'cell', field: name }
  const [, prefix, id = ''] = named.exec(name) ?? []
  if (prefix !== undefined) return { kind: prefix === 'chart' ? 'chart' : 'figure', id }
  return derivedNamed(name) ?? { kind: 'unknown', name }
}

function derivedNamed(name: string): Quote | undefined {
  const [, kind, first = '', second, places] = derived.exec(name) ?? []
  const [amount, whole] = [amountNamed(first), second === undefined ? [] : amountNamed(second)]
  if (!amount || !whole || whole.length > 0 !== (kind === 'share')) return undefined
  const decimals = places === undefined ? {} : { decimals: Number(places) }
  if (kind === 'share') return { kind, part: amount, of: whole, ...decimals }
  if (kind === 'growth') return { kind, of: amount, ...decimals }
  if (places !== undefined) return undefined
  return { kind: kind === 'last' ? kind : 'sum', of: amount }
}

function nameOf(quote: Quote): string {
  switch (quote.kind) {
    case 'cell':
      return quote.field
    case 'figure':
      return `metric:${quote.id}`
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
    : { kind: 'sum', of: amountOf(cells) }
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

/** What looks like a quote and is none: it would be printed as it stands. */
export interface StrayQuote {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Where nothing but braces and space stands around a name: what it quoted before. */
  readonly quote?: Quote
}

const braces = '[{}｛｝]'
const tables = `(?:${tableIds.join('|')})\\.`
const name =
  `(?:(?:(?:sum|share|growth|last):)?${tables}[A-Za-z.]{1,60}` +
  `(?:[+/]${tables}[A-Za-z.]{1,60}){0,20}(?::[0-4])?|(?:metric|chart):[\\w-]{1,60})`
/**
 * A quote with a brace too few or too many, a pair of braces with anything or nothing behind it, or
 * the bare name of what was quoted. A single brace may be meant as text.
 */
const stray = new RegExp(
  `[{｛]{2,9}[^{}｛｝\\n\\0]{0,80}[}｝]{1,9}|${braces}{0,9}[ \\t]{0,9}${name}[ \\t]{0,9}${braces}{0,9}|` +
    `[{｛]{2,}[\\w.:-]{0,80}|[}｝]{2,}|${braces}{1,9}\\0|(?<=\\0)${braces}+`,
  'g'
)
/** Without any of these a text has none. */
const hint = new RegExp(`${braces}|${tables}|metric:|chart:`)
const wholeName = new RegExp(`^[\\s{}｛｝]*(${name})[\\s{}｛｝]*$`)

/** The places of a text where a quote was cut, doubled or begun, in order. */
export function straysIn(text: string): StrayQuote[] {
  if (!hint.test(text)) return []
  // Whole quotes are no strays; their place is kept by a character that no text has.
  const rest = replaceQuotes(text, (_, whole) => '\0'.repeat(whole.length))
  return Array.from(rest.matchAll(stray), ({ 0: found, index }) => {
    const words = found.replace(/\0/g, '')
    const inside = wholeName.exec(words)?.[1]
    return {
      from: index,
      to: index + words.length,
      text: words,
      ...(inside !== undefined && { quote: quoteNamed(inside) })
    }
  })
}
