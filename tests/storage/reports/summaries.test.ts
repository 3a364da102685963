import { beforeEach, describe, expect, it } from 'vitest'
import { searchedProse, summaryOf } from '../../../src/core/checks/summary.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { db } from '../../../src/storage/database/db.ts'
import { bringBack, removeReport } from '../../../src/storage/past/bin.ts'
import { addBeside, addReport, saveReport } from '../../../src/storage/reports/reports.ts'
import { catchUp, keepJudgements, listSummaries } from '../../../src/storage/reports/summaries.ts'

const report = newReport('清川市水利局', 2025)
const edited = (words: string): Report => ({
  ...report,
  rev: 1,
  text: { ...report.text, overview: words }
})

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())))

/** Whether what is said of the reports is what they say, no more and no less. */
async function expectTrue(): Promise<void> {
  const stored = (await db.reports.toArray()) as Report[]
  const said = await listSummaries()
  expect(said).toEqual(stored.map((one) => summaryOf(one.id, one)))
  const texts = stored.map((one) => ({ id: one.id, text: searchedProse(one) }))
  expect(await db.prose.toArray()).toEqual(texts)
}

describe('summaries follow the reports', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['one is added', () => addReport(report)],
    ['one is saved', () => addReport(report).then(() => saveReport(edited('新写的'), 1))],
    ['one is kept beside', () => addReport(report).then(() => addBeside(report))],
    ['a save meets a conflict', () => addReport(report).then(() => saveReport(edited('晚了'), 7))],
    ['one is deleted', () => addReport(report).then(() => removeReport(report.id))],
    [
      'one comes back',
      () =>
        addReport(report)
          .then(() => removeReport(report.id))
          .then(() => bringBack(report.id))
    ],
    ['some cannot be added', () => addReport(report).then(() => addTwice())],
    ['all go', () => addReport(report).then(() => db.reports.clear())],
    ['one is damaged', () => db.reports.put({ id: 'x', cells: 7 } as never)]
  ])('when %s', async (_, write) => {
    await write()
    await expectTrue()
  })

  const addTwice = () =>
    db.reports.bulkAdd([report, { ...report, id: newReport('', 2025).id }]).catch(() => undefined)

  it('and not, where the write is undone', async () => {
    await addReport(report)
    const undone = db.transaction('rw', db.reports, async () => {
      await db.reports.put(edited('不算'))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await expectTrue()
  })
})

describe('what another program stored', () => {
  it('gets its summary, and what it took out loses it', async () => {
    await addReport(report)
    await addReport(newReport('清川市档案局', 2024))
    await db.summaries.clear()
    await db.prose.clear()
    const gone = { ...summaryOf('gone', report), id: 'gone' }
    await db.summaries.put(gone)
    const told: number[][] = []
    await catchUp((done, of) => told.push([done, of]))
    await expectTrue()
    expect(told).toEqual([[0, 2]])
    await catchUp((done, of) => told.push([done, of]))
    expect(told).toHaveLength(1)
  })

  it('gets another where it was stored over, or its summary is of another version', async () => {
    await addReport(report)
    const [summary] = await listSummaries()
    if (!summary) throw new Error('none')
    await db.summaries.put({ ...summary, updatedAt: '2020-01-01T00:00:00.000Z' })
    await catchUp(() => undefined)
    await expectTrue()
    await db.summaries.put({ ...summary, form: 0 as never })
    expect(await listSummaries()).toEqual([])
    await catchUp(() => undefined)
    await expectTrue()
  })
})

it('a judgement is kept with the state it is of, and with no other', async () => {
  await addReport(report)
  const [of] = await listSummaries()
  if (!of) throw new Error('none')
  const judged = { fate: 'slow' } as const
  await keepJudgements([{ of, judged, by: 'b' }])
  expect(await listSummaries()).toEqual([{ ...of, judged, judgedBy: 'b' }])
  await saveReport(edited('新写的'), 1)
  await keepJudgements([{ of, judged, by: 'b' }])
  await expectTrue()
})
