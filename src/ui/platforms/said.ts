import type { Report } from '../../core/report.ts'
import type { Session } from '../../state/session.svelte.ts'

/** A sentence about what was just done. */
export interface Said {
  readonly text: string
  /** The report as it was left: with any other the sentence is out of date. */
  readonly report: Report
  /** Whether the last step of the history is what the sentence tells of. */
  readonly undoes: boolean
  /** Where in the text of section 一 something was written. */
  readonly caret?: number
}

/** What was said of the last edit, with the report that it made. */
export const saidOf = (session: Session, text: string, caret?: number): Said => ({
  text,
  report: session.report,
  undoes: true,
  ...(caret !== undefined && { caret })
})
