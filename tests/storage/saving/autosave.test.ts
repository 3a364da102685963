import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { abandoned, allAsides, type Aside } from '../../../src/storage/saving/aside.ts'
import { autosave, type Autosave } from '../../../src/storage/saving/autosave.ts'
import { db } from '../../../src/storage/database/db.ts'
import type { Saved } from '../../../src/storage/reports/reports.ts'

/** The database's answers, one for each write; the last one is given for all that follow. */
const answers: ((report: Report, baseRev: number) => Saved | Promise<Saved>)[] = []
const written: Report[] = []
const times: string[] = []
vi.mock('../../../src/storage/reports/reports.ts', async (original) => ({
  ...(await original<typeof import('../../../src/storage/reports/reports.ts')>()),
  saveReport: async (report: Report, baseRev: number, { now = '' } = {}): Promise<Saved> => {
    written.push(report)
    times.push(now)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return answer ? answer(report, baseRev) : stored(report, baseRev)
  }
}))

const report = newReport('清川市科学技术局', 2025)
const edited = (value: number): Report => setCell(report, 'remedies.review.upheld', value)
const upheld = (of: Report | undefined) => of?.cells['remedies.review.upheld']

const stored = (of: Report, baseRev: number): Saved => ({
  ok: true,
  report: { ...of, rev: baseRev + 1 }
})
const storedAfter = (ms: number) => async (of: Report, baseRev: number) => {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return stored(of, baseRev)
}
const full = (): Saved => ({ ok: false, reason: 'full', detail: 'QuotaExceededError' })
const failed = (): Saved => ({ ok: false, reason: 'failed', detail: 'no answer' })
const conflict = (theirs: Report) => (): Saved => ({
  ok: false,
  reason: 'conflict',
  stored: theirs
})
/** A write that never answers is given up on by the store. */
const silent = () => new Promise<Saved>((resolve) => setTimeout(() => resolve(failed()), 5_000))

const saved: Saved[] = []
const safe: boolean[] = []
/** What another window stored, and stands here now. */
const elsewhere: Report[] = []
const saver = (rev = 1): Autosave =>
  autosave(
    { ...report, rev },
    {
      onSaving: () => {},
      onSaved: (result) => saved.push(result),
      onAside: (sure) => safe.push(sure),
      onElsewhere: (stored) => elsewhere.push(stored)
    }
  )
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const aside = async (): Promise<readonly Aside[]> => (await allAsides()).asides

beforeEach(async () => {
  localStorage.clear()
  await Promise.all([db.pending.clear(), db.reports.clear(), db.facts.clear()])
  for (const list of [answers, written, times, saved, safe, elsewhere]) list.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a store that answers', () => {
  it('gets the newest state only, after the quiet', async () => {
    const auto = saver()
    auto.touch(edited(1))
    await after(300)
    auto.touch(edited(2))
    await after(300)
    expect(written).toEqual([])
    await after(100)
    expect(written.map(upheld)).toEqual([2])
    expect(auto.rev()).toBe(2)
    expect(await aside()).toEqual([])
  })

  it('gets something every two seconds from somebody who never pauses', async () => {
    const auto = saver()
    for (let i = 0; i < 30; i++) {
      auto.touch(edited(i))
      await after(100)
    }
    expect(written).toHaveLength(1)
  })

  it('gets what is edited while a save is on its way', async () => {
    answers.push(storedAfter(100))
    const auto = saver()
    auto.touch(edited(1))
    const flushed = auto.flush()
    auto.touch(edited(2))
    await after(500)
    await flushed
    expect(written.map(upheld)).toEqual([1, 2])
  })
})

describe('a way out', () => {
  it('lays aside what is not stored yet, for whoever comes next, until it is stored', async () => {
    const auto = saver()
    auto.touch(edited(5))
    auto.leave()
    expect(JSON.stringify(localStorage)).toContain(report.id)
    await after(0)
    expect(written.map(upheld)).toEqual([5])
    expect(await aside()).toEqual([])
  })

  it('lays nothing aside when all is stored', async () => {
    const auto = saver()
    auto.touch(edited(5))
    await auto.flush()
    auto.leave()
    await auto.close()
    expect(await aside()).toEqual([])
  })

  it('inside the app keeps what the last save does not store, and tries no more', async () => {
    answers.push(full)
    const auto = saver()
    auto.touch(edited(5))
    await auto.close()
    expect(await abandoned()).toMatchObject({ asides: [{ baseRev: 1, left: true }] })
    auto.leave()
    await after(120_000)
    expect(written.length).toBeLessThanOrEqual(2)
    expect((await aside()).map((one) => upheld(one.report))).toEqual([5])
  })
})

