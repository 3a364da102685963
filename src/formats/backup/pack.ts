import { strToU8, Zip, ZipDeflate } from 'fflate'
import { backupHead, backupEnd, type Part } from '../../core/report/backup.ts'
import { breathing } from './breath.ts'
import { backupLine, entryName } from './lines.ts'

/** Bytes given to the compression at one go. */
const step = 128 * 1024

/**
 * Packs a whole library into one archive: a line for each part of it, between a first line
 * that says what it is and a last one by which a reader knows that nothing is missing. Line by line,
 * for all of it as one text would be hundreds of megabytes.
 */
export async function packed(
  parts: AsyncIterable<Part>,
  now: Date,
  { signal }: { readonly signal?: AbortSignal | undefined } = {}
): Promise<Uint8Array<ArrayBuffer>> {
  const breathe = breathing(signal)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let problem: Error | null = null
  const zip = new Zip((error, chunk) => {
    problem ??= error
    if (chunk) chunks.push(new Uint8Array(chunk))
  })
  const entry = new ZipDeflate(entryName, { level: 6 })
  zip.add(entry)
  const write = async (value: unknown, isLast = false): Promise<void> => {
    const line = strToU8(backupLine(value))
    for (let at = 0; at < line.length; at += step) {
      entry.push(line.subarray(at, at + step), isLast && at + step >= line.length)
      await breathe()
    }
  }
  let count = 0
  await write(backupHead(now))
  for await (const part of parts) {
    await write(part)
    count++
  }
  await write(backupEnd(count), true)
  zip.end()
  if (problem) throw problem
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
