import { endOf, longest } from '../clauses.ts'
import type { Claim } from './claim.ts'
import type { Name } from './naming/names.ts'
import type { Named } from './naming/named.ts'
import type { Scope } from './naming/scopes.ts'
import { subjects, type Subject } from './naming/subjects.ts'
import type { ClaimToken } from './naming/tokens.ts'
import { percents } from './percents.ts'
import type { Topic } from './topics.ts'
import type { Role } from './naming/words.ts'

/** The claim that a named figure makes, if it is one of this year and of the matter. */

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

/** A claim with what it would be one of several parts of. */
export interface ClaimReading {
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
  /决定书|答复书|文书|指导|(?:[上去]一?年度?|20\d\d年度?)(?:末|底)?(?:未办结)?的?(?:结转|遗留|转入)|[结转顺延][至到入]?下|^(?!.*信息公开).*(?:办理|承办|代理)/
const published =
  /信息|(?<!办[理结]行政许可)事项|公示|公开|公布|目录|清单|公告|发布|推送|归集|录入|上传|案卷|评查|监督|审核|不予|免予|免除|培训|会议|检查|其中(?!.{0,6}本级)/
/** 新收申请中有18件…: some of them. */
const notWork = /延期|(?:处理|公开|提供)[”"]?(?:的)?方式|申请(?:当|之)?中[，,]?(?:共?有)?\d/
/** 办理上年结转申请16件、新收申请442件: of both is said what was dealt with. */
const dealtWith = /(?:办理|办结|答复)了?(?:[上去]一?年|20\d\d年)[^，。；：]{0,16}、/
const isNext = /下|次年|明年|来年|顺延|跨年|20\d\d/
/** Some offices have none. */
const ofSome = /\d\s*[个家]|其余|有的|个别|部分(?:单位|部门|乡镇|科室)/
const includesCarried =
  /(?:含|包括|包含|连同|加上)[^，。；（）()]{0,4}(?:[上去]一?年|20\d\d年)[^，。；（）()]{0,8}(?:结转|转入|遗留)/

/** The claim that a figure makes where it stands, if it is one of this year. */
export function claimReading(
  { index, amount, name, phrases }: Named,
  tokens: readonly ClaimToken[],
  scope: Scope,
  { body, from: start, source, topicOf }: ClaimSentence,
  oneByOne: boolean
): ClaimReading | undefined {
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
    (notWork.test(clause) ||
      (subject === 'received' && dealtWith.test(clause)) ||
      (scope.among && subject !== 'handled' && !/新|本级/.test(clause)))
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
export function notOfOthers(body: string): (named: Named) => boolean {
  let ofOthers = false
  return ({ name, phrases }) => {
    const { kind } = subjects[name.subject]
    const asked = kind === 'work' ? requestOf(body, name, phrases) : undefined
    if (asked !== undefined) ofOthers = asked === 'another'
    return !ofOthers || !isOfRequests(kind)
  }
}

type Kind = (typeof subjects)[Subject]['kind']

export const isOfRequests = (kind: Kind): boolean =>
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

const wide = /全[省市州盟区县旗镇乡]|各级|各[县区]|各乡镇|辖区|全系统/g
const narrow = /(?<!属于|属|非|向)(?:本级|本机关|本单位)(?!不掌握|未|无法|没有|负责|不)/g

function scopeOf(words: string): Claim['scope'] {
  const [all, own] = [wide, narrow].map((scope) => Array.from(words.matchAll(scope)).at(-1)?.index)
  if (all === undefined && own === undefined) return undefined
  return (all ?? -1) > (own ?? -1) ? 'rollup' : 'own'
}
