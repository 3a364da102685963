import { Inflate } from 'fflate'
import {
  isBackupEnd,
  isBackupPart,
  partsOfText,
  standingOfHead,
  type Part,
  type Unopened
} from '../../core/report/backup.ts'
import { breathing } from './breath.ts'
import { backupValue, entryName } from './lines.ts'

/** What became of reading a backup: all of it, what stood before it was cut off, or nothing. */
export type Unpacked =
  | { readonly ok: true; /** Whether its end or a line is missing. */ readonly cut: boolean }
  | { readonly ok: false; readonly reason: Unopened }

/** Bytes read at one go; compressed ones become a thousand times as many at most. */
const step = 32 * 1024
/** Characters of a line: more than the largest value that a database holds of us. */
const longestLine = 128 * 1024 * 1024
/** Characters in all: of 2,000 reports, the largest there are, with all of their past. */
const most = 2 * 1024 * 1024 * 1024

/** Bytes of what an archive says of an entry, before its name. */
const headerSize = 30

/** What goes with the reading of a backup. */
export interface Unpacking {
  /** Told every part, in the order of the file; the next is read after it is done. */
  readonly onPart: (part: Part) => Promise<void> | void
  /** How much of the file is read, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a backup, of any version and however large, part by part. Rejects only where it is not wanted
 * any more, or where `onPart` does.
 */
export async function unpacked(file: Blob, unpacking: Unpacking): Promise<Unpacked> {
  const start = await bytesOf(file.slice(0, 512))
  if (isArchive(start)) return unpackedArchive(file, start, unpacking)
  const { onPart, onProgress, signal } = unpacking
  const breathe = breathing(signal)
  const read = partsOfText(new TextDecoder().decode(await bytesOf(file)))
  if (!read.ok) return read
  for (const [i, part] of read.parts.entries()) {
    await breathe()
    await onPart(part)
    onProgress?.((i + 1) / read.parts.length)
  }
  return { ok: true, cut: false }
}

/** `PK\3\4`, how every archive begins. */
const isArchive = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4

async function unpackedArchive(
  file: Blob,
  start: Uint8Array,
  { onPart, onProgress, signal }: Unpacking
): Promise<Unpacked> {
  const breathe = breathing(signal)
  const lines = lineReader()
  const inflate = new Inflate((chunk) => lines.push(chunk))
  // The name and the extra field of the one entry stand before what it holds.
  const header = new DataView(start.buffer, start.byteOffset, start.byteLength)
  if (start.length < headerSize) return { ok: false, reason: 'foreign' }
  const nameEnd = headerSize + header.getUint16(26, true)
  const from = nameEnd + header.getUint16(28, true)
  const isOurs = new TextDecoder().decode(start.subarray(headerSize, nameEnd)) === entryName
  let isBegun = false
  let found = 0
  let isWhole = false
  for (let at = from; at < file.size && !isWhole; at += step) {
    try {
      inflate.push(await bytesOf(file.slice(at, at + step)))
    } catch {
      // Damaged from here on: what stood before is whole.
      break
    }
    if (lines.isTooMuch()) return { ok: false, reason: 'excess' }
    for (let line = lines.next(); line !== undefined; line = lines.next()) {
      await breathe()
      const value = backupValue(line)
      if (!isBegun) {
        const reason = standingOfHead(value)
        if (reason)
          return { ok: false, reason: isOurs && reason === 'foreign' ? 'damaged' : reason }
        isBegun = true
      } else if (isBackupEnd(value)) isWhole = value.count === found
      else if (isBackupPart(value)) {
        found++
        await onPart(value)
      }
    }
    onProgress?.(Math.min(1, (at + step) / file.size))
  }
  if (isBegun) return { ok: true, cut: !isWhole }
  return { ok: false, reason: isOurs ? 'damaged' : 'foreign' }
}

/** Bytes in, lines of text out. */
function lineReader() {
  const decoder = new TextDecoder()
  let open: string[] = []
  let total = 0
  let openLength = 0
  const lines: string[] = []
  return {
    push(chunk: Uint8Array): void {
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
      total += chunk.length
      open.push(first)
      openLength += first.length
      for (const next of others) {
        lines.push(open.join(''))
        open = [next]
        openLength = next.length
      }
    },
    next: (): string | undefined => lines.shift(),
    isTooMuch: (): boolean => total > most || openLength > longestLine
  }
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())
