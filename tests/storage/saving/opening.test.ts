import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import {
  abandoned,
  allAsides,
  dropAside,
  dropSettled,
  layAgain,
  layAside,
  type Aside
} from '../../../src/storage/saving/aside.ts'
import { autosave } from '../../../src/storage/saving/autosave.ts'
import { partsToKeep } from '../../../src/storage/saving/backup.ts'
import { db } from '../../../src/storage/database/db.ts'
import { turn } from '../../../src/storage/database/keeping.ts'
import { openStored } from '../../../src/storage/saving/opening.ts'
import { removeReport } from '../../../src/storage/past/bin.ts'
import { getReport, saveReport } from '../../../src/storage/reports/reports.ts'

const report = newReport('清川市科学技术局', 2025)
const edited = (value: number): Report => setCell(report, 'remedies.review.upheld', value)
const upheld = (of: Report | undefined) => of?.cells['remedies.review.upheld']
const asideBy = (writer: string, value: number, at: string): Aside => ({
  id: `${report.id}.${writer}`,
  baseRev: 1,
  at: `2026-01-10T08:00:${at}.000Z`,
  left: true,
  sent: [],
  report: edited(value)
})

beforeEach(async () => {
  localStorage.clear()
  await Promise.all([db.reports.clear(), db.pending.clear(), db.facts.clear()])
  await saveReport(report, 0)
})

describe('opening a report', () => {
  it('takes up what was left where the stored state is the one it was made from', async () => {
    layAside(asideBy('a', 7, '01'))
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 2 })
    expect(upheld(await getReport(report.id))).toBe(7)
    expect((await allAsides()).asides).toEqual([])
  })

  it('leaves it where it lies as long as nothing outlives the page', async () => {
    layAside(asideBy('a', 7, '01'))
    turn('memory', 'silent')
    try {
      expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 2 })
      expect(upheld((await allAsides()).asides[0]?.report)).toBe(7)
    } finally {
      turn('kept')
    }
  })

  it('drops what is older than the work that is stored', async () => {
    layAside(asideBy('a', 7, '01'))
    await dropAside({ id: `${report.id}.a`, at: asideBy('a', 8, '02').at })
    expect((await allAsides()).asides).toEqual([])
    layAside(asideBy('a', 9, '03'))
    await dropAside({ id: `${report.id}.a`, at: asideBy('a', 8, '02').at })
    expect(localStorage).toHaveLength(1)
  })

  it('drops what had been stored after all', async () => {
    layAside(asideBy('a', 7, '01'))
    await saveReport(edited(7), 1)
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 2 })
    expect((await allAsides()).asides).toEqual([])
  })

  it('opens work that is in conflict with what another window stored; both are kept', async () => {
    layAside(asideBy('a', 7, '01'))
    await saveReport(edited(8), 1)
    const opening = await openStored(report.id)
    expect(opening).toMatchObject({ ok: true, unsaved: { why: { reason: 'conflict' } } })
    expect(upheld(opening.ok ? opening.report : undefined)).toBe(7)
    expect(upheld(await getReport(report.id))).toBe(8)
    expect((await allAsides()).asides).toHaveLength(1)
  })

  it('knows its own write that was stored after it had been given up on', async () => {
    layAside({ ...asideBy('a', 7, '01'), sent: ['2026-01-10T07:59:00.000Z'] })
    await saveReport(edited(6), 1, { now: '2026-01-10T07:59:00.000Z' })
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 3 })
    expect(upheld(await getReport(report.id))).toBe(7)
  })

  it('of two windows closed together loses neither', async () => {
    layAside(asideBy('a', 7, '01'))
    layAside(asideBy('b', 8, '02'))
    const opening = await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(7)
    expect(upheld(opening.ok ? opening.report : undefined)).toBe(8)
  })

  it('opens the work itself when it still cannot be stored', async () => {
    layAside(asideBy('a', 7, '01'))
    vi.spyOn(db.reports, 'put').mockRejectedValueOnce(
      new DOMException('too much', 'QuotaExceededError')
    )
    const opening = await openStored(report.id)
    expect(opening).toMatchObject({ ok: true, baseRev: 1, unsaved: { why: { reason: 'full' } } })
    expect(upheld(opening.ok ? opening.report : undefined)).toBe(7)
  })

  it('opens work on a report that was deleted meanwhile', async () => {
    layAside(asideBy('a', 7, '01'))
    await removeReport(report.id)
    expect(await openStored(report.id)).toMatchObject({
      ok: true,
      unsaved: { why: { reason: 'removed' } }
    })
  })

  it('takes up what the version before laid aside, in either store', async () => {
    const old = { id: report.id, baseRev: 1, report: edited(7) }
    localStorage.setItem(`nianbao.aside.${report.id}`, JSON.stringify(old))
    await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(7)
    await db.pending.put({ ...old, baseRev: 2, report: edited(8) } as never)
    await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(8)
    expect((await allAsides()).asides).toEqual([])
  })

  it('takes up work in an older schema of the file, and writes it in this one', async () => {
    const file = JSON.parse(readFileSync('tests/fixtures/schema-1/file.nianbao.json', 'utf8'))
    expect(file.schema).toBe(1)
    localStorage.setItem(
      `nianbao.aside.${file.id}`,
      JSON.stringify({ id: file.id, baseRev: 0, report: file })
    )
    expect(await openStored(file.id)).toMatchObject({ ok: true, baseRev: 1 })
    expect(await db.reports.get(file.id)).toMatchObject({ schema: report.schema, id: file.id })
    expect((await allAsides()).asides).toEqual([])
  })

  it('carries work on from where it lay, to the place of whoever opened it', async () => {
    layAside(asideBy('a', 7, '01'))
    await saveReport(edited(8), 1)
    const opening = await openStored(report.id)
    const { unsaved } = opening.ok ? opening : {}
    autosave(report, { onSaving: () => {}, onSaved: () => {} }, unsaved)
    await vi.waitFor(async () => {
      const { asides } = await allAsides()
      expect(asides.map((one) => [one.left, upheld(one.report)])).toEqual([[false, 7]])
    })
  })

  it.each([
    ['missing', undefined],
    ['newer', { ...report, schema: 99 }],
    ['damaged', { ...report, cells: { 'remedies.review.upheld': 'x' } }]
  ])('says that a report is %s', async (reason, value) => {
    await db.reports.clear()
    if (value) await db.reports.put(value as never)
    expect(await openStored(report.id)).toMatchObject({ ok: false, reason })
  })

  it('says that the database does not answer', async () => {
    vi.spyOn(db.reports, 'get').mockRejectedValueOnce(new Error('UnknownError'))
    expect(await openStored(report.id)).toMatchObject({ ok: false, reason: 'failed' })
  })
})

