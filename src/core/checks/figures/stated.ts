import type { Subject, Claim } from '../../prose/claims/claim.ts'
import { claims } from '../../prose/claims/claims.ts'
import type { Report } from '../../report/report.ts'
import type { Cells } from '../../form/cells.ts'
import type { TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'
import {
  applicants,
  requestField,
  rowsIn,
  type RequestGroup,
  type RequestRow
} from '../../form/requests.ts'
import { sumOf } from '../../sums/totals.ts'
import type { Hit } from '../../findings/rule.ts'

/** What the text states in figures, and the cells that give the same. */

const row = (id: RequestRow): FieldId => requestField(id, 'total')
const group = (id: RequestGroup): FieldId[] => rowsIn(id).map(row)
const legal = applicants.map(({ id }) => id).filter((id) => id !== 'natural' && id !== 'total')

/** The ways in which requests are dealt with. */
export const outcomes: readonly Subject[] = [
  'granted',
  'partlyGranted',
  'grantedOrPartly',
  'refused',
  'unavailable',
  'declined',
  'other'
]

/** The cells that each subject sums up. */
export const cellsBySubject: Readonly<Record<Subject, readonly FieldId[]>> = {
  received: [row('received')],
  handled: [row('handled')],
  dealtWith: [row('received')],
  carriedIn: [row('carriedIn')],
  carriedOut: [row('carriedOut')],
  natural: ['requests.received.natural'],
  legalPersons: legal.map((id) => requestField('received', id)),
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

const withCarried: Partial<Record<Subject, readonly FieldId[]>> = {
  received: [row('received'), row('carriedIn')],
  dealtWith: [row('received'), row('carriedIn')],
  natural: ['requests.received.natural', 'requests.carriedIn.natural'],
  legalPersons: legal.flatMap((id) => [requestField('received', id), requestField('carriedIn', id)])
}

/** All sums that the words for a subject can mean, the nearest first; without those not filled in. */
export function sumsMeant(cells: Cells, subject: Subject): number[] {
  const meant = [cellsBySubject[subject], withCarried[subject]]
  if (subject === 'dealtWith') meant.push(cellsBySubject.handled)
  return meant.flatMap((list) => (list ? (sumOf(cells, list) ?? []) : []))
}

/** The sections that are checked against the tables: the lead-in states no figures. */
export const checked: readonly TextKey[] = ['overview', 'problems', 'other']

interface Stated {
  readonly section: TextKey
  readonly claim: Claim
}

/** By report: a dozen rules ask for the claims of the same one. */
const known = new WeakMap<Report, readonly Stated[]>()

export function stated(report: Report): readonly Stated[] {
  const answer =
    known.get(report) ??
    checked.flatMap((section) =>
      claims(report.text[section], report.year).map((claim) => ({ section, claim }))
    )
  known.set(report, answer)
  return answer
}

/** A hit at words of the text. */
export const at = <More extends object>(
  section: TextKey,
  from: number,
  words: string,
  params: More
): Hit<{ readonly found: string } & More> => ({
  at: { kind: 'text', section, from, to: from + words.length },
  params: { found: words, ...params }
})
