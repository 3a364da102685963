import * as words from '../../../i18n/words.ts'
import { enterFigure, setQualifier, type Entered } from '../../../core/platforms/edit.ts'
import { fieldFigure, figureText } from '../../../core/platforms/figure.ts'
import { figureAt, lineId, newestOf, type FigureLine } from '../../../core/platforms/lines.ts'
import { enterMonth } from '../../../core/platforms/months.ts'
import { copiedRows } from '../../../core/intake/paste.ts'
import type { Metric, Report } from '../../../core/report/report.ts'
import type { EditedField } from '../../../state/report/editing.svelte.ts'
import type { Session } from '../../../state/report/session.svelte.ts'
import { selectAnew } from '../../parts/focus/fields.ts'
import { answerKey, answerPaste, type Caret } from '../../parts/field/number-field.ts'
import { reached, type FieldMove } from '../../parts/field/reach.ts'
import { FieldSaid } from '../../parts/field/said.svelte.ts'
import { fieldsFrom, keyedGrid } from './figure-grid.ts'

/** A year of a line, or a month of it, counted from 0. */
export interface FigurePlace {
  readonly line: FigureLine
  readonly year: number
  readonly month?: number
  /** Nothing beside the field tells or chooses the qualifier: it stands in the field. */
  readonly whole?: true
}

/** What the field of a place shows. */
export const placeText = (figure: Metric | undefined, { month, whole }: FigurePlace): string => {
  if (!figure) return ''
  if (month !== undefined) return String(figure.months?.[month] ?? '')
  return whole ? figureText(figure) : fieldFigure(figure)
}

function entered(
  report: Report,
  { line, year, month, whole }: FigurePlace,
  typed: string
): Entered {
  if (month !== undefined) return enterMonth(report, line, year, month, typed)
  return enterFigure(whole ? setQualifier(report, line, year, '') : report, line, year, typed)
}

const placeId = ({ line, year, month }: FigurePlace): string =>
  [lineId(line), year, ...(month === undefined ? [] : [month])].join('\u001f')

/** The field of a place among those that are typed in. */
const spotOf = (place: FigurePlace): EditedField => ({
  key: `figure:${placeId(place)}`,
  stored: (report) => placeText(figureAt(report, place.line, place.year), place)
})

/** Typing, keys and clipboard of the platforms' figures. */
export class FiguresControl {
  readonly #session: Session
  /** The figure that has, or last had, the focus. */
  active: FigurePlace | undefined = $state.raw()
  readonly #caret: Caret = { inside: false }
  /** What the line below the tables says. */
  readonly said: FieldSaid

  constructor(session: Session) {
    this.#session = session
    this.said = new FieldSaid(session)
  }

  focused = (place: FigurePlace): void => {
    this.active = place
    this.#caret.inside = false
  }

  /** What stands in the field as it was typed. */
  held = (place: FigurePlace): string | undefined => this.#session.held(spotOf(place).key)?.text

  /** Why a text cannot be a figure there. */
  problem = (place: FigurePlace, text: string): 'words' | 'range' | 'stroke' | undefined => {
    const read = entered(this.#session.report, place, text)
    return read.ok ? undefined : read.problem
  }

  typed = (place: FigurePlace, text: string): void => {
    const change = (report: Report): Report => {
      const read = entered(report, place, text)
      return read.ok ? read.report : report
    }
    const why = this.problem(place, text)
    if (!why) return this.#session.type(spotOf(place), text, change)
    const { report } = this.#session
    const { line, year } = place
    // Where the line has no figure in that year, the finding stands at the newest that it has.
    const { id = '' } = figureAt(report, line, year) ?? newestOf(report, line) ?? {}
    const { key } = spotOf(place)
    const refused = { at: { kind: 'metric', id }, key, text, why } as const
    this.#session.type(spotOf(place), text, undefined, refused)
  }

  /** How the field of a place is called among those that are typed in. */
  keyOf = (place: FigurePlace): string => spotOf(place).key

  /** Whether a month of a line in these years holds what is no number. */
  holdsMonths = (line: FigureLine, years: readonly number[]): boolean =>
    years.some((year) =>
      Array.from({ length: 12 }, (_, month) => this.held({ line, year, month })).some(
        (text) => text !== undefined
      )
    )

  left = (place: FigurePlace): void => {
    const figure = figureAt(this.#session.report, place.line, place.year)
    const stands = placeText(figure, place)
    const printed = figure && place.month === undefined ? figureText(figure) + figure.unit : stands
    this.said.left(spotOf(place).key, printed, stands)
  }

  /** The field in hand, by the name that it is typed in by. */
  get inHand(): string | undefined {
    return this.active && spotOf(this.active).key
  }

  key = (event: KeyboardEvent, place: FigurePlace): void => {
    const { target } = event
    if (!(target instanceof HTMLInputElement)) return
    answerKey(event, this.#caret, {
      restore: () => this.#session.restore(spotOf(place).key),
      move: (move) => this.#go(target, move)
    })
  }

  /**
   * A block from a sheet goes down the rows and along the columns that are seen, from the field it
   * is put on; what meets a place that has no field is named and not moved elsewhere.
   */
  paste = (event: ClipboardEvent, input: HTMLInputElement): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const own = this.#places.get(input)
    const single = !/[\t\n]/.test(text.trim())
    if (!own) return
    const typed = (number: string) => this.typed(own, number)
    if (!answerPaste(event, this.#caret, { text, single, typed })) return
    selectAnew()
    const rows = copiedRows(text)
    const fieldAt = fieldsFrom(input)
    const targets: { readonly place: FigurePlace; readonly cell: string }[] = []
    const refused: string[] = []
    rows.forEach((row, down) =>
      row.forEach((cell, right) => {
        const field = fieldAt(down, right)
        const place = field && this.#places.get(field)
        if (place) targets.push({ place, cell })
        else if (cell.trim()) refused.push(cell.trim())
      })
    )
    let taken = 0
    const change = (report: Report): Report => {
      let next = report
      for (const { place, cell } of targets) {
        const read = cell.trim() ? entered(next, place, cell) : undefined
        if (read?.ok) {
          next = read.report
          taken++
        } else if (read) refused.push(cell.trim())
      }
      return next
    }
    this.#session.edit(change, {
      over: targets.filter(({ cell }) => cell.trim()).map(({ place }) => spotOf(place).key)
    })
    this.#session.say(words.platforms.pasted(taken), {
      warnings: refused.length ? [words.platforms.refusedCells(refused)] : [],
      ...(taken === 0 && { idle: true })
    })
  }

  #places: WeakMap<HTMLInputElement, FigurePlace> = new WeakMap()

  /** Makes a field part of the grid: it is found by its row and column in the table. */
  join =
    (place: FigurePlace) =>
    (input: HTMLInputElement): (() => void) => {
      this.#places.set(input, place)
      return () => this.#places.delete(input)
    }

  #go(from: HTMLInputElement, move: FieldMove): void {
    const to = reached(from, move, keyedGrid(from))
    to.focus()
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** How the active figure is printed, with its unit. */
  get printed(): string {
    const { active } = this
    const figure = active && figureAt(this.#session.report, active.line, active.year)
    const text = figure ? figureText(figure) : ''
    return text && figure ? text + figure.unit : ''
  }
}
