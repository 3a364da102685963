import type { Report } from '../../core/report/report.ts'
import { writeExchangeFile, type Written } from '../../formats/index.ts'
import { handedOut, withLineage } from '../../storage/past/known.ts'
import { refusedIn } from '../report/kept.ts'

/** A stored report as the file that offices send each other. Loaded on use, the database with it. */
export const storedAsFile = async (report: Report): Promise<Written> =>
  writeExchangeFile(await handedOut(report), refusedIn(report))

/** The same as it is kept up to date on the disk: nobody is handed it. */
export const keptAsFile = async (report: Report): Promise<Written> =>
  writeExchangeFile(await withLineage(report), refusedIn(report))
