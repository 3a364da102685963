import { canonical } from '../../core/report/canonical.ts'
import { isRecord } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import { longestLineage, type Report } from '../../core/report/report.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened, type PlaceKind } from '../database/db.ts'

/**
 * States of a report that another copy may know, too: what was handed out, what was taken in. Each is
 * an ancestor of the report that is here; a state that was looked at and refused is none, and is never
 * noted. Where a copy comes back, the newest ancestor that both name is what both were made of.
 */

/** States kept of each report, and characters of all states together; the oldest go first. */
const keptOfEach = 20
const mostCharacters = 60_000_000

/** The content of a report in few characters; also on plain http, where the browser has no hash. */
async function hashOf(report: Report): Promise<string> {
  const [{ sha256 }, { bytesToHex, utf8ToBytes }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js')
  ])
  return bytesToHex(sha256(utf8ToBytes(canonical(report))))
}

/**
 * The report with the names of its ancestors, itself the last, so that the copy it becomes can be
 * measured against what is kept here. Never rejects: a browser that keeps nothing names nothing.
 */
export async function withLineage(report: Report): Promise<Report> {
  try {
    const hash = await hashOf(report)
    await opened
    const before = await answeredInTime(ancestorsOf(report))
    return { ...report, lineage: lastOf([...before, hash]) }
  } catch {
    return report
  }
}

/** The report as it is handed out: with its lineage, and remembered. Never rejects. */
export async function handedOut(report: Report): Promise<Report> {
  const next = await withLineage(report)
  // What is only remembered keeps nobody waiting.
  void keep(next).catch(() => undefined)
  return next
}

/** A file that follows the report says this now. What it said before is remembered no more. Never rejects. */
export async function noteOnDisk(report: Report, file: PlaceKind): Promise<void> {
  await keep(report, file).catch(() => undefined)
}

/** Remembers a state that the report here is, or has been made of, and that another copy knows. */
export function noteKnown(report: Report): void {
  void handedOut(report)
}

/** A merge with this state was taken back: the report here is not made of it. Never rejects. */
export async function forgetKnown(report: Report): Promise<void> {
  try {
    await opened
    await answeredInTime(
      db.known.where({ reportId: report.id, hash: await hashOf(report) }).delete()
    )
  } catch {
    // What stays remembered is what the report was made of for a while.
  }
}

/**
 * The last state that both of two states of a report were made of, as far as it is kept here; `theirs`
 * may be from anywhere. Undefined where nobody knows. Never rejects.
 */
export async function baseOf(mine: Report, theirs: Report): Promise<Report | undefined> {
  try {
    const [own, other] = await Promise.all([hashOf(mine), hashOf(theirs)])
    await opened
    const states = await answeredInTime(statesOf(mine.id))
    const held = new Map(states.map(({ hash, report }) => [hash, report]))
    held.set(own, mine)
    const named = [...(theirs.lineage ?? []), other]
    const common = named.reverse().find((hash) => held.has(hash))
    const found = common === undefined ? undefined : openReport(held.get(common))
    return found?.ok ? found.report : undefined
  } catch {
    return undefined
  }
}

interface Known {
  readonly hash: string
  readonly at: string
  readonly report: unknown
  readonly file: unknown
}

/** What is kept of a report, the oldest first. */
async function statesOf(id: string): Promise<Known[]> {
  const stored = await db.known.where('reportId').equals(id).toArray()
  const states = stored.flatMap((value): Known[] => {
    const { hash, at, report, file } = isRecord(value) ? value : {}
    return typeof hash === 'string' && typeof at === 'string' ? [{ hash, at, report, file }] : []
  })
  return states.sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The hashes of all ancestors that are known of, the newest last. */
async function ancestorsOf({ id, lineage = [] }: Report): Promise<string[]> {
  const named = (await statesOf(id)).flatMap(({ hash, report }) => {
    const state = openReport(report)
    return [...((state.ok && state.report.lineage) || []), hash]
  })
  return [...lineage, ...named]
}

/** The last of these, each once, where it stands last. */
const lastOf = (hashes: readonly string[]): string[] =>
  [...new Set([...hashes].reverse())].slice(0, longestLineage).reverse()

/** `file`: it is remembered only as long as this file says it. */
async function keep(report: Report, file?: PlaceKind): Promise<void> {
  const { id: reportId } = report
  const hash = await hashOf(report)
  const at = new Date().toISOString()
  const size = JSON.stringify(report).length
  await db.transaction('rw', db.known, async () => {
    const states = await statesOf(reportId)
    const same = states.find((state) => state.hash === hash)
    // What was handed out, or what another file says, is remembered longer.
    const passing = file !== undefined && (!same || same.file === file)
    await db.known.put({ reportId, hash, at, size, report, ...(passing && { file }) })
    const others = states.filter((state) => state !== same)
    const passed = others.filter((state) => file !== undefined && state.file === file)
    const rest = others.filter((state) => !passed.includes(state))
    const tooMany = rest.slice(0, Math.max(0, rest.length + 1 - keptOfEach))
    const gone = [...passed, ...tooMany].map((state): [string, string] => [reportId, state.hash])
    await db.known.bulkDelete(gone)
    // Of all reports the oldest go where all states together are too long; only the index is read.
    const sizes = (await db.known.orderBy('[at+size]').keys()).map(sizeIn)
    let excess = sizes.reduce((sum, one) => sum + one, -mostCharacters)
    let many = 0
    while (excess > 0 && many < sizes.length) excess -= sizes[many++] ?? 0
    if (many > 0) await db.known.orderBy('[at+size]').limit(many).delete()
  })
}

/** The size in a key of the index `[at+size]`. */
const sizeIn = (key: unknown): number => (Array.isArray(key) ? Number(key[1]) : 0)
