import { cellText } from '../../core/compose/quote.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Report } from '../../core/report/report.ts'
import { keepRefused, keptRefused, type KeptText } from '../../storage/saving/refused.ts'
import type { AllHeld, EditedField, State } from './editing.svelte.ts'

/** How the field of a cell is called among those that are typed in. */
export const cellKey = (field: FieldId): string => `cell:${field}`

/** The field of a cell. */
export const cellSpot = (field: FieldId): EditedField => ({
  key: cellKey(field),
  stored: (report) => cellText(report, field)
})

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
      kept.flatMap(({ over, ...refused }) => {
        const { at, key, text } = refused
        const [field] = at.kind === 'cells' ? at.fields : []
        const stored = field ? cellSpot(field).stored : figureOf(at.kind === 'metric' ? at.id : '')
        const stands = field ? stored(report) === over : stored(report) !== ''
        return stands ? [[key, { text, taken: false, stored, refused }]] : []
      })
    )
  }
}

/** A figure by its id: the key of its field is the screen's. What was typed stands as long as it is there. */
const figureOf =
  (id: string): EditedField['stored'] =>
  ({ metrics, previous }) =>
    [...metrics, ...(previous?.metrics ?? [])].some((figure) => figure.id === id) ? id : ''
