import { besides, type Given } from './givens.ts'
import { subjectsInOrder, isSubject, subjects, type Subject } from './subjects.ts'
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
const alternatives: readonly Alternative[] = subjectsInOrder.flatMap((subject): Alternative[] => [
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
  const roles = new Set(phrase.map(({ role }) => role))
  const etc = phrase.filter(({ role }) => role === 'etc').at(-1)
  for (const token of phrase) if (!isOneOfMany(token, etc, roles)) own.set(token.role, token)
  const said = [...own.keys()]
    .flatMap((role) => byPart.get(role) ?? [])
    .filter(({ parts }) => parts.every((part) => own.has(part) || given.includes(part)))
    .filter(({ subject }) => !(apart && subject === 'grantedOrPartly'))
  const held = ({ subject, parts }: Alternative): boolean =>
    said.some(
      (other) =>
        subjects[other.subject].within === subject ||
        (other.parts.length > parts.length && parts.every((part) => other.parts.includes(part)))
    )
  const names = new Map<Subject, Name>()
  for (const one of said.filter((alternative) => !held(alternative))) {
    const tokens = one.parts.flatMap((part) => own.get(part) ?? [])
    const from = Math.min(...tokens.map((token) => token.from))
    const to = Math.max(...tokens.map((token) => token.to))
    if (!names.has(one.subject)) names.set(one.subject, { subject: one.subject, from, to })
  }
  return [...names.values()].sort((a, b) => a.to - b.to || a.from - b.from)
}

/** 不掌握等原因无法提供: a reason among others, of which only the whole is counted. */
function isOneOfMany(
  { role, to }: ClaimToken,
  etc: ClaimToken | undefined,
  roles: ReadonlySet<Role>
): boolean {
  const within = isSubject(role) ? subjects[role].within : undefined
  return within !== undefined && roles.has(within) && etc !== undefined && etc.from >= to
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
  const alike = heaviestOf(names)
  const [first, last] = [alike[0], alike.at(-1)]
  if (!first || !last) return undefined
  const { kind } = subjects[first.subject]
  // 自然人不予公开: one cell of the table, which is no subject.
  if (kind === 'outcome' || kind === 'carried')
    if (names.some(({ subject }) => subjects[subject].kind === 'applicant')) return undefined
  // 新收和结转共59件.
  if (kind === 'carried' && isJoined(phrase, first, names)) return undefined
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

const isJoined = (phrase: readonly ClaimToken[], one: Name, names: readonly Name[]): boolean =>
  names.some(
    ({ subject, from, to }) =>
      subjects[subject].kind === 'work' &&
      phrase.some(
        (token) =>
          joining.has(token.role) &&
          token.from >= Math.min(to, one.to) &&
          token.to <= Math.max(from, one.from)
      )
  )

/** The names of the heaviest kind that there is. */
export function heaviestOf(names: readonly Name[]): readonly Name[] {
  const heaviest = Math.min(...names.map(({ subject }) => weightOf(subject)))
  return names.filter(({ subject }) => weightOf(subject) === heaviest)
}

const kinds = ['fee', 'case', 'carried', 'outcome', 'applicant', 'document', 'act', 'work']
const weightOf = (subject: Subject): number => kinds.indexOf(subjects[subject].kind)
const without = (names: readonly Name[], kind: string): Name[] =>
  names.filter(({ subject }) => subjects[subject].kind !== kind)
