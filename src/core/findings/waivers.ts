import type { FindingOf } from './finding.ts'
import type { Report, Waiver } from '../report/report.ts'

/** What of a finding a waiver goes by. */
type Waivable = Pick<FindingOf<string, unknown>, 'rule' | 'severity' | 'fingerprint'>

/** A finding together with the waiver that answers it. */
export interface Waived<Finding extends Waivable> {
  readonly finding: Finding
  readonly waiver: Waiver
}

/** Only what is not an error can be accepted with a reason. */
export const waivable = ({ severity }: Pick<Waivable, 'severity'>): boolean => severity !== 'error'

const waiverFor = ({ waivers }: Report, finding: Waivable): Waiver | undefined =>
  waivable(finding)
    ? waivers.find((waiver) => waiver.fingerprint === finding.fingerprint)
    : undefined

/** The findings that still want an answer. */
export const openFindings = <Finding extends Waivable>(
  report: Report,
  findings: readonly Finding[]
): Finding[] => findings.filter((finding) => !waiverFor(report, finding))

/** The findings that somebody accepted, with the reasons. */
export const waivedFindings = <Finding extends Waivable>(
  report: Report,
  findings: readonly Finding[]
): Waived<Finding>[] =>
  findings.flatMap((finding) => {
    const waiver = waiverFor(report, finding)
    return waiver ? [{ finding, waiver }] : []
  })

/**
 * The waivers that answer nothing now: their numbers or words changed, or their rule is gone. They
 * stay in the file until somebody removes them.
 */
export const lapsedWaivers = (report: Report, findings: readonly Waivable[]): Waiver[] => {
  const answered = new Set(waivedFindings(report, findings).map(({ waiver }) => waiver))
  return report.waivers.filter((waiver) => !answered.has(waiver))
}

/**
 * The report with findings accepted for one reason. A second reason replaces the first. Errors stay
 * what they are, and a reason of nothing but white space leaves the report as it is.
 *
 * @param now moment of the decision, ISO 8601
 */
export function waive(
  report: Report,
  findings: readonly Waivable[],
  reason: string,
  by: string,
  now: string
): Report {
  const accepted = findings.filter(waivable)
  if (accepted.length === 0 || reason.trim() === '') return report
  const answered = new Set(accepted.map(({ fingerprint }) => fingerprint))
  const others = report.waivers.filter(({ fingerprint }) => !answered.has(fingerprint))
  const waivers = accepted.map(({ fingerprint, rule }): Waiver => ({
    fingerprint,
    rule,
    reason: reason.trim(),
    by,
    at: now
  }))
  return { ...report, waivers: [...others, ...waivers] }
}

/** The report with a waiver taken back. */
export const unwaive = (report: Report, fingerprint: string): Report => ({
  ...report,
  waivers: report.waivers.filter((waiver) => waiver.fingerprint !== fingerprint)
})
