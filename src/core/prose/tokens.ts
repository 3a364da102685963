/**
 * Figures quoted in prose: `{{requests.received.total}}`, `{{metric:ID}}`, `{{chart:ID}}`. The text
 * follows the tables, so that it cannot contradict them.
 */
export const token = /\{\{([^{}\s]+)\}\}/g

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
 * the bare name of what was quoted. One brace alone can be anybody's own.
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
  const rest = text.replace(token, (whole) => '\0'.repeat(whole.length))
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
