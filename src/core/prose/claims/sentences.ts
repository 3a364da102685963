import { endOf, longest, startOf } from '../clauses.ts'
import type { Amount } from './amounts.ts'
import type { Claim } from './claim.ts'
import { givensOf, type Given } from './givens.ts'
import { nameOf, namesOfEach } from './meaning.ts'
import type { Name } from './naming.ts'
import { denialsIn } from './negations.ts'
import { percents } from './percents.ts'
import { phrasesOf, type Phrases } from './phrases.ts'
import { scopesOf, type Scope } from './scopes.ts'
import { subjects, type Subject } from './subjects.ts'
import { tokensOf, type ClaimToken } from './tokens.ts'
import type { Topic } from './topics.ts'
import { channel, type Role } from './words.ts'

/** The claims of one sentence: what its figures are of, where they are of a whole of this year. */

/** A sentence in its paragraph. */
export interface ClaimSentence {
  readonly body: string
  /** Offset in the paragraph. */
  readonly from: number
  readonly source: string
  /** What was named last before an offset; of a case, what but the case itself. */
  readonly topicOf: (offset: number, ofCase: boolean) => Topic | undefined
  readonly year: number
  /** The kind of case that the sentences before speak of. */
  readonly caseBefore: Role | undefined
}

/** The figures that a sentence states, in their order; offsets are into its paragraph. */
export function claimsInSentence(sentence: ClaimSentence): readonly Claim[] {
  const tokens = tokensOf(sentence.body, sentence.year)
  const scopes = scopesOf(tokens)
  const given = givensOf(tokens, sentence.caseBefore)
  const oneByOne = sentence.body.split('一件').length > 2
  const named = [...namedFigures(tokens, given), ...namedDenials(tokens, given)]
    .sort((a, b) => a.index - b.index)
    .filter(notOfOthers(sentence.body))
  const found = withoutColumns(named, scopes).flatMap((named): Reading[] => {
    const scope = scopes[named.index]
    const reading = scope && readAs(named, tokens, scope, sentence, oneByOne)
    return reading ? [reading] : []
  })
  const left = withoutLists(carriedWays(withoutChannels(found, sentence)), sentence)
  // 共办理8件，结转下年1件: what was dealt with and not carried over was answered.
  const over = left.some(({ claim }) => claim.subject === 'carriedOut')
  const answered = left.some(({ claim }) => claim.subject === 'handled')
  return left.map(({ claim }) =>
    claim.subject === 'dealtWith' && over && !answered && !claim.text.includes('申请')
      ? { ...claim, subject: 'handled' }
      : claim
  )
}

/**
 * 结转2件 without a year, or 未办结2件: behind what was answered it goes to the next year, before it
 * it came from the last; alone it is not known.
 */
function carriedWays(found: readonly Reading[]): readonly Reading[] {
  const isAnswered = ({ claim }: Reading): boolean =>
    claim.subject === 'handled' || claim.subject === 'dealtWith'
  const firstWhole = found.findIndex(({ whole }) => whole)
  const firstAnswer = found.findIndex(isAnswered)
  return found.flatMap((one, i): Reading[] => {
    if (!one.bare || (firstAnswer >= 0 && firstAnswer < i)) return [one]
    if (firstAnswer > i) return [{ ...one, claim: { ...one.claim, subject: 'carriedIn' } }]
    return firstWhole >= 0 && firstWhole < i ? [one] : []
  })
}

interface Named {
  readonly index: number
  readonly amount: Amount
  readonly name: Name
  /** The words around that belong to it. */
  readonly phrases: Pick<Phrases, 'lead' | 'tail'>
}

