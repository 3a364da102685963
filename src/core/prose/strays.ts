import { tableIds } from '../form/table.ts'
import { quoteOf, replaceQuotes, type Quote } from './quotes.ts'

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
  `(?:[+/]${tables}[A-Za-z.]{1,60}){0,20}(?::[0-4])?|(?:(?:growth:)?metric|chart):[\\w-]{1,60})`
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
    const quote = inside === undefined ? undefined : quoteOf(`{{${inside}}}`)
    return {
      from: index,
      to: index + words.length,
      text: words,
      ...(quote && { quote })
    }
  })
}
