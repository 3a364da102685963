/**
 * The script of our threads. One of them sets the pages on the screen; another, started with the
 * first export, makes PDFs and can be ended in the middle. The code of the PDF comes with its job.
 */
import { pageThread, type SetAnswer, type SetJob } from './page-thread.ts'
import type { PdfAnswer, PdfJob } from './pdf-job.ts'

export type ThreadJob =
  { readonly kind: 'set'; readonly job: SetJob } | { readonly kind: 'pdf'; readonly job: PdfJob }

const thread = self as unknown as DedicatedWorkerGlobalScope

const setPages = pageThread((answer: SetAnswer) => thread.postMessage(answer))

async function makePdf(job: PdfJob): Promise<void> {
  const { runJob } = await import('./pdf-job.ts')
  await runJob(job, (answer: PdfAnswer) => {
    const finished = answer.kind === 'done' && answer.result.ok
    thread.postMessage(answer, finished ? [answer.result.bytes.buffer] : [])
  })
}

/** A chunk that cannot be loaded comes as an answer: nothing else tells the page of it. */
function failed(error: unknown): void {
  thread.postMessage({ kind: 'failed', detail: String(error) } satisfies PdfAnswer)
}

thread.addEventListener('message', ({ data }: MessageEvent<ThreadJob>) => {
  if (data.kind === 'set') void setPages(data.job)
  else makePdf(data.job).catch(failed)
})
