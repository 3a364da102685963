import * as words from '../../../i18n/words.ts'
import { copiedRows } from '../../../core/intake/paste.ts'
import {
  enterAt,
  putFigure,
  standsAt,
  type Entered,
  type FigurePlace
} from '../../../core/platforms/entering.ts'
import { figureText } from '../../../core/platforms/figure.ts'
import { isTotal } from '../../../core/platforms/identities.ts'
import {
  allLines,
  figureAt,
  knownFigures,
  newestOf,
  type FigureLine
} from '../../../core/platforms/lines.ts'
import type { Metric, Report } from '../../../core/report/report.ts'
import { copiedTables } from '../../../state/report/clipboard.ts'
import { figureKey, figureSpot } from '../../../state/report/spots.ts'
import { richTable, type Rich } from '../../parts/copy-rich.ts'
import { FieldGrid, type FieldBlock, type Put } from '../../parts/field/field-grid.svelte.ts'
import { fieldOf, figureFields, type FigureFields } from './figure-grid.ts'

type Field = HTMLInputElement

/** A text for a field, or for a place that has none. */
interface Given {
  readonly field: Field | undefined
  readonly text: string
}

/** A field of the grid: what it is of, and what its row and its column are called. */
export interface FigureField {
  readonly place: FigurePlace
  readonly row: string
  readonly column: string
}

/**
 * The control of the tables of platforms' figures. Long, for what the shared grid asks of a table is
 * answered here beside the typing of a figure.
 */
export class FiguresControl extends FieldGrid<Field> {
  #fields: WeakMap<Field, FigureField> = new WeakMap()
  /** Another whenever fields come, go or change places: what is selected is asked of the rows anew. */
  #rows: object = $state.raw({})
  /** The figure that has, or last had, the focus. */
  active: FigurePlace | undefined = $state.raw()
  protected current: Field | undefined = $state.raw()

  override focused(field: Field): void {
    this.active = this.#fields.get(field)?.place
    this.current = field
    super.focused(field)
  }

  /** Makes a field part of the grid: it is found by its row and column in the table. */
  join =
    (of: FigureField) =>
    (field: Field): (() => void) => {
      this.#fields.set(field, of)
      this.#rows = {}
      return () => (this.#rows = {})
    }

  /** What stands in the field as it was typed. */
  held = (place: FigurePlace): string | undefined => this.session.held(figureKey(place))?.text

  /** Why a text cannot be a figure there. */
  problem = (place: FigurePlace, text: string): 'words' | 'range' | 'stroke' | undefined => {
    const read = enterAt(this.session.report, place, text)
    return read.ok ? undefined : read.problem
  }

  typed = (place: FigurePlace, text: string): void => {
    const change = (report: Report): Report => {
      const read = enterAt(report, place, text)
      return read.ok ? read.report : report
    }
    const why = this.problem(place, text)
    if (!why) return this.session.type(figureSpot(place), text, change)
    const { report } = this.session
    const { line, year } = place
    // Where the line has no figure in that year, the finding stands at the newest that it has.
    const { id = '' } = figureAt(report, line, year) ?? newestOf(report, line) ?? {}
    const key = figureKey(place)
    const refused = { at: { kind: 'metric', id }, key, text, why } as const
    this.session.type(figureSpot(place), text, undefined, refused)
  }

  /** How the field of a place is called among those that are typed in. */
  keyAt = (place: FigurePlace): string => figureKey(place)

  /** Whether a month of a line holds what is no number. */
  holdsMonths = (line: FigureLine): boolean =>
    this.#months(line).some((place) => this.held(place) !== undefined)

  /** Whether a field, by its key, is the one of a month of a line. */
  isMonthOf = (line: FigureLine, key: string): boolean =>
    this.#months(line).some((place) => this.keyAt(place) === key)

  /** Whether a figure, by its id or the key of its field, is of a year before last. */
  isPast = (name: string): boolean => {
    const { report } = this.session
    const found = knownFigures(report).find(({ id }) => id === name)
    if (found) return found.year < report.year - 1
    return allLines(report).some((line) =>
      [2, 3, 4].some((ago) => this.keyAt({ line, year: report.year - ago }) === name)
    )
  }

  #months(line: FigureLine): FigurePlace[] {
    const { year } = this.session.report
    return [year, year - 1].flatMap((of) =>
      Array.from({ length: 12 }, (_, month) => ({ line, year: of, month }))
    )
  }

  left = (place: FigurePlace): void => {
    const { report } = this.session
    const figure = figureAt(report, place.line, place.year)
    const stands = standsAt(report, place)
    const printed = figure && place.month === undefined ? printedWithUnit(figure) : stands
    this.said.left(figureKey(place), printed, stands)
  }

