import { liveQuery } from 'dexie'

/** Runs a query of the database, and again whenever what it read has changed. */
export function observe<Answer>(
  query: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void
): () => void {
  const subscription = liveQuery(query).subscribe(onAnswer, onError)
  return () => subscription.unsubscribe()
}
