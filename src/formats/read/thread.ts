/** Reading without holding up the page, in a thread that starts with the first file. */
import { failure, type ReadInput, type ReadResult, type Unread } from '../source/reader.ts'
import { openThreads, type AskOptions } from '../threads/threads.ts'
import type { Readable } from './readers.ts'
import { tasks, type PagesRead, type ReadTasks, type Recognition } from './tasks.ts'

/**
 * A thread without a sign of life for so long is given up, and so is a file that is not read by then:
 * the longest real ones take some seconds.
 */
const patience = { silence: 60_000, whole: 180_000 }

/** Set where no thread can be had: in Node, and where the browser forbids it. */
let threadless = false

const ask = openThreads<ReadTasks>(() => {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  } catch (error) {
    threadless = true
    throw error
  }
}, patience)

/** Does a task somewhere. Rejects where a reader or its thread breaks. */
type RunTask = <N extends keyof ReadTasks>(
  name: N,
  job: ReadTasks[N]['job'],
  options: AskOptions<PagesRead>
) => Promise<ReadTasks[N]['answer'] | Unread>

/** In the page, which waits for it. */
export const here: RunTask = (name, job, { onNote = () => undefined }) => tasks[name](job, onNote)

/** In the thread; in the page where there are none. */
export const aside: RunTask = async (name, job, options) => {
  const outcome = await ask(name, job, options)
  if (outcome.ok) return outcome.answer
  // A thread that never was has taken nothing over.
  if (threadless) return here(name, job, options)
  if (outcome.reason === 'cancelled') return failure('stopped')
  if (outcome.overdue) return failure('overdue')
  throw new Error(outcome.detail)
}

/** What the one who waits for a file hears, and can say. */
export interface ReadWatch {
  readonly onProgress?: ReadInput['onProgress']
  /** Ends the reading at once. */
  readonly signal?: AbortSignal | undefined
}

/** What a file says. The bytes are gone afterwards. */
export const readAside = (kind: Readable, input: ReadInput): Promise<ReadResult> =>
  task('read', kind, input, {}, aside)

/** What a file says, and what of it is the form's. */
export const recognisedAside = (
  kind: Readable,
  input: ReadInput,
  reading: ReadWatch = {},
  run: RunTask = aside
): Promise<Recognition> => task('readAndRecognise', kind, input, reading, run)

function task<N extends keyof ReadTasks>(
  name: N,
  kind: Readable,
  input: ReadInput,
  { onProgress, signal }: ReadWatch,
  run: RunTask
): Promise<ReadTasks[N]['answer'] | Unread> {
  const { buffer } = input.bytes
  return run(
    name,
    { kind, input },
    {
      signal,
      ...(onProgress && { onNote: ({ done, total }: PagesRead) => onProgress(done, total) }),
      // The bytes go over as they are: a copy of each would be held on both sides.
      transfer: buffer instanceof ArrayBuffer ? [buffer] : []
    }
  )
}