  /** The field in hand, by the name that it is typed in by. */
  get inHand(): string | undefined {
    return this.active && figureKey(this.active)
  }

  /** How the active figure is printed, with its unit. */
  get printed(): string {
    const { active } = this
    const figure = active && figureAt(this.session.report, active.line, active.year)
    return figure ? printedWithUnit(figure) : ''
  }

  /** How many of the selected figures are not filled in. */
  get blanks(): number {
    return [...this.selected].filter((field) => !this.textOf(field)).length
  }

  protected fieldAt({ target }: Event): Field | undefined {
    return target instanceof Element ? fieldOf(target.closest('td')) : undefined
  }

  protected tableOf(field: Field): FigureFields {
    void this.#rows
    return figureFields(field)
  }

  protected keyOf(field: Field): string {
    return field.dataset['key'] ?? ''
  }

  protected isTotal(field: Field): boolean {
    const place = this.#fields.get(field)?.place
    return place !== undefined && isTotal(this.session.report, place.line)
  }

  protected textOf(field: Field): string {
    const place = this.#fields.get(field)?.place
    return place ? standsAt(this.session.report, { ...place, whole: true }) : ''
  }

  protected wholeText(field: Field): string {
    return this.textOf(field)
  }

  /** Figures as they are printed, with their units. */
  protected labelled(range: FieldBlock<Field>): Rich {
    const { report } = this.session
    const at = (field: Field | undefined) => field && this.#fields.get(field)
    const [first = []] = range
    const columns = first.map(
      (_, i) => range.map((line) => at(line[i])).find(Boolean)?.column ?? ''
    )
    const lines = range.map((line) => [
      line.map(at).find(Boolean)?.row ?? '',
      ...line.map((field) => {
        const place = at(field)?.place
        if (!place) return ''
        const figure = figureAt(report, place.line, place.year)
        const isYear = place.month === undefined
        return isYear && figure ? printedWithUnit(figure) : standsAt(report, place)
      })
    ])
    return richTable([['', ...columns], ...lines].map((line) => line.map((text) => ({ text }))))
  }

  protected type(field: Field, text: string): void {
    const place = this.#fields.get(field)?.place
    if (place) this.typed(place, text)
  }

  /** Typed here, the qualifier with the number. */
  protected put(texts: ReadonlyMap<Field, string>): Put {
    const given = [...texts].map(([field, text]) => ({ field, text }))
    const { refused, ...put } = this.#putAll(given, (place) => ({ ...place, whole: true }))
    const names = refused.map(({ field }) => this.#nameOf(field))
    return { ...put, warnings: names.length ? [words.grid.notFilled(names)] : [] }
  }

  /**
   * It goes down the rows and along the columns that are seen; what meets a place that has no field is named
   * and not moved elsewhere.
   */
  protected putBlock(corner: Field, text: string, html: string): Put | Promise<Put> {
    const put = (rows: readonly (readonly string[])[]): Put => {
      const fields = figureFields(corner).under(corner, rows)
      const cells = rows.flatMap((row, down) =>
        row.map((cell, right) => ({ field: fields[down]?.[right], text: cell.trim() }))
      )
      const { refused, ...done } = this.#putAll(cells.filter(({ text }) => text))
      const texts = refused.map((one) => one.text)
      return { ...done, warnings: texts.length ? [words.platforms.refusedCells(texts)] : [] }
    }
    return text.trim()
      ? put(copiedRows(text))
      : copiedTables(text, html).then(({ rows }) => put(rows))
  }

  protected turnTo(field: Field, focus: boolean): void {
    if (focus) field.focus()
    field.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #nameOf(field: Field | undefined): string {
    const { row = '', column = '' } = (field && this.#fields.get(field)) ?? {}
    return `${row} · ${column}`
  }

  #putAll(
    given: readonly Given[],
    as: (place: FigurePlace) => FigurePlace = (place) => place
  ): Put & { readonly refused: readonly Given[] } {
    const refused: Given[] = []
    const keys: string[] = []
    let next = this.session.report
    for (const one of given) {
      const { field, text } = one
      const place = field && this.#fields.get(field)?.place
      const read: Entered | undefined = place && putFigure(next, as(place), text)
      if (place && read?.ok) {
        next = read.report
        keys.push(figureKey(place))
      } else refused.push(one)
    }
    return {
      taken: given.length - refused.length,
      changed: this.session.fill(() => next, keys),
      refused
    }
  }
}

const printedWithUnit = (figure: Metric): string => {
  const text = figureText(figure)
  return text && text + figure.unit
}
