import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isRecord } from '../../../src/core/report/json.ts'
import type { Difference } from '../../../src/core/versions/compare.ts'
import { longestText } from '../../../src/core/report/limits.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import type { Finding } from '../../../src/core/checks/finding.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { allAsides } from '../../../src/storage/saving/aside.ts'
import { db } from '../../../src/storage/database/db.ts'
import { removeReport } from '../../../src/storage/past/bin.ts'
import { addReport, getReport } from '../../../src/storage/reports/reports.ts'

const upheld: FieldId = 'remedies.review.upheld'
const inForce: FieldId = 'disclosure.normative.inForce'
const blank = newReport('清川市档案局', 2025)
const typo: Finding = {
  rule: 'D-TYPO',
  severity: 'warning',
  at: { kind: 'text', section: 'other', from: 0, to: 2 },
  params: { problem: 'word', found: '指指南', meant: '指南' },
  fingerprint: 'typo'
}

/** Sessions that a test opened; one that is not closed would go on trying to save. */
const opened: Session[] = []

/** A session of a report that nothing else knows of. */
function begin(report: Report): Session {
  const session = new Session(report)
  opened.push(session)
  return session
}

/** A window that opens the stored report. */
async function open(): Promise<Session> {
  const opening = await Session.open(blank.id)
  if (!opening.ok) throw new Error(opening.reason)
  opened.push(opening.session)
  return opening.session
}
const storedCell = async () => (await getReport(blank.id))?.cells[upheld]
const type = (session: Session, text: string): void => {
  session.typeCell(upheld, text)
  session.seal()
}

beforeEach(async () => {
  localStorage.clear()
  await db.delete()
  await db.open()
  await addReport(blank)
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const session of opened.splice(0)) await session.close()
})

describe('undo', () => {
  it.each<[string, (session: Session) => void, (report: Report) => unknown, unknown]>([
    ['a unit', (s) => s.setUnit({ name: '青石县水利局' }), (r) => r.unit.name, '青石县水利局'],
    ['a year', (s) => s.setYear(2024), (r) => r.year, 2024],
    ['a scope', (s) => s.setScope('rollup'), (r) => r.scope, 'rollup'],
    ['a day', (s) => s.setPublished('2026-01-20'), (r) => r.published, '2026-01-20'],
    ['a setting', (s) => s.setSettings({ feeDecimals: 6 }), (r) => r.settings.feeDecimals, 6],
    ['a text', (s) => s.setText('other', '无。'), (r) => r.text.other, '无。'],
    ['many cells', (s) => s.setAll({ [upheld]: 3 }), (r) => r.cells[upheld], 3],
    ['a reason', (s) => s.accept([typo], '专名', '张三'), (r) => r.waivers[0]?.reason, '专名'],
    [
      'a repair',
      (s) => s.mend(s.report, { kind: 'fillZero', fields: [upheld] }),
      (r) => r.cells[upheld],
      0
    ]
  ])('takes back %s in one step, and redo does it again', (_, edit, read, value) => {
    const session = begin(blank)
    edit(session)
    const after = session.report
    expect(read(after)).toEqual(value)
    session.undo()
    expect([session.report === blank, session.canUndo]).toEqual([true, false])
    session.redo()
    expect(session.report).toBe(after)
  })

  it('ends what was said of the step, and another step from the same state does not say it again', () => {
    const session = begin(blank)
    session.setText('other', '无。')
    session.say('已改。')
    expect(session.said?.text).toBe('已改。')
    session.undo()
    session.setText('other', '没有。')
    expect(session.said).toBeUndefined()
  })

  it('takes back a name typed letter by letter as one, and the code typed after it as another', () => {
    const session = begin(blank)
    for (const name of ['清', '清川', '清川市']) session.setUnit({ name })
    for (const code of ['1', '11']) session.setUnit({ code })
    session.undo()
    expect(session.report.unit).toMatchObject({ name: '清川市', code: blank.unit.code })
    session.undo()
    expect(session.report).toBe(blank)
  })

  it('has nothing to take back where nothing changed, or where a text was too long', () => {
    const session = begin(blank)
    session.setText('other', blank.text.other)
    expect(session.setText('other', '文'.repeat(longestText + 1))).toBe(false)
    session.edit((report) => report)
    expect([session.report === blank, session.canUndo]).toEqual([true, false])
  })

  it('the day of publishing goes with an empty text', () => {
    const session = begin({ ...blank, published: '2026-01-20' })
    session.setPublished('')
    expect(session.report).not.toHaveProperty('published')
    session.undo()
    expect(session.report.published).toBe('2026-01-20')
  })
})