describe('a browser that is killed and brings back what had been dropped', () => {
  const back = (aside: Aside) =>
    localStorage.setItem(`nianbao.aside.${aside.id}`, JSON.stringify(aside))

  it('takes up what is stored no second time, and forgets it', async () => {
    layAside(asideBy('a', 7, '01'))
    await openStored(report.id)
    await saveReport(edited(8), 2)
    back(asideBy('a', 7, '01'))
    expect(await abandoned()).toEqual({ asides: [], damaged: [] })
    expect(localStorage).toHaveLength(0)
    back(asideBy('a', 7, '01'))
    const opening = await openStored(report.id)
    expect(opening).toMatchObject({ ok: true, baseRev: 3 })
    expect(opening).not.toHaveProperty('unsaved')
    expect(upheld(await getReport(report.id))).toBe(8)
  })

  it('takes up what the same window, or another, laid aside later', async () => {
    layAside(asideBy('a', 7, '01'))
    await openStored(report.id)
    back({ ...asideBy('a', 8, '02'), baseRev: 2 })
    await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(8)
    back({ ...asideBy('b', 9, '01'), baseRev: 3 })
    await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(9)
  })

  it('takes up no older work of a window whose later work is stored', async () => {
    layAside(asideBy('a', 7, '05'))
    await openStored(report.id)
    await saveReport(edited(8), 2)
    back(asideBy('a', 6, '03'))
    expect((await allAsides()).asides).toEqual([])
    back(asideBy('a', 7, '05'))
    expect((await allAsides()).asides).toEqual([])
  })

  it('takes up no second time what was stored by the window that had taken it up', async () => {
    layAside(asideBy('a', 7, '01'))
    vi.spyOn(db.reports, 'put').mockRejectedValueOnce(new Error('AbortError'))
    const opening = await openStored(report.id)
    const { unsaved } = opening.ok ? opening : {}
    const auto = autosave(report, { onSaving: () => {}, onSaved: () => {} }, unsaved)
    await auto.flush()
    auto.touch(edited(8))
    await auto.close()
    back(asideBy('a', 7, '01'))
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 3 })
    expect(upheld(await getReport(report.id))).toBe(8)
  })

  it('leaves given up what was given up, until it is taken up again', async () => {
    const given = asideBy('a', 7, '01')
    layAside(given)
    await dropSettled(given)
    back(given)
    expect((await allAsides()).asides).toEqual([])
    layAgain(given)
    const [again] = (await allAsides()).asides
    expect(again).toMatchObject({ ...given, at: '2026-01-10T08:00:01.001Z' })
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 2 })
    expect(upheld(await getReport(report.id))).toBe(7)
  })

  it('takes up what was not stored', async () => {
    layAside(asideBy('a', 7, '01'))
    vi.spyOn(db.reports, 'put').mockRejectedValueOnce(new Error('AbortError'))
    expect(await openStored(report.id)).toMatchObject({ unsaved: { why: { reason: 'failed' } } })
    back(asideBy('a', 7, '01'))
    await openStored(report.id)
    expect(upheld(await getReport(report.id))).toBe(7)
  })

  it('is known for as long as anything can come back, and no longer', async () => {
    const notes = () => db.facts.count()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-10T08:01:00Z') })
    layAside(asideBy('a', 7, '01'))
    await openStored(report.id)
    vi.setSystemTime(new Date('2026-02-09T08:00:00Z'))
    await allAsides()
    expect(await notes()).toBe(1)
    vi.setSystemTime(new Date('2026-02-10T08:00:00Z'))
    back(asideBy('a', 7, '01'))
    expect((await allAsides()).asides).toEqual([])
    await vi.waitFor(() => expect(localStorage).toHaveLength(0))
    expect(await notes()).toBe(1)
    vi.setSystemTime(new Date('2026-03-20T08:00:00Z'))
    await allAsides()
    await vi.waitFor(async () => expect(await notes()).toBe(0))
    vi.useRealTimers()
  })
})

