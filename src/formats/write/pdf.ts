import { compose } from '../../core/compose/compose.ts'
import type { Report } from '../../core/report/report.ts'
import { reportTitle } from '../../core/form/sections.ts'
import { lookOf } from '../../typeset/page/look.ts'
import type { Job, Made } from './writer.ts'

/** The report as a PDF with its fonts in it; no file at all when a character would be missing. */
export async function writePdf(
  report: Report,
  { draft, means, signal, onProgress }: Job
): Promise<Made> {
  const { unit, year } = report
  const { pdf } = await means.press()
  const copy = { blocks: compose(report), look: lookOf(report, draft), own: means.fonts.chosen }
  const meta = { title: reportTitle(unit.name, year), author: unit.name }
  const made = await pdf(copy, meta, { signal, onProgress })
  return !made.ok && made.reason === 'missing'
    ? { ok: false, reason: 'missing', near: made.faults.map(({ near }) => near) }
    : made
}