describe('notes', () => {
  const noted = { ...setCells(blank, { [inForce]: 22 }), notes: { [inForce]: '其中修订16件' } }
  const noteOf = ({ report }: Session) => report.notes[inForce]

  it('come with the numbers of a pasted block', () => {
    const session = begin(blank)
    session.setAll({ [inForce]: 22 }, { [inForce]: '其中修订16件' })
    expect([noteOf(session), session.notesGone]).toEqual(['其中修订16件', []])
  })

  it('go with their number, which is said until the step is taken back', () => {
    const session = begin(noted)
    session.setAll({ [inForce]: 5 })
    expect([noteOf(session), session.notesGone]).toEqual([undefined, ['其中修订16件']])
    session.undo()
    expect([noteOf(session), session.notesGone]).toEqual(['其中修订16件', []])
    session.redo()
    expect([noteOf(session), session.notesGone]).toEqual([undefined, ['其中修订16件']])
  })

  it('are no longer said to be gone once something else was edited', () => {
    const session = begin(noted)
    session.setAll({ [inForce]: 5 })
    session.setText('other', '无。')
    expect(session.notesGone).toEqual([])
  })

  it('go with a repair that gives their cell another number', () => {
    const session = begin(noted)
    const changes = [{ field: inForce, from: 22, to: 25 }] as const
    session.mend(session.report, { kind: 'set', basis: 'computed', changes })
    expect(session.notesGone).toEqual(['其中修订16件'])
  })
})

describe('saved', () => {
  it('is said only once the last edit is stored', async () => {
    const session = await open()
    const before = session.save
    type(session, '7')
    expect([before.kind, session.save]).toEqual(['saved', { ...before, kind: 'saving' }])
    const saving = session.flush()
    type(session, '8')
    await saving
    await vi.waitFor(() => expect(session.save.kind).toBe('saved'))
    expect(await storedCell()).toBe(8)
  })
})

describe('a conflict', () => {
  /** Two windows: the other has saved 8 and a text, this one has typed 7. */
  async function conflicting(): Promise<Session> {
    const [mine, other] = [await open(), await open()]
    type(other, '8')
    other.setText('other', '他窗所写。')
    await other.flush()
    type(mine, '7')
    await mine.flush()
    return mine
  }
  const all = ({ conflict }: Session) => conflict.map(({ difference }) => difference)
  const keptOfConflicts = async () => {
    const kept = await db.snapshots.where('reportId').equals(blank.id).toArray()
    return kept.filter((value) => isRecord(value) && value['reason'] === 'conflict')
  }
  const kindsOf = (list: readonly Difference[]) => list.map(({ kind }) => kind).sort()

  it('names what differs, and nothing of either is lost', async () => {
    const mine = await conflicting()
    expect(mine.save.kind).toBe('conflict')
    expect(kindsOf(all(mine))).toEqual(['cell', 'cell', 'text'])
    expect([mine.report.cells[upheld], await storedCell()]).toEqual([7, 8])
    expect(mine.keep()).toBe(true)
  })

  it('settled takes what was chosen of the other, keeps the rest of both, and is saved', async () => {
    const mine = await conflicting()
    expect(await mine.settle(all(mine).filter(({ kind }) => kind === 'text'))).toBe(true)
    expect(mine.report).toMatchObject({ cells: { [upheld]: 7 }, text: { other: '他窗所写。' } })
    expect([mine.save.kind, mine.conflict]).toEqual(['saved', []])
    expect(await storedCell()).toBe(7)
    expect(await keptOfConflicts()).toMatchObject([
      { reportId: blank.id, report: { cells: { [upheld]: 8 } } }
    ])
  })

  it('settled from a base asks for what both changed alone', async () => {
    const mine = await conflicting()
    expect(mine.conflict.map(({ difference, changed }) => [difference.kind, changed])).toEqual([
      ['cell', 'both'],
      ['cell', 'both'],
      ['text', 'there']
    ])
  })

  it('of different places is none: both windows have both, and it can be taken back', async () => {
    const [mine, other] = [await open(), await open()]
    other.setText('other', '他窗所写。')
    await other.flush()
    type(mine, '7')
    await mine.flush()
    await vi.waitFor(() => expect(mine.joined?.count).toBe(1))
    await vi.waitFor(() => expect(mine.save.kind).toBe('saved'))
    const both = { cells: { [upheld]: 7 }, text: { other: '他窗所写。' } }
    expect(mine.report).toMatchObject(both)
    expect(await getReport(blank.id)).toMatchObject(both)
    expect(await keptOfConflicts()).toMatchObject([{ report: { text: { other: '他窗所写。' } } }])
    expect(mine.canPart).toBe(true)
    mine.undo()
    expect(mine.report).toMatchObject({ cells: { [upheld]: 7 }, text: { other: '' } })
    expect(mine.canPart).toBe(false)
  })

  it('of different places stays one where the other state cannot be kept', async () => {
    vi.spyOn(db.snapshots, 'add').mockRejectedValue(new Error('full'))
    const [mine, other] = [await open(), await open()]
    other.setText('other', '他窗所写。')
    await other.flush()
    type(mine, '7')
    await mine.flush()
    const conflict: unknown = expect.objectContaining({ reason: 'conflict' })
    await vi.waitFor(() => expect(db.snapshots.add).toHaveBeenCalledWith(conflict))
    expect([mine.save.kind, mine.joined]).toEqual(['conflict', undefined])
  })

  it('settled is one step to take back, and what follows is saved as ever', async () => {
    const mine = await conflicting()
    await mine.settle(all(mine))
    expect(mine.report.cells[upheld]).toBe(8)
    mine.undo()
    expect(mine.report.cells[upheld]).toBe(7)
    await mine.flush()
    expect([mine.save.kind, await storedCell()]).toEqual(['saved', 7])
  })

  it('stays as it is where the other state cannot be kept', async () => {
    const mine = await conflicting()
    vi.spyOn(db.snapshots, 'add').mockRejectedValue(new Error('full'))
    expect(await mine.settle(all(mine))).toBe(false)
    expect([mine.report.cells[upheld], await storedCell()]).toEqual([7, 8])
    expect(mine.save.kind).toBe('conflict')
  })

  it('with a window that deleted the report: it is put back', async () => {
    const mine = await open()
    await removeReport(blank.id)
    type(mine, '7')
    await mine.flush()
    expect(mine.save).toEqual({ kind: 'conflict', theirs: undefined })
    expect([mine.conflict, await mine.settle([])]).toEqual([[], false])
    await mine.putBack()
    expect([mine.save.kind, await storedCell()]).toEqual(['saved', 7])
  })
})

