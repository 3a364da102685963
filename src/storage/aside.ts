import { db, type Pending } from './db.ts'

/**
 * Unsaved work, laid aside in the instant a page closes and taken up on the next opening. It goes
 * beside the report, not over it: there is no time left to see whether another window has saved
 * meanwhile.
 *
 * `localStorage` is the one store that has taken a value when the call returns. A Dexie write begun
 * then survived 0 of 8 reloads; a raw transaction with an explicit commit survived them on an idle
 * machine and was lost once in a few on a busy one, with the connection that died before its turn
 * came. It is the second place still, for what is too large for the first.
 */
const keyOf = (id: string): string => `nianbao.aside.${id}`

export function layAside(pending: Pending): void {
  try {
    localStorage.setItem(keyOf(pending.id), JSON.stringify(pending))
  } catch {
    const transaction = db.backendDB()?.transaction('pending', 'readwrite')
    transaction?.objectStore('pending').put(pending)
    transaction?.commit()
  }
}

/** The work laid aside for a report. */
export async function asideOf(id: string): Promise<Pending | undefined> {
  const text = localStorage.getItem(keyOf(id))
  return text === null ? db.pending.get(id) : (JSON.parse(text) as Pending)
}

/** Ids of all reports with work laid aside. */
export async function asideIds(): Promise<string[]> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf('')))
  const ids = keys.map((key) => key.slice(keyOf('').length))
  return [...new Set([...ids, ...(await db.pending.toCollection().primaryKeys())])]
}

/** Forgets the work laid aside, once it is stored or not wanted. */
export async function dropAside(id: string): Promise<void> {
  localStorage.removeItem(keyOf(id))
  await db.pending.delete(id)
}
