import { beforeEach, describe, expect, it, vi } from 'vitest'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { differences } from '../../../src/core/versions/compare.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import {
  Importing,
  type QueueItem,
  type Outcome
} from '../../../src/state/import/importing.svelte.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { handedOut } from '../../../src/storage/past/known.ts'
import { getReport, saveReport } from '../../../src/storage/reports/reports.ts'

vi.mock('../../../src/core/intake/recognise.ts', { spy: true })

const stored: Report = { ...newReport('清川市水利局', 2025), rev: 3 }
const theirs: Report = {
  ...setCell(stored, 'remedies.review.upheld', 2),
  text: { ...stored.text, other: '没有收取信息处理费。' },
  rev: 9,
  updatedAt: '2099-01-01T00:00:00.000Z'
}

type Known = Extract<Outcome, { kind: 'known' }>

/** Hands in another state of the stored report. */
async function handIn(): Promise<{
  importing: Importing
  item: () => QueueItem
  known: () => Known
}> {
  const importing = new Importing(new Library())
  await importing.takeFiles([new File([writeJson(theirs)], 'a.nianbao.json')])
  const item = (): QueueItem => importing.items[0] as QueueItem
  const known = (): Known => {
    const { outcome } = item()
    if (outcome.kind !== 'known') throw new Error(outcome.kind)
    return outcome
  }
  return { importing, item, known }
}

beforeEach(async () => {
  await db.delete()
  await db.open()
  await db.reports.add(stored)
})

it('leaves the stored report as it is until somebody chooses', async () => {
  const { known } = await handIn()
  expect(known().meeting.standing).toBe('unknown')
  expect(await getReport(stored.id)).toEqual(stored)
})

it('takes exactly what was chosen, keeps the state before, and rises above both', async () => {
  const { importing, item, known } = await handIn()
  const chosen = differences(stored, theirs).filter(({ kind }) => kind === 'cell')
  await importing.merge(item(), chosen)
  const merged = await getReport(stored.id)
  expect(merged?.cells).toEqual(theirs.cells)
  expect(merged?.text).toEqual(stored.text)
  expect(merged?.rev).toBe(10)
  expect(await db.snapshots.toArray()).toMatchObject([{ reportId: stored.id, report: stored }])
  expect(known().merged).toBe(chosen.length)
})

it('merged, it can be taken back as long as nothing else was stored', async () => {
  const { importing, item, known } = await handIn()
  await importing.merge(item(), differences(stored, theirs))
  expect((await getReport(stored.id))?.text.other).toBe(theirs.text.other)
  await importing.unmerge(item())
  expect(await getReport(stored.id)).toMatchObject({ cells: stored.cells, text: stored.text })
  expect([known().before, known().merged]).toEqual([undefined, undefined])
})

it('taken back too late, it says why, and is compared with what is there now', async () => {
  const { importing, item, known } = await handIn()
  await importing.merge(item(), differences(stored, theirs))
  const merged = (await getReport(stored.id)) as Report
  await saveReport(setCell(merged, 'remedies.review.upheld', 7), merged.rev)
  await importing.unmerge(item())
  expect(known()).toMatchObject({ unmerged: 'conflict', meeting: { standing: 'older' } })
  expect([known().before, known().merged]).toEqual([undefined, undefined])
  await importing.merge(item(), [])
  expect(known().unmerged).toBeUndefined()
})

it('not taken back for want of room, it can be tried again', async () => {
  const { importing, item, known } = await handIn()
  await importing.merge(item(), differences(stored, theirs))
  const { merged } = known()
  const full = vi.spyOn(db.reports, 'put').mockRejectedValue(new Error('full'))
  await importing.unmerge(item())
  full.mockRestore()
  expect([known().unmerged, known().merged]).toEqual(['failed', merged])
  await importing.unmerge(item())
  expect(await getReport(stored.id)).toMatchObject({ cells: stored.cells, text: stored.text })
  expect([known().unmerged, known().before]).toEqual([undefined, undefined])
})

