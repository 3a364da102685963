import { textKeys } from '../form/sections.ts'
import { byPiece } from '../prose/pieces.ts'
import { remembered } from '../prose/remembered.ts'
import type { Facts, Hit } from './rule.ts'

/** Looking for single places of the prose. All offsets are into the text as it is stored. */

/** What stands where in one text. */
export interface Spotted<Params> {
  readonly from: number
  readonly to: number
  readonly params: Params
}

/** A look at one text. */
export type Spotter<Params> = (text: string) => readonly Spotted<Params>[]

/** A hit for every place that one of the looks spots in one of the texts. */
export function everywhere<Params>(
  ...looks: readonly Spotter<Params>[]
): (facts: Facts) => Hit<Params>[] {
  const spot = remembered((text) => looks.flatMap((look) => look(text)))
  return ({ report: { text } }) =>
    textKeys.flatMap((section) =>
      spot(text[section]).map(({ from, to, params }): Hit<Params> => ({
        at: { kind: 'text', section, from, to },
        params
      }))
    )
}

/**
 * The matches of a pattern with the flag g; `params` may turn a match down. A match stands within a
 * paragraph, and the input of `params` is that paragraph, or what of a very long one is near.
 */
export const each = <Params>(
  pattern: RegExp,
  params: (match: RegExpExecArray) => Params | undefined
): Spotter<Params> =>
  byPiece((piece) =>
    Array.from(piece.matchAll(pattern)).flatMap((match): Spotted<Params>[] => {
      const found = params(match)
      const from = match.index
      return found ? [{ from, to: from + match[0].length, params: found }] : []
    })
  )

/** The words of a match, as params. */
export const foundWords = ([words]: RegExpExecArray): { readonly found: string } => ({
  found: words
})

/** A place of a paragraph, as a match of a pattern has it. */
export type MatchPlace = Pick<RegExpExecArray, 'input' | 'index'>

/** What stands before a match in its sentence. */
export const before = ({ input, index }: MatchPlace): string =>
  /[^。；！？\n]*$/.exec(input.slice(Math.max(0, index - 60), index))?.[0] ?? ''

/** Whether a match stands within a pair of marks in its sentence: the title of a document, a quotation. */
export function isWithin(match: MatchPlace, open: string, close: string): boolean {
  const words = before(match)
  return words.lastIndexOf(open) > words.lastIndexOf(close)
}
