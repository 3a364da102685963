import { dayOf } from '../../core/report/deadlines.ts'
import type { Severity } from '../../core/findings/finding.ts'
import type { Report } from '../../core/report/report.ts'
import type { OwnWord } from '../../core/findings/own-words.ts'
import { yearsOf } from '../../core/years/unusual.ts'
import { stateOf, type Verdict } from '../../core/checks/state-of.ts'
import { validate } from '../../core/checks/validate.ts'
import { waivedFindings } from '../../core/findings/waivers.ts'

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

/**
 * Makes overviews of the reports of a library, and remembers what it said that day about each saved
 * state of a report and of its unit's earlier years, against which the editor checks it, too, as it
 * does against the office's own list of words.
 */
export function overviews(
  own: readonly OwnWord[] = []
): (reports: readonly Report[]) => Overview[] {
  const known = new Map<string, Overview>()
  return (reports) => {
    const today = dayOf(new Date())
    const units = new Map<string, Report[]>()
    for (const report of reports) {
      const { name } = report.unit
      units.set(name, [...(units.get(name) ?? []), report])
    }
    return reports.map((report) => {
      const past = (units.get(report.unit.name) ?? []).filter(({ year }) => year < report.year)
      const key = [today, ...[report, ...past].map(stateKey)].join(' ')
      const overview = known.get(key) ?? overviewOf(report, past, today, own)
      known.set(key, overview)
      return overview
    })
  }
}

const stateKey = ({ id, rev, updatedAt }: Report): string => `${id} ${rev} ${updatedAt}`

function overviewOf(
  report: Report,
  past: readonly Report[],
  today: string,
  own: readonly OwnWord[]
): Overview {
  const findings = validate(report, { today, history: yearsOf(past), own })
  const { verdict, filled, counts, sections } = stateOf(report, findings)
  return {
    verdict,
    begun: sections.some((section) => section.verdict !== 'empty'),
    filled,
    counts,
    waived: waivedFindings(report, findings).length
  }
}
