/** The thread in which files are read, so that the page stays alive meanwhile. */
import { readAs } from './readers.ts'
import type { ReadAnswer, ReadJob } from './thread.ts'

const thread = self as unknown as DedicatedWorkerGlobalScope
const answer = (message: ReadAnswer) => thread.postMessage(message)

thread.addEventListener('message', ({ data }: MessageEvent<ReadJob>) => {
  const onProgress = (done: number, total: number) => answer({ kind: 'progress', done, total })
  readAs(data.kind, { ...data.input, onProgress }).then(
    (result) => answer({ kind: 'done', result }),
    (error: unknown) => {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      answer({ kind: 'failed', detail })
    }
  )
})
