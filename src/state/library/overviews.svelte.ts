import type { Report } from '../../core/report/report.ts'
import type { Overview } from './overview.ts'

/**
 * The state of every report in the list. The rules are loaded after the first screen stands; until
 * then there is no overview.
 */
export class Overviews {
  #overview: ((reports: readonly Report[]) => readonly Overview[]) | undefined = $state.raw()

  constructor() {
    void import('./overview.ts').then(({ overviews }) => (this.#overview = overviews()))
  }

  /** In the order of the reports, which are all that the library holds. */
  of = (reports: readonly Report[]): readonly Overview[] => this.#overview?.(reports) ?? []
}
