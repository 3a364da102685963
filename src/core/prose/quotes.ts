/**
 * Quotes: `{{requests.received.total}}` in prose is printed as the number of that cell, `{{metric:ID}}`
 * as a platform figure, `{{chart:ID}}` as a chart. What is quoted follows the tables and cannot
 * contradict them.
 */
export const quotePattern = /\{\{([^{}\s]+)\}\}/g

/** A chart stands alone in its paragraph; this is its id. */
export const chartOf = (paragraph: string): string | undefined =>
  /^\{\{chart:([^{}\s]+)\}\}$/.exec(paragraph)?.[1]

/** What looks like a quote and is none: it would be printed as it stands. */
export interface StrayQuote {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The name within, where nothing but braces and space stands around it: what it quoted before. */
  readonly name?: string
}

const braces = '[{}｛｝]'
const name = '(?:(?:requests|disclosure|remedies)\\.[A-Za-z.]{1,60}|(?:metric|chart):[\\w-]{1,60})'
/**
 * A quote with a brace too few or too many, a pair of braces with anything or nothing behind it, or
 * the bare name of what was quoted. A single brace may be meant as text.
 */
const stray = new RegExp(
  `[{｛]{2,9}[^{}｛｝\\n\\0]{0,80}[}｝]{1,9}|${braces}{0,9}[ \\t]{0,9}${name}[ \\t]{0,9}${braces}{0,9}|` +
    `[{｛]{2,}[\\w.:-]{0,80}|[}｝]{2,}|${braces}{1,9}\\0|(?<=\\0)${braces}+`,
  'g'
)
const wholeName = new RegExp(`^[\\s{}｛｝]*(${name})[\\s{}｛｝]*$`)

/** The places of a text where a quote was cut, doubled or begun, in order. */
export function straysIn(text: string): StrayQuote[] {
  if (!/[{}｛｝]|requests\.|disclosure\.|remedies\.|metric:|chart:/.test(text)) return []
  // Whole quotes are no strays; their place is kept by a character that no text has.
  const rest = text.replace(quotePattern, (whole) => '\0'.repeat(whole.length))
  return Array.from(rest.matchAll(stray), ({ 0: found, index }) => {
    const words = found.replace(/\0/g, '')
    const inside = wholeName.exec(words)?.[1]
    return {
      from: index,
      to: index + words.length,
      text: words,
      ...(inside !== undefined && { name: inside })
    }
  })
}
