import type { Difference } from '../../core/versions/compare.ts'
import { contentOf, type Fate, type Part, type Unopened } from '../../core/report/backup.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { unpackBackup } from '../../formats/index.ts'
import { addParts, addReports, takeOut, type Stored } from '../../storage/saving/backup.ts'
import { getReport, storedTitle } from '../../storage/reports/reports.ts'
import { listSummaries, storedOf } from '../../storage/reports/summaries.ts'
import {
  meetingOf,
  mergeInto,
  undoMerge,
  type Meeting,
  type Merged,
  type Unmerged
} from '../versions/meeting.ts'
import type { Following } from './backup.svelte.ts'

/** A report of a backup, and what it would be to this library. */
export interface Offered {
  /** Its place among the reports of the file. */
  readonly at: number
  readonly fate: Fate
  /** Of the unit; empty where it has none or nobody can tell. */
  readonly name: string
  readonly year: number | undefined
  /** When it was changed last; empty where it cannot be opened. */
  readonly updatedAt: string
  /** Whether another state of the same report is here, to be compared with. */
  readonly isHere: boolean
}

/** What a backup holds, before anything of it is written. */
export type Preview =
  | {
      readonly ok: true
      readonly found: readonly Offered[]
      /** Parts of the kinds that come beside the reports. */
      readonly beside: { readonly bin: number; readonly snapshot: number }
      /** Whether its end or a part of it is missing. */
      readonly cut: boolean
    }
  | { readonly ok: false; readonly reason: Unopened }

/** What became of the reports that were chosen. */
export interface Restored {
  readonly added: number
  /** Reports that the browser did not store. */
  readonly failed: number
  /** Whether it was ended before all were done: what is stored is whole, and can stay. */
  readonly ended: boolean
}

/** Reports that are compared, or stored, at one go. */
const batch = 50

const isReport = ({ kind }: Part): boolean => kind === 'report' || kind === 'aside'

/**
 * Reads one backup back: first what it holds, then what of it is chosen. Nothing that is here is ever
 * written over, and what was added can be taken out again. Long, for looking, choosing and taking out
 * again go through the same file in the same order.
 */
export class Restoring {
  readonly #file: Blob
  #added: readonly Stored[] = $state.raw([])

  constructor(file: Blob) {
    this.#file = file
  }

  /** Whether there is anything to take out again. */
  get canUndo(): boolean {
    return this.#added.length > 0
  }

  /** What the backup holds, and what of that is here. */
  preview = async ({ onProgress, signal }: Following = {}): Promise<Preview> => {
    const fateOf = await comparison()
    const found: Offered[] = []
    const beside = { bin: 0, snapshot: 0 }
    let waiting: unknown[] = []
    const compare = async (): Promise<void> => {
      const values = waiting
      waiting = []
      const from = found.length
      for (const [i, one] of (await fateOf(values)).entries()) found.push({ ...one, at: from + i })
    }
    const onPart = async (part: Part): Promise<void> => {
      if (part.kind === 'bin' || part.kind === 'snapshot') beside[part.kind]++
      if (!isReport(part)) return
      waiting.push(part.value)
      if (waiting.length >= batch) await compare()
    }
    const read = await unpackBackup(this.#file, { onPart, onProgress, signal })
    if (!read.ok) return read
    await compare()
    return { ok: true, cut: read.cut, found, beside }
  }

  /** A report of the backup beside the one that is here; undefined where they cannot be compared. */
  meet = async ({ at }: Offered): Promise<Meeting | undefined> => {
    let place = 0
    let value: unknown
    const onPart = async (part: Part): Promise<void> => {
      if (isReport(part) && place++ === at) value = part.value
    }
    await unpackBackup(this.#file, { onPart })
    const opened = openReport(value)
    const stored = opened.ok ? await getReport(opened.report.id) : undefined
    return opened.ok && stored ? meetingOf(stored, opened.report) : undefined
  }

  /** Takes the chosen differences into the report that is here; its state before is kept as a snapshot. */
  settle = (meeting: Meeting, chosen: readonly Difference[]): Promise<Merged> =>
    mergeInto(meeting, chosen)

  /** Takes such a merge back, unless the report was stored anew since. */
  unsettle = (meeting: Meeting, merged: Report): Promise<Unmerged> => undoMerge(meeting, merged)

  /** Stores the chosen reports, by their places, and what stands beside the reports in the backup. */
  take = async (
    chosen: ReadonlySet<number>,
    { onProgress, signal }: Following = {}
  ): Promise<Restored> => {
    let at = 0
    let failed = 0
    let waiting: Report[] = []
    let beside: Part[] = []
    const store = async (): Promise<void> => {
      const [reports, parts] = [waiting, beside]
      waiting = []
      beside = []
      try {
        if (reports.length) this.#added = [...this.#added, ...(await addReports(reports))]
      } catch {
        failed += reports.length
      }
      if (parts.length) await addParts(parts).catch(() => undefined)
    }
    const before = this.#added.length
    const onPart = async (part: Part): Promise<void> => {
      if (isReport(part)) {
        const opened = chosen.has(at++) ? openReport(part.value) : undefined
        if (opened?.ok) waiting.push(opened.report)
      } else beside.push(part)
      if (waiting.length + beside.length >= batch) await store()
    }
    const ended = await unpackBackup(this.#file, { onPart, onProgress, signal }).then(
      () => false,
      () => true
    )
    if (!ended) await store()
    return { added: this.#added.length - before, failed, ended }
  }

  /** Takes out again what was added; how many stay, for they have been changed since. */
  undo = async (): Promise<number> => {
    const stay = await takeOut(this.#added)
    this.#added = []
    return stay
  }
}

/** Tells of values of a backup, some at a time, what they are to the library as it is now. */
async function comparison(): Promise<
  (values: readonly unknown[]) => Promise<Omit<Offered, 'at'>[]>
> {
  const summaries = await listSummaries()
  const alike = new Map<string, string[]>()
  for (const { id, unit, year } of summaries) {
    const key = `${unit.name} ${year}`
    alike.set(key, [...(alike.get(key) ?? []), id])
  }
  const taken = new Set(summaries.map(({ id }) => id))
  return async (values) => {
    const opened = values.map(openReport)
    const candidates = opened.map((one) =>
      one.ok
        ? [one.report.id, ...(alike.get(`${one.report.unit.name} ${one.report.year}`) ?? [])]
        : []
    )
    const here = await contentsOf(new Set(candidates.flat()))
    return opened.map((one, i) => {
      const title = storedTitle(values[i])
      if (!one.ok) return { ...title, fate: 'refused', updatedAt: '', isHere: false }
      const { report } = one
      const said = contentOf(report)
      const isSame = candidates[i]?.some((id) => here.get(id) === said)
      const fate = isSame ? 'same' : taken.has(report.id) ? 'differs' : 'added'
      // A second state of the same report in the file, as one that was laid aside, is another.
      taken.add(report.id)
      const { unit, year, updatedAt } = report
      return { name: unit.name, year, updatedAt, fate, isHere: here.has(report.id) }
    })
  }
}

async function contentsOf(ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  for (const [id, value] of await storedOf([...ids])) {
    const opened = openReport(value)
    if (opened.ok) contents.set(id, contentOf(opened.report))
  }
  return contents
}