/** The figures of a sentence with what names them. */
function namedFigures(tokens: readonly ClaimToken[], given: readonly Given[]): Named[] {
  const phrases = phrasesOf(tokens)
  const figures = [...phrases.keys()]
  const named: Named[] = []
  let taken = 0
  for (let i = 0; i < figures.length; i++) {
    const index = figures[i] ?? 0
    const around = phrases.get(index)
    const token = tokens[index]
    if (!around || !token?.amount) continue
    if (around.lead[0]?.some(({ role }) => role === 'each')) {
      const row = rowFrom(figures.slice(i, i + longestRow), phrases)
      const amounts = row.flatMap((one) => tokens[one]?.amount ?? [])
      namesOfEach(around, amounts, given[index] ?? []).forEach((name, nth) => {
        const [at, amount] = [row[nth], amounts[nth]]
        const { subject } = name
        const from = nth > 0 && at !== undefined ? (tokens[at]?.from ?? name.from) : name.from
        const own = { subject, from, to: Math.max(from, nth > 0 ? from : name.to) }
        if (at !== undefined && amount)
          named.push({ index: at, amount, name: own, phrases: around })
      })
      i += row.length - 1
      continue
    }
    // What named a figure before it is not said of the next: 2件予以公开3件部分公开.
    const lead = around.lead.map((part) => part.filter(({ from }) => from >= taken))
    const last = named.at(-1)?.name.subject
    const name = nameOf({ ...around, lead }, token.amount, given[index] ?? [], last)
    if (!name) continue
    if (name.to > token.from) taken = name.to
    named.push({ index, amount: token.amount, name, phrases: around })
  }
  return named
}

/** 予以公开30件（自然人26件）: applicants of a row that no subject counts by applicant. */
function withoutColumns(named: readonly Named[], scopes: readonly Scope[]): readonly Named[] {
  let whole: Subject | undefined
  return named.filter(({ index, name: { subject } }) => {
    const { kind } = subjects[subject]
    if (kind !== 'applicant') whole = subject
    else if (scopes[index]?.among || scopes[index]?.enclosed)
      return whole === undefined || whole === 'received' || subjects[whole].kind === 'case'
    return true
  })
}

/** What is said to be none of: the number 0, written without a figure. */
const namedDenials = (tokens: readonly ClaimToken[], given: readonly Given[]): Named[] =>
  denialsIn(tokens, given).flatMap(({ index, name, phrase }): Named[] => {
    const from = tokens[index]?.from ?? 0
    const amount = { value: 0, numberTo: from, to: from, unit: '' }
    return [{ index, amount, name, phrases: { lead: [phrase], tail: [] } }]
  })

/** No row of figures behind 分别 is longer. */
const longestRow = 12
const between: ReadonlySet<Role> = new Set<Role>(['pause', 'and', 'each'])

/** The figures of a row: 130件、12件和0件. */
function rowFrom(
  figures: readonly number[],
  phrases: ReadonlyMap<number, Phrases>
): readonly number[] {
  const ends = figures.findIndex((figure, i) => {
    const lead = phrases.get(figure)?.lead ?? []
    return i > 0 && (lead.length !== 1 || !lead[0]?.every(({ role }) => between.has(role)))
  })
  return ends < 0 ? figures : figures.slice(0, ends)
}

/** A claim with what it would be one of several parts of. */
interface Reading {
  readonly claim: Claim
  readonly scope: Scope
  readonly clause: string
  /** What is received, dealt with and answered altogether. */
  readonly whole: boolean
  /** 结转2件: neither the last nor the next year is named. */
  readonly bare: boolean
}

/** Cases that an office decides for others; of all cases, some of them. */
const someTried = /(?<!未|待|尚在|正在)审[理结]/
const onesOwn =
  /决定书|答复书|文书|指导|(?:[上去]一?年度?|20\d\d年度?)(?:末|底)?(?:未办结)?的?(?:结转|遗留|转入)|[结转顺延]+[至到入]?下|^(?!.*信息公开).*(?:办理|承办|代理)/
const published =
  /信息|(?<!办[理结]行政许可)事项|公示|公开|公布|目录|清单|公告|发布|推送|归集|录入|上传|案卷|评查|监督|审核|不予|免予|免除|培训|会议|检查|其中(?!.{0,6}本级)/
