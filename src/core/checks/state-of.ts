import type { Severity } from '../findings/finding.ts'
import type { Finding } from './finding.ts'
import { formOf } from '../form/form.ts'
import type { Report } from '../report/report.ts'
import { sections, type SectionId } from '../form/sections.ts'
import type { FieldId } from '../form/table.ts'
import { spotOfPlace } from './validate.ts'
import { openFindings } from '../findings/waivers.ts'
import { cellNumbersOf, sumsOf } from '../sums/balances.ts'
import { isWritten } from '../prose/written.ts'

/** 未填, 有错误, 待确认, 可报送. */
export const verdicts = ['empty', 'error', 'warning', 'ready'] as const
export type Verdict = (typeof verdicts)[number]

/** How one of the six sections stands. */
export interface SectionState {
  readonly id: SectionId
  readonly verdict: Verdict
  /** Statutory numbers filled in, of how many; 0 of 0 in a section of prose. */
  readonly filled: number
  readonly of: number
  /** Cells of this section that are not filled in. */
  readonly missing: readonly FieldId[]
  /** Open findings of this section. */
  readonly counts: Readonly<Record<Severity, number>>
}

/** How a report stands: whether it can be handed in, and if not, what is missing. */
export interface ReportState {
  readonly verdict: Verdict
  readonly sections: readonly SectionState[]
  /** Of the 200 numbers. */
  readonly filled: number
  readonly of: number
  /** Open findings of the whole report. */
  readonly counts: Readonly<Record<Severity, number>>
}

export function stateOf(report: Report, findings: readonly Finding[]): ReportState {
  const open = openFindings(report, findings)
  const form = formOf(report)
  const states = sections.map(({ id, kind }): SectionState => {
    const own = kind === 'table' ? form.fieldsOf(id) : []
    const missing = own.filter((field) => report.cells[field] === null)
    const begun = kind === 'prose' ? isWritten(report.text[id]) : missing.length < own.length
    const counts = countsOf(open.filter((finding) => spotOfPlace(finding) === id))
    return {
      id,
      verdict: begun ? worst(counts) : 'empty',
      filled: own.length - missing.length,
      of: own.length,
      missing,
      counts
    }
  })
  const counts = countsOf(open)
  const filled = states.reduce((sum, state) => sum + state.filled, 0)
  return {
    verdict: overall(states, counts),
    sections: states,
    filled,
    of: form.fields.length,
    counts
  }
}

/** The verdict on the whole; `findings` are all of `validate`, the accepted ones too. */
export const verdictOf = (report: Report, findings: readonly Finding[]): Verdict =>
  stateOf(report, findings).verdict

/**
 * Whether a report with this verdict leaves as a draft only, 草稿 at the foot of each page: it has
 * errors, or a table or a section is not begun.
 */
export const isDraft = (verdict: Verdict): boolean => verdict === 'error' || verdict === 'empty'

/**
 * An error anywhere that something was written comes first; then what was not begun at all; then
 * the warnings.
 */
function overall(
  states: readonly SectionState[],
  counts: Readonly<Record<Severity, number>>
): Verdict {
  const notBegun = states.filter(({ verdict }) => verdict === 'empty')
  const ofNotBegun = notBegun.reduce((sum, state) => sum + state.counts.error, 0)
  if (counts.error > ofNotBegun) return 'error'
  return notBegun.length > 0 ? 'empty' : worst(counts)
}

const worst = ({ error, warning }: Readonly<Record<Severity, number>>): Verdict =>
  error > 0 ? 'error' : warning > 0 ? 'warning' : 'ready'

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/**
 * How many sums of tables 三 and 四 hold, how many are broken, and how many say nothing yet because a
 * number of theirs is blank.
 */
export function sumsChecked(report: Report): { held: number; broken: number; open: number } {
  const { blanks, broken } = sumsOf(cellNumbersOf(formOf(report), report.cells))
  const open = blanks.filter((blank, b) => blank !== 0 && !broken.includes(b)).length
  return { held: blanks.length - broken.length - open, broken: broken.length, open }
}
