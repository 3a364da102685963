import { besides, type Given } from './givens.ts'
import { inOrder, subjects, type Subject } from './subjects.ts'
import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/** Which subjects the words of a phrase name. */
export interface Name {
  readonly subject: Subject
  /** Its own words in the phrase. */
  readonly from: number
  readonly to: number
}

interface Alternative {
  readonly subject: Subject
  readonly parts: readonly Role[]
}

const isWord = /^[\u4e00-\u9fa5]/

/** All that names a subject, in the order of the table. */
const alternatives: readonly Alternative[] = inOrder.flatMap((subject): Alternative[] => [
  { subject, parts: [subject] },
  ...subjects[subject].words
    .split(' ')
    .filter((words) => !isWord.test(words))
    .map((words) => ({ subject, parts: words.split('+') as Role[] }))
])
const byPart = new Map<Role, Alternative[]>()
for (const one of alternatives) {
  for (const part of one.parts) byPart.set(part, [...(byPart.get(part) ?? []), one])
}

/**
 * The subjects that a phrase names, in the order in which it completes their names; `given` are parts
 * named before. Without those that another one holds: the whole of a part, 复议 beside 复议维持; `apart`:
 * without sums of two subjects.
 */
export function namesIn(
  phrase: readonly ClaimToken[],
  before: Given = [],
  apart = false
): readonly Name[] {
  const given = besides(before, phrase)
  const own = new Map<Role, ClaimToken>()
  for (const token of phrase) own.set(token.role, token)
  const found = new Map<Subject, { readonly name: Name; readonly parts: readonly Role[] }>()
  for (const token of own.values()) {
    for (const { subject, parts } of byPart.get(token.role) ?? []) {
      if (found.has(subject) || (apart && subject === 'grantedOrPartly')) continue
      if (!parts.every((part) => own.has(part) || given.includes(part))) continue
      const tokens = parts.flatMap((part) => own.get(part) ?? [])
      const from = Math.min(...tokens.map((one) => one.from))
      const to = Math.max(...tokens.map((one) => one.to))
      found.set(subject, { name: { subject, from, to }, parts })
    }
  }
  const all = [...found.values()]
  const held = ({ name, parts }: (typeof all)[number]): boolean =>
    all.some(
      (other) =>
        other.name.subject !== name.subject &&
        (subjects[other.name.subject].within === name.subject ||
          (other.parts.length > parts.length && parts.every((part) => other.parts.includes(part))))
    )
  return all
    .filter((one) => !held(one))
    .map(({ name }) => name)
    .sort((a, b) => a.to - b.to || a.from - b.from)
}

const joining: ReadonlySet<Role> = new Set(['pause', 'and'])

/**
 * The one subject that is meant: the heaviest kind, the one nearest to the figure. Parts of one whole
 * are that whole; 自然人、法人 are all applicants, and two other subjects joined are a sum of both.
 */
export function meantOf(
  names: readonly Name[],
  phrase: readonly ClaimToken[],
  nearest: 'first' | 'last'
): Name | undefined {
  const heaviest = Math.min(...names.map(({ subject }) => weightOf(subject)))
  const alike = names.filter(({ subject }) => weightOf(subject) === heaviest)
  const [first, last] = [alike[0], alike.at(-1)]
  if (!first || !last) return undefined
  const { kind } = subjects[first.subject]
  // 自然人不予公开: one cell of the table, which is no subject.
  if (kind === 'outcome' || kind === 'carried')
    if (names.some(({ subject }) => subjects[subject].kind === 'applicant')) return undefined
  if (alike.length === 1) return first
  const { within } = subjects[first.subject]
  if (within && alike.every(({ subject }) => subjects[subject].within === within))
    return { subject: within, from: first.from, to: last.to }
  const joined = phrase.some(
    ({ role, from }) => joining.has(role) && from >= first.to - 1 && from < last.to
  )
  if (joined)
    return kind === 'applicant' ? meantOf(without(names, kind), phrase, nearest) : undefined
  return nearest === 'last' ? last : first
}

const kinds = ['fee', 'case', 'carried', 'outcome', 'applicant', 'document', 'act', 'work']
const weightOf = (subject: Subject): number => kinds.indexOf(subjects[subject].kind)
const without = (names: readonly Name[], kind: string): Name[] =>
  names.filter(({ subject }) => subjects[subject].kind !== kind)
