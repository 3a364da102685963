import type { Report } from '../../core/report/report.ts'
import {
  writeFile,
  writePackage,
  writers,
  type PackageParts,
  type PageMeans,
  type Progress,
  type WriteResult,
  type WriterId
} from '../../formats/index.ts'

export { copyable, endingOf, type Progress, type WriterId } from '../../formats/index.ts'

/** Whether there is a writer of this name. */
export const isWriter = (id: string): id is WriterId => Object.hasOwn(writers, id)

/** What came of an export; of an archive also which of its files failed. */
export type Exported = WriteResult | Awaited<ReturnType<typeof writePackage>>
type Job = Parameters<typeof writeFile>[2]
/**
 * Whether a file is a draft, what it is called where that is not by unit and year, and what stands in
 * fields and is not in the report.
 */
type Wanted = Pick<Job, 'draft' | 'name' | 'refused'>

/** The files that carry the report itself, from which it can come back. */
const carriers: readonly WriterId[] = ['json', 'docx']

/** The report as it goes into a file: one that may come back names what it was made of. */
async function withAncestors(report: Report, id: WriterId = 'json'): Promise<Report> {
  if (!carriers.includes(id)) return report
  return (await import('../../storage/past/known.ts')).handedOut(report)
}

/** One export at a time, with its progress; what came of the last one stays to be read. */
export class Exporter {
  running: WriterId | 'package' | undefined = $state()
  /** The file of an archive that is in hand. */
  packing: WriterId | undefined = $state()
  progress: Progress | undefined = $state.raw()
  result: Exported | undefined = $state.raw()
  #means: PageMeans
  #stop: AbortController | undefined

  constructor(means: PageMeans) {
    this.#means = means
  }

  /** Makes a file; undefined for a call while another is running, which does nothing. */
  run = (id: WriterId, report: Report, wanted: Wanted): Promise<Exported | undefined> =>
    this.#one(id, wanted, async (job) => writeFile(id, await withAncestors(report, id), job))

  /** Makes an archive of several; undefined as `run` is. */
  pack = (
    report: Report,
    wanted: Wanted,
    parts: Omit<PackageParts, 'onFile'>
  ): Promise<Exported | undefined> =>
    this.#one('package', wanted, async (job) =>
      writePackage(await withAncestors(report), job, {
        ...parts,
        onFile: (id) => {
          this.packing = id
          this.progress = undefined
        }
      })
    )

  stop = (): void => this.#stop?.abort()

  async #one(
    id: WriterId | 'package',
    wanted: Wanted,
    make: (job: Job) => Promise<Exported>
  ): Promise<Exported | undefined> {
    if (this.running) return undefined
    this.running = id
    this.result = undefined
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const onProgress = (progress: Progress) => (this.progress = progress)
    try {
      const made = await make({ ...wanted, means: this.#means, signal, onProgress })
      // A file that was done before its writer looked up has been given up all the same.
      this.result = made.ok && signal.aborted ? { ok: false, reason: 'cancelled' } : made
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.result = { ok: false, reason: 'failed', detail }
    }
    this.running = this.packing = this.progress = undefined
    return this.result
  }
}
