import { asks, channel } from '../../prose/claims/words.ts'
import type { Claim } from '../../prose/claims/claim.ts'
import { cellsOf, type Subject } from '../../prose/claims/subjects.ts'
import { endOf, startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { remembered } from '../../prose/remembered.ts'
import type { Report } from '../../report/report.ts'
import type { TextKey } from '../../form/sections.ts'
import { remedyField } from '../../form/remedies.ts'
import { sumOf } from '../../sums/totals.ts'
import type { Facts, Hit, Rule, Rules } from '../../findings/rule.ts'
import { at, checked, outcomes, stated, sumsMeant } from './stated.ts'
import { officeSums, splits, type WrongList } from './text-lists.ts'
import { flows, type BrokenFlow } from './text-flow.ts'
import { growths, type WrongGrowth } from './text-growth.ts'
import { ownShares, shares, type WrongShare } from './text-shares.ts'

/**
 * What the text says against what the tables say. Never an error: most contradictions come from the
 * two speaking of different scopes, the office alone or all that it answers for. Long, for the rules
 * share what a figure of the text may stand for.
 */

/** A figure of the text that is not the sum of its cells. */
export interface OtherThanTables {
  readonly found: string
  readonly subject: Subject
  readonly stated: number
  /** What the cells give. */
  readonly due: number
  /** What the tables cover. */
  readonly scope: Report['scope']
  /** The other sum of table 三 that the figure happens to be, or nothing. */
  readonly equals: '' | 'withCarried' | 'received' | 'handled'
  /** What the sentence says that it covers, where that is not what the tables do. */
  readonly said: '' | Report['scope']
  /** 1 where the sentence counts otherwise than the tables: by the month, as it was filed. */
  readonly otherwise: number
  /** The figure to be replaced, where nothing else makes both of them right. */
  readonly figure?: string
}

/** Cases that were lost or are still open, of one kind or of all, where none is said to be. */
interface LostCases {
  readonly found: string
  readonly corrected: number
  readonly pending: number
  readonly of: '' | 'review' | 'litigation'
}

type Compared =
  'X-NEW' | 'X-DONE' | 'X-IN' | 'X-OUT' | 'X-NAT' | 'X-LEG' | 'X-CLASS' | 'X-REV' | 'X-LIT' | 'X-T2'

/** What the findings of each of these rules hold. */
export interface TextTableParams extends Record<Compared, OtherThanTables> {
  'X-FLOW': BrokenFlow
  'X-PCT': WrongShare
  'X-GROWTH': WrongGrowth
  'X-WIN': LostCases
  'X-SPLIT': WrongList
  'X-ROLLTXT': WrongList
  'X-NOZERO': { readonly found: string; readonly due: number }
}

const comparing =
  (...subjects: readonly Subject[]) =>
  ({ report }: Facts): Hit<OtherThanTables>[] =>
    stated(report).flatMap(({ section, claim }): Hit<OtherThanTables>[] => {
      const { subject, value, from, text, figure } = claim
      if (!subjects.includes(subject)) return []
      const meant = sumsMeant(report.cells, subject)
      const due = sumOf(report.cells, cellsOf(subject))
      if (due === null || value === due) return []
      // 新收 says that nothing carried in is among them.
      if (meant.includes(value) && !text.startsWith('新收')) return []
      const mixed = scopesMixed(report, claim)
      const equals = equalOf(report, subject, value)
      const hit = at<Omit<OtherThanTables, 'found'>>(section, from, text, {
        subject,
        stated: value,
        due,
        scope: report.scope,
        equals,
        said: mixed ? (claim.scope ?? '') : '',
        otherwise: Number(claim.countedOtherwise ?? false),
        ...(!mixed &&
          !claim.countedOtherwise &&
          !equals &&
          isPlain(report, section, claim) && { figure })
      })
      return [claim.countedOtherwise && isCase(subject) ? { ...hit, severity: 'hint' } : hit]
    })

/** Figures of other times, other offices or a part: next to such words nobody can say which is wrong. */
const unclear =
  /[较比](?!例|率|重|较|对)|同比|环比|上年|去年|往年|同期|今后|预计|计划|目标|拟|其中|含|包括|除|不|未|另|部门|乡镇|街道|科室|下属|所属|约|近|超|余|多/

/** Whether a figure stands in a plain statement of this year: nothing but one reading is left. */
function isPlain(report: Report, section: TextKey, { from, to }: Claim): boolean {
  const text = report.text[section]
  const clause = text.slice(startOf(text, from, '，：。；\n'), to)
  const sentence = text.slice(startOf(text, from, '。；\n'), endOf(text, to, '。；\n'))
  const years = Array.from(
    plainFigures(sentence).matchAll(/((?:19|20)\d\d)年(?!度?(?:办理|答复|处理|继续|\d+件))/g)
  )
  return (
    !unclear.test(clause.replace(/不予|未经|其他|无法|上一?年度?结转|结转[^，]{0,8}/g, '')) &&
    years.every(([, named]) => Number(named) === report.year)
  )
}

const isCase = (subject: Subject): boolean => subject === 'review' || subject === 'litigation'

/** Whether the sentence says 全市 and the tables are the office's own, or the other way round. */
const scopesMixed = ({ scope, unit }: Report, claim: Claim): boolean =>
  // A town reports for all of the town.
  claim.scope !== undefined && claim.scope !== scope && unit.level !== 'town'

const confused: readonly Subject[] = ['received', 'handled', 'dealtWith']

/** The other sum of table 三 that a figure happens to be: what the words may have been meant for. */
function equalOf({ cells }: Report, subject: Subject, value: number): OtherThanTables['equals'] {
  if (!confused.includes(subject)) return ''
  const [received, withCarried] = sumsMeant(cells, 'received')
  const [handled] = sumsMeant(cells, 'handled')
  if (value === withCarried) return 'withCarried'
  if (value === received) return 'received'
  return value === handled ? 'handled' : ''
}

const denied = new RegExp(
  `(?:未|没有|无|尚未)(?:收到|接到|受理)(?:过|任何)?${asks}申请(?![人行复诉])`,
  'g'
)
/** Some offices, some ways in, another year: not all of this year's. */
const someOnly = new RegExp(`\\d\\s*[个家]|部分|其余|有的|个别|${channel.source}`)

const denials = remembered((text) =>
  Array.from(text.matchAll(denied)).filter((match) => !someOnly.test(clauseOf(match)))
)

function none({ report }: Facts): Hit<TextTableParams['X-NOZERO']>[] {
  const due = report.cells['requests.received.total'] ?? 0
  if (due === 0) return []
  return checked.flatMap((section) =>
    denials(report.text[section])
      .filter((match) => isOf(report.year, match))
      .map((match) => at(section, match.index, match[0], { due }))
  )
}

const sentenceOf = ({ index, input }: RegExpExecArray): string =>
  input.slice(startOf(input, index, '。；\n'), index)
const clauseOf = ({ index, input, 0: words }: RegExpExecArray): string =>
  input.slice(startOf(input, index, '，：。；\n'), index) + words

/** Whether the sentence names no other year before. */
const isOf = (year: number, match: RegExpExecArray): boolean => {
  const years = Array.from(plainFigures(sentenceOf(match)).matchAll(/(\d{4})年/g))
  return years.length === 0 || Number(years.at(-1)?.[1]) === year
}

const victories = remembered((text) =>
  Array.from(
    text.matchAll(
      /均(?:获|予以|被)?维持|零败诉|(?:未|没有)被(?:纠错|纠正|撤销)|无一?败诉|没有败诉/g
    )
  )
)

/** The kinds of cases that such words are said of: those named last before them, else all. */
function casesOf(match: RegExpExecArray): readonly ('review' | 'direct' | 'afterReview')[] {
  const litigation = ['direct', 'afterReview'] as const
  if (match[0].includes('败诉')) return litigation
  const sentence = sentenceOf(match)
  const both = sentence.search(/复议[、和及与](?:行政)?诉讼[^复诉]*$/) >= 0
  const [review, suits] = [sentence.lastIndexOf('复议'), sentence.lastIndexOf('诉讼')]
  if (both || review === suits) return ['review', ...litigation]
  return review > suits ? ['review'] : litigation
}

function wins({ report: { text, cells, year } }: Facts): Hit<LostCases>[] {
  return checked.flatMap((section) =>
    victories(text[section]).flatMap((match): Hit<LostCases>[] => {
      const cases = casesOf(match)
      const sum = (outcome: 'corrected' | 'pending'): number =>
        sumOf(
          cells,
          cases.map((kind) => remedyField(kind, outcome))
        ) ?? 0
      const [corrected, pending] = [sum('corrected'), sum('pending')]
      const wrong = corrected > 0 || (match[0].includes('维持') && pending > 0)
      if (!wrong || !isOf(year, match)) return []
      const of = cases.length === 1 ? 'review' : cases.length === 2 ? 'litigation' : ''
      return [at(section, match.index, match[0], { corrected, pending, of })]
    })
  )
}

const source = '正文的数与表格一致；口径不同的，写明是本机关的还是汇总的'
const rule = <Params>(check: (facts: Facts) => Hit<Params>[], from = source): Rule<Params> => ({
  severity: 'warning',
  source: from,
  check
})

export const textTableRules: Rules<TextTableParams> = {
  'X-NEW': rule(comparing('received')),
  'X-DONE': rule(comparing('handled', 'dealtWith')),
  'X-IN': rule(comparing('carriedIn')),
  'X-OUT': rule(comparing('carriedOut')),
  'X-NAT': rule(comparing('natural')),
  'X-LEG': rule(comparing('legalPersons')),
  'X-CLASS': rule(comparing(...outcomes)),
  'X-FLOW': rule(flows, '新收＋上年结转＝办结＋结转下年度（国办公开办函〔2021〕30号表三）'),
  'X-PCT': rule(
    (facts) => [...shares(facts), ...ownShares(facts)],
    '占比按办理结果总计算；自然人、法人按收到的申请算'
  ),
  'X-GROWTH': rule(growths, '同比按上年报告的数，或正文自己写的数重算'),
  'X-REV': rule(comparing('review')),
  'X-LIT': rule(comparing('litigation')),
  'X-WIN': rule(wins),
  'X-T2': rule(
    comparing(
      'normativeIssued',
      'normativeRepealed',
      'normativeInForce',
      'licensing',
      'penalty',
      'compulsion'
    )
  ),
  'X-SPLIT': rule(splits, '分项之和不超过总数；写明“包括”“分别为”的，与总数相等'),
  'X-ROLLTXT': rule(officeSums, '逐个单位列出的数，加起来是写明的总数'),
  'X-NOZERO': rule(none)
}