const notWork = /延期|(?:处理|公开|提供)[”"]?(?:的)?方式/
const isNext = /下|次年|明年|来年|顺延|跨年|20\d\d/
/** Some offices have none. */
const ofSome = /\d\s*[个家]|其余|有的|个别|部分(?:单位|部门|乡镇|科室)/
const includesCarried =
  /(?:含|包括|包含|连同|加上)[^，。；（）()]{0,4}(?:[上去]一?年|20\d\d年)[^，。；（）()]{0,8}(?:结转|转入|遗留)/

/** The claim that a figure makes where it stands, if it is one of this year. */
function readAs(
  { index, amount, name, phrases }: Named,
  tokens: readonly ClaimToken[],
  scope: Scope,
  { body, from: start, source, topicOf }: ClaimSentence,
  oneByOne: boolean
): Reading | undefined {
  const figure = tokens[index]
  if (!figure || scope.elsewhen || scope.compared) return undefined
  const { subject } = name
  const { kind } = subjects[subject]
  const [from, to] = [Math.min(name.from, figure.from), Math.max(name.to, figure.to)]
  // What comes before its matter may be said more of behind it: 2件行政诉讼为上年结转.
  const clauseTo = to > figure.to ? endOf(body, to, '，,：:；;、（(') : to
  const clause = body.slice(Math.max(tokens[scope.clause]?.from ?? 0, to - longest), clauseTo)
  // 收到一件、答复一件 counts nothing.
  if (oneByOne && body.slice(figure.from, amount.numberTo) === '一') return undefined
  const whole = kind === 'work'
  if (
    whole &&
    (notWork.test(clause) || (scope.among && subject !== 'handled' && !/新|本级/.test(clause)))
  )
    return undefined
  if (kind === 'case') {
    const all = subjects[subject].caseKind === subject
    if (onesOwn.test(clause) || (all && someTried.test(clause))) return undefined
  }
  if (figure.role === 'none' && ofSome.test(clause)) return undefined
  if (kind === 'act' && published.test(clause)) return undefined
  const asked = whole ? requestOf(body, name, phrases) : undefined
  // 与新收合计375件 is a sum.
  if (asked === 'another' || (whole && isSum(phrases, name))) return undefined
  const before = body.slice(Math.max(0, from - longest), to)
  const around = before + body.slice(to, endOf(body, to, '，；'))
  if (!isAbout(kind, start + (asked ?? to), around, clause, topicOf)) return undefined
  const own = body.slice(from, endOf(body, to, '，,；;、'))
  const whose = scopeOf(before)
  const behind = body.slice(to, to + 60)
  // 予以公开（含部分公开）12件 is of both.
  const text = source.slice(start + from, start + to)
  const both = subject === 'granted' && /[（(]含[^）)]{0,6}部分公开/.test(text)
  return {
    scope,
    clause,
    whole,
    bare: subject === 'carriedOut' && figure.role === 'figure' && !isNext.test(own),
    claim: {
      subject: both ? 'grantedOrPartly' : subject,
      value: amount.value,
      from: start + from,
      to: start + to,
      text,
      figure: source.slice(start + figure.from, start + amount.numberTo),
      figureAt: start + figure.from,
      unit: amount.unit,
      ...(amount.qualifier && { qualifier: amount.qualifier }),
      ...percents(behind),
      ...(whose && { scope: whose }),
      ...(includesCarried.test(clause + behind.slice(0, /[，。；]/.exec(behind)?.index ?? 60)) && {
        includesCarriedIn: true
      }),
      ...(/备案|按月|口径/.test(body) && { countedOtherwise: true })
    }
  }
}

/**
 * Where the 申请 ends that a verb speaks of, behind its figure or before: 收到9件申请. `another`: it is for
 * something else, 助学金申请, or only some of them, 涉及征地的申请.
 */
function requestOf(
  body: string,
  { from }: Name,
  { lead, tail }: Named['phrases']
): number | 'another' | undefined {
  const named = (lead[0] ?? []).filter((token) => token.from >= from)
  const own = [...named, ...tail]
  const at = own.findIndex(({ role }) => role === 'request')
  const request = own[at]
  // 收到群众来访21件.
  if (!request) return named.some(({ role }) => role === 'unknown') ? 'another' : undefined
  const before = own[at - 1]
  const bare = body.slice(request.from, request.to) === '申请'
  const ofOther = before?.role === 'unknown' && before.to === request.from
  const about = own.slice(0, at).findIndex(({ role }) => role === 'because')
  const narrowed = about >= 0 && own.slice(about, at).some(({ role }) => role === 'unknown')
  return (bare && ofOther) || narrowed ? 'another' : request.to
}

const isSum = ({ lead }: Named['phrases'], { from }: Name): boolean =>
  (lead[0] ?? []).some(
    ({ role, to }, i, own) => role === 'and' && to <= from && own[i + 1]?.from === from
  )

/** 受理助学金申请56件，办结52件: what follows is of the same, until 申请 is named anew. */
function notOfOthers(body: string): (named: Named) => boolean {
  let ofOthers = false
  return ({ name, phrases }) => {
    const { kind } = subjects[name.subject]
    const asked = kind === 'work' ? requestOf(body, name, phrases) : undefined
    if (asked !== undefined) ofOthers = asked === 'another'
    return !ofOthers || !isOfRequests(kind)
  }
}

type Kind = (typeof subjects)[Subject]['kind']

const isOfRequests = (kind: Kind): boolean =>
  kind === 'work' || kind === 'carried' || kind === 'outcome' || kind === 'applicant'

function isAbout(
  kind: Kind,
  offset: number,
  before: string,
  clause: string,
  topicOf: ClaimSentence['topicOf']
): boolean {
  if (kind === 'document' || kind === 'act' || kind === 'fee') return true
  if (kind !== 'case') return topicOf(offset, false) === 'requests'
  if (/指导|协助|配合/.test(clause)) return false
  return topicOf(offset, true) === 'requests' || before.includes('信息公开')
}

const channels = new RegExp(channel.source, 'g')
const severalChannels = /渠道|方式|途径/
const total = /共|合计|总计|总数|全年|本年/

/** Some ways in, and not said to be all of them. */
function isOneChannel(clause: string): boolean {
  const named = clause.match(channels)?.length ?? 0
  const all = named > 1 || severalChannels.test(clause) || /书面|纸质/.test(clause)
  return (
    named > 0 && !(all && (/共|合计|总计|总数/.test(clause) || /各(?:种|类)?渠道/.test(clause)))
  )
}

/** Without the figures of one way in, and without what such a figure narrows: 线上申请6件，办结5件. */
function withoutChannels(
  found: readonly Reading[],
  { body, from: start }: ClaimSentence
): Reading[] {
  let narrowed: number | undefined
  let whole = false
  return found.filter((reading) => {
    const { claim, clause } = reading
    const byChannel =
      subjects[claim.subject].within === undefined &&
      (isOneChannel(clause.replace(/[（(][^（()）]{0,30}[）)]/g, '')) ||
        // 收到书面申请 2 件、网络申请 6 件.
        (/书面|纸质|口头/.test(clause) &&
          channel.test(body.slice(claim.to - start, claim.to - start + 5))))
    if (byChannel) {
      if (!whole) narrowed = claim.to
      return false
    }
    const { kind } = subjects[claim.subject]
    if (narrowed !== undefined && isOfRequests(kind)) {
      const own = claim.from - start
      const between = body.slice(Math.max(narrowed - start, own - longest), own)
      if (!total.test(between + claim.text)) return false
    }
    narrowed = undefined
    whole ||= reading.whole
    return true
  })
}

/**
 * 甲局收到 9 件、乙局收到 5 件 are parts, unless one of them says that it is the whole; so are two
 * answers in the same words, 信息不存在 2 件、不掌握 4 件.
 */
function withoutLists(found: readonly Reading[], { body, from: start }: ClaimSentence): Reading[] {
  const nameOf = ({ claim, whole, scope }: Reading): string =>
    `${claim.subject} ${claim.scope ?? ''} ${whole ? scope.part : ''}`
  const alike = new Map<string, number>()
  for (const one of found) alike.set(nameOf(one), (alike.get(nameOf(one)) ?? 0) + 1)
  return found.filter((one) => {
    const at = one.claim.from - start
    const said = () =>
      one.whole &&
      /共|合计|总计|全年|年度?，?/.test(
        body.slice(startOf(body, at, '，：；'), at) + one.claim.text
      )
    return alike.get(nameOf(one)) === 1 || said()
  })
}

const wide = /全[省市州盟区县旗镇乡]|各级|各[县区]|各乡镇|辖区|全系统/g
const narrow = /(?<!属于|属|非|向)(?:本级|本机关|本单位)(?!不掌握|未|无法|没有|负责|不)/g

function scopeOf(words: string): Claim['scope'] {
  const [all, own] = [wide, narrow].map((scope) => Array.from(words.matchAll(scope)).at(-1)?.index)
  if (all === undefined && own === undefined) return undefined
  return (all ?? -1) > (own ?? -1) ? 'rollup' : 'own'
}
