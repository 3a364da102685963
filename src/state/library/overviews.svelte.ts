import type { OwnWord } from '../../core/findings/own-words.ts'
import type { Report } from '../../core/report/report.ts'
import type { Overview } from './overview.ts'

/**
 * The state of every report in the list. The rules are loaded after the first screen stands; until
 * then there is no overview.
 */
export class Overviews {
  #overview: ((reports: readonly Report[]) => readonly Overview[]) | undefined = $state.raw()

  constructor() {
    void Promise.all([import('./overview.ts'), ownWords()]).then(
      ([{ overviews }, own]) => (this.#overview = overviews(own))
    )
  }

  /** In the order of the reports, which are all that the library holds. */
  of = (reports: readonly Report[]): readonly Overview[] => this.#overview?.(reports) ?? []
}

/** The office's own list of words; none where the database does not answer. */
const ownWords = (): Promise<readonly OwnWord[]> =>
  import('../../storage/reports/own-words.ts')
    .then(({ storedWords }) => storedWords())
    .catch(() => [])