describe.each([
  ['a full disk', full],
  ['a failed write', failed],
  ['a write that never answers', silent]
])('%s', (_name, answer) => {
  it('has the work laid aside, at once and every two seconds', async () => {
    answers.push(answer)
    const auto = saver()
    auto.touch(edited(1))
    // The quiet, and the two seconds that a silent write is given before it counts as trouble.
    await after(2_500)
    expect((await aside()).map((one) => upheld(one.report))).toEqual([1])
    for (let i = 2; i < 40; i++) {
      auto.touch(edited(i))
      await after(100)
    }
    expect(upheld((await aside())[0]?.report)).toBeGreaterThanOrEqual(39 - 20)
    expect(await aside()).toHaveLength(1)
    expect(safe.every(Boolean)).toBe(true)
  })

  it('is tried again by itself, with growing pauses, and dropped once stored', async () => {
    answers.push(answer)
    const auto = saver()
    auto.touch(edited(1))
    await after(40_000)
    const tries = written.length
    expect(tries).toBeGreaterThanOrEqual(3)
    await after(40_000)
    expect(written.length - tries).toBeLessThan(tries)
    expect(saved.at(-1)).toMatchObject({ ok: false })
    answers.splice(0, 1, stored)
    await after(40_000)
    expect(saved.at(-1)).toMatchObject({ ok: true })
    expect(await aside()).toEqual([])
    await after(120_000)
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is tried again at the next edit', async () => {
    answers.push(answer, stored)
    const auto = saver()
    auto.touch(edited(1))
    await after(5_500)
    auto.touch(edited(2))
    await after(500)
    expect(saved.at(-1)).toMatchObject({ ok: true })
    expect(upheld(written.at(-1))).toBe(2)
  })
})

describe('what was laid aside and is stored', () => {
  /** Everything that ever lay in this place, as a killed browser may bring it back. */
  const laid = (): Record<string, string> => ({ ...localStorage })

  it('is known by its time, should it come back; what is laid aside next is later', async () => {
    answers.push(failed, stored)
    const auto = saver()
    auto.touch(edited(1))
    await after(500)
    const before = laid()
    await after(2_500)
    expect(saved.at(-1)).toMatchObject({ ok: true })
    // The clock of the machine was ahead, and is put right.
    vi.setSystemTime(Date.now() - 600_000)
    answers.splice(0, 2, failed)
    auto.touch(edited(2))
    await after(500)
    expect((await aside()).map((one) => upheld(one.report))).toEqual([2])
    await db.pending.clear()
    Object.assign(localStorage, before)
    expect(await aside()).toEqual([])
  })

  it('is known where the report was edited while it was stored', async () => {
    answers.push(failed, storedAfter(100))
    const auto = saver()
    auto.touch(edited(1))
    await after(500)
    answers.push(silent)
    const flushed = auto.flush()
    auto.touch(edited(2))
    await after(200)
    expect(saved.at(-1)).toMatchObject({ ok: true })
    expect(await aside()).toEqual([])
    await after(20_000)
    await flushed
    expect((await aside()).map((one) => [one.baseRev, upheld(one.report)])).toEqual([[2, 2]])
  })

  it('leaves what was laid aside while it was stored, in either place', async () => {
    answers.push(failed, storedAfter(3_000))
    const auto = saver()
    auto.touch(edited(1))
    await after(500)
    answers.push(silent)
    void auto.flush()
    auto.touch(edited(2))
    await after(2_900)
    expect(saved.at(-1)).toMatchObject({ ok: false })
    await after(200)
    expect(saved.at(-1)).toMatchObject({ ok: true })
    await after(100)
    expect((await aside()).map((one) => upheld(one.report))).toEqual([2])
    expect(await db.pending.toArray()).toMatchObject([{ report: { cells: edited(2).cells } }])
  })
})

describe('a conflict', () => {
  it('stops all writing and keeps every later edit aside', async () => {
    answers.push(conflict({ ...edited(9), rev: 2 }))
    const auto = saver()
    auto.touch(edited(1))
    await after(500)
    auto.touch(edited(2))
    await after(2_500)
    auto.touch(edited(3))
    await after(2_500)
    expect(written).toHaveLength(1)
    expect((await aside()).map((one) => [one.baseRev, upheld(one.report)])).toEqual([[1, 3]])
  })

  it('ends with what was settled', async () => {
    answers.push(conflict({ ...edited(9), rev: 2 }), stored)
    const auto = saver()
    auto.touch(edited(1))
    await after(500)
    auto.touch(edited(3))
    await auto.rebase(2)
    await auto.flush()
    expect(auto.rev()).toBe(3)
    expect(upheld(written.at(-1))).toBe(3)
    expect(await aside()).toEqual([])
  })

  it('with its own write, done after it was given up on, is none', async () => {
    const late = () => conflict({ ...edited(1), rev: 2, updatedAt: times[0] ?? '' })()
    answers.push(silent, late, stored)
    const auto = saver()
    auto.touch(edited(1))
    await after(5_500)
    auto.touch(edited(2))
    await after(500)
    expect(saved.map(({ ok }) => ok)).toEqual([false, true])
    expect(auto.rev()).toBe(3)
    expect(upheld(written.at(-1))).toBe(2)
  })
})

