import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Backups } from '../../../src/state/library/backup.svelte.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { layAside } from '../../../src/storage/saving/aside.ts'
import { backedUpAt } from '../../../src/storage/saving/backup.ts'
import { db } from '../../../src/storage/database/db.ts'
import { addReport, listReports } from '../../../src/storage/reports/reports.ts'

/** The whole library out of the browser and back in. */

const now = new Date('2026-01-20T08:00:00.000Z')
const first = newReport('清川市科学技术局', 2025)
const second = newReport('清川市档案局', 2025)
const backups = new Backups()
const library = new Library()

beforeEach(async () => {
  localStorage.clear()
  await Promise.all(db.tables.map((table) => table.clear()))
  await addReport(first)
  await addReport(second)
})

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string =>
  new TextDecoder().decode(bytes)
const made = async (): Promise<string> => textOf(await backups.make(now))
const counts = { added: 0, same: 0, copied: 0, refused: 0, failed: 0 }
const stored = async (): Promise<Report[]> => (await listReports()).reports
const restored = (text: string) => backups.restore(text, library.add)

describe('making a backup', () => {
  it('writes every report as it is stored into one file that names its day', async () => {
    const file = await backups.make(now)
    expect(file).toMatchObject({ name: '年报台备份-2026-01-20.json', mime: 'application/json' })
    expect(JSON.parse(textOf(file))).toEqual({
      format: 'zfxxgk-annual-report-backup',
      schema: 1,
      createdAt: now.toISOString(),
      reports: await db.reports.toArray()
    })
  })

  it('holds what this version cannot open, and what lies aside; nothing twice', async () => {
    const newer = { ...first, id: 'newer', schema: 3 as never }
    await db.reports.add(newer)
    const aside = { baseRev: 1, at: now.toISOString(), left: true, sent: [] }
    layAside({ ...aside, id: `${first.id}.w`, report: { ...first, year: 2024 } })
    layAside({ ...aside, id: `${second.id}.w`, report: second })
    const { reports } = JSON.parse(await made())
    expect(reports).toHaveLength(4)
    expect(reports).toContainEqual(newer)
    expect(reports).toContainEqual({ ...first, year: 2024 })
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

describe('reading a backup back', () => {
  it('brings back what is not here', async () => {
    const text = await made()
    const before = await stored()
    await db.reports.clear()
    expect(await restored(text)).toEqual({ ok: true, ...counts, added: 2 })
    expect(await stored()).toEqual(before)
  })

  it('leaves alone what is here and says the same', async () => {
    expect(await restored(await made())).toEqual({ ok: true, ...counts, same: 2 })
    expect(await stored()).toHaveLength(2)
  })

  it('keeps what says something else beside what is here', async () => {
    const text = await made()
    await db.reports.put({ ...first, rev: 2, year: 2024 })
    expect(await restored(text)).toEqual({ ok: true, ...counts, same: 1, copied: 1 })
    const years = (await stored()).filter(({ unit }) => unit.name === first.unit.name)
    expect(years.map(({ year }) => year).sort()).toEqual([2024, 2025])
    expect(await db.reports.get(first.id)).toMatchObject({ year: 2024 })
  })

  it('counts what cannot be opened, and what the browser did not store', async () => {
    const backup = JSON.parse(await made())
    const text = JSON.stringify({ ...backup, reports: [...backup.reports, { year: 2025 }, 7] })
    await db.reports.clear()
    const full = async () => ({ ok: false, reason: 'full', detail: '' }) as const
    expect(await backups.restore(text, full)).toEqual({
      ok: true,
      ...counts,
      refused: 2,
      failed: 2
    })
    expect(await stored()).toEqual([])
  })

  it('takes a single exchange file for a backup of one', async () => {
    const other = newReport('青石县档案局', 2025)
    expect(await restored(JSON.stringify(other))).toEqual({ ok: true, ...counts, added: 1 })
  })

  it.each([
    ['half a backup', (text: string) => text.slice(0, -100), 'damaged'],
    ['another JSON', () => '{"a":1}', 'foreign'],
    ['no JSON', () => '年报', 'foreign'],
    [
      'a later kind of backup',
      (text: string) => text.replace('"schema": 1', '"schema": 2'),
      'newer'
    ]
  ])('refuses %s as a whole', async (_, change, reason) => {
    expect(await restored(change(await made()))).toEqual({ ok: false, reason })
    expect(await stored()).toHaveLength(2)
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
