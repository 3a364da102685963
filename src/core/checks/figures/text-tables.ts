import { subjectsInOrder, subjects, type CaseKind } from '../../prose/claims/naming/subjects.ts'
import { startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { remembered } from '../../prose/remembered.ts'
import { remedyField } from '../../form/remedies.ts'
import { sumOf } from '../../sums/totals.ts'
import type { Facts, Hit, Rule, Rules } from '../../findings/rule.ts'
import { at, checked, dueOf, outcomes, stated } from './stated.ts'
import { comparing, type OtherThanTables } from './text-cells.ts'
import { officeSums, splits, type WrongList } from './text-lists.ts'
import { flows, type BrokenFlow } from './text-flow.ts'
import { growths, type WrongGrowth } from './text-growth.ts'
import { ownShares, shares, type WrongShare } from './text-shares.ts'

/**
 * What the text says against what the tables say. Never an error: most contradictions come from the
 * two speaking of different scopes, the office alone or all that it answers for.
 */

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

/** 未收到申请, where some were received. */
const none = ({ report }: Facts): Hit<TextTableParams['X-NOZERO']>[] =>
  stated(report).flatMap(({ section, claim }) => {
    const due = dueOf(report.cells, claim.subject)
    return claim.subject === 'received' && claim.figure === '' && due
      ? [at(section, claim.from, claim.text, { due })]
      : []
  })

const sentenceOf = ({ index, input }: RegExpExecArray): string =>
  input.slice(startOf(input, index, '。；\n'), index)

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
      // 已审结6件，均维持: what is still open is not meant.
      const ofDecided = /[已经]审[结理]|已[经]?(?:判决|作出)/.test(sentenceOf(match))
      const wrong = corrected > 0 || (!ofDecided && match[0].includes('维持') && pending > 0)
      if (!wrong || !isOf(year, match)) return []
      const of = cases.length === 1 ? 'review' : cases.length === 2 ? 'litigation' : ''
      return [at(section, match.index, match[0], { corrected, pending, of })]
    })
  )
}

const organisations = subjectsInOrder.filter(
  (subject) => subjects[subject].kind === 'applicant' && subject !== 'natural'
)
const disclosed = subjectsInOrder.filter((subject) =>
  ['document', 'act', 'fee'].includes(subjects[subject].kind)
)
const casesOfKind = (...kinds: readonly CaseKind[]) =>
  subjectsInOrder.filter((subject) => {
    const { caseKind } = subjects[subject]
    return caseKind !== undefined && kinds.includes(caseKind)
  })

/** What is asked of a number that the tables have too. */
const agrees = {
  asks: '正文的数与表格一致；口径不同的，写明是本机关的还是汇总的',
  ground: '同一数据前后一致'
}
const rule = <Params>(
  check: (facts: Facts) => Hit<Params>[],
  { asks, ground }: Pick<Rule<Params>, 'asks' | 'ground'> = agrees
): Rule<Params> => ({ severity: 'warning', asks, ground, check })

export const textTableRules: Rules<TextTableParams> = {
  'X-NEW': rule(comparing(['received'])),
  'X-DONE': rule(comparing(['handled', 'dealtWith'])),
  'X-IN': rule(comparing(['carriedIn'])),
  'X-OUT': rule(comparing(['carriedOut'])),
  'X-NAT': rule(comparing(['natural'])),
  'X-LEG': rule(comparing(organisations)),
  'X-CLASS': rule(comparing(outcomes)),
  'X-FLOW': rule(flows, {
    asks: '新收＋上年结转＝办结＋结转下年度',
    ground: '国办公开办函〔2021〕30号，表三'
  }),
  'X-PCT': rule((facts) => [...shares(facts), ...ownShares(facts)], {
    asks: '占比按办理结果总计计算；自然人、法人按收到的申请计算',
    ground: '由数据含义得出'
  }),
  'X-GROWTH': rule(growths, {
    asks: '同比与按上年报告的数，或正文写明的数计算的结果一致',
    ground: '由数据含义得出'
  }),
  'X-REV': rule(comparing(casesOfKind('review'))),
  'X-LIT': rule(comparing(casesOfKind('litigation', 'direct', 'afterReview'))),
  'X-WIN': rule(wins),
  'X-T2': rule(comparing(disclosed)),
  'X-SPLIT': rule(splits, {
    asks: '分项之和不超过总数；写明“包括”“分别为”的，与总数相等',
    ground: '由数据含义得出'
  }),
  'X-ROLLTXT': rule(officeSums, {
    asks: '逐个单位列出的数，合计等于写明的总数',
    ground: '由数据含义得出'
  }),
  'X-NOZERO': rule(none)
}
