import type { Report } from '../core/report.ts'
import type { Overview } from './overview.ts'

/**
 * The state of every report in the list. The rules are loaded after the first screen stands; until
 * then there is no overview.
 */
export class Overviews {
  #overview: ((report: Report) => Overview) | undefined = $state.raw()

  constructor() {
    void import('./overview.ts').then(({ overviews }) => (this.#overview = overviews()))
  }

  of = (report: Report): Overview | undefined => this.#overview?.(report)
}
