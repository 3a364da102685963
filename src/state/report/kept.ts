import type { RefusedText } from '../../core/findings/rule.ts'
import type { Report } from '../../core/report/report.ts'
import { keepRefused, keptRefused, type KeptText } from '../../storage/saving/refused.ts'
import type { AllHeld, HeldText, State } from './editing.svelte.ts'
import { spotOf } from './spots.ts'

/**
 * What was refused in the fields of a report, kept beside it: leaving takes nothing away that undo
 * would not. Of one report at a time only the window that edits it keeps anything.
 */
export class KeptTexts {
  readonly #id: string
  #any = false
  #sure = true

  constructor(id: string) {
    this.#id = id
  }

  /** Whether it will be there again when this page has gone. */
  get sure(): boolean {
    return this.#sure
  }

  /** Keeps what stands in fields now and is refused. */
  note = ({ report, held }: State): void => {
    const texts = Object.values(held).flatMap(({ refused, stored }): KeptText[] =>
      refused ? [{ ...refused, over: stored(report) }] : []
    )
    if (texts.length === 0 && !this.#any) return
    this.#any = texts.length > 0
    this.#sure = keepRefused(this.#id, texts)
  }

  /** What was kept, as far as the report still says what it was typed over. */
  standing = (report: Report): AllHeld => {
    const kept = keptRefused(this.#id)
    this.#any = kept.length > 0
    return Object.fromEntries(
      standingIn(report, kept).map(({ refused, stored }) => {
        const { key, text } = refused
        return [key, { text, taken: false, stored, refused }]
      })
    )
  }
}

/** What was refused in the fields of a stored report, as it would be found on opening it. */
export const refusedIn = (
  report: Report,
  kept: readonly KeptText[] = keptRefused(report.id)
): RefusedText[] => standingIn(report, kept).map(({ refused }) => refused)

/** What says something else by now, or is gone, was answered elsewhere: by an import, by a merge. */
const standingIn = (
  report: Report,
  kept: readonly KeptText[]
): { readonly refused: RefusedText; readonly stored: HeldText['stored'] }[] =>
  kept.flatMap(({ over, ...refused }) => {
    const spot = spotOf(report, refused)
    return spot?.stored(report) === over ? [{ refused, stored: spot.stored }] : []
  })
