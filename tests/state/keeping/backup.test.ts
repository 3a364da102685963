import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fate } from '../../../src/core/report/backup.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Backups } from '../../../src/state/keeping/backup.svelte.ts'
import { Restoring, type Preview } from '../../../src/state/keeping/restoring.svelte.ts'
import { layAside } from '../../../src/storage/saving/aside.ts'
import { backedUpAt } from '../../../src/storage/saving/backup.ts'
import { db } from '../../../src/storage/database/db.ts'
import { removeReport } from '../../../src/storage/past/bin.ts'
import { takeSnapshot } from '../../../src/storage/past/snapshots.ts'
import { keepWords, storedWords } from '../../../src/storage/reports/own-words.ts'
import { addReport, listReports } from '../../../src/storage/reports/reports.ts'

/** The whole library out of the browser and back in. */

const now = new Date('2026-01-20T08:00:00.000Z')
const first = newReport('清川市科学技术局', 2025)
const second = newReport('清川市档案局', 2025)
const backups = new Backups()

beforeEach(async () => {
  localStorage.clear()
  await Promise.all(db.tables.map((table) => table.clear()))
  await addReport(first)
  await addReport(second)
})

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string =>
  new TextDecoder().decode(bytes)
const made = async (): Promise<Blob> => new Blob([(await backups.make(now)).bytes])
const stored = async (): Promise<Report[]> => (await listReports()).reports

/** How many of each fate a backup would bring. */
const counts = (preview: Preview): Partial<Record<Fate, number>> => {
  if (!preview.ok) throw new Error(preview.reason)
  const fates = preview.found.map(({ fate }) => fate)
  return Object.fromEntries(
    [...new Set(fates)].map((fate) => [fate, fates.filter((one) => one === fate).length])
  )
}
const seen = async (file: Blob) => counts(await new Restoring(file).preview())
/** Restores all that is not here, as the dialog proposes. */
async function restore(file: Blob): Promise<Restoring> {
  const restoring = new Restoring(file)
  const preview = await restoring.preview()
  if (!preview.ok) throw new Error(preview.reason)
  const wanted = preview.found.filter(({ fate }) => fate === 'added' || fate === 'differs')
  await restoring.take(new Set(wanted.map(({ at }) => at)))
  return restoring
}

describe('making a backup', () => {
  it('is one archive that names its day', async () => {
    const { name, mime } = await backups.make(now)
    expect([name, mime]).toEqual(['年报台备份-2026-01-20.zip', 'application/zip'])
  })

  it('tells how far it is, and can be ended', async () => {
    const shares: number[] = []
    await backups.make(now, { onProgress: (share) => shares.push(share) })
    expect(shares).toEqual([0.5, 1])
    const signal = AbortSignal.abort()
    await expect(backups.make(now, { signal })).rejects.toThrow()
  })

  it('is noted once the file was handed over, and not before', async () => {
    await made()
    expect(await backedUpAt()).toBeUndefined()
    await backups.made(now)
    expect(await backedUpAt()).toEqual(now)
  })

  it('counts without the note where there is no room for it', async () => {
    const full = vi.spyOn(db.facts, 'put').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await backups.made(now)
    full.mockRestore()
    expect(await backedUpAt()).toBeUndefined()
  })

  it.each([5, '昨天', null, {}])('a note that is no time is none: %j', async (value) => {
    await db.facts.put({ key: 'lastBackup', value })
    expect(await backedUpAt()).toBeUndefined()
  })
})

describe('a backup in a browser that has nothing', () => {
  it('brings back every report as it was', async () => {
    const file = await made()
    const before = await stored()
    await db.reports.clear()
    expect(await seen(file)).toEqual({ added: 2 })
    await restore(file)
    expect(await stored()).toEqual(before)
    expect(await db.summaries.count()).toBe(2)
  })

  it('brings the bin, snapshots and own words along, once', async () => {
    await takeSnapshot(first, 'merge')
    await removeReport(second.id)
    await keepWords([{ kind: 'watch', word: '有关', right: '' }])
    const past = async () => [await db.bin.toArray(), await db.snapshots.toArray()]
    const before = await past()
    const file = await made()
    expect(await new Restoring(file).preview()).toMatchObject({
      beside: { bin: 1, snapshot: await db.snapshots.count() }
    })
    await Promise.all(db.tables.map((table) => table.clear()))
    await keepWords([{ kind: 'watch', word: '大致', right: '' }])
    await restore(file)
    await restore(file)
    const without = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), key: 0 }))
    expect((await past()).map(without)).toEqual(before.map(without))
    expect((await storedWords()).map(({ word }) => word)).toEqual(['大致', '有关'])
  })

  it('brings what lies aside as reports of its own, and names what cannot be opened', async () => {
    await db.reports.add({ ...first, id: 'newer', schema: 3 as never })
    const aside = { baseRev: 1, at: now.toISOString(), left: true, sent: [] }
    layAside({ ...aside, id: `${first.id}.w`, report: { ...first, year: 2024 } })
    layAside({ ...aside, id: `${second.id}.w`, report: second })
    const file = await made()
    localStorage.clear()
    await db.reports.clear()
    expect(await seen(file)).toEqual({ added: 2, differs: 1, refused: 1 })
    await restore(file)
    expect((await stored()).map(({ year }) => year).sort()).toEqual([2024, 2025, 2025])
  })
})

