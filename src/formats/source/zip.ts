import { strToU8, Unzip, UnzipInflate, zipSync } from 'fflate'

/** The archives that office files are: opened with bounds on what they may unpack to, and made. */

const mostEntries = 3000
/** Unpacked bytes of everything asked for; the longest report's text is a hundredth of it. */
const mostBytes = 64 * 1024 * 1024
/** Small enough that one push can never inflate beyond 17 MB (deflate packs 1032 to 1 at most). */
const step = 16 * 1024

export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly reason: 'damaged' | 'bomb' }

/** The entries whose name is wanted; what an entry claims about its size is not believed. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  const files = new Map<string, Uint8Array>()
  const open = new Set<string>()
  let entries = 0
  let total = 0
  let bomb = false
  let damaged = false
  const archive = new Unzip((entry) => {
    if (++entries > mostEntries) bomb = true
    if (bomb || !wanted(entry.name)) return
    const chunks: Uint8Array[] = []
    open.add(entry.name)
    entry.ondata = (error, chunk, final) => {
      if (error) damaged = true
      if (damaged || bomb) return
      total += chunk.length
      if (total > mostBytes) {
        bomb = true
        chunks.length = 0
        return
      }
      chunks.push(chunk)
      if (!final) return
      open.delete(entry.name)
      files.set(entry.name, joined(chunks))
    }
    entry.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !bomb && !damaged; at += step) {
      archive.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    }
  } catch {
    damaged = true
  }
  if (bomb) return { ok: false, reason: 'bomb' }
  // A damaged picture at the end does not matter, a damaged part of what was asked for does.
  return open.size || (damaged && !files.size)
    ? { ok: false, reason: 'damaged' }
    : { ok: true, files }
}

/**
 * An archive of files by their paths, texts in UTF-8. The date of its entries is fixed: the same files
 * make the same archive.
 */
export const zipped = (
  files: Readonly<Record<string, string | Uint8Array>>
): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, file]) => [
        path,
        typeof file === 'string' ? strToU8(file) : file
      ])
    ),
    { level: 6, mtime: '1980-01-01T00:00:00' }
  ) as Uint8Array<ArrayBuffer>

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    result.set(chunk, at)
    at += chunk.length
  }
  return result
}
