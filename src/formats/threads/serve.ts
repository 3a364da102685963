import { detailOf, type Asked, type Tasks, type Told } from './protocol.ts'

/** Does a job; `tell` sends a note at once. What it throws reaches the page as a failure. */
export type Serve<T extends Tasks, N extends keyof T> = (
  job: T[N]['job'],
  tell: (note: T[N]['note']) => void
) => Promise<T[N]['answer']>

/** The thread's side of `openThreads`: does what the page asks for. Called once by its script. */
export function serve<T extends Tasks>(tasks: { readonly [N in keyof T]: Serve<T, N> }): void {
  const thread = self as unknown as DedicatedWorkerGlobalScope
  const run = async <N extends keyof T>({ name, job }: Asked<T, N>): Promise<void> => {
    const send = (message: Told<T, N>): void => thread.postMessage(message)
    try {
      send({
        kind: 'answer',
        answer: await tasks[name](job, (note) => send({ kind: 'note', note }))
      })
    } catch (error) {
      send({ kind: 'failed', detail: detailOf(error) })
    }
  }
  thread.addEventListener('message', ({ data }: MessageEvent<Asked<T, keyof T>>) => void run(data))
}
