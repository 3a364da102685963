import { db } from '../database/db.ts'
import { observe } from '../database/observe.ts'

/**
 * Tells what is stored as a report, now and whenever any window stores or deletes it (undefined),
 * until the returned function is called. It is as it lies there, and may be of another version.
 */
export function followReport(id: string, tell: (stored: unknown) => void): () => void {
  let ended = false
  const following = observe(
    () => db.reports.get(id),
    (stored) => {
      if (!ended) tell(stored)
    },
    // It is told when there is an answer again.
    () => undefined
  )
  return () => {
    ended = true
    void following.then((unsubscribe) => unsubscribe())
  }
}
