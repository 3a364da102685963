import { canonical } from './canonical.ts'
import { isRecord, jsonValue } from './json.ts'
import { openReport, type Opened } from './migrate.ts'
import type { Report } from './report.ts'

/**
 * A backup: everything that a library holds, as it is stored, also what this version cannot open. Its
 * second form is a text with a line for each part, in an archive; the first was one JSON
 * text of the reports alone, and is read for ever.
 */

const format = 'zfxxgk-annual-report-backup'
const schema = 2

/** All that is kept in a backup, in the order in which it stands in the file. */
export const partKinds = ['report', 'aside', 'bin', 'snapshot', 'known', 'words'] as const
export type PartKind = (typeof partKinds)[number]

/** One thing out of a library: a report, work that was laid aside, an entry of the bin… */
export interface Part {
  readonly kind: PartKind
  /** As it is stored. */
  readonly value: unknown
}

/** Whether a value is a part as this version knows them. */
export const isBackupPart = (value: unknown): value is Part =>
  isRecord(value) && partKinds.some((kind) => kind === value['kind']) && 'value' in value

/** The first line of a backup. */
export const backupHead = (now: Date) => ({ format, schema, createdAt: now.toISOString() })

/** The last line of a backup: how many parts there are before it. */
export const backupEnd = (count: number) => ({ end: format, count })

/** Whether a value is the last line of a backup. */
export const isBackupEnd = (value: unknown): value is ReturnType<typeof backupEnd> =>
  isRecord(value) && value['end'] === format

/** Why nothing of a backup can be read back. */
export type Unopened = Extract<Opened, { ok: false }>['reason']

/** Why what follows this first line cannot be read; undefined where it can. */
export function standingOfHead(value: unknown): Unopened | undefined {
  if (!isBackup(value)) return 'foreign'
  return Number(value.schema) > schema ? 'newer' : undefined
}

/** Whether data claim to be a backup, whole or not. */
export const isBackup = (
  data: unknown
): data is { readonly format: string; readonly schema?: unknown; readonly reports?: unknown } =>
  isRecord(data) && data['format'] === format

/** The parts of a backup of the first form. A single exchange file is a backup of one. Never throws. */
export function partsOfText(
  text: string
):
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly reason: Unopened } {
  const data = jsonValue(text)
  if (data === undefined) {
    // One that was cut off on its way is damaged, not something else.
    return { ok: false, reason: text.includes('"zfxxgk-annual-report') ? 'damaged' : 'foreign' }
  }
  if (!isBackup(data)) {
    const opened = openReport(data)
    if (!opened.ok) return { ok: false, reason: opened.reason }
    return { ok: true, parts: [{ kind: 'report', value: data }] }
  }
  if (Number(data.schema) > 1) return { ok: false, reason: 'newer' }
  if (!Array.isArray(data.reports)) return { ok: false, reason: 'damaged' }
  return { ok: true, parts: data.reports.map((value: unknown) => ({ kind: 'report', value })) }
}

/**
 * What a report of a backup would be to a library. `added`: not here. `same`: here, word for word.
 * `differs`: here, but saying something else. `refused`: this version cannot open it.
 */
export const fates = ['added', 'differs', 'same', 'refused'] as const
export type Fate = (typeof fates)[number]

/** What a report says, apart from which copy of it this is and when it was written. */
export const contentOf = (report: Report): string => canonical({ ...report, id: '' })
