import { detailOf, type Reply, type Request, type Tasks } from './protocol.ts'

/** Does a job; `tell` sends a note at once. What it throws reaches the page as a failure. */
export type Serve<T extends Tasks, N extends keyof T> = (
  job: T[N]['job'],
  tell: (note: T[N]['note']) => void
) => Promise<T[N]['answer']>

/** What a thread hears the page by, and speaks to it. */
type Scope = Pick<DedicatedWorkerGlobalScope, 'postMessage' | 'addEventListener'>

/** The thread's side of `openThreads`: does what the page asks for. Called once by its script. */
export function serve<T extends Tasks>(
  tasks: { readonly [N in keyof T]: Serve<T, N> },
  thread: Scope = self as unknown as DedicatedWorkerGlobalScope
): void {
  const run = async <N extends keyof T>({ name, job }: Request<T, N>): Promise<void> => {
    const send = (message: Reply<T, N>): void => thread.postMessage(message)
    try {
      send({
        kind: 'answer',
        answer: await tasks[name](job, (note) => send({ kind: 'note', note }))
      })
    } catch (error) {
      send({ kind: 'failed', detail: detailOf(error) })
    }
  }
  thread.addEventListener(
    'message',
    ({ data }: MessageEvent<Request<T, keyof T>>) => void run(data)
  )
}
