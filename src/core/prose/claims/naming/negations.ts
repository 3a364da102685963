import type { Given } from './givens.ts'
import { heaviestOf, namesIn, type Name } from './names.ts'
import type { Phrase } from './phrases.ts'
import { subjects } from './subjects.ts'
import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/** What a sentence says that there is none of: 未收到政府信息公开申请, 无结转, 未发生行政复议、行政诉讼. */

interface Denial {
  /** The token that denies, by its index. */
  readonly index: number
  readonly name: Name
  readonly phrase: Phrase
}

const ending: ReadonlySet<Role> = new Set<Role>([
  'comma',
  'colon',
  'stop',
  'open',
  'close',
  'figure',
  'none'
])
/** The longest unknown words that stand between in a denial: 没有因…而不予公开. */
const between = 3

/** What is denied, as it is written; `given` as for figures. */
export function denialsIn(
  tokens: readonly ClaimToken[],
  given: readonly Given[]
): readonly Denial[] {
  let from = 0
  const ends = endsOf(tokens)
  return tokens.flatMap(({ role }, index): Denial[] => {
    if (ending.has(role) && role !== 'none') from = index + 1
    if (role !== 'none') return []
    const before = tokens.slice(from, index)
    from = index + 1
    const to = ends[index] ?? tokens.length
    if (tokens[to]?.role === 'figure') return []
    const phrase = tokens.slice(index, to)
    return deniedIn(phrase, before, given[index] ?? []).map((name) => ({ index, name, phrase }))
  })
}

/** For each token, the index of the next one that ends what it denies. */
function endsOf(tokens: readonly ClaimToken[]): readonly number[] {
  const ends = new Array<number>(tokens.length)
  let end = tokens.length
  for (let i = tokens.length - 1; i >= 0; i--) {
    ends[i] = end
    if (ending.has(tokens[i]?.role ?? 'unknown')) end = i
  }
  return ends
}

/** The names that a denial is of: those of the heaviest kind, 无不予公开的申请 is no word on 申请. */
function deniedIn(phrase: Phrase, before: Phrase, given: Given): readonly Name[] {
  const strange = phrase.filter(({ role }) => role === 'unknown')
  const names = [...namesIn(phrase, given), ...carriedIn(phrase, before.at(-1))]
  const [first] = heaviestOf(names)
  const kind = first && subjects[first.subject].kind
  switch (kind) {
    case undefined:
      // 行政复议、行政诉讼均未发生.
      return strange.length > 0 ? [] : heaviestOf(namesIn(before, given))
    case 'work': {
      const request = phrase.find(({ role }) => role === 'request')
      const asked = !strange.some(({ from: at }) => at >= (request?.from ?? 0))
      const some = phrase.some(({ role }) => role === 'because')
      // 科研机构均未提出申请.
      const whose = namesIn(before).filter(({ subject }) => subjects[subject].kind === 'applicant')
      if (whose.length > 0) return whose
      // 没有未按时答复的申请.
      const other = names.some(({ subject }) => subject !== 'received')
      return asked && !some && !other ? names : []
    }
    case 'case':
      return heaviestOf(names)
    default:
      return strange.some((one) => one.to - one.from > between) ? [] : heaviestOf(names)
  }
}

/** 无结转, 上年无结转. */
function carriedIn(phrase: Phrase, before: ClaimToken | undefined): Name[] {
  const carry = phrase.find(({ role }) => role === 'carry')
  if (!carry || before?.role !== 'last') return []
  return [{ subject: 'carriedIn', from: carry.from, to: carry.to }]
}
