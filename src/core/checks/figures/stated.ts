import type { Claim } from '../../prose/claims/claim.ts'
import { claims } from '../../prose/claims/claims.ts'
import { cellsOf, type Subject } from '../../prose/claims/subjects.ts'
import type { Report } from '../../report/report.ts'
import type { Cells } from '../../form/cells.ts'
import type { TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'
import { applicants, requestField, type RequestRow } from '../../form/requests.ts'
import { sumOf } from '../../sums/totals.ts'
import type { Hit } from '../../findings/rule.ts'

/** What the text states in figures, and the cells that give the same. */

const row = (id: RequestRow): FieldId => requestField(id, 'total')
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

const withCarried: Partial<Record<Subject, readonly FieldId[]>> = {
  received: [row('received'), row('carriedIn')],
  dealtWith: [row('received'), row('carriedIn')],
  natural: ['requests.received.natural', 'requests.carriedIn.natural'],
  legalPersons: legal.flatMap((id) => [requestField('received', id), requestField('carriedIn', id)])
}

/** All sums that the words for a subject can mean, the nearest first; without those not filled in. */
export function sumsMeant(cells: Cells, subject: Subject): number[] {
  const meant = [cellsOf(subject), withCarried[subject]]
  if (subject === 'dealtWith') meant.push(cellsOf('handled'))
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
