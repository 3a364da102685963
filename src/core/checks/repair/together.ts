import type { Cause } from '../../sums/solve.ts'
import type { Finding } from '../finding.ts'
import type { Report } from '../../report/report.ts'
import { repaired, repairs, type Repair } from './repair.ts'

/** Findings of one rule settled with one press: which they are, and what is done to each. */

/** The findings of the same rule, this one among them, in the order of the list. */
export const alike = (finding: Finding, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule }) => rule === finding.rule)

/** A finding of several with the repair that is made of it; without one where only a person can say. */
export interface Mending {
  readonly finding: Finding
  readonly repair?: Repair
}

/**
 * What is done to each of several findings where `way` is what was chosen for one of them: the same,
 * where it is offered there too and nothing has to be chosen. Two repairs never change one place.
 */
export function mendings(
  report: Report,
  list: readonly Finding[],
  causes: readonly Cause[],
  way: Repair | undefined
): Mending[] {
  const taken: Span[] = []
  return list.map((finding) => {
    const repair = way && likeWay(way, repairs(report, finding, causes))
    const spans = repair ? spansOf(repair) : []
    if (!repair || spans.some((one) => taken.some((other) => meet(one, other)))) return { finding }
    taken.push(...spans)
    return { finding, repair }
  })
}

/** The report with several repairs done that were offered for it as it is. */
export const allRepaired = (report: Report, list: readonly Repair[]): Report =>
  // From the end of each text: what is written there moves nothing that is still to be done.
  [...list].sort((a, b) => startOf(b) - startOf(a)).reduce(repaired, report)

/** The same words, or else the only repair of its kind. */
function likeWay(way: Repair, ways: readonly Repair[]): Repair | undefined {
  const kin = ways.filter((one) => one.kind === way.kind && basisOf(one) === basisOf(way))
  const same = kin.find(
    (one) => one.kind === 'replace' && way.kind === 'replace' && one.text === way.text
  )
  return same ?? (kin.length === 1 ? kin[0] : undefined)
}

const basisOf = (repair: Repair) => (repair.kind === 'set' ? repair.basis : undefined)

/** What a repair changes: something with a name, or a stretch of a section. */
interface Span {
  readonly of: string
  readonly from: number
  readonly to: number
}

const whole = (of: string): Span => ({ of, from: 0, to: Infinity })

function spansOf(repair: Repair): readonly Span[] {
  switch (repair.kind) {
    case 'set':
      return repair.changes.map(({ field }) => whole(field))
    case 'fillZero':
      return repair.fields.map(whole)
    case 'replace':
    case 'ownParagraph':
    case 'dropToken':
      return [{ of: repair.section, from: repair.from, to: repair.to }]
    case 'feeDecimals':
      return [whole(repair.kind)]
    default:
      return [whole(repair.id)]
  }
}

const startOf = (repair: Repair): number => ('section' in repair ? repair.from : 0)

const meet = (one: Span, other: Span): boolean =>
  one.of === other.of && one.from < other.to && other.from < one.to
