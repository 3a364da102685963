/** Reading without holding up the page, in a thread that starts with the first file. */
import type { ReadInput, ReadResult } from '../source/reader.ts'
import { openThreads } from '../threads/threads.ts'
import type { Readable } from './readers.ts'
import { tasks, type PagesRead, type ReadTasks, type Recognition } from './tasks.ts'

/** A thread without a sign of life for so long, in milliseconds, is given up. */
const silence = 60_000

/** Set where no thread can be had: in Node, and where the browser forbids it. */
let threadless = false

const ask = openThreads<ReadTasks>(() => {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  } catch (error) {
    threadless = true
    throw error
  }
}, silence)

/** Does a task somewhere. Rejects where a reader or its thread breaks. */
export type Run = <N extends keyof ReadTasks>(
  name: N,
  job: ReadTasks[N]['job'],
  onNote?: (note: ReadTasks[N]['note']) => void,
  transfer?: Transferable[]
) => Promise<ReadTasks[N]['answer']>

/** In the page, which waits for it. */
export const here: Run = (name, job, onNote = () => undefined) => tasks[name](job, onNote)

/** In the thread; in the page where there are none. */
export const aside: Run = async (name, job, onNote, transfer = []) => {
  const outcome = await ask(name, job, { ...(onNote && { onNote }), transfer })
  if (outcome.ok) return outcome.answer
  // A thread that never was has taken nothing over.
  if (threadless) return here(name, job, onNote)
  throw new Error(outcome.reason === 'failed' ? outcome.detail : outcome.reason)
}

/**
 * What a file says. Pages of the web are read in the page itself, for only there are they taken
 * apart. The bytes are gone afterwards.
 */
export const readAside = (kind: Readable, input: ReadInput): Promise<ReadResult> =>
  task('read', kind, input, kind === 'html' ? here : aside)

/** What a file says, and what of it is the form's; read and recognised at one go where that can be. */
export async function recognisedAside(
  kind: Readable,
  input: ReadInput,
  run: Run = aside
): Promise<Recognition> {
  if (kind !== 'html') return task('readAndRecognise', kind, input, run)
  const result = await task('read', kind, input, here)
  return 'blocks' in result ? { ...result, ...(await run('recognise', result.blocks)) } : result
}

function task<N extends 'read' | 'readAndRecognise'>(
  name: N,
  kind: Readable,
  { onProgress, ...input }: ReadInput,
  run: Run
): Promise<ReadTasks[N]['answer']> {
  const onNote = onProgress && (({ done, total }: PagesRead) => onProgress(done, total))
  const { buffer } = input.bytes
  // The bytes go over as they are: a copy of each would be held on both sides.
  return run(name, { kind, input }, onNote, buffer instanceof ArrayBuffer ? [buffer] : [])
}
