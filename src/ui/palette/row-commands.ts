import * as words from '../../i18n/words.ts'
import type { Removed, Summary } from '../../state/library/library.svelte.ts'
import { command, type Command } from './entry.ts'

/** What can be done with one report of the library, beside opening it. */
interface RowWays {
  readonly carry: (id: string) => Promise<void>
  readonly exportJson: (id: string) => Promise<void>
  readonly recall: (id: string) => void
  readonly duplicate: (id: string) => Promise<void>
  readonly remove: (report: Removed) => Promise<void>
}

/** The menu of a report's row in the library; the palette has the same under the report's name. */
export const rowCommands = ({ id, unit, year }: Summary, ways: RowWays): readonly Command[] => [
  command('next-year', words.library.nextYear, { run: () => void ways.carry(id) }),
  command('export-json', words.library.exportJson, { run: () => void ways.exportJson(id) }),
  command('versions', words.past.action, { run: () => ways.recall(id) }),
  command('duplicate', words.library.duplicate, { run: () => void ways.duplicate(id) }),
  command('remove', words.library.remove, {
    takesAway: true,
    run: () => void ways.remove({ id, name: unit.name, year })
  })
]
