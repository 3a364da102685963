import { isRecord } from '../../core/report/json.ts'
import { answeredInTime } from '../database/answer.ts'
import { db } from '../database/db.ts'
import type { Mark } from './changes.ts'

/**
 * What is bound to the disk. Handles are kept as the browser gave them: they outlive the page, the
 * permission to use them often does not.
 */

/** The folder that holds the whole library. */
export interface BoundFolder {
  readonly handle: FileSystemDirectoryHandle
  /** Files in it that are not wanted in the library, by name, size and time. */
  readonly passed: readonly string[]
}

/** One report and its own file. */
export interface BoundFile {
  readonly reportId: string
  readonly handle: FileSystemFileHandle
  readonly mark?: Mark
}

/** Everything that is bound. */
export interface Bindings {
  readonly folder: BoundFolder | undefined
  readonly files: readonly BoundFile[]
  /** What is known of each file in the folder, by the report it is of. */
  readonly marks: ReadonlyMap<string, Mark>
}

const folderId = 'folder'
const fileId = (reportId: string): string => `file ${reportId}`
const markId = (reportId: string): string => `mark ${reportId}`

/** Reads what is bound; what cannot be understood is bound no more. */
export async function bindings(): Promise<Bindings> {
  let folder: BoundFolder | undefined
  const files: BoundFile[] = []
  const marks = new Map<string, Mark>()
  for (const row of await answeredInTime(db.bindings.toArray())) {
    if (!isRecord(row)) continue
    const { kind, handle, reportId } = row
    const mark = markFrom(row['mark'])
    if (kind === 'folder' && handle instanceof FileSystemDirectoryHandle) {
      const passed = Array.isArray(row['passed']) ? row['passed'] : []
      folder = { handle, passed: passed.filter((key) => typeof key === 'string') }
    } else if (typeof reportId !== 'string') continue
    else if (kind === 'file' && handle instanceof FileSystemFileHandle) {
      files.push({ reportId, handle, ...(mark && { mark }) })
    } else if (kind === 'mark' && mark) marks.set(reportId, mark)
  }
  return { folder, files, marks }
}

function markFrom(value: unknown): Mark | undefined {
  const { name, wanted, updatedAt, hash, sent, size, modified } = isRecord(value) ? value : {}
  if (typeof name !== 'string' || typeof wanted !== 'string') return undefined
  if (typeof updatedAt !== 'string' || typeof hash !== 'string') return undefined
  if (typeof size !== 'number' || typeof modified !== 'number') return undefined
  return {
    name,
    wanted,
    updatedAt,
    hash,
    ...(typeof sent === 'string' && { sent }),
    size,
    modified
  }
}

const put = <Row extends { readonly id: string }>(row: Row): Promise<unknown> =>
  answeredInTime(db.bindings.put(row))

/** Binds the library to a folder, in place of one it was bound to. Rejects where there is no room. */
export async function keepFolder({ handle, passed }: BoundFolder): Promise<void> {
  await put({ id: folderId, kind: 'folder', handle, passed })
}

/** Binds a report to a file, or notes what is known of it now. */
export async function keepFile({ reportId, handle, mark }: BoundFile): Promise<void> {
  await put({ id: fileId(reportId), kind: 'file', reportId, handle, ...(mark && { mark }) })
}

/** Notes what is known of a report's file in the folder. */
export async function keepMark(reportId: string, mark: Mark): Promise<void> {
  await put({ id: markId(reportId), kind: 'mark', reportId, mark })
}

/** The folder, and all that was known of its files, is no longer of interest. The files stay. */
export async function forgetFolder(): Promise<void> {
  const { marks } = await bindings()
  await answeredInTime(db.bindings.bulkDelete([folderId, ...[...marks.keys()].map(markId)]))
}

/** A report's own file is no longer of interest. It stays. */
export const forgetFile = (reportId: string): Promise<void> =>
  answeredInTime(db.bindings.delete(fileId(reportId)))

/** A file in the folder is no longer of interest. */
export const forgetMark = (reportId: string): Promise<void> =>
  answeredInTime(db.bindings.delete(markId(reportId)))
