import { canonical } from './canonical.ts'
import { isRecord, jsonValue } from './json.ts'
import { openReport, type Opened } from './migrate.ts'
import type { Report } from './report.ts'

/** Everything a library holds, in one file, as it is stored: also what this version cannot open. */
export interface Backup {
  readonly format: typeof format
  readonly schema: 1
  readonly createdAt: string
  readonly reports: readonly unknown[]
}

const format = 'zfxxgk-annual-report-backup'

export const backupOf = (reports: readonly unknown[], now: Date): Backup => ({
  format,
  schema: 1,
  createdAt: now.toISOString(),
  reports
})

export type OpenedBackup =
  | { readonly ok: true; readonly reports: readonly Opened[] }
  | { readonly ok: false; readonly reason: Unopened }

/** Why nothing of a backup can be read back. */
export type Unopened = Extract<Opened, { ok: false }>['reason']

/** Whether data claim to be a backup, whole or not. */
export const isBackup = (data: unknown): data is Partial<Record<keyof Backup, unknown>> =>
  isRecord(data) && data['format'] === format

/** What a backup holds, report by report. A single exchange file is a backup of one. Never throws. */
export function openBackup(data: unknown): OpenedBackup {
  if (!isBackup(data)) {
    const opened = openReport(data)
    return opened.ok ? { ok: true, reports: [opened] } : { ok: false, reason: opened.reason }
  }
  if (typeof data.schema === 'number' && data.schema > 1) return { ok: false, reason: 'newer' }
  if (!Array.isArray(data.reports)) return { ok: false, reason: 'damaged' }
  return { ok: true, reports: data.reports.map(openReport) }
}

/** The same of a text. One that was cut off on its way is damaged, not something else. */
export function openBackupText(text: string): OpenedBackup {
  const data = jsonValue(text)
  if (data !== undefined) return openBackup(data)
  return { ok: false, reason: text.includes('"zfxxgk-annual-report') ? 'damaged' : 'foreign' }
}

/** One report of a backup, and what reading it back means for a library. */
export type Restoring =
  /** `added`: not here yet. `copied`: here, but saying something else; kept as one more. */
  | { readonly fate: 'added' | 'copied'; readonly report: Report }
  /** `same`: here already, word for word. `refused`: cannot be opened. */
  | { readonly fate: 'same' | 'refused' }

/** What a backup would bring to the library that holds `here`. */
export function restoring(here: readonly Report[], backup: readonly Opened[]): Restoring[] {
  const contents = new Set(here.map(contentOf))
  const ids = new Set(here.map(({ id }) => id))
  return backup.map((opened) => {
    if (!opened.ok) return { fate: 'refused' }
    const { report } = opened
    if (contents.has(contentOf(report))) return { fate: 'same' }
    return { fate: ids.has(report.id) ? 'copied' : 'added', report }
  })
}

/** What a report says, apart from which copy of it this is and when it was written. */
const contentOf = (report: Report): string => canonical({ ...report, id: '' })
