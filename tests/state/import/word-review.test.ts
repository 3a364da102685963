import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCell } from '../../../src/core/report/edit.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Importing, type Changing } from '../../../src/state/import/importing.svelte.ts'
import { WordReview } from '../../../src/state/import/word-review.svelte.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { getReport } from '../../../src/storage/reports/reports.ts'
import sampleJson from '../../../public/sample.nianbao.json'

/** A Word document of the sample in which a cell and a sentence were changed, handed in. */

const opened = openReport(sampleJson)
if (!opened.ok) throw new Error(opened.reason)
const sample: Report = { ...opened.report, rev: 4 }
const document = (name = 'changed-in-writer') =>
  new File([readFileSync(`tests/fixtures/carried/${name}.docx`)], '会签.docx')

async function handIn(): Promise<{ importing: Importing; changing: Changing }> {
  const importing = new Importing(new Library())
  await importing.takeFiles([document()])
  const [item] = importing.items
  if (item) await importing.look(item)
  if (!importing.changing) throw new Error(item?.outcome.kind)
  return { importing, changing: importing.changing }
}

const natural = 'requests.received.natural'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

describe('a changed document', () => {
  it('waits for an answer to each difference; nothing is stored before', async () => {
    const { importing, changing } = await handIn()
    expect(importing.items[0]?.outcome).toEqual({ kind: 'changed', differences: 2 })
    expect(changing.changed.remaining).toEqual([0, 1])
    expect(await db.reports.count()).toBe(0)
  })

  it('becomes a report with what was chosen, and keeps the rest', async () => {
    const { importing, changing } = await handIn()
    changing.changed.settle(0, 'theirs')
    changing.changed.settle(1, 'mine')
    const report = await importing.settle(changing)
    expect(report?.cells[natural]).toBe(42)
    expect(report?.text).toEqual(sample.text)
    expect(report?.id).toBe(sample.id)
    expect(importing.changing).toBeUndefined()
    expect(importing.items[0]?.outcome.kind).toBe('stored')
  })

  it('without any answer is the report that it carries', async () => {
    const { importing, changing } = await handIn()
    const report = await importing.settle(changing)
    expect(report?.cells).toEqual(sample.cells)
    expect(report?.text).toEqual(sample.text)
  })

  it('is taken as a whole, or not at all, with one press', async () => {
    const { changing } = await handIn()
    changing.changed.settleAll('theirs')
    expect(changing.changed.taken).toHaveLength(2)
    expect(changing.changed.remaining).toEqual([])
    changing.changed.settleAll('mine')
    expect(changing.changed.result()).toEqual(changing.changed.report)
  })
})

describe('where the report is in the library already', () => {
  it('as it left: what was taken goes into it, and its state before is kept', async () => {
    await db.reports.add(sample)
    const { importing, changing } = await handIn()
    changing.changed.settleAll('theirs')
    const report = await importing.settle(changing)
    expect(report?.cells[natural]).toBe(42)
    expect(await getReport(sample.id)).toEqual(report)
    expect(await db.snapshots.toArray()).toMatchObject([{ reportId: sample.id }])
    expect(await db.reports.count()).toBe(1)
  })

  it('twice: the second time it is the same', async () => {
    const outcomes = []
    for (let time = 0; time < 2; time++) {
      const { importing, changing } = await handIn()
      changing.changed.settleAll('theirs')
      await importing.settle(changing)
      outcomes.push(importing.items[0]?.outcome)
    }
    expect(outcomes).toMatchObject([
      { kind: 'stored' },
      { kind: 'known', meeting: { standing: 'same' } }
    ])
    expect(await db.reports.count()).toBe(1)
    expect(await db.snapshots.count()).toBe(0)
  })

  it('with other work in it: it stays as it is until the two are compared', async () => {
    const mine = setCell(sample, 'remedies.direct.upheld', 7)
    await db.reports.add(mine)
    const { importing, changing } = await handIn()
    changing.changed.settleAll('theirs')
    expect(await importing.settle(changing)).toBeUndefined()
    expect(importing.items[0]?.outcome).toMatchObject({
      kind: 'known',
      meeting: { standing: 'unknown' }
    })
    expect(await getReport(sample.id)).toEqual(mine)
  })
})

it('a document that was written over for another year is another report', async () => {
  await db.reports.add(sample)
  const { importing, changing } = await handIn()
  const { source } = changing.changed
  const year = { kind: 'year', year: 2026, mine: '2025', theirs: '2026' } as const
  const changed = new WordReview('会签.docx', { ...source, differences: [year] })
  changed.settleAll('theirs')
  const report = await importing.settle({ ...changing, changed })
  expect(report?.year).toBe(2026)
  expect(report?.id).not.toBe(sample.id)
  expect(await getReport(sample.id)).toEqual(sample)
})

it('a document can be read by its words alone', async () => {
  const { importing, changing } = await handIn()
  importing.readPlainly(changing)
  expect(importing.changing).toBeUndefined()
  expect(importing.current?.review.patch.cells[natural]?.value).toBe(42)
  expect(importing.items[0]?.outcome.kind).toBe('review')
})

it('a document as it left is stored without a question', async () => {
  const importing = new Importing(new Library())
  await importing.takeFiles([document('saved-by-writer')])
  expect(importing.items[0]?.outcome.kind).toBe('stored')
  expect((await getReport(sample.id))?.text).toEqual(sample.text)
})
