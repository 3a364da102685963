import type { Report } from '../../core/report/report.ts'
import { writePages } from './pdf.ts'
import type { Job, Made } from './writer.ts'

/** The report as an OFD, of the very pages that a PDF has; refused for the same characters. */
export const writeOfd = (report: Report, job: Job): Promise<Made> => writePages('ofd', report, job)