describe('work of a window that is still open', () => {
  it('is left alone by others until that window has gone', async () => {
    const held: { name: string }[] = []
    vi.stubGlobal('navigator', { locks: { query: async () => ({ held }) } })
    layAside({ ...asideBy('a', 7, '01'), left: false })
    held.push({ name: `nianbao.aside.${report.id}.a` })
    expect((await abandoned()).asides).toEqual([])
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 1 })
    held.pop()
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 2 })
    vi.unstubAllGlobals()
  })
})

describe('a damaged entry', () => {
  const entries = [
    '{"id":"',
    'null',
    '[1]',
    '"text"',
    JSON.stringify({ id: report.id, baseRev: 1, report: { ...edited(7), cells: 'none' } }),
    JSON.stringify({ id: report.id, baseRev: 'x', report: edited(7) }),
    JSON.stringify({ baseRev: 1, report: edited(7) })
  ]

  it.each(entries)('%.40s does not hide the report, is never stored, and stays', async (entry) => {
    const key = `nianbao.aside.${report.id}`
    localStorage.setItem(key, entry)
    expect(await openStored(report.id)).toMatchObject({ ok: true, baseRev: 1 })
    expect(await db.reports.get(report.id)).toEqual({
      ...report,
      rev: 1,
      updatedAt: expect.any(String)
    })
    expect((await abandoned()).damaged).toHaveLength(1)
    expect(localStorage.getItem(key)).toBe(entry)
    expect(await keptValues()).toHaveLength(2)
  })
})

/** What a backup would hold of reports, the work that lies aside among them. */
async function keptValues(): Promise<unknown[]> {
  const values: unknown[] = []
  for await (const { kind, value } of partsToKeep()) {
    if (kind === 'report' || kind === 'aside') values.push(value)
  }
  return values
}

describe('a backup', () => {
  it('holds what is laid aside, by living windows too, and stores nothing', async () => {
    layAside(asideBy('a', 7, '01'))
    layAside({ ...asideBy('b', 8, '02'), left: false })
    layAside({ ...asideBy('c', 9, '03'), report })
    expect((await keptValues()).map((value) => upheld(value as Report))).toEqual([null, 7, 8])
    expect(upheld(await getReport(report.id))).toBeNull()
    expect((await allAsides()).asides).toHaveLength(3)
  })
})

it('the newest of two states in one place is the one that counts', async () => {
  const { id, baseRev, left } = asideBy('a', 0, '01')
  localStorage.setItem(`nianbao.aside.${id}`, JSON.stringify(asideBy('a', 7, '01')))
  const newer = { id, baseRev, left, at: '2026-01-10T08:00:05.000Z', report: edited(8) }
  await db.pending.put(newer as never)
  expect((await allAsides()).asides.map((one) => upheld(one.report))).toEqual([8])
})
