import type { Given } from './givens.ts'
import { namesIn, type Name } from './naming.ts'
import type { Phrase } from './phrases.ts'
import { subjects } from './subjects.ts'
import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/** What a sentence says that there is none of: 未收到政府信息公开申请, 无结转, 未发生行政复议、行政诉讼. */

export interface Denial {
  /** The token that denies, by its index. */
  readonly index: number
  readonly name: Name
  readonly phrase: Phrase
}

const ending: ReadonlySet<Role> = new Set<Role>(['comma', 'colon', 'stop', 'open', 'close', 'none'])
/** Kinds that a sentence can deny in many words; the others only in known ones. */
const inManyWords: ReadonlySet<string> = new Set(['work', 'case', 'fee'])

/** What is denied, as it is written; `given` as for figures. */
export function denialsIn(
  tokens: readonly ClaimToken[],
  given: readonly Given[]
): readonly Denial[] {
  return tokens.flatMap(({ role }, index): Denial[] => {
    if (role !== 'none') return []
    const to = tokens.findIndex((token, i) => i > index && ending.has(token.role))
    const phrase = tokens.slice(index, to < 0 ? undefined : to)
    if (phrase.some((token) => token.role === 'figure')) return []
    const strange = phrase.some((token) => token.role === 'unknown')
    return [...namesIn(phrase, given[index]), ...carriedIn(phrase, tokens[index - 1])].flatMap(
      (name): Denial[] => {
        const { kind } = subjects[name.subject]
        const denied = kind === 'work' ? name.subject === 'received' : kind !== 'applicant'
        return denied && (!strange || inManyWords.has(kind)) ? [{ index, name, phrase }] : []
      }
    )
  })
}

/** 无结转, 上年无结转. */
function carriedIn(phrase: readonly ClaimToken[], before: ClaimToken | undefined): Name[] {
  const carry = phrase.find(({ role }) => role === 'carry')
  if (!carry || phrase.some(({ role }) => role === 'last' || role === 'next')) return []
  const subject = before?.role === 'last' ? 'carriedIn' : 'carriedOut'
  return [{ subject, from: carry.from, to: carry.to }]
}
