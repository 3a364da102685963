import type { ClaimAmount } from './amounts.ts'
import type { Given } from './givens.ts'
import { meantOf, namesIn, type Name } from './names.ts'
import type { ClaimToken } from './tokens.ts'
import type { Phrase, Phrases } from './phrases.ts'
import { isSubject, subjects, type Subject } from './subjects.ts'
import type { Role } from './words.ts'

/** Which subject the words around a figure give it. Long, for each way to say it has its function. */

const requests = '件宗起条份例'
/** The measure words that each kind is counted in. */
const units: Readonly<Record<(typeof subjects)[Subject]['kind'], string>> = {
  fee: '元',
  case: '件宗起例',
  carried: requests,
  outcome: requests,
  applicant: requests,
  document: '件份个部',
  act: '件宗起例次',
  work: requests
}
/** Counted without a measure word too: 部分公开7，占4.6%. */
const bare: ReadonlySet<string> = new Set(['outcome', 'applicant', 'carried', 'work'])

const fits =
  ({ unit }: ClaimAmount) =>
  ({ subject }: Name): boolean => {
    const { kind } = subjects[subject]
    return unit === '' ? bare.has(kind) : units[kind].includes(unit.slice(-1))
  }

/** Words that say whose or which, wherever they stand: 收到9件自然人申请, 结转2件至下年. */
const attributes: ReadonlySet<string> = new Set<Role>([
  'rules',
  'normative',
  'next',
  'last',
  'request'
])
/** What became of a case: 4件复议被纠正. */
const endings: ReadonlySet<Role> = new Set<Role>(['upheld', 'corrected', 'otherResult', 'pending'])
const isAttribute = (role: string): boolean =>
  attributes.has(role) ||
  (isSubject(role) && ['case', 'applicant', 'act'].includes(subjects[role].kind))

/** Words that say nothing of what is counted: 全年共有14件. */
const idle: ReadonlySet<Role> = new Set<Role>([
  'count',
  'adverb',
  'have',
  'be',
  'of',
  'at',
  'about',
  'present',
  'among',
  'pause',
  'aside',
  'self',
  'collect',
  'told',
  'request'
])

/** What a figure is said to be; `last` is what the figure before it was. */
export function nameOfFigure(
  { lead, tail, next, shared }: Phrases,
  amount: ClaimAmount,
  given: Given,
  last: Subject | undefined
): Name | undefined {
  const [own = [], ...above] = lead
  const meant: Meant = (phrase, nearest = 'last') => {
    const names = namesIn(phrase, given)
      .filter(fits(amount))
      // 未按期答复2件 says nothing of what was answered.
      .filter(({ from }) => !phrase.some((one) => one.role === 'none' && one.to <= from))
      // 含上年结转共270件 is a sum.
      .filter(
        ({ subject, from, to }) =>
          subject !== 'carriedIn' ||
          !phrase.some((one) => one.role === 'have' && one.to <= from) ||
          !phrase.some((one) => isSum(one) && one.from >= to)
      )
    return meantOf(names, phrase, nearest)
  }
  const before = meant(own)
  const behind = endsIn(tail, meant(tail, 'first'))
  // 收到的2件申请结转下年, 复议机关对1件予以纠正: what is said of it stands behind.
  const decided = own.some(({ role }) => role === 'decided')
  const end = own.at(-1)?.role
  const introduced =
    before && isCase(before)
      ? end === 'because' || (end === 'of' && decided)
      : before && isWork(before) && end === 'of'
  if (introduced && behind && !isWork(behind)) return behind
  if (before && !isWork(before)) return partOf(before, above[0], meant) ?? before
  const qualified = [
    ...own,
    ...tail.filter(({ role }) => isAttribute(role) || (!shared && endings.has(role)))
  ]
  const together = endsIn(tail, meant(qualified))
  if (together && !(before && isWork(together))) return together
  if (before) return before

  const later = laterOf(next, meant, decided)
  // 3件正在办理，结转至下一年度.
  const said =
    behind?.subject === later?.subject ? later : behind && isForward(behind) ? undefined : behind
  const summed = own.some(isSum)
  return (
    restOf(own, last, given) ??
    (summed ? (earlier(lead, meant) ?? said) : (said ?? earlier(lead, meant))) ??
    later ??
    requestsIn(own, tail, amount) ??
    againOf(own, last)
  )
}

type Meant = (phrase: Phrase, nearest?: 'first' | 'last') => Name | undefined

const isSum = ({ role }: ClaimToken): boolean => role === 'count' || role === 'collect'

/** 9件收到 is no way to say it. */
const isForward = ({ subject }: Name): boolean => subject === 'received' || subject === 'dealtWith'

