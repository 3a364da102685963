import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { backupEnd, backupHead, type Part } from '../../../src/core/report/backup.ts'
import { backupLine, entryName } from '../../../src/formats/backup/lines.ts'
import { packed } from '../../../src/formats/backup/pack.ts'
import { unpacked, type Unpacked } from '../../../src/formats/backup/unpack.ts'
import { random } from '../../core/report/reports.ts'
import { times } from '../../run.ts'

const now = new Date('2026-01-20T08:00:00.000Z')
const parts: readonly Part[] = Array.from({ length: 60 }, (_, n) => ({
  kind: n % 7 === 6 ? 'snapshot' : 'report',
  value: { n, text: `第${n}份，${'政府信息公开'.repeat(n * 11)}` }
}))

async function* some(list: readonly Part[]): AsyncGenerator<Part> {
  yield* list
}
const made = (list = parts) => packed(some(list), now)

/** What is read of a file, and how that ended. */
async function read(bytes: Uint8Array): Promise<{ parts: Part[]; outcome: Unpacked }> {
  const parts: Part[] = []
  const onPart = (part: Part) => void parts.push(part)
  const outcome = await unpacked(new Blob([Uint8Array.from(bytes)]), { onPart })
  return { parts, outcome }
}

describe('a packed library', () => {
  it('is read back part by part as it was, and is the same file each time', async () => {
    const bytes = await made()
    expect(await read(bytes)).toEqual({ parts, outcome: { ok: true, cut: false } })
    expect((await made()).length).toBe(bytes.length)
  })

  it('may be empty, and may hold what is larger than what is read at one go', async () => {
    expect(await read(await made([]))).toEqual({ parts: [], outcome: { ok: true, cut: false } })
    const large: Part = { kind: 'report', value: '年'.repeat(700_000) }
    expect((await read(await made([large]))).parts).toEqual([large])
  })

  it('tells how much of it is read, and can be ended', async () => {
    const file = new Blob([await made()])
    const shares: number[] = []
    await unpacked(file, { onPart: () => undefined, onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    const ending = new AbortController()
    const seen: Part[] = []
    const onPart = (part: Part) => {
      seen.push(part)
      ending.abort()
    }
    await expect(unpacked(file, { onPart, signal: ending.signal })).rejects.toThrow()
    expect(seen).toHaveLength(1)
  })
})

describe('what is no whole backup', () => {
  const lines = (...values: unknown[]) =>
    zipSync({
      a: strToU8(values.map((value) => backupLine(value)).join(''))
    })

  it.each([
    ['of a later version', lines({ ...backupHead(now), schema: 3 }), 'newer'],
    ['another archive', zipSync({ 'word/document.xml': strToU8('<w:p/>\n') }), 'foreign'],
    ['the first bytes of an archive', strToU8('PK\u0003\u0004'), 'foreign'],
    ['nothing', new Uint8Array(), 'foreign'],
    ['a backup without its first line', zipSync({ [entryName]: strToU8('1\n') }), 'damaged']
  ])('%s is refused', async (_, bytes, reason) => {
    expect((await read(bytes)).outcome).toEqual({ ok: false, reason })
  })

  it.each([
    ['whose last line is missing', lines(backupHead(now), parts[0])],
    ['of which a line is missing', lines(backupHead(now), parts[0], backupEnd(2))]
  ])('one %s gives what it has and says so', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ parts: [parts[0]], outcome: { ok: true, cut: true } })
  })

  it('cut off or with a byte changed anywhere it never throws, and hides no loss', async () => {
    const bytes = await made()
    const texts = parts.map((part) => JSON.stringify(part))
    const next = random(14)
    for (let round = 0; round < times(400, 60); round++) {
      const at = Math.floor(next() * bytes.length)
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8))
      for (const damaged of [bytes.subarray(0, at), changed]) {
        const { parts: found, outcome } = await read(damaged)
        if (outcome.ok && !outcome.cut) expect(found).toHaveLength(parts.length)
        // What is read is as it was, also where a byte in a number is another.
        for (const one of found) expect(texts).toContain(JSON.stringify(one))
      }
    }
  })
})
