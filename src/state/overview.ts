import { dayOf } from '../core/deadlines.ts'
import type { Severity } from '../core/finding.ts'
import type { Report } from '../core/report.ts'
import { stateOf, type Verdict } from '../core/state-of.ts'
import { validate } from '../core/validate.ts'
import { waivedFindings } from '../core/waivers.ts'

/** What the list says of one report. */
export interface Overview {
  readonly verdict: Verdict
  /** Whether anything is written in any of the six sections. */
  readonly begun: boolean
  /** How many of the 200 numbers are filled in. */
  readonly filled: number
  /** Findings by severity, without those that somebody explained. */
  readonly counts: Readonly<Record<Severity, number>>
  /** Findings that somebody explained. */
  readonly waived: number
}

/** Makes overviews, and remembers what it said that day about each saved state of a report. */
export function overviews(): (report: Report) => Overview {
  const known = new Map<string, Overview>()
  return (report) => {
    const today = dayOf(new Date())
    const key = `${today} ${report.id} ${report.rev} ${report.updatedAt}`
    const overview = known.get(key) ?? overviewOf(report, today)
    known.set(key, overview)
    return overview
  }
}

function overviewOf(report: Report, today: string): Overview {
  const findings = validate(report, { today })
  const { verdict, filled, counts, sections } = stateOf(report, findings)
  return {
    verdict,
    begun: sections.some((section) => section.verdict !== 'empty'),
    filled,
    counts,
    waived: waivedFindings(report, findings).length
  }
}
