import { statementsIn, type Statement } from './patterns.ts'
import { percents } from './percents.ts'
import { scopesOf, type Scope } from './scopes.ts'
import type { Pattern } from './shapes.ts'
import { tokensOf, type ClaimToken } from './tokens.ts'
import type { Topic } from './topics.ts'
import { channel } from './words.ts'
import type { Claim } from './claim.ts'
import { endOf, longest, startOf } from '../clauses.ts'

/** The claims of one sentence: which of the statements found in it are of a whole of this year. */

const channels = new RegExp(channel.source, 'g')
const severalChannels = /渠道|方式|途径/
const total = /共|合计|总计|总数|全年|本年/

/** A sentence in its paragraph. */
export interface ClaimSentence {
  readonly body: string
  /** Offset in the paragraph. */
  readonly from: number
  readonly source: string
  /** What was named last before an offset; of a case, what but the case itself. */
  readonly topicOf: (offset: number, ofCase: boolean) => Topic | undefined
  readonly year: number
}

/** The figures that a sentence states, in their order; offsets are into its paragraph. */
export function claimsInSentence(sentence: ClaimSentence): readonly Claim[] {
  const { body } = sentence
  const tokens = tokensOf(body, sentence.year)
  const scopes = scopesOf(tokens)
  const all = statementsIn(tokens)
  const carried = all.some(({ pattern }) => pattern.subject === 'carriedOut')
  // 共办理 17 件，答复 16 件，结转 1 件: what was dealt with is not what was answered.
  const answered = all.some(
    ({ pattern }) => pattern.subject === 'handled' && !pattern.besideCarried
  )
  const countedOtherwise = /备案|按月|口径/.test(body)
  // 收到一件、答复一件 counts nothing; asked once, for a sentence may have thousands of them.
  const oneCounts = body.split('一件').length === 2
  const found: Listed[] = []
  // Where a figure of one channel narrows what follows it: 受理线上申请6件，办结5件.
  let narrowed: number | undefined
  let whole = false
  for (const match of all) {
    const { pattern } = match
    const scope = scopes[match.figure]
    const read = scope && readAs(match, tokens, scope, sentence, oneCounts)
    if (!read || (pattern.besideCarried && (!carried || answered))) continue
    const { claim, byChannel } = read
    if (byChannel) {
      if (!whole) narrowed = claim.to
      continue
    }
    const own = claim.from - sentence.from
    const between =
      narrowed === undefined
        ? ''
        : body.slice(Math.max(narrowed - sentence.from, own - longest), own)
    if (narrowed !== undefined && pattern.about === 'requests' && !total.test(between + claim.text))
      continue
    narrowed = undefined
    whole ||= pattern.whole ?? false
    const words = claim.text.replace(claim.figure, '')
    found.push({
      claim: countedOtherwise ? { ...claim, countedOtherwise } : claim,
      of: pattern.whole
        ? `${pattern.subject} ${scope.part}`
        : pattern.about === 'requests'
          ? words
          : '',
      whole: pattern.whole ?? false
    })
  }
  return withoutLists(found, sentence)
}

/** The claim that a match makes where it stands; `byChannel`: it is of one way in among several. */
function readAs(
  { pattern, first, last, figure: index }: Statement,
  tokens: readonly ClaimToken[],
  scope: Scope,
  { body, from: start, source, topicOf }: ClaimSentence,
  oneCounts: boolean
): { readonly claim: Claim; readonly byChannel: boolean } | undefined {
  const [begin, end, figure] = [tokens[index === last ? first : index], tokens[last], tokens[index]]
  if (!begin || !end || figure?.value === undefined) return undefined
  const { value, numberTo = figure.to } = figure
  if (!oneCounts && body.slice(figure.from, numberTo) === '一') return undefined
  const clauseFrom = tokens[scope.clause]?.from ?? 0
  // What comes before its matter may be said more of behind it: 2件行政诉讼为上年结转.
  const clauseTo = index === last ? end.to : endOf(body, end.to, '，,：:；;、（(')
  const clause = body.slice(Math.max(clauseFrom, end.to - longest), clauseTo)
  if (scope.elsewhen || scope.compared || pattern.not?.test(clause)) return undefined
  if (pattern.whole && scope.among) return undefined
  const before = body.slice(Math.max(0, begin.from - longest), end.to)
  if (!isAbout(pattern.about, start + end.to, before, clause, topicOf)) return undefined
  const [from, to] = [start + begin.from, start + end.to]
  const text = source.slice(from, to)
  const whose = scopeOf(before)
  // 予以公开（含部分公开）12件 is of both.
  const both = pattern.subject === 'granted' && text.includes('部分公开')
  return {
    claim: {
      subject: both ? 'grantedOrPartly' : pattern.subject,
      value,
      from,
      to,
      text,
      figure: source.slice(start + figure.from, start + numberTo),
      ...percents(body.slice(end.to, end.to + 60)),
      ...(whose && { scope: whose })
    },
    byChannel:
      isOneChannel(clause.replace(/[（(][^（()）]{0,30}[）)]/g, '')) ||
      // 收到书面申请 2 件、网络申请 6 件.
      (/书面|纸质|口头/.test(clause) && channel.test(body.slice(end.to, end.to + 5)))
  }
}

/** Some ways in, and not said to be all of them. */
function isOneChannel(clause: string): boolean {
  const named = clause.match(channels)?.length ?? 0
  const all = named > 1 || severalChannels.test(clause)
  return named > 0 && !(all && (/共|合计|总/.test(clause) || /各(?:种|类)?渠道/.test(clause)))
}

function isAbout(
  about: Pattern['about'],
  offset: number,
  before: string,
  clause: string,
  topicOf: ClaimSentence['topicOf']
): boolean {
  if (about === undefined) return true
  if (about === 'requests') return topicOf(offset, false) === 'requests'
  if (/指导|协助|配合/.test(clause)) return false
  return topicOf(offset, true) === 'requests' || before.includes('信息公开')
}

/** A claim with what it would be one of several parts of. */
interface Listed {
  readonly claim: Claim
  readonly of: string
  readonly whole: boolean
}

/**
 * 甲局收到 9 件、乙局收到 5 件 are parts, unless one of them says that it is the whole; so are two
 * answers in the same words, 不存在而无法提供 2 件、不掌握而无法提供 4 件.
 */
function withoutLists(
  found: readonly Listed[],
  { body, from: start }: ClaimSentence
): readonly Claim[] {
  const alike = new Map<string, number>()
  for (const { of } of found) alike.set(of, (alike.get(of) ?? 0) + 1)
  return found.flatMap(({ claim, of, whole }) => {
    const at = claim.from - start
    const said = () =>
      whole &&
      /共|合计|总计|全年|年度?，?/.test(body.slice(startOf(body, at, '，：；'), at) + claim.text)
    return of === '' || alike.get(of) === 1 || said() ? [claim] : []
  })
}

const wide = /全[省市州盟区县旗镇乡]|各级|各[县区]|各乡镇|辖区|全系统/g
const narrow = /本级|本机关|本单位|[我本][局委办厅]/g

function scopeOf(words: string): Claim['scope'] {
  const [all, own] = [wide, narrow].map((scope) => Array.from(words.matchAll(scope)).at(-1)?.index)
  if (all === undefined && own === undefined) return undefined
  return (all ?? -1) > (own ?? -1) ? 'rollup' : 'own'
}
