/**
 * How this browser keeps what is stored. Apart from the database's own module, which is loaded
 * later: the first screen has to say when the database does not open.
 */
export type Keeping =
  | 'opening'
  /** What an older version stored is being taken to this one: seconds where there is much. */
  | 'upgrading'
  /** In this browser's database, as it should be. */
  | 'kept'
  /** Another tab holds the database in an older version; it opens by itself once that is closed. */
  | 'blocked'
  /** The browser has not answered for four seconds; it opens by itself when it does. */
  | 'silent'
  /** Nowhere but in this page: the browser has no database for it. */
  | 'memory'
  /** A newer version has opened in another tab: this page writes nothing any more. */
  | 'outdated'

/** Why nothing is kept beyond the page. */
export type MemoryReason =
  /** The browser has no database, or does not let the page use it. */
  | 'refused'
  /** There is one, and the browser cannot read it. */
  | 'damaged'
  /** It has not answered, and somebody did not want to wait. */
  | 'silent'

let current: Keeping = 'opening'
let reason: MemoryReason = 'refused'
let stopWaiting: () => void = () => undefined
/** Rejects when somebody no longer waits for a browser that does not answer. */
export const patienceEnded: Promise<never> = new Promise((_, reject) => {
  stopWaiting = () => reject(new Error('nobody waits for the database'))
})
const followers = new Set<(keeping: Keeping) => void>()

/** How the browser keeps things as far as is known now. */
export const keeping = (): Keeping => current

/** Why it is only in memory, where it is. */
export const memoryReason = (): MemoryReason => reason

/** Somebody works without what is stored, in memory, rather than wait. */
export function workInMemory(): void {
  if (current === 'silent') stopWaiting()
}

/** Calls back at every change, until the returned function is called. */
export function followKeeping(follower: (keeping: Keeping) => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}

/** For the module of the database alone. */
export function turn(next: Keeping, why: MemoryReason = reason): void {
  current = next
  reason = why
  for (const follower of followers) follower(next)
}