describe('what another window has stored', () => {
  /** The stored report becomes this, and a window is told. */
  const meet = async (auto: Autosave, value: Report | undefined): Promise<void> => {
    if (value) await db.reports.put(value)
    else await db.reports.delete(report.id)
    await auto.met(value)
  }
  const theirs: Report = { ...edited(8), rev: 2, updatedAt: '2026-01-10T08:00:00.000Z' }

  it('stands here at once where nothing is unsaved, and the next save is made from it', async () => {
    const auto = saver()
    await meet(auto, theirs)
    expect(elsewhere).toEqual([theirs])
    expect([auto.rev(), auto.base()]).toEqual([2, theirs])
    auto.touch(edited(9))
    await auto.flush()
    expect(auto.rev()).toBe(3)
  })

  it('is asked of the store where something is unsaved', async () => {
    answers.push(conflict(theirs))
    const auto = saver()
    auto.touch(edited(1))
    await meet(auto, theirs)
    expect([elsewhere, saved.at(-1)]).toEqual([[], conflict(theirs)()])
    expect(auto.base()).toMatchObject({ rev: 1, cells: report.cells })
    await meet(auto, { ...theirs, rev: 3, updatedAt: '2026-01-10T08:01:00.000Z' })
    expect(written).toHaveLength(2)
  })

  it('is no news where it is what this window stored, told late', async () => {
    const auto = saver()
    auto.touch(edited(1))
    await auto.flush()
    const mine = auto.base()
    auto.touch(edited(2))
    await auto.flush()
    if (auto.base()) await db.reports.put(auto.base() as Report)
    await auto.met(mine)
    expect([elsewhere, auto.rev()]).toEqual([[], 3])
  })

  it('that it is deleted is told at once, and that it is back', async () => {
    const auto = saver()
    await meet(auto, undefined)
    expect(saved).toMatchObject([{ ok: false, reason: 'removed' }])
    expect(await aside()).toEqual([])
    await meet(auto, { ...report, rev: 1 })
    expect(saved.at(-1)).toMatchObject({ ok: true })
  })

  it('of a version that cannot be opened here is left to the next save', async () => {
    const auto = saver()
    await meet(auto, { ...theirs, schema: 99 } as never)
    expect([elsewhere, saved, auto.rev()]).toEqual([[], [], 1])
  })
})

describe('the last state known to be stored', () => {
  it('is laid aside with the work, and there again for whoever takes it up', async () => {
    answers.push(stored, conflict({ ...edited(9), rev: 3 }))
    const auto = saver()
    auto.touch(edited(1))
    await auto.flush()
    auto.touch(edited(2))
    await auto.flush()
    const [one] = await aside()
    expect([upheld(one?.report), upheld(one?.base), one?.baseRev]).toEqual([2, 1, 2])
    if (!one) throw new Error('nothing lies aside')
    const why = { ok: false, reason: 'conflict', stored: edited(9) } as const
    const next = autosave(
      one.report,
      { onSaving: () => {}, onSaved: () => {} },
      { aside: one, why }
    )
    expect(next.base()).toEqual(one.base)
  })

  it('is left out in a place that has no room for both', async () => {
    const { setItem } = Storage.prototype
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
      if (value.includes('"base"')) throw new DOMException('too much', 'QuotaExceededError')
      setItem.call(this, key, value)
    })
    const auto = saver()
    auto.touch(edited(1))
    expect(auto.keep()).toBe(true)
    expect((await aside()).map((one) => [upheld(one.report), one.base])).toEqual([[1, undefined]])
  })
})

describe('two writers of one report', () => {
  it('lay aside in places of their own, and an ordinary save drops only its own', async () => {
    const [one, two, three] = [saver(), saver(), saver()]
    answers.push(full)
    for (const [i, auto] of [one, two, three].entries()) {
      auto.touch(edited(i + 1))
      auto.leave()
    }
    await after(0)
    expect((await aside()).map((each) => upheld(each.report)).sort()).toEqual([1, 2, 3])
    answers.splice(0, 1, stored)
    await one.flush()
    expect((await aside()).map((each) => upheld(each.report)).sort()).toEqual([2, 3])
  })
})

describe('a page older than the database', () => {
  it('writes nothing more, and lays aside instead', async () => {
    const auto = saver()
    auto.touch(edited(1))
    auto.stop()
    await after(1_000)
    auto.touch(edited(2))
    await after(3_000)
    expect(written).toEqual([])
    expect((await aside()).map((one) => upheld(one.report))).toEqual([2])
  })
})

describe('work that fits nowhere', () => {
  it('is said to be in the page only, and is in the database all the same where that takes it', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('too much', 'QuotaExceededError')
    })
    answers.push(conflict({ ...edited(9), rev: 2 }))
    const auto = saver()
    auto.touch(edited(1))
    expect(auto.keep()).toBe(false)
    await after(500)
    expect(safe.at(-1)).toBe(false)
    expect(await db.pending.count()).toBe(1)
    expect((await aside()).map((one) => upheld(one.report))).toEqual([1])
  })
})
