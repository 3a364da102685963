import type { Claim } from '../../prose/claims/claim.ts'
import { claims } from '../../prose/claims/claims.ts'
import {
  cellsOf,
  subjectsInOrder,
  subjects,
  type Subject
} from '../../prose/claims/naming/subjects.ts'
import type { Report } from '../../report/report.ts'
import type { Cells } from '../../form/cells.ts'
import type { TextKey } from '../../form/sections.ts'
import type { FieldId } from '../../form/table.ts'
import { applicants, requestField, type RequestRow } from '../../form/requests.ts'
import { yuanOf } from '../../numbers/money.ts'
import { sumOf } from '../../sums/totals.ts'
import type { Hit } from '../../findings/rule.ts'

/** What the text states in figures, and the cells that give the same. */

const row = (id: RequestRow): FieldId => requestField(id, 'total')
const legal = applicants.map(({ id }) => id).filter((id) => id !== 'natural' && id !== 'total')

/** The ways in which requests are dealt with. */
export const outcomes: readonly Subject[] = subjectsInOrder.filter(
  (subject) => subjects[subject].kind === 'outcome'
)

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

/** The sum of the cells that a claim is of, as prose counts it: money in 元. */
export function dueOf(cells: Cells, subject: Subject): number | null {
  const sum = sumOf(cells, cellsOf(subject))
  return sum !== null && subject === 'fees' ? yuanOf(sum) : sum
}

/**
 * Whether the cells give another number than a claim, whatever its words can mean: 新收 has nothing
 * carried in, and a part named beside its whole, 不掌握而无法提供, may be the whole.
 */
export function contradicts(cells: Cells, claim: Claim): boolean {
  const { subject, text } = claim
  const due = dueOf(cells, subject)
  if (due === null) return false
  if (subject === 'fees' || text.startsWith('新收')) return !isWithin(due, claim)
  const { within } = subjects[subject]
  const meant = [due, ...sumsMeant(cells, subject)]
  if (within) meant.push(dueOf(cells, within) ?? due)
  // Of those received this year: what was carried in is told of by itself.
  if (subject === 'handled') {
    const [received, left] = [dueOf(cells, 'received'), dueOf(cells, 'carriedOut')]
    if (received !== null) meant.push(received - (left ?? 0))
  }
  return !meant.some((sum) => isWithin(sum, claim))
}

/** The place of the last digit of a number that is not 0: 260 is counted in tens, 1.2万 in thousands. */
function stepOf(value: number, figure: string): number {
  const decimals = /[.．点](\d+)/.exec(figure)?.[1]?.length ?? 0
  const ten = /[万亿]/.exec(figure)?.[0]
  if (ten) return (ten === '万' ? 1e4 : 1e8) / 10 ** decimals
  let step = 1
  while (value !== 0 && value % (step * 10) === 0) step *= 10
  return step
}

/** Whether a number is what a claim says of it, as exactly as it says it. */
function isWithin(due: number, { value, figure, qualifier, unit }: Claim): boolean {
  const step = stepOf(value, figure)
  const rounded = Math.abs(due - value) <= step / 2
  switch (qualifier) {
    case '约':
      return rounded
    case '余':
      return due >= value && due < value + Math.max(step, 10)
    case '超':
      return due >= value && due < 2 * value
    case '近':
      return due <= value && due >= value - step
    case '不足':
      return due < value && due >= value / 2
    default:
      // 1.2万件 is 12,345 to the digits written.
      return (
        due === value ||
        (/[万亿]/.test(unit) && (rounded || Math.floor(due / step) * step === value))
      )
  }
}

/** The sections that are checked against the tables: the lead-in states no figures. */
export const checked: readonly TextKey[] = ['overview', 'problems', 'other']

/** A figure that a section states. */
export interface Stated {
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
