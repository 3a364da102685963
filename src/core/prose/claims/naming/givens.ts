import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/**
 * What was named before a place of a sentence and goes on: 行政复议3件，其中维持2件；制发规范性文件3件，
 * 废止1件.
 */

/** Parts of names that were named before. */
export type Given = readonly Role[]

/** Words of one class take each other's place. */
const classes: readonly (readonly Role[])[] = [
  ['review', 'litigation', 'direct', 'afterReview'],
  ['rules', 'normative'],
  ['issue', 'repeal', 'inForce'],
  ['upheld', 'corrected', 'otherResult', 'pending']
]
const [cases = [], documents = [], deeds = [], endings = []] = classes
const ending: ReadonlySet<Role> = new Set(['comma', 'colon', 'stop'])

/** What goes on at each token, from what went on before the sentence. */
export function givensOf(
  tokens: readonly ClaimToken[],
  before: Role | undefined
): readonly Given[] {
  let kind: Role | undefined = before
  // 制发4件，废止2件，均为行政规范性文件.
  let document = tokens.find(
    ({ role }, i) => documents.includes(role) && tokens[i - 1]?.role === 'be'
  )?.role
  let deed: Role | undefined
  /** 直接起诉6件，复议后起诉12件 without an outcome between: what follows is of both. */
  let apart = new Set<Role>()
  /** Kinds of cases in this clause: 行政复议2件、行政诉讼1件，均维持 is of both. */
  let together = new Set<Role>()
  /** 被纠正的10件（复议9件、诉讼1件）: in a bracket the outcome before it goes on. */
  let outcome: Role | undefined
  const outside: (Role | undefined)[] = []
  return tokens.map(({ role }) => {
    if (role === 'open') outside.push(outcome)
    else if (role === 'close') outside.pop()
    else if (endings.includes(role)) outcome = role
    else if (ending.has(role)) outcome = undefined
    if (cases.includes(role)) {
      together.add(role)
      apart.add(role)
      kind = role
    } else if (endings.includes(role)) apart = new Set()
    else if (documents.includes(role)) document = role
    else if (deeds.includes(role)) deed = role
    else if (ending.has(role)) {
      if (together.size > 1) kind = undefined
      if (apart.has('direct') && apart.has('afterReview')) kind = 'litigation'
      together = new Set()
      deed = undefined
    }
    return [kind, document, deed, outside.at(-1)].flatMap((one) => one ?? [])
  })
}

/** Those that the words of a phrase do not name anew. */
export const besides = (given: Given, phrase: readonly ClaimToken[]): Given =>
  given.filter((one) => {
    const same = classes.find((words) => words.includes(one)) ?? []
    return !phrase.some(({ role }) => same.includes(role))
  })