it('a file made of what was handed out here is measured against it', async () => {
  const file = await handedOut(stored)
  await vi.waitFor(async () => expect(await db.known.count()).toBe(1))
  const there = { ...file, text: { ...file.text, other: '没有收取信息处理费。' } }
  await saveReport(setCell(stored, 'remedies.review.upheld', 7), stored.rev)
  const importing = new Importing(new Library())
  await importing.takeFiles([new File([writeJson(there)], 'b.nianbao.json')])
  const outcome = importing.items[0]?.outcome
  if (outcome?.kind !== 'known') throw new Error(outcome?.kind)
  const changes = outcome.meeting.list.map(({ difference, changed }) => [difference.kind, changed])
  expect(changes).toEqual([
    ['cell', 'here'],
    ['cell', 'here'],
    ['text', 'there']
  ])
  expect(outcome.meeting.standing).toBe('diverged')
})

it('a merge that was taken back leaves the two as they met: no change is taken for settled', async () => {
  const file = await handedOut(stored)
  await vi.waitFor(async () => expect(await db.known.count()).toBe(1))
  const there = { ...file, text: { ...file.text, other: '没有收取信息处理费。' } }
  const importing = new Importing(new Library())
  await importing.takeFiles([new File([writeJson(there)], 'b.nianbao.json')])
  const met = () => {
    const [item] = importing.items
    if (item?.outcome.kind !== 'known') throw new Error(item?.outcome.kind)
    return { item, meeting: item.outcome.meeting }
  }
  expect(met().meeting.standing).toBe('newer')
  await importing.merge(
    met().item,
    met().meeting.list.map(({ difference }) => difference)
  )
  await vi.waitFor(async () => expect(await db.known.count()).toBe(2))
  expect(met().meeting.standing).toBe('same')
  await importing.unmerge(met().item)
  expect(met().meeting.standing).toBe('newer')
  expect(met().meeting.list.map(({ changed }) => changed)).toEqual(['there'])
})

it('does not write over what another window has saved meanwhile', async () => {
  const { importing, item, known } = await handIn()
  await saveReport(setCell(stored, 'remedies.review.upheld', 7), stored.rev)
  await importing.merge(item(), differences(stored, theirs))
  expect((await getReport(stored.id))?.cells['remedies.review.upheld']).toBe(7)
  expect(known().merged).toBe('conflict')
  // What is here now is what the next comparison is made with.
  expect(known().meeting.stored.cells['remedies.review.upheld']).toBe(7)
})

it('says of the same state that it is the same', async () => {
  await db.reports.put({ ...theirs, rev: 4 })
  expect((await handIn()).known().meeting.standing).toBe('same')
})

describe('several files', () => {
  const text = (unit: string) =>
    `${unit}2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n` +
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t7\n行政规范性文件\t2\t1\t20\n'
  const files = ['清川市水利局', '清川市民政局', '清川市科学技术局'].map(
    (unit) => new File([text(unit)], `${unit}.txt`)
  )

  it('each say what was read; only one has its review in memory until another is opened', async () => {
    const importing = new Importing(new Library())
    await importing.takeFiles(files)
    expect(importing.items.map(({ outcome }) => outcome)).toEqual(
      files.map(() => ({ kind: 'review', numbers: 6, doubtful: 0 }))
    )
    const [first, , last] = importing.items as [QueueItem, QueueItem, QueueItem]
    await importing.look(last)
    expect(importing.current?.review.unitName).toBe('清川市科学技术局')
    await importing.look(first)
    expect(importing.current?.review.unitName).toBe('清川市水利局')
    const report = importing.current && (await importing.accept(importing.current))
    expect(report).toMatchObject({ unit: { name: '清川市水利局' }, year: 2024 })
    expect(importing.current).toBeUndefined()
    expect(importing.items.map(({ outcome }) => outcome.kind)).toEqual([
      'stored',
      'review',
      'review'
    ])
  })

  it('are left out when they are taken off the list before their turn', async () => {
    const importing = new Importing(new Library())
    const reading = importing.takeFiles(files)
    importing.drop((importing.items[1] as QueueItem).id)
    await reading
    expect(importing.items.map(({ name }) => name)).toEqual([
      '清川市水利局.txt',
      '清川市科学技术局.txt'
    ])
  })
})

it('a source is recognised once, however often it is looked at', async () => {
  vi.mocked(recognise).mockClear()
  const importing = new Importing(new Library())
  await importing.takeText('二、主动公开政府信息情况\n规章\t1\t0\t7', '粘贴')
  const [item] = importing.items
  expect(item?.outcome).toMatchObject({ kind: 'review', numbers: 3 })
  if (item) await importing.look(item)
  const { current } = importing
  expect(current?.review.draft().cells['disclosure.rules.inForce']).toBe(7)
  expect(recognise).toHaveBeenCalledTimes(1)
})
