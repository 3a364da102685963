import { liveQuery } from 'dexie'
import { patience } from './answer.ts'
import { opened } from './db.ts'

/**
 * Runs a query of the database, once it is open, and again whenever what it read has changed. A
 * first answer that does not come is an error until it comes.
 */
export async function observe<Answer>(
  query: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void
): Promise<() => void> {
  await opened
  const silence = setTimeout(() => onError(new Error('the database does not answer')), patience)
  const heard = <Said>(tell: (said: Said) => void) => {
    return (said: Said) => {
      clearTimeout(silence)
      tell(said)
    }
  }
  const subscription = liveQuery(query).subscribe(heard(onAnswer), heard(onError))
  return () => {
    clearTimeout(silence)
    subscription.unsubscribe()
  }
}
