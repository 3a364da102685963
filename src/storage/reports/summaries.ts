import {
  isSummary,
  searchedProse,
  summaryOf,
  type Judged,
  type Summary
} from '../../core/checks/summary.ts'
import { isRecord } from '../../core/report/json.ts'
import { db, opened } from '../database/db.ts'

/** Reports whose summaries are made, or whose prose is read, at one go: some 30 ms. */
const batch = 100
/** Milliseconds in which the page does other things. */
const breath = 20

/** The summaries of all stored reports, the damaged too; those that are none of this version's are left out. */
export const listSummaries = async (): Promise<Summary[]> =>
  (await db.summaries.toArray()).filter(isSummary)

/**
 * Makes the summaries that are missing, and those of reports that another program, or a version
 * before there were any, has stored over theirs; takes out those of reports that are gone. Writes
 * of this app keep theirs themselves, so that there is mostly nothing to do. `onProgress` is told
 * how many of how many are made.
 */
export async function catchUp(onProgress: (done: number, of: number) => void): Promise<void> {
  await opened
  const [all, byYear, summaries] = await Promise.all([
    db.reports.toCollection().primaryKeys(),
    db.reports.orderBy('year').reverse().primaryKeys(),
    listSummaries()
  ])
  // In the order of the list; what has no year is not in its index.
  const ids = [...new Set([...byYear, ...all])]
  const times = new Map<string, unknown>()
  await db.reports
    .orderBy('updatedAt')
    .eachKey((time, { primaryKey }) => times.set(primaryKey, time))
  const known = new Map(summaries.map((summary) => [summary.id, summary.updatedAt]))
  const due = ids.filter((id) => known.get(id) !== (times.get(id) ?? ''))
  const here = new Set(ids)
  const gone = [...known.keys()].filter((id) => !here.has(id))
  if (gone.length) {
    await db.transaction('rw', [db.summaries, db.prose], () =>
      Promise.all([db.summaries.bulkDelete(gone), db.prose.bulkDelete(gone)])
    )
  }
  for (let from = 0; from < due.length; from += batch) {
    onProgress(from, due.length)
    await summarise(due.slice(from, from + batch))
    // The list reads between two writes, or not before the last of them.
    await new Promise((resolve) => setTimeout(resolve, breath))
  }
}

const summarise = (ids: string[]): Promise<void> =>
  db.transaction('rw', [db.reports, db.summaries, db.prose], async () => {
    const stored = await db.reports.bulkGet(ids)
    const here = ids.map((id, i) => ({ id, value: stored[i] })).filter(({ value }) => value)
    await db.summaries.bulkPut(here.map(({ id, value }) => summaryOf(id, value)))
    await db.prose.bulkPut(here.map(({ id, value }) => ({ id, text: searchedProse(value) })))
  })

/** Stored values as they are, by their ids; those that are not here are left out. */
export async function storedOf(ids: readonly string[]): Promise<Map<string, unknown>> {
  const values = await db.reports.bulkGet([...ids])
  const found = ids.map((id, i) => [id, values[i]] as const)
  return new Map(found.filter(([, value]) => value !== undefined))
}

/** What came of judging the report that a summary is of. */
export interface Judgement {
  readonly of: Summary
  readonly judged: Judged
  readonly by: string
}

/** Keeps what came of judging reports, unless they have been changed since. */
export async function keepJudgements(judgements: readonly Judgement[]): Promise<void> {
  await db.transaction('rw', db.summaries, async () => {
    const stored = await db.summaries.bulkGet(judgements.map(({ of }) => of.id))
    const lasting = judgements.flatMap(({ of, judged, by }, i) => {
      const now = stored[i]
      const isOfIt = isSummary(now) && now.rev === of.rev && now.updatedAt === of.updatedAt
      return isOfIt ? [{ ...now, judged, judgedBy: by }] : []
    })
    await db.summaries.bulkPut(lasting)
  })
}

/** The prose of reports by their ids, a batch at a time, so that the page can do other things between. */
export async function* proseOfAll(ids: readonly string[]): AsyncGenerator<Map<string, string>> {
  for (let from = 0; from < ids.length; from += batch) {
    const texts = await db.prose.bulkGet(ids.slice(from, from + batch))
    yield new Map(
      texts.flatMap((value) => {
        const { id, text } = isRecord(value) ? value : {}
        return typeof id === 'string' && typeof text === 'string' ? [[id, text] as const] : []
      })
    )
  }
}
