import { isRecord, jsonValue } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { day } from '../../core/versions/thinning.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened } from '../database/db.ts'
import { edition } from '../database/edition.ts'
import { keeping } from '../database/keeping.ts'

/**
 * Unsaved work, laid aside while a write is blocked or failed and in the instant a page closes, and
 * taken up on the next opening. It goes beside the report, not over it: another window may have
 * saved meanwhile. Every writer has a place of its own, so two windows never write over each other.
 *
 * `localStorage` is the one store that has taken a value when the call returns. A Dexie write begun
 * as a page closes survived 0 of 8 reloads; a raw transaction with an explicit commit survived them
 * on an idle machine and was lost once in a few on a busy one, with the connection that died before
 * its turn came. It is the second place still: for what is too large for the first, and because a
 * browser that is killed may take the last seconds of `localStorage` with it. The memory of the page
 * is the third, for ways out that stay in the app.
 *
 * Such a browser also brings back what was dropped there in its last minute. Once later work is
 * stored, it would look like that of another window; so what is settled, stored or given up, is
 * noted in the database.
 */
export interface Aside {
  /** Where it lies: the report's id and the writer's. */
  readonly id: string
  /** The stored revision it was made from. */
  readonly baseRev: number
  readonly at: string
  /** Whether its writer has gone for good; otherwise it may be working on it still. */
  readonly left: boolean
  /** The times of its writes that were not answered: what is stored under one of them is its own. */
  readonly sent: readonly string[]
  readonly report: Report
  /** The last state that its writer knew to be stored, from which merging tells who changed what. */
  readonly base?: Report
}

/** What lies aside: what can be opened, and the values that cannot, as they are. */
export interface Asides {
  readonly asides: readonly Aside[]
  readonly damaged: readonly unknown[]
}

const prefix = `${edition}.aside.`
/** What the facts are named by that say what is settled of a writer's work. */
const noteOf = 'settled-aside.'
const inMemory = new Map<string, Aside>()
/** The last saves of reports that were left a moment ago: what they store no longer lies aside. */
const lastSaves = new Set<Promise<void>>()

/**
 * Lays work aside, synchronously; whether it is sure to outlive this page. `twice`: in the second
 * place, too, where the page stays to see it written: one that goes might still be writing there
 * when the next has taken the work up.
 */
export function layAside(aside: Aside, twice = false): boolean {
  const sure = inLocal(aside)
  if (sure && !twice) return true
  if (!sure) inMemory.set(aside.id, aside)
  try {
    const transaction = db.backendDB()?.transaction('pending', 'readwrite')
    transaction?.objectStore('pending').put(aside)
    transaction?.commit()
  } catch {
    // The database is closed: the other places are all there is.
  }
  return sure
}

function inLocal(aside: Aside): boolean {
  const { base: _knownBefore, ...alone } = aside
  for (const value of [aside, alone]) {
    try {
      localStorage.setItem(prefix + aside.id, JSON.stringify(value))
      return true
    } catch {
      // Without what was known before it is half as long.
    }
  }
  return false
}

/** Everything laid aside in this browser that is not settled, the oldest first. */
export async function allAsides(): Promise<Asides> {
  const [inTables, settled] = await Promise.all([inDatabase(), settledAsides()])
  const newest = new Map<string, Aside>()
  const damaged: unknown[] = []
  for (const value of [...inLocalStorage(), ...inTables, ...inMemory.values()]) {
    const aside = read(value)
    if (!aside) damaged.push(value)
    else if (aside.at <= (settled.get(aside.id) ?? '')) void dropSettled(aside)
    else if (aside.at >= (newest.get(aside.id)?.at ?? '')) newest.set(aside.id, aside)
  }
  return { asides: [...newest.values()].sort((a, b) => (a.at < b.at ? -1 : 1)), damaged }
}

/** What is laid aside by writers that have gone: nobody works on it any more. */
export async function abandoned(): Promise<Asides> {
  await opened
  await lastSaved()
  const [{ asides, damaged }, living] = await Promise.all([allAsides(), livingWriters()])
  return { asides: asides.filter(({ id, left }) => left || !living.has(id)), damaged }
}

/**
 * Forgets what is stored by now, and all that its writer laid aside before. Where nothing outlives the
 * page, what lies aside stays. Never rejects.
 */
export const dropStored = async (aside: Aside): Promise<void> =>
  keeping() === 'memory' ? undefined : dropSettled(aside)

/** Forgets what is stored or was given up, and notes it, lest it come back. Never rejects. */
export const dropSettled = async (aside: Aside): Promise<void> =>
  void (await Promise.all([noteSettled(aside), dropAside(aside)]))

/** Lays aside again what was given up, under a later time than is noted. */
export function layAgain(aside: Aside): void {
  const later = Date.parse(aside.at) + 1 || Date.now()
  layAside({ ...aside, at: new Date(later).toISOString() })
}

