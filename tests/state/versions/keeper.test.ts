import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { differences } from '../../../src/core/versions/compare.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { pastOf } from '../../../src/storage/past/snapshots.ts'
import { addReport } from '../../../src/storage/reports/reports.ts'

/** Another for each test: a snapshot of the one before may still be on its way. */
let blank: Report
const upheld = 'remedies.review.upheld'
const reasons = async () => (await pastOf(blank.id)).map(({ reason }) => reason)
const soon = (expected: readonly string[]) =>
  vi.waitFor(async () => expect(await reasons()).toEqual(expected))
const zeros = Object.fromEntries(fields.slice(0, 20).map((field) => [field, 0]))

beforeEach(async () => {
  await Promise.all([db.reports.clear(), db.snapshots.clear()])
  blank = newReport('清川市水利局', 2025)
  await addReport(blank)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The report in the editor, opened and kept so. */
async function open(): Promise<Session> {
  const opened = await Session.open(blank.id)
  if (!opened.ok) throw new Error(opened.reason)
  await soon(['opened'])
  return opened.session
}

describe('a state is kept', () => {
  it('of a report that is opened, once for the same content', async () => {
    const session = await open()
    await session.close()
    await (await open()).close()
  })

  it('before many cells are set at once, and not before one with its totals', async () => {
    const session = await open()
    session.typeCell(upheld, '2')
    session.setAll({ [upheld]: 3 })
    session.setAll(zeros)
    await soon(['fill', 'opened'])
    const [fill] = await pastOf(blank.id)
    expect(fill?.state).toMatchObject({ report: { cells: { [upheld]: 3 } } })
    await session.close()
  })

  it('before texts are written anew', async () => {
    const session = await open()
    session.setText('other', '一')
    session.setTexts({ other: '二', problems: '三' })
    await soon(['texts', 'opened'])
    await session.close()
  })

  it('after ten minutes of work, and not without any', async () => {
    const session = await open()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await vi.advanceTimersByTimeAsync(3_600_000)
    session.typeCell(upheld, '2')
    await vi.advanceTimersByTimeAsync(599_000)
    session.typeCell(upheld, '5')
    await vi.advanceTimersByTimeAsync(2000)
    vi.useRealTimers()
    await soon(['while-working', 'opened'])
    const [working] = await pastOf(blank.id)
    expect(working?.state).toMatchObject({ report: { cells: { [upheld]: 5 } } })
    await session.close()
  })
})

describe('an earlier state', () => {
  it('is taken back in part or whole, as one step, with the state of now kept before', async () => {
    const session = await open()
    session.setAll(zeros)
    session.setText('other', '新写的。')
    const now = session.report
    const all = differences(now, blank)
    expect(
      await session.takeBack(
        blank,
        all.filter(({ kind }) => kind === 'text')
      )
    ).toBe(true)
    expect(session.report.text.other).toBe('')
    expect(session.report.cells).toEqual(now.cells)
    session.undo()
    expect(await session.takeBack(blank, all)).toBe(true)
    expect(differences(session.report, blank)).toEqual([])
    session.undo()
    expect(session.report).toEqual(now)
    const [last] = await pastOf(blank.id)
    expect(last).toMatchObject({ reason: 'restore', state: { report: { text: now.text } } })
    await session.close()
  })

  it('changes nothing where the state of now cannot be kept', async () => {
    const session = await open()
    session.setText('other', '新写的。')
    vi.spyOn(db.snapshots, 'add').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    expect(await session.takeBack(blank, differences(session.report, blank))).toBe(false)
    expect(session.report.text.other).toBe('新写的。')
    await session.close()
  })
})

describe('typing goes on, and is saved, where a snapshot', () => {
  it.each([
    ['fails', () => vi.spyOn(db.snapshots, 'add').mockRejectedValue(new Error('broken'))],
    [
      'finds no room',
      () =>
        vi.spyOn(db.snapshots, 'add').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    ],
    [
      'is never answered',
      () => vi.spyOn(db.snapshots, 'add').mockReturnValue(new Promise(() => undefined) as never)
    ]
  ])('%s', async (_, trouble) => {
    const session = await open()
    trouble()
    session.setAll(zeros)
    session.typeCell(upheld, '2')
    await session.flush()
    expect(session.save.kind).toBe('saved')
    expect(await db.reports.get(blank.id)).toMatchObject({ cells: { [upheld]: 2 } })
    await session.close()
  })
})
