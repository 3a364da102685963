import { isField } from '../form/form.ts'
import { tableIds, type FieldId } from '../form/table.ts'

/**
 * Quotes: `{{requests.received.total}}` in prose is printed as the number of that cell, `{{metric:ID}}`
 * as a platform figure, `{{chart:ID}}` as a chart. What is quoted follows the tables and cannot
 * contradict them. This is the one place that knows how a quote is written.
 */
export type Quote =
  | { readonly kind: 'cell'; readonly field: FieldId }
  /** Figures and charts by their ids in the report, which need not have them. */
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'chart'; readonly id: string }
  /** The name of nothing that can be quoted. */
  | { readonly kind: 'unknown'; readonly name: string }

/** A quote with its place in the text, braces and all. */
export interface QuoteAt {
  readonly quote: Quote
  readonly from: number
  readonly to: number
  readonly text: string
}

const written = /\{\{([^{}\s]+)\}\}/g
const alone = /^\{\{([^{}\s]+)\}\}$/
const prefixed = /^(metric|chart):(.*)$/s

function quoteNamed(name: string): Quote {
  if (isField(name)) return { kind: 'cell', field: name }
  const [, prefix, id = ''] = prefixed.exec(name) ?? []
  if (prefix === undefined) return { kind: 'unknown', name }
  return { kind: prefix === 'chart' ? 'chart' : 'figure', id }
}

function nameOf(quote: Quote): string {
  switch (quote.kind) {
    case 'cell':
      return quote.field
    case 'figure':
      return `metric:${quote.id}`
    case 'chart':
      return `chart:${quote.id}`
    case 'unknown':
      return quote.name
  }
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
const name = `(?:(?:${tableIds.join('|')})\\.[A-Za-z.]{1,60}|(?:metric|chart):[\\w-]{1,60})`
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
const hint = new RegExp(`${braces}|(?:${tableIds.join('|')})\\.|metric:|chart:`)
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
