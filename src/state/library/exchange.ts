import type { Report } from '../../core/report/report.ts'
import { writeExchangeFile, type Written } from '../../formats/index.ts'
import { handedOut } from '../../storage/past/known.ts'
import { keptRefused } from '../../storage/saving/refused.ts'

/** A stored report as the file that offices send each other. Loaded on use, the database with it. */
export const storedAsFile = async (report: Report): Promise<Written> =>
  writeExchangeFile(await handedOut(report), keptRefused(report.id))
