import { isTakable, type WordDifference } from '../../core/intake/returned/difference.ts'
import { withDifferences } from '../../core/intake/returned/with-differences.ts'
import { isRecord } from '../../core/report/json.ts'
import type { Report } from '../../core/report/report.ts'
import type { ChangedReport } from '../../formats/index.ts'

/** Whose words a difference is settled with: the report's that the document carries, or the document's. */
export type WordSide = 'mine' | 'theirs'

/**
 * The review of a document of ours whose words were changed: each difference with what the user says
 * about it, and the report of both. What nobody answers stays as the report has it.
 */
export class WordReview {
  /** The name of the file. */
  readonly name: string
  readonly source: ChangedReport
  /** The report that the document carries. */
  readonly report: Report
  readonly differences: readonly WordDifference[]
  /** The difference looked at, by its place in the list. */
  selected: number | undefined = $state(0)
  #sides: Readonly<Record<number, WordSide>> = $state.raw({})

  constructor(name: string, source: ChangedReport) {
    this.name = name
    this.source = source
    this.report = source.carried.report
    this.differences = source.differences
  }

  /** Differences that nobody has settled yet. */
  readonly remaining: readonly number[] = $derived.by(() =>
    this.differences.flatMap((_, i) => (this.#sides[i] ? [] : [i]))
  )

  /** What is taken from the document. */
  readonly taken: readonly WordDifference[] = $derived.by(() =>
    this.differences.filter((_, i) => this.#sides[i] === 'theirs')
  )

  sideOf = (difference: number): WordSide | undefined => this.#sides[difference]

  settle = (difference: number, side: WordSide): void => {
    this.#sides = { ...this.#sides, [difference]: side }
    this.selected = difference
  }

  /** Settles all of them at once; what cannot be taken from the document stays the report's. */
  settleAll = (side: WordSide): void => {
    this.#sides = Object.fromEntries(
      this.differences.map((one, i) => [i, isTakable(one) ? side : 'mine'])
    )
  }

  /** All that was answered, to be taken up again. */
  get answers() {
    return { differences: this.differences.length, sides: this.#sides }
  }

  /** Takes up answers that were stored. Where something else differs now, they are not its. */
  resume = (stored: unknown): void => {
    const { differences, sides } = isRecord(stored) ? stored : {}
    if (differences !== this.differences.length || !isRecord(sides)) return
    const taken = this.differences.flatMap((_, i) => {
      const side = sides[i]
      return side === 'mine' || side === 'theirs' ? [[i, side] as const] : []
    })
    this.#sides = Object.fromEntries(taken)
  }

  /** The report with what was taken. */
  result = (): Report => withDifferences(this.report, this.taken)
}
