import type { Report } from '../../core/report/report.ts'
import {
  writeFile,
  type OwnFile,
  type Progress,
  type WriteResult,
  type WriterId
} from '../../formats/index.ts'

/** One export at a time, with its progress; what came of the last one stays to be read. */
export class Exporter {
  running: WriterId | undefined = $state()
  progress: Progress | undefined = $state.raw()
  result: WriteResult | undefined = $state.raw()
  #stop: AbortController | undefined

  /** Makes the file; a second call while one is running does nothing. */
  run = async (
    id: WriterId,
    report: Report,
    job: { draft: boolean; ownFonts: readonly OwnFile[] }
  ): Promise<WriteResult | undefined> => {
    if (this.running) return undefined
    this.running = id
    this.result = undefined
    this.#stop = new AbortController()
    try {
      const { signal } = this.#stop
      this.result = await writeFile(id, report, {
        ...job,
        signal,
        onProgress: (progress) => (this.progress = progress)
      })
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.result = { ok: false, reason: 'failed', detail }
    }
    this.running = undefined
    this.progress = undefined
    return this.result
  }

  stop = (): void => this.#stop?.abort()
}