describe('a backup in a library that has some of it', () => {
  it('leaves alone what says the same, also restored twice', async () => {
    const file = await made()
    expect(await seen(file)).toEqual({ same: 2 })
    await db.reports.delete(first.id)
    await restore(file)
    await restore(file)
    expect(await stored()).toHaveLength(2)
  })

  it('keeps what says something else beside what is here; a second time it is the same', async () => {
    const file = await made()
    await db.reports.put({ ...first, rev: 2, year: 2024 })
    expect(await seen(file)).toEqual({ same: 1, differs: 1 })
    await restore(file)
    const years = (await stored()).filter(({ unit }) => unit.name === first.unit.name)
    expect(years.map(({ year }) => year).sort()).toEqual([2024, 2025])
    expect(await db.reports.get(first.id)).toMatchObject({ year: 2024 })
    expect(await seen(file)).toEqual({ same: 2 })
  })

  it('takes only what was chosen, and out again what was not changed since', async () => {
    const file = await made()
    await db.reports.clear()
    const one = new Restoring(file)
    expect(await one.take(new Set([1]))).toEqual({ added: 1, failed: 0, ended: false })
    const changed = (await stored()).map((report) => ({ ...report, rev: 9 }))
    await db.reports.bulkPut(changed)
    const others = await restore(file)
    expect(await stored()).toHaveLength(2)
    expect(await others.undo()).toBe(0)
    expect(await one.undo()).toBe(1)
    expect([one.canUndo, others.canUndo]).toEqual([false, false])
    expect(await stored()).toEqual(changed)
  })

  it('counts what the browser did not store, and stores no half of a batch', async () => {
    const file = await made()
    await db.reports.clear()
    const full = vi.spyOn(db.reports, 'bulkAdd').mockRejectedValueOnce(new Error('Quota'))
    const restoring = new Restoring(file)
    expect(await restoring.take(new Set([0, 1]))).toEqual({ added: 0, failed: 2, ended: false })
    full.mockRestore()
    expect(await stored()).toEqual([])
    await restore(file)
    expect(await stored()).toHaveLength(2)
  })
})

describe('a file', () => {
  const oldText = async (): Promise<string> =>
    JSON.stringify({
      format: 'zfxxgk-annual-report-backup',
      schema: 1,
      createdAt: now.toISOString(),
      reports: await db.reports.toArray()
    })

  it('of the version before archives is a backup, too, and so is an exchange file', async () => {
    expect(await seen(new Blob([await oldText()]))).toEqual({ same: 2 })
    const other = newReport('青石县档案局', 2025)
    expect(await seen(new Blob([JSON.stringify(other)]))).toEqual({ added: 1 })
  })

  it.each([
    ['half a backup of before', (text: string) => text.slice(0, -100), 'damaged'],
    ['another JSON', () => '{"a":1}', 'foreign'],
    ['no JSON', () => '年报', 'foreign'],
    ['nothing', () => '', 'foreign'],
    ['a later kind of backup', (text: string) => text.replace('"schema":1', '"schema":2'), 'newer']
  ])('that is %s is refused as a whole', async (_, change, reason) => {
    const file = new Blob([change(await oldText())])
    expect(await new Restoring(file).preview()).toEqual({ ok: false, reason })
    expect(await stored()).toHaveLength(2)
  })

  it('that is another archive is refused as a whole', async () => {
    const file = new Blob([zipSync({ 'word/document.xml': strToU8('<w:document/>') }) as never])
    expect(await new Restoring(file).preview()).toEqual({ ok: false, reason: 'foreign' })
  })

  it('that was cut off or damaged anywhere gives whole reports only, and says so', async () => {
    const bytes = (await backups.make(now)).bytes
    const before = await stored()
    for (let length = 100; length < bytes.length; length += 97) {
      const preview = await new Restoring(new Blob([bytes.slice(0, length)])).preview()
      if (!preview.ok) {
        expect(['foreign', 'damaged']).toContain(preview.reason)
        continue
      }
      expect(preview.found.every(({ fate }) => fate === 'same')).toBe(true)
      // What follows the last line is the archive's own list, which is not needed.
      if (preview.found.length < before.length) expect(preview.cut).toBe(true)
    }
  })
})

describe('what cannot be opened', () => {
  it('is given as it is stored, and as it lies aside', async () => {
    await db.reports.add({ ...first, id: 'damaged', year: '二〇二五' as never })
    const file = await backups.raw('damaged')
    expect(file.name).toBe('damaged.json')
    expect(JSON.parse(textOf(file))).toMatchObject({ year: '二〇二五' })
    expect(JSON.parse(textOf(backups.rawAside({ half: 'a report' })))).toEqual({
      half: 'a report'
    })
  })
})
