import { isRecord } from '../../core/report/json.ts'
import { db } from './db.ts'

/** What the browser says of its room, in bytes. */
export interface Room {
  readonly used: number
  readonly quota: number
}

/** Undefined where the browser does not tell. */
export async function room(): Promise<Room | undefined> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    return usage === undefined || !quota ? undefined : { used: usage, quota }
  } catch {
    return undefined
  }
}

/** What takes up room, kind by kind. */
export type UsageKind = 'reports' | 'snapshots' | 'bin' | 'known' | 'pending' | 'facts' | 'caches'

/** How much there is of a kind: entries, and bytes as a file would have them. */
export interface Usage {
  readonly kind: UsageKind
  readonly count: number
  readonly bytes: number
}

/** A report that takes up much room. */
export interface Large {
  readonly id: string
  readonly unit: string
  readonly year: number | undefined
  readonly bytes: number
}

const tables = ['reports', 'snapshots', 'bin', 'known', 'pending', 'facts'] as const
/** How many of the largest reports are named. */
const most = 5

/**
 * Counts what is stored. Everything is read once for it, a few at a time, so that the page stays
 * alive; `onLarge` is told of the largest reports.
 */
export async function usageOf(): Promise<{
  readonly kinds: readonly Usage[]
  readonly largest: readonly Large[]
}> {
  const kinds: Usage[] = []
  let largest: Large[] = []
  for (const kind of tables) {
    let count = 0
    let bytes = 0
    const keys = await db.table(kind).toCollection().primaryKeys()
    for (let from = 0; from < keys.length; from += portion) {
      const values: unknown[] = await db.table(kind).bulkGet(keys.slice(from, from + portion))
      for (const value of values) {
        const size = sizeOf(value)
        count++
        bytes += size
        if (kind === 'reports') {
          largest = [...largest, largeFrom(value, size)].sort((a, b) => b.bytes - a.bytes)
          largest.length = Math.min(largest.length, most)
        }
      }
    }
    kinds.push({ kind, count, bytes })
  }
  const cached = await cachedBytes()
  if (cached) kinds.push(cached)
  return { kinds, largest }
}

/** How many values are in memory at a time. */
const portion = 20

/** Bytes of a value as a file in UTF-8 would have them, near enough: a character of Chinese has three. */
function sizeOf(value: unknown): number {
  const text = JSON.stringify(value) ?? ''
  let bytes = text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += 2
  return bytes
}

function largeFrom(value: unknown, bytes: number): Large {
  const { id, unit, year } = isRecord(value) ? value : {}
  const name = isRecord(unit) ? unit['name'] : undefined
  return {
    id: String(id),
    unit: typeof name === 'string' ? name : '',
    year: typeof year === 'number' ? year : undefined,
    bytes
  }
}

/** What is kept of the app itself to start without a network, as far as it says its size. */
async function cachedBytes(): Promise<Usage | undefined> {
  try {
    let count = 0
    let bytes = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const response of await cache.matchAll()) {
        count++
        bytes += Number(response.headers.get('content-length') ?? 0)
      }
    }
    return count ? { kind: 'caches', count, bytes } : undefined
  } catch {
    return undefined
  }
}
