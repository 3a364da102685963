import { claims, type Claim, type Subject } from '../claims.ts'
import { sumOf } from '../totals.ts'
import type { Cells, Report } from '../report.ts'
import type { TextKey } from '../sections.ts'
import type { FieldId } from '../table.ts'
import { applicants, requestRows } from '../tables/requests.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/**
 * What the text says against what the tables say. Never an error: most contradictions come from the
 * two speaking of different scopes, the office alone or all that it answers for.
 */

const row = (id: string): FieldId => `requests.${id}.total` as FieldId
const group = (id: string): FieldId[] =>
  requestRows.filter((one) => one.id.startsWith(`${id}.`)).map((one) => row(one.id))
const received = (column: string): FieldId => `requests.received.${column}` as FieldId

/** The cells that each subject sums up. */
const cellsOf: Readonly<Record<Subject, readonly FieldId[]>> = {
  received: [row('received')],
  handled: [row('handled')],
  carriedIn: [row('carriedIn')],
  carriedOut: [row('carriedOut')],
  natural: [received('natural')],
  legalPersons: applicants
    .filter(({ id }) => id !== 'natural' && id !== 'total')
    .map(({ id }) => received(id)),
  granted: [row('granted')],
  partlyGranted: [row('partlyGranted')],
  grantedOrPartly: [row('granted'), row('partlyGranted')],
  refused: group('refused'),
  unavailable: group('unavailable'),
  declined: group('declined'),
  other: group('other'),
  review: ['remedies.review.total'],
  litigation: ['remedies.direct.total', 'remedies.afterReview.total'],
  normativeIssued: ['disclosure.normative.issued'],
  normativeRepealed: ['disclosure.normative.repealed'],
  normativeInForce: ['disclosure.normative.inForce'],
  licensing: ['disclosure.licensing.decisions'],
  penalty: ['disclosure.penalty.decisions'],
  compulsion: ['disclosure.compulsion.decisions']
}

const sections: readonly TextKey[] = ['overview', 'problems', 'other']

const stated = (report: Report): { section: TextKey; claim: Claim }[] =>
  sections.flatMap((section) =>
    claims(report.text[section], report.year).map((claim) => ({ section, claim }))
  )

const at = (section: TextKey, from: number, words: string, params: Hit['params']): Hit => ({
  at: { kind: 'text', section, from, to: from + words.length },
  params: { found: words, ...params }
})

/** Other sums that the same words often mean: 收到 with the cases carried in, column sums likewise. */
const alsoMeant: Partial<Record<Subject, (cells: Cells, due: number) => number>> = {
  received: (cells, due) => due + (cells[row('carriedIn')] ?? 0),
  natural: (cells, due) => due + (cells['requests.carriedIn.natural'] ?? 0),
  legalPersons: (cells, due) =>
    due + (cells[row('carriedIn')] ?? 0) - (cells['requests.carriedIn.natural'] ?? 0)
}

const comparing =
  (...subjects: readonly Subject[]) =>
  ({ report }: Facts): Hit[] =>
    stated(report).flatMap(({ section, claim }): Hit[] => {
      const { subject, value, from, text } = claim
      if (!subjects.includes(subject)) return []
      const due = sumOf(report.cells, cellsOf[subject])
      if (due === null || value === due) return []
      if (alsoMeant[subject]?.(report.cells, due) === value) return []
      const params = { subject, stated: value, due, scope: report.scope }
      return [at(section, from, text, params)]
    })

/** Percentage points by which a rounded share may be off. */
const rounding = 0.05

function shares({ report }: Facts): Hit[] {
  const all = report.cells[row('handled')]
  return stated(report).flatMap(({ section, claim }): Hit[] => {
    const { percent, value, from, text } = claim
    if (percent === undefined || !all) return []
    const due = (100 * value) / all
    if (Math.abs(due - percent) <= rounding + 1e-9) return []
    return [at(section, from, text, { value, all, percent, due: Math.round(due * 10) / 10 })]
  })
}

const denied = /(?:未|没有|无|尚未)(?:收到|接到|受理)(?:过|任何)?[^，。；\n\d]{0,16}申请/g

function none({ report }: Facts): Hit[] {
  const due = report.cells[row('received')] ?? 0
  if (due === 0) return []
  return sections.flatMap((section) =>
    Array.from(report.text[section].matchAll(denied))
      .filter(([words]) => !/复议|诉讼/.test(words))
      .map((match) => at(section, match.index, match[0], { due }))
  )
}

const victory = /均(?:获|予以|被)?维持|零败诉|未被纠错|无一?败诉|没有败诉/g

function wins({ report: { text, cells } }: Facts): Hit[] {
  const kinds = ['review', 'direct', 'afterReview'] as const
  const sum = (outcome: 'corrected' | 'pending') =>
    sumOf(
      cells,
      kinds.map((kind): FieldId => `remedies.${kind}.${outcome}`)
    ) ?? 0
  const [corrected, pending] = [sum('corrected'), sum('pending')]
  return sections.flatMap((section) =>
    Array.from(text[section].matchAll(victory))
      .filter(([words]) => corrected > 0 || (words.includes('维持') && pending > 0))
      .map((match) => at(section, match.index, match[0], { corrected, pending }))
  )
}

const parted = /共[^，。；\n\d]{0,16}(\d+)\s*([条件篇期次个])[，,（(]\s*其中([^。；\n]+)/g

/** 共 N 条，其中 a、b、c: the parts cannot be more than the whole. */
function splits({ report: { text } }: Facts): Hit[] {
  return sections.flatMap((section) =>
    Array.from(text[section].matchAll(parted)).flatMap((match): Hit[] => {
      const [words, whole, unit = '', rest = ''] = match
      const parts = Array.from(rest.matchAll(/(\d+)\s*([条件篇期次个])/g))
        .filter((part) => part[2] === unit)
        .map((part) => Number(part[1]))
      const sum = parts.reduce((total, part) => total + part, 0)
      if (sum <= Number(whole)) return []
      return [at(section, match.index, words, { whole: Number(whole), parts, sum })]
    })
  )
}

const source = '正文的数与表格一致；口径不同的，写明是本机关的还是汇总的'
const rule = (check: (facts: Facts) => Hit[]): Rule => ({ severity: 'warning', source, check })

export const textTableRules = {
  'X-NEW': rule(comparing('received')),
  'X-DONE': rule(comparing('handled')),
  'X-IN': rule(comparing('carriedIn')),
  'X-OUT': rule(comparing('carriedOut')),
  'X-NAT': rule(comparing('natural')),
  'X-LEG': rule(comparing('legalPersons')),
  'X-CLASS': rule(
    comparing(
      'granted',
      'partlyGranted',
      'grantedOrPartly',
      'refused',
      'unavailable',
      'declined',
      'other'
    )
  ),
  'X-PCT': rule(shares),
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
  'X-SPLIT': rule(splits),
  'X-NOZERO': rule(none)
} satisfies Record<string, Rule>
