import type { Tasks } from '../../../src/formats/threads/protocol.ts'
import type { Serve } from '../../../src/formats/threads/serve.ts'
import { serve } from '../../../src/formats/threads/serve.ts'
import { vi } from 'vitest'

/** Stands in for a browser's thread: notes what it is asked for, and tells what the test wants. */
export class FakeWorker extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null
  onerror: Worker['onerror'] = null
  onmessageerror: Worker['onmessageerror'] = null
  readonly asked: unknown[] = []
  terminated = false

  postMessage(message: unknown, transfer: StructuredSerializeOptions | Transferable[] = []): void {
    const list = Array.isArray(transfer) ? transfer : (transfer.transfer ?? [])
    this.asked.push(structuredClone(message, { transfer: list }))
  }
  terminate(): void {
    this.terminated = true
  }
  /** The page hears this message, unless it has ended the thread. */
  tell(data: unknown): void {
    if (this.terminated) return
    this.onmessage?.call(this, new MessageEvent('message', { data: structuredClone(data) }))
  }
  /** The thread breaks, or never started. */
  break(message: string): void {
    this.onerror?.call(this, Object.assign(new Event('error'), { message }) as ErrorEvent)
  }
}

/** A worker that does these tasks by way of `serve`, as one with a script of its own does. */
export function servedWorker<T extends Tasks>(tasks: {
  readonly [N in keyof T]: Serve<T, N>
}): FakeWorker {
  const worker = new FakeWorker()
  const inside = Object.assign(new EventTarget(), {
    postMessage: (data: unknown) => {
      const message: unknown = structuredClone(data)
      setTimeout(() => worker.tell(message))
    }
  })
  const outside = globalThis.self
  vi.stubGlobal('self', inside)
  serve(tasks)
  // What else a test has put in place stays.
  vi.stubGlobal('self', outside)
  worker.postMessage = (message, transfer = []) => {
    const list = Array.isArray(transfer) ? transfer : (transfer.transfer ?? [])
    const data: unknown = structuredClone(message, { transfer: list })
    worker.asked.push(data)
    setTimeout(() => inside.dispatchEvent(new MessageEvent('message', { data })))
  }
  return worker
}
