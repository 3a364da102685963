import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Backups } from '../../../src/state/library/backup.svelte.ts'
import { db } from '../../../src/storage/db.ts'
import type { Saved } from '../../../src/storage/reports.ts'

const here: Report = { ...newReport('清川市水利局', 2025), rev: 3 }
const other: Report = newReport('青石县水利局', 2025)
const changed: Report = setCell(here, 'remedies.review.upheld', 2)
const now = new Date('2026-01-10T08:00:00Z')

/** What was asked to be stored; every report is taken, or none. */
const added: Report[] = []
const taken = (report: Report): Promise<Saved> => {
  added.push(report)
  return Promise.resolve({ ok: true, report })
}
const full = (): Promise<Saved> => Promise.resolve({ ok: false, reason: 'full', detail: '' })
const textOf = (...reports: readonly unknown[]): string =>
  JSON.stringify({ format: 'zfxxgk-annual-report-backup', schema: 1, reports })

beforeEach(async () => {
  added.length = 0
  await db.delete()
  await db.open()
  await db.reports.add(here)
})

describe('a backup', () => {
  it('holds all that is stored, also what cannot be opened, and says of which day it is', async () => {
    const broken = { id: 'x', year: 2025, updatedAt: '' }
    await db.reports.add(broken as Report)
    const file = await new Backups().make(now)
    expect(file).toMatchObject({ name: '年报台备份-2026-01-10.json', mime: 'application/json' })
    const { reports } = JSON.parse(new TextDecoder().decode(file.bytes))
    expect(reports).toHaveLength(2)
    expect(reports).toEqual(expect.arrayContaining([here, broken]))
  })

  it('read back where it was made changes nothing', async () => {
    const backups = new Backups()
    const text = new TextDecoder().decode((await backups.make(now)).bytes)
    expect(await backups.restore(text, taken)).toMatchObject({ ok: true, same: 1, added: 0 })
    expect(added).toEqual([])
  })

  it('counts although the disk has no room for the note of it', async () => {
    const { put } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      if (this.name === 'facts') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    })
    await expect(new Backups().made(now)).resolves.toBeUndefined()
    vi.restoreAllMocks()
  })
})

describe('what is read back', () => {
  it.each<[string, unknown, object, readonly Report[]]>([
    ['a report that is not here is added', other, { added: 1 }, [other]],
    ['the same report is left alone', here, { same: 1 }, []],
    ['one that says something else is kept as one more', changed, { copied: 1 }, [changed]],
    ['one that cannot be opened is counted', { id: 'x' }, { refused: 1 }, []]
  ])('%s', async (_, report, counted, asked) => {
    const none = { ok: true, added: 0, same: 0, copied: 0, refused: 0, failed: 0 }
    expect(await new Backups().restore(textOf(report), taken)).toEqual({ ...none, ...counted })
    expect(added).toEqual(asked)
    expect(await db.reports.toArray()).toEqual([here])
  })

  it('is counted as failed where it was not stored', async () => {
    const restored = await new Backups().restore(textOf(here, other), full)
    expect(restored).toMatchObject({ added: 0, same: 1, failed: 1 })
  })

  it.each([
    ['something else', '{"name":"x"}', 'foreign'],
    ['a backup that was cut off', textOf(here).slice(0, -30), 'damaged'],
    ['a backup of a later version', textOf(here).replace('"schema":1', '"schema":2'), 'newer']
  ])('%s is refused', async (_, text, reason) => {
    expect(await new Backups().restore(text, taken)).toMatchObject({ ok: false, reason })
  })
})

it('what cannot be opened is handed over as it is stored', async () => {
  const file = await new Backups().raw(here.id)
  expect(JSON.parse(new TextDecoder().decode(file.bytes))).toEqual(here)
})