async function noteSettled({ id, at, report }: Aside): Promise<void> {
  // What an earlier version laid aside has no time that tells it from what is laid there next.
  if (id === report.id) return
  const key = noteOf + id
  const note = async () => {
    // An older one of the same writer may come back after it.
    const latest = [at, notedIn(await db.facts.get(key))?.at ?? ''].sort().at(-1)
    await db.facts.put({ key, value: { at: latest, noted: new Date().toISOString() } })
  }
  await answeredInTime(db.transaction('rw', db.facts, note)).catch(() => undefined)
}

/** Forgets what lies aside elsewhere by now, unless it was written anew since. Never rejects. */
export async function dropAside({ id, at }: Pick<Aside, 'id' | 'at'>): Promise<void> {
  if ((inMemory.get(id)?.at ?? '') <= at) inMemory.delete(id)
  try {
    const text = localStorage.getItem(prefix + id)
    const there = text === null ? undefined : read(parsed(text))
    // An older one stays there when a newer did not fit.
    if (there && there.at <= at) localStorage.removeItem(prefix + id)
  } catch {
    // Without localStorage there is nothing in it.
  }
  const drop = async () => {
    const there = read(await db.pending.get(id))
    if (there && there.at <= at) await db.pending.delete(id)
  }
  await answeredInTime(db.transaction('rw', db.pending, drop)).catch(() => undefined)
}

/**
 * Shows other windows that a writer is at work, until the returned function is called or the page
 * is gone. Where the browser has no locks, as on a page without HTTPS, nobody counts as living:
 * another window may then take up the same work, and the two find that they say the same.
 */
export function showLife(id: string): () => void {
  let end = (): void => undefined
  const life = new Promise<void>((resolve) => (end = resolve))
  if ('locks' in navigator) navigator.locks.request(prefix + id, () => life).catch(() => undefined)
  return end
}

/** Who asks what lies aside waits for this save, and so sees only what it did not store. */
export function awaitLastSave(save: Promise<void>): void {
  lastSaves.add(save)
  void save.finally(() => lastSaves.delete(save))
}

/** Resolves when reports that this window left a moment ago are no longer written. */
export const lastSaved = async (): Promise<void> => void (await Promise.all(lastSaves))

async function livingWriters(): Promise<Set<string>> {
  try {
    const { held = [] } = await navigator.locks.query()
    return new Set(held.map(({ name = '' }) => name.slice(prefix.length)))
  } catch {
    return new Set()
  }
}

function inLocalStorage(): unknown[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return keys.map((key) => parsed(localStorage.getItem(key) ?? ''))
  } catch {
    return []
  }
}

const inDatabase = (): Promise<unknown[]> => answeredInTime(db.pending.toArray()).catch(() => [])

/** Up to when what each writer laid aside is known to be settled. Notes of long ago are let go of. */
async function settledAsides(): Promise<ReadonlyMap<string, string>> {
  const settled = new Map<string, string>()
  try {
    const notes = await answeredInTime(db.facts.where('key').startsWith(noteOf).toArray())
    const longAgo = new Date(Date.now() - 30 * day).toISOString()
    for (const note of notes) {
      const { key, at, noted } = notedIn(note) ?? {}
      if (key === undefined || at === undefined) continue
      settled.set(key.slice(noteOf.length), at)
      if (String(noted) < longAgo) void db.facts.delete(key).catch(() => undefined)
    }
  } catch {
    // What comes back looks unsaved, and is asked about.
  }
  return settled
}

/** What a note says; undefined where it says nothing. */
function notedIn(note: unknown): { key: string; at: string; noted: unknown } | undefined {
  const { key, value } = isRecord(note) ? note : {}
  const { at, noted } = isRecord(value) ? value : {}
  return typeof key === 'string' && typeof at === 'string' ? { key, at, noted } : undefined
}

/** The value of a JSON text; the text itself, which is kept as damaged, where it is none. */
function parsed(text: string): unknown {
  const value = jsonValue(text)
  return value === undefined ? text : value
}

/** One that an earlier version laid aside has the report's id alone, and no time of its own. */
function read(value: unknown): Aside | undefined {
  const { id, baseRev, at, left, sent, report, base } = isRecord(value) ? value : {}
  const opening = openReport(report)
  if (!opening.ok || typeof id !== 'string') return undefined
  if (typeof baseRev !== 'number' || !Number.isSafeInteger(baseRev)) return undefined
  const known = base === undefined ? undefined : openReport(base)
  return {
    id,
    baseRev,
    at: typeof at === 'string' ? at : opening.report.updatedAt,
    left: left !== false,
    sent: Array.isArray(sent) ? sent.filter((time) => typeof time === 'string') : [],
    report: opening.report,
    ...(known?.ok && { base: known.report })
  }
}