const isCase = ({ subject }: Name): boolean => subjects[subject].kind === 'case'
const isWork = ({ subject }: Name): boolean => subjects[subject].kind === 'work'

/**
 * 12件已办结, and no more of it: 1件答复不服, 1件复议经协调后改为补正 tell of single ones.
 */
function endsIn(tail: Phrase, name: Name | undefined): Name | undefined {
  if (!name) return undefined
  const { kind } = subjects[name.subject]
  const goesOn = tail.some(({ role, from, to }) => {
    if (from < name.to) return false
    return role === 'unknown' ? to - from > 2 : role === 'because' && kind === 'work'
  })
  return (kind === 'work' || kind === 'case') && goesOn ? undefined : name
}

/** What was named before a comma, where nothing but idle words follow: 行政许可决定数量：共130件. */
function earlier([own = [], ...above]: readonly Phrase[], meant: Meant): Name | undefined {
  let nearer = own
  for (const part of above) {
    const told = nearer.some(({ role }) => role === 'told')
    if (!told && !nearer.every(({ role }) => idle.has(role))) return undefined
    const name = meant(part)
    // 答复情况：公开3件 is no sum of what was answered.
    if (name) return isWork(name) && own.length > 0 && !own.some(isSum) ? undefined : name
    nearer = part
  }
  return undefined
}

/** 1件因未到答复期限，结转下一年度办理; 已审结2件，均维持. */
function laterOf(next: Phrase, meant: Meant, decided: boolean): Name | undefined {
  const name = meant(next)
  if (!name) return undefined
  const { kind, caseKind } = subjects[name.subject]
  return kind === 'carried' || (decided && kind === 'case' && caseKind !== name.subject)
    ? name
    : undefined
}

/** 属于国家秘密的，不予公开2件: the part named before its whole. */
function partOf(whole: Name, above: Phrase | undefined, meant: Meant): Name | undefined {
  const part = above && meant(above)
  return part && subjects[part.subject].within === whole.subject
    ? { ...whole, subject: part.subject }
    : undefined
}

/** 其他1件 behind 国家秘密2件: what remains of the same whole. */
function restOf(own: Phrase, last: Subject | undefined, given: Given): Name | undefined {
  const rest = own.find(({ role }) => role === 'rest')
  if (!rest || !last) return undefined
  const { kind, within, caseKind } = subjects[last]
  // 维持4件，其他1件.
  if (caseKind !== undefined && caseKind !== last)
    return namesIn([{ ...rest, role: 'otherResult' }], given)[0]
  const subject: Subject | undefined =
    kind === 'applicant' && last !== 'natural' && last !== 'legalPersons'
      ? 'otherOrg'
      : within === 'other'
        ? 'other.other'
        : undefined
  return subject && { subject, from: rest.from, to: rest.to }
}

/** Words that may stand between 申请 and its figure, where no verb says what became of them. */
const plain: ReadonlySet<Role> = new Set<Role>([...idle, 'anyone', 'channel', 'offer', 'and'])

/** 政府信息公开申请数量为56件, 全年56件申请中, 网络申请7件: requests, without a verb. */
function requestsIn(own: Phrase, tail: Phrase, { unit }: ClaimAmount): Name | undefined {
  if (!'件宗'.includes(unit.slice(-1))) return undefined
  if (!own.every(({ role }) => plain.has(role))) return undefined
  const before = own.find(({ role }) => role === 'request')
  const [first, second] = tail.filter(({ role }) => role !== 'about')
  const whole = own.some(({ role }) => role === 'present' || role === 'count')
  const request = before ?? (whole && first?.role === 'request' ? first : undefined)
  if (!request || (!before && second?.role === 'because')) return undefined
  return { subject: 'received', from: request.from, to: request.to }
}

/** 上年收到申请50件，今年56件: the same again, of this year or of this office. */
function againOf(own: Phrase, last: Subject | undefined): Name | undefined {
  const [first] = own
  const again =
    own.every(({ role }) => idle.has(role)) &&
    own.some(({ role }) => role === 'present' || role === 'self')
  return first && last && again ? { subject: last, from: first.from, to: first.to } : undefined
}

/** The subjects of figures in a row: 行政许可、行政处罚分别为130件、12件; none where they do not match. */
export function namesOfEach(
  { lead }: Phrases,
  amounts: readonly ClaimAmount[],
  given: Given
): readonly Name[] {
  for (const part of lead) {
    const names = namesIn(part, given, true).filter((name) =>
      amounts.every((one) => fits(one)(name))
    )
    if (names.length > 0) return names.length === amounts.length ? names : []
  }
  return []
}
