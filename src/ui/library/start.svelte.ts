import type { NextYearOptions } from '../../core/years/previous.ts'
import type { Report } from '../../core/report/report.ts'
import * as words from '../../i18n/words.ts'
import type { Library, Removed, Saved } from '../../state/library/library.svelte.ts'
import type { Router } from '../../state/app/route.svelte.ts'

/** The ways by which a report comes into the editor, and what to say when one fails. */
export class Start {
  #library: Library
  #router: Router
  /** Whether the dialog that names a new report is open. */
  naming: boolean = $state(false)
  /** The report whose next year is being made. */
  carrying: Report | undefined = $state.raw()
  /** The report that cannot be opened whose earlier versions are shown. */
  recalling: { readonly id: string; readonly name: string } | undefined = $state.raw()
  /** Whether the bin is open. */
  binOpen: boolean = $state(false)
  /** The palette, the list of keys or the calendar of duties, where one is open. */
  lookup: 'palette' | 'keys' | 'calendar' | undefined = $state()
  /** Backs all reports up, while the panel stands that shows how far it is. */
  backUp: (() => void) | undefined = $state.raw()
  problem: string | undefined = $state()

  constructor(library: Library, router: Router) {
    this.#library = library
    this.#router = router
  }

  open = (id: string): void => this.#router.go({ at: 'report', id })

  /** The earlier versions of a report, above the report itself. */
  recall = (id: string): void => this.#router.go({ at: 'report', id, past: true })

  import = (): void => this.#router.go({ at: 'import' })

  create = async (unitName: string, year: number): Promise<void> =>
    this.#openStored(await this.#library.create(unitName, year))

  /** The draft of the year after a report; false where it could not be stored. */
  nextYear = async (last: Report, options: NextYearOptions): Promise<boolean> => {
    const { openNextYear } = await import('../years/open-next-year.ts')
    const made = { library: this.#library, router: this.#router, from: { at: 'library' } } as const
    const saved = await openNextYear(last, options, made)
    this.problem = problemOf(saved)
    return saved.ok
  }

  /** Asks what the year after a report takes over from it. */
  carry = (id: string): Promise<void> =>
    this.#withWhole(id, async (report) => void (this.carrying = report))

  remove = async (report: Removed): Promise<void> => {
    this.problem = (await this.#library.remove(report)) ? undefined : words.library.notRemoved
  }

  bringBack = async (): Promise<void> => {
    this.problem = (await this.#library.bringBack()) ? undefined : words.bin.notDone
  }

  duplicate = (id: string): Promise<void> =>
    this.#withWhole(id, async (report) => {
      this.problem = problemOf(await this.#library.duplicate(report))
    })

  exportJson = (id: string): Promise<void> =>
    this.#withWhole(id, async (report) => {
      const [{ storedAsFile }, { download }] = await Promise.all([
        import('../../state/keeping/exchange.ts'),
        import('../parts/download.ts')
      ])
      download(await storedAsFile(report))
    })

  async #withWhole(id: string, work: (report: Report) => Promise<void>): Promise<void> {
    const report = await this.#library.whole(id)
    if (report) await work(report)
    else this.problem = words.library.notRead
  }

  /** Opens the sample; one that was opened before is opened again, with what was done to it. */
  sample = async (): Promise<void> => {
    const sample = await fetchSample()
    if (sample) this.#openStored(await this.#library.addOnce(sample))
    else this.problem = words.library.sampleMissing
  }

  #openStored(saved: Saved): void {
    this.problem = problemOf(saved)
    if (saved.ok) this.open(saved.report.id)
  }
}

const problemOf = (saved: Saved): string | undefined =>
  saved.ok ? undefined : words.library.notStored[saved.reason]

async function fetchSample(): Promise<Report | undefined> {
  try {
    const { openReport } = await import('../../core/report/migrate.ts')
    const { jsonValue } = await import('../../core/report/json.ts')
    const response = await fetch('./sample.nianbao.json')
    const opened = openReport(jsonValue(await response.text()))
    return opened.ok ? opened.report : undefined
  } catch {
    return undefined
  }
}
