import { beforeEach, describe, expect, it, vi } from 'vitest'
import { canonical } from '../../../src/core/report/canonical.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { sha256OfText } from '../../../src/formats/source/sha256.ts'
import { db } from '../../../src/storage/database/db.ts'
import {
  baseOf,
  handedOut,
  noteKnown,
  noteOnDisk,
  withLineage
} from '../../../src/storage/past/known.ts'

const first = newReport('清川市水利局', 2025)
const withCode = (report: Report, code: string): Report => ({
  ...report,
  unit: { ...report.unit, code }
})
const [second, third, fourth] = ['2', '3', '4'].map((code) => withCode(first, code)) as [
  Report,
  Report,
  Report
]
const hash = (report: Report): string => sha256OfText(canonical(report))
const kept = () => db.known.toArray() as Promise<{ hash: string }[]>
const settled = (count: number) => vi.waitFor(async () => expect((await kept()).length).toBe(count))

/** What another browser makes of a file, and hands out again. */
const madeThere = (file: Report, code: string, more: readonly Report[] = []): Report => {
  const made = withCode(file, code)
  return { ...made, lineage: [...(file.lineage ?? []), ...more.map(hash), hash(made)] }
}

beforeEach(async () => {
  await db.delete()
  await db.open()
})

it('a report that is handed out names its ancestors, itself the last, and opens as ever', async () => {
  expect((await handedOut(first)).lineage).toEqual([hash(first)])
  await settled(1)
  const file = await handedOut(second)
  expect(file.lineage).toEqual([hash(first), hash(second)])
  expect(openReport(file)).toMatchObject({ ok: true, report: file })
  expect(canonical(file)).toBe(canonical(second))
})

describe('what two states were made of', () => {
  it('is the newest that both name', async () => {
    const file = await handedOut(first)
    await settled(1)
    const later = await handedOut(second)
    await settled(2)
    expect(await baseOf(third, madeThere(file, '5'))).toMatchObject({ unit: first.unit })
    expect(await baseOf(third, madeThere(later, '5'))).toMatchObject({ unit: second.unit })
    // What they made of it on the way is not kept here.
    expect(await baseOf(third, madeThere(later, '5', [fourth]))).toMatchObject({
      unit: second.unit
    })
  })

  it('is this one where the other was made of it, and the other where this was', async () => {
    const file = await handedOut(first)
    await settled(1)
    expect(await baseOf(first, madeThere(file, '5'))).toMatchObject({ unit: first.unit })
    expect(await baseOf(second, file)).toMatchObject({ unit: first.unit })
  })

  it('is not known of a file without ancestors, of others, and of one that was looked at alone', async () => {
    await handedOut(first)
    await settled(1)
    expect(await baseOf(second, third)).toBeUndefined()
    expect(await baseOf(second, madeThere(fourth, '5'))).toBeUndefined()
    expect(await baseOf(second, third)).toBeUndefined()
  })

  it('is known across two copies that hand each other their work in turn', async () => {
    // There: it was taken in, changed and handed out. Here: it was changed meanwhile.
    const file = await handedOut(first)
    await settled(1)
    const theirs = madeThere(file, '5')
    expect(await baseOf(second, theirs)).toMatchObject({ unit: first.unit })
    // The two were merged: what came is an ancestor by now.
    noteKnown(theirs)
    await settled(2)
    const merged = await handedOut(third)
    expect(merged.lineage).toEqual([hash(first), hash(theirs), hash(third)])
    await settled(3)
    expect(await baseOf(fourth, madeThere(theirs, '6'))).toMatchObject({ unit: theirs.unit })
  })
})

describe('what a file on the disk says', () => {
  it('is what the file was made of when somebody else has changed it', async () => {
    const file = await withLineage(first)
    await noteOnDisk(first, 'folder')
    expect(await baseOf(second, madeThere(file, '5'))).toMatchObject({ unit: first.unit })
  })

  it('is remembered until the file says something else; what was handed out stays', async () => {
    await handedOut(first)
    await settled(1)
    for (const report of [first, second, third]) await noteOnDisk(report, 'folder')
    await noteOnDisk(second, 'file')
    const hashes = (await kept()).map((one) => one.hash)
    expect(new Set(hashes)).toEqual(new Set([hash(first), hash(second), hash(third)]))
    await noteOnDisk(third, 'file')
    await noteOnDisk(fourth, 'folder')
    expect((await kept()).map((one) => one.hash)).not.toContain(hash(second))
    expect((await withLineage(fourth)).lineage).toContain(hash(first))
  })

  it('that two files say stays when one of them goes on', async () => {
    await noteOnDisk(first, 'folder')
    await noteOnDisk(first, 'file')
    await noteOnDisk(second, 'folder')
    expect((await kept()).map((one) => one.hash)).toContain(hash(first))
  })
})

it('keeps a state once, and the last twenty of a report', async () => {
  await handedOut(first)
  await handedOut({ ...first, rev: 9 })
  await settled(1)
  for (let i = 0; i < 25; i++) {
    await handedOut(withCode(first, `c${i}`))
    await vi.waitFor(async () =>
      expect((await kept()).map((one) => one.hash)).toContain(hash(withCode(first, `c${i}`)))
    )
  }
  const hashes = (await kept()).map((one) => one.hash)
  expect(hashes).toHaveLength(20)
  expect(hashes).not.toContain(hash(first))
  expect(hashes).toContain(hash(withCode(first, 'c24')))
})

it('hands out all the same where nothing can be kept or asked', async () => {
  vi.spyOn(db.known, 'where').mockImplementation(() => {
    throw new Error('gone')
  })
  expect(await handedOut(first)).toEqual(first)
  expect(await baseOf(first, second)).toBeUndefined()
  vi.restoreAllMocks()
})
