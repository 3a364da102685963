import type { Amount } from './amounts.ts'
import type { Given } from './givens.ts'
import { meantOf, namesIn, type Name } from './naming.ts'
import type { Phrase, Phrases } from './phrases.ts'
import { subjects, type Subject } from './subjects.ts'
import type { Role } from './words.ts'

/** Which subject the words around a figure give it. */

const requests = '件宗起条份例'
/** The measure words that each kind is counted in. */
const units: Readonly<Record<(typeof subjects)[Subject]['kind'], string>> = {
  fee: '元',
  case: '件宗起例',
  carried: requests,
  outcome: requests,
  applicant: requests,
  document: '件份个部',
  act: '件宗起例',
  work: requests
}
/** A figure without a measure word has its share behind it: 部分公开7，占4.6%. */
const bare: ReadonlySet<string> = new Set(['outcome', 'applicant', 'carried'])

const fits =
  ({ unit }: Amount) =>
  ({ subject }: Name): boolean => {
    const { kind } = subjects[subject]
    return unit === '' ? bare.has(kind) : units[kind].includes(unit.slice(-1))
  }

/** Words that say whose or which, wherever they stand: 收到9件自然人申请, 结转2件至下年. */
const attributes: ReadonlySet<string> = new Set<Role>(['rules', 'normative', 'next', 'last'])
const isAttribute = (role: string): boolean =>
  attributes.has(role) ||
  (isSubject(role) && ['case', 'applicant', 'act'].includes(subjects[role].kind))
const isSubject = (role: string): role is Subject => Object.hasOwn(subjects, role)

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
  'request'
])

/** What a figure is said to be; `last` is what the figure before it was. */
export function nameOf(
  { lead, tail, next }: Phrases,
  amount: Amount,
  given: Given,
  last: Subject | undefined
): Name | undefined {
  const [own = [], ...above] = lead
  const meant = (phrase: Phrase, nearest: 'first' | 'last' = 'last'): Name | undefined =>
    meantOf(namesIn(phrase, given).filter(fits(amount)), phrase, nearest)
  const kindOf = (name: Name | undefined) => name && subjects[name.subject].kind

  // 1件因未到答复期限，结转下一年度办理.
  const later = (): Name | undefined => {
    const name = meant(next)
    return kindOf(name) === 'carried' ? name : undefined
  }
  // 未按期答复2件 says nothing of what was answered.
  if ([...own, ...tail].some(({ role }) => role === 'none')) return later()

  const before = meant(own)
  if (before && kindOf(before) !== 'work') return partOf(before, above[0], meant) ?? before
  const together = meant([...own, ...tail.filter(({ role }) => isAttribute(role))])
  if (together && kindOf(together) !== 'work') return together
  if (before) return before

  const behind = (): Name | undefined => {
    const name = meant(tail, 'first')
    return name && name.subject !== 'received' && name.subject !== 'dealtWith' ? name : undefined
  }
  const earlier = (): Name | undefined => {
    let idleSoFar = own
    for (const part of above) {
      if (!idleSoFar.every(({ role }) => idle.has(role))) return undefined
      const name = meant(part)
      if (name) return name
      idleSoFar = part
    }
    return undefined
  }
  const summed = own.some(({ role }) => role === 'count')
  return (
    restOf(own, last) ??
    (summed ? (earlier() ?? behind()) : (behind() ?? earlier())) ??
    later() ??
    byChannel(own)
  )
}

/** 属于国家秘密的，不予公开2件: the part named before its whole. */
function partOf(
  whole: Name,
  above: Phrase | undefined,
  meant: (phrase: Phrase) => Name | undefined
): Name | undefined {
  const part = above && meant(above)
  return part && subjects[part.subject].within === whole.subject
    ? { ...whole, subject: part.subject }
    : undefined
}

/** 其他1件 behind 国家秘密2件: what remains of the same whole. */
function restOf(own: Phrase, last: Subject | undefined): Name | undefined {
  const rest = own.find(({ role }) => role === 'rest')
  if (!rest || !last) return undefined
  const { kind, within } = subjects[last]
  const subject: Subject | undefined =
    kind === 'applicant' && last !== 'natural' && last !== 'legalPersons'
      ? 'otherOrg'
      : within === 'other'
        ? 'other.other'
        : undefined
  return subject && { subject, from: rest.from, to: rest.to }
}

/** 网络申请7件: requests of one way in; 线上线下申请共9件 are all. */
function byChannel(own: Phrase): Name | undefined {
  const request = own.find(({ role }) => role === 'request')
  return request && own.some(({ role }) => role === 'channel')
    ? { subject: 'received', from: request.from, to: request.to }
    : undefined
}

/** The subjects of figures in a row: 行政许可、行政处罚分别为130件、12件; none where they do not match. */
export function namesOfEach(
  { lead }: Phrases,
  amounts: readonly Amount[],
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
