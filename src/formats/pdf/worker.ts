/** The thread in which PDFs are made, so that the page stays alive meanwhile. */
import type { PdfAnswer, PdfJob } from './job.ts'
import { runJob } from './job.ts'

const thread = self as unknown as DedicatedWorkerGlobalScope

thread.addEventListener('message', (event: MessageEvent<PdfJob>) => {
  void runJob(event.data, (answer: PdfAnswer) => {
    const finished = answer.kind === 'done' && answer.result.ok
    thread.postMessage(answer, finished ? [answer.result.bytes.buffer] : [])
  })
})
