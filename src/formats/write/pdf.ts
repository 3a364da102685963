import { compose } from '../../core/compose/compose.ts'
import type { Report } from '../../core/report/report.ts'
import { reportTitle } from '../../core/form/sections.ts'
import { lookOf } from '../../typeset/page/look.ts'
import type { PaintedKind } from '../press/tasks.ts'
import type { Job, Made } from './writer.ts'

/** The report as a PDF with its fonts in it; no file at all when a character would be missing. */
export const writePdf = (report: Report, job: Job): Promise<Made> => writePages('pdf', report, job)

/** The pages of a report as a file of this kind. */
export async function writePages(
  kind: PaintedKind,
  report: Report,
  { draft, means, signal, onProgress }: Job
): Promise<Made> {
  const { unit, year } = report
  const { file } = await means.press()
  const copy = { blocks: compose(report), look: lookOf(report, draft), own: means.fonts.chosen }
  const meta = { title: reportTitle(unit.name, year), author: unit.name, date: today() }
  const made = await file(kind, copy, meta, { signal, onProgress })
  return !made.ok && made.reason === 'missing'
    ? { ok: false, reason: 'missing', near: made.faults.map(({ near }) => near) }
    : made
}

/** By the clock of this computer, YYYY-MM-DD. */
function today(): string {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}
