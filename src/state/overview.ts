import type { Severity } from '../core/finding.ts'
import { fields } from '../core/form.ts'
import type { Report } from '../core/report.ts'
import { verdictOf } from '../core/state-of.ts'
import { validate } from '../core/validate.ts'

/** What the list says of one report. */
export interface Overview {
  readonly verdict: 'empty' | 'error' | 'warning' | 'ready'
  /** How many of the 200 numbers are filled in. */
  readonly filled: number
  /** Findings by severity, without those that somebody explained. */
  readonly counts: Readonly<Record<Severity, number>>
  /** Findings that somebody explained. */
  readonly waived: number
}

/** Makes overviews, and remembers what it said about each saved state of a report. */
export function overviews(): (report: Report) => Overview {
  const known = new Map<string, Overview>()
  return (report) => {
    const key = `${report.id} ${report.rev} ${report.updatedAt}`
    const overview = known.get(key) ?? overviewOf(report)
    known.set(key, overview)
    return overview
  }
}

function overviewOf(report: Report): Overview {
  const findings = validate(report)
  const waivers = new Set(report.waivers.map(({ fingerprint }) => fingerprint))
  const open = findings.filter(({ fingerprint }) => !waivers.has(fingerprint))
  const count = (severity: Severity): number =>
    open.filter((finding) => finding.severity === severity).length
  return {
    verdict: verdictOf(report, findings),
    filled: fields.filter((field) => report.cells[field] !== null).length,
    counts: { error: count('error'), warning: count('warning'), hint: count('hint') },
    waived: findings.length - open.length
  }
}