describe('leaving', () => {
  it('stores what was typed last', async () => {
    const session = await open()
    type(session, '7')
    await session.close()
    expect(await storedCell()).toBe(7)
  })

  it('lays aside what is not stored before it says that nothing is lost', async () => {
    const session = await open()
    expect(session.keep()).toBe(true)
    type(session, '7')
    expect(session.keep()).toBe(true)
    expect(await storedCell()).not.toBe(7)
    const { asides } = await allAsides()
    expect(asides.map(({ report }) => report.cells[upheld])).toEqual([7])
  })

  it('as the page goes lays everything aside, and the next to open it has it', async () => {
    vi.spyOn(db.reports, 'put').mockRejectedValue(new Error('gone'))
    const session = await open()
    type(session, '7')
    session.leave()
    await session.close()
    expect(await storedCell()).not.toBe(7)
    vi.restoreAllMocks()
    const next = await open()
    expect(next.report.cells[upheld]).toBe(7)
    expect(await storedCell()).toBe(7)
  })

  it('an export is of what is stored then: its revision and its time', async () => {
    const session = await open()
    type(session, '7')
    const flushed = await session.flush()
    expect(flushed).toEqual(await getReport(blank.id))
    expect(flushed.rev).toBe(session.report.rev + 1)
  })
})

describe('opening', () => {
  it('says why there is no report', async () => {
    expect(await Session.open('no-such-report')).toMatchObject({ ok: false, reason: 'missing' })
  })

  it('checks against earlier years as soon as they are read', async () => {
    const decisions: FieldId = 'disclosure.licensing.decisions'
    const years = { 2019: 43, 2020: 39, 2021: 40, 2022: 41, 2023: 40, 2024: 42 }
    for (const [year, value] of Object.entries(years)) {
      await addReport(setCells(newReport(blank.unit.name, Number(year)), { [decisions]: value }))
    }
    const session = await open()
    session.setAll({ [decisions]: 4000 })
    await vi.waitFor(() => expect(session.findings.map(({ rule }) => rule)).toContain('Y-UNUSUAL'))
  })
})
