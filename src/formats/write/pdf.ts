import { compose } from '../../core/compose/compose.ts'
import type { Report } from '../../core/report/report.ts'
import { reportTitle } from '../../core/form/sections.ts'
import { lookOf } from '../../typeset/page/look.ts'
import type { Job, Made } from './writer.ts'
import { makePdf as writeBlocks } from '../press/pdf-thread.ts'

/** The report as a PDF with its fonts in it; no file at all when a character would be missing. */
export async function writePdf(report: Report, job: Job): Promise<Made> {
  const { unit, year } = report
  const made = await writeBlocks(
    compose(report),
    { title: reportTitle(unit.name, year), author: unit.name },
    {
      look: lookOf(report, job.draft),
      folder: new URL('fonts/', document.baseURI).href,
      ...(job.ownFonts && { own: job.ownFonts }),
      signal: job.signal,
      onProgress: job.onProgress
    }
  )
  return !made.ok && made.reason === 'missing'
    ? { ok: false, reason: 'missing', near: made.faults.map(({ near }) => near) }
    : made
}
