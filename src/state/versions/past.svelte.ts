import type { Report } from '../../core/report/report.ts'
import { differences, type Difference } from '../../core/versions/compare.ts'
import { writeExchangeFile, type Written } from '../../formats/index.ts'
import { handedOut } from '../../storage/past/known.ts'
import { pastOf, type PastState } from '../../storage/past/snapshots.ts'
import { Library } from '../library/library.svelte.ts'

/** How many numbers, stretches of text and other things two states say differently. */
export interface Tally {
  readonly cells: number
  readonly texts: number
  readonly others: number
}

/** A state that was kept, and how it stands to others. */
export interface PastMoment extends PastState {
  /** Against the one kept before it; undefined where there is none, or one cannot be opened. */
  readonly sinceBefore: Tally | undefined
  /** How many differences there are from today; undefined where nobody can tell. */
  readonly fromNow: number | undefined
}

/** So many are compared before the screen has its turn again. */
const batch = 8

/** What is kept of one report, for the screen. */
export class Past {
  /** The newest first; undefined until they are read. */
  moments: readonly PastMoment[] | undefined = $state.raw()
  failed: boolean = $state(false)
  readonly #id: string
  readonly #library = new Library()

  constructor(id: string) {
    this.#id = id
  }

  /** Reads what is kept, and compares each with the one before and with the report as it is now. */
  load = async (now: Report | undefined): Promise<void> => {
    try {
      const states = await pastOf(this.#id)
      const moments: PastMoment[] = []
      for (const [i, state] of states.entries()) {
        if (i % batch === batch - 1) await new Promise((resolve) => setTimeout(resolve))
        moments.push(comparedWith(state, states[i + 1], now))
      }
      this.moments = moments
    } catch {
      this.failed = true
    }
  }

  /** Stores a state as a report of its own; its id, or undefined where it was not stored. */
  asNew = async (report: Report): Promise<string | undefined> => {
    const saved = await this.#library.duplicate(report)
    return saved.ok ? saved.report.id : undefined
  }

  /** A state as a file: as offices send it to each other, or, where it cannot be opened, as it is. */
  fileOf = async ({ key, state, raw }: PastMoment): Promise<Written> => {
    if (state.ok) return writeExchangeFile(await handedOut(state.report))
    const bytes = new TextEncoder().encode(JSON.stringify(raw, null, 2) + '\n')
    return { name: `${this.#id}-${key}.json`, mime: 'application/json', bytes }
  }
}

function comparedWith(
  moment: PastState,
  before: PastState | undefined,
  now: Report | undefined
): PastMoment {
  const { state } = moment
  const against = (other: Report | undefined) =>
    state.ok && other ? differences(other, state.report) : undefined
  const since = against(before?.state.ok ? before.state.report : undefined)
  return { ...moment, sinceBefore: since && tallyOf(since), fromNow: against(now)?.length }
}

function tallyOf(list: readonly Difference[]): Tally {
  const count = (kind: Difference['kind']) => list.filter((one) => one.kind === kind).length
  return { cells: count('cell'), texts: count('text'), others: count('part') }
}
