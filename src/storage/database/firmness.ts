import { db, factOf } from './db.ts'

/** Whether the browser may clear away what is stored when it needs room. */
export type Firmness =
  /** It has promised not to. */
  | 'firm'
  /** It may. */
  | 'loose'
  /** It does not say: an old browser, or a page over plain http. */
  | 'unknown'

/** How firmly the browser keeps this site's data. */
export async function firmness(): Promise<Firmness> {
  try {
    return (await navigator.storage.persisted()) ? 'firm' : 'loose'
  } catch {
    return 'unknown'
  }
}

/** Asks the browser to keep it for good; Firefox asks the person. */
export async function askForFirmness(): Promise<Firmness> {
  try {
    return (await navigator.storage.persist()) ? 'firm' : 'loose'
  } catch {
    return 'unknown'
  }
}

/** Moments that are kept in mind: the first work in this browser, and until when a reminder waits. */
export type NotedDate = 'workBegan' | 'reminderPutOff'

/** When it was, or will be. */
export async function notedDate(key: NotedDate): Promise<Date | undefined> {
  const moment = await factOf(key)
  return typeof moment === 'string' && !isNaN(Date.parse(moment)) ? new Date(moment) : undefined
}

/** Keeps it in mind, where there is room. */
export async function noteDate(key: NotedDate, at: Date): Promise<void> {
  await db.facts.put({ key, value: at.toISOString() }).catch(() => undefined)
}
