import { canonical } from '../../core/report/canonical.ts'
import { jsonValue } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import type { Said } from './changes.ts'

/** Beyond this no file is one of a report, in bytes; it is not even read. */
const largest = 50_000_000

/** A file as it is now. */
export interface Content {
  /** SHA-256 of its bytes, in hexadecimal; of one beyond all measure no hash of anything. */
  readonly hash: string
  readonly size: number
  readonly modified: number
  /** The report in it, as far as this version can open one. */
  readonly report: Report | undefined
}

/** What a file holds; undefined where there is none. Rejects where it cannot be read. */
export async function contentIn(handle: FileSystemFileHandle): Promise<Content | undefined> {
  const file = await fileOf(handle)
  if (!file) return undefined
  const { size, lastModified: modified } = file
  if (size > largest) return { hash: 'too large', size, modified, report: undefined }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const opened = openReport(jsonValue(new TextDecoder().decode(bytes)))
  return {
    hash: await hashOf(bytes),
    size,
    modified,
    report: opened.ok ? opened.report : undefined
  }
}

/** The file behind a handle; undefined where it is gone. */
export async function fileOf(handle: FileSystemFileHandle): Promise<File | undefined> {
  try {
    return await handle.getFile()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined
    throw error
  }
}

/** How a file's content stands to the stored report. */
export const saidBy = ({ report }: Content, stored: Report): Said =>
  report?.id !== stored.id ? 'foreign' : canonical(report) === canonical(stored) ? 'same' : 'other'

/**
 * Replaces what a file holds, and reads it back. The browser writes into another file first and
 * puts it in the place of this one at the end: whatever happens, it is wholly old or wholly new.
 */
export async function replaceContent(
  handle: FileSystemFileHandle,
  bytes: Uint8Array<ArrayBuffer>,
  hash: string
): Promise<Pick<Content, 'size' | 'modified'>> {
  const stream = await handle.createWritable()
  try {
    await stream.write(bytes)
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  await stream.close()
  const { lastModified: modified, size, ...file } = await backFrom(handle)
  if ((await hashOf(file.bytes)) !== hash)
    throw new Error('the file does not hold what was written')
  return { size, modified }
}

async function backFrom(
  handle: FileSystemFileHandle
): Promise<{ bytes: Uint8Array<ArrayBuffer>; size: number; lastModified: number }> {
  const file = await handle.getFile()
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { bytes, size: file.size, lastModified: file.lastModified }
}

/** SHA-256 in hexadecimal. A page that may use files may use this, too. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
