import type { Report } from '../../core/report/report.ts'
import {
  writeFile,
  type PageMeans,
  type Progress,
  type WriteResult,
  type WriterId
} from '../../formats/index.ts'

/** One export at a time, with its progress; what came of the last one stays to be read. */
export class Exporter {
  running: WriterId | undefined = $state()
  progress: Progress | undefined = $state.raw()
  result: WriteResult | undefined = $state.raw()
  #means: PageMeans
  #stop: AbortController | undefined

  constructor(means: PageMeans) {
    this.#means = means
  }

  /**
   * Makes the file, as a draft or not; undefined for a call while another is running, which does
   * nothing.
   */
  run = async (id: WriterId, report: Report, draft: boolean): Promise<WriteResult | undefined> => {
    if (this.running) return undefined
    this.running = id
    this.result = undefined
    this.#stop = new AbortController()
    try {
      const { signal } = this.#stop
      this.result = await writeFile(id, report, {
        draft,
        means: this.#means,
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
