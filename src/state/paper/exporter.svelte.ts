import type { Report } from '../../core/report/report.ts'
import {
  writeFile,
  writers,
  type PageMeans,
  type Progress,
  type WriteResult,
  type WriterId
} from '../../formats/index.ts'

export type { WriterId } from '../../formats/index.ts'

/** Whether there is a writer of this name. */
export const isWriter = (id: string): id is WriterId => Object.hasOwn(writers, id)

/** How the names of files of a format end. */
export const endingOf = (id: WriterId): string => writers[id].ending

/** How a file is to be made. */
export interface Wanted {
  /** Whether it is marked as a draft. */
  readonly draft: boolean
  /** What it is called without its ending; by unit and year where nothing is said. */
  readonly name?: string
}

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

  /** Makes the file; undefined for a call while another is running, which does nothing. */
  run = async (id: WriterId, report: Report, wanted: Wanted): Promise<WriteResult | undefined> => {
    if (this.running) return undefined
    this.running = id
    this.result = undefined
    this.#stop = new AbortController()
    try {
      const { signal } = this.#stop
      this.result = await writeFile(id, report, {
        ...wanted,
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
