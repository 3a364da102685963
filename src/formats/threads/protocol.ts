/** What page and thread say to each other: one job at a time, notes while it runs, one end. */

/** One kind of work. All of it must be such that it can be cloned from thread to thread. */
interface Task {
  /** What the thread is given. */
  readonly job: unknown
  /** What it tells while it works: how far it is, or a part of its answer. */
  readonly note: unknown
  /** What comes of it. What the user may meet is a value in here, never an exception. */
  readonly answer: unknown
}

/** All that a script can be asked for, by name. */
export type Tasks = Readonly<Record<string, Task>>

/** From the page to the thread. The thread gets the next only after it has ended the last. */
export interface Request<T extends Tasks, N extends keyof T> {
  readonly name: N
  readonly job: T[N]['job']
}

/** From the thread to the page: notes, as many as there are, then one of the others. */
export type Reply<T extends Tasks, N extends keyof T> =
  | { readonly kind: 'note'; readonly note: T[N]['note'] }
  | { readonly kind: 'answer'; readonly answer: T[N]['answer'] }
  /** Something was thrown. */
  | { readonly kind: 'failed'; readonly detail: string }

/** What was thrown, for whoever looks into it. */
export const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
