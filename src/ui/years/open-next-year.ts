import { draftOfNextYear, type NextYearOptions } from '../../core/years/previous.ts'
import type { Report } from '../../core/report/report.ts'
import * as words from '../../i18n/words.ts'
import type { Route, Router } from '../../state/app/route.svelte.ts'
import type { Library, Saved } from '../../state/library/library.svelte.ts'

/** Where a draft is made from: its way back leads there. */
interface Made {
  readonly library: Library
  readonly router: Router
  readonly from: Route
  /** Whether somebody has gone elsewhere meanwhile. */
  readonly left?: () => boolean
}

/**
 * Makes the draft of the year after a report and opens it. It says what it is, with a way back, on which
 * the draft goes into the bin.
 */
export async function openNextYear(
  last: Report,
  options: NextYearOptions,
  { library, router, from, left = () => false }: Made
): Promise<Saved> {
  const saved = await library.add(draftOfNextYear(last, options))
  if (!saved.ok || left()) return saved
  const { id, unit, year, cells } = saved.report
  const filled = Object.values(cells).filter((value) => value !== null).length
  const back = async () => {
    if (!(await library.remove({ id, name: unit.name, year }))) return words.library.notRemoved
    router.go(from)
    return undefined
  }
  router.go({ at: 'report', id }, { text: words.nextYear.created(year, filled), back })
  return saved
}
