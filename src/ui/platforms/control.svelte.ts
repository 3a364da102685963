import { SvelteMap } from 'svelte/reactivity'
import { enterFigure, setFigure, setQualifier, type Entered } from '../../core/metrics/edit.ts'
import { fieldFigure, figureText } from '../../core/metrics/figure.ts'
import { figureAt, lineId, type Line } from '../../core/metrics/lines.ts'
import { enterMonth } from '../../core/metrics/months.ts'
import { copiedRows } from '../../core/paste.ts'
import type { Metric, Report } from '../../core/report.ts'
import type { Session } from '../../state/session.svelte.ts'
import { fieldsFrom, nextField } from './figure-grid.ts'

/** What was typed in a field and cannot be a figure. */
export interface Draft {
  readonly typed: string
  readonly problem: 'words' | 'range' | 'stroke'
}

/** A year of a line, or a month of it, counted from 0. */
export interface Place {
  readonly line: Line
  readonly year: number
  readonly month?: number
  /** Nothing beside the field tells or chooses the qualifier: it stands in the field. */
  readonly whole?: true
}

/** What the field of a place shows. */
export const placeText = (figure: Metric | undefined, { month, whole }: Place): string => {
  if (!figure) return ''
  if (month !== undefined) return String(figure.months?.[month] ?? '')
  return whole ? figureText(figure) : fieldFigure(figure)
}

function entered(report: Report, { line, year, month, whole }: Place, typed: string): Entered {
  if (month !== undefined) return enterMonth(report, line, year, month, typed)
  return enterFigure(whole ? setQualifier(report, line, year, '') : report, line, year, typed)
}

/** What became of a pasted block. */
export interface PastedFigures {
  readonly taken: number
  readonly refused: readonly string[]
}

const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0]
}

export const placeId = ({ line, year, month }: Place): string =>
  [lineId(line), year, ...(month === undefined ? [] : [month])].join('\u001f')

/** Typing, keys and clipboard of the platforms' figures. */
export class FiguresControl {
  readonly #session: Session
  readonly drafts: SvelteMap<string, Draft> = new SvelteMap()
  /** The figure that has, or last had, the focus. */
  active: Place | undefined = $state.raw()
  pasted: PastedFigures | undefined = $state.raw()
  #before: Partial<Metric> = {}
  /** Whether the caret moves inside the field (after F2 or a click into it). */
  #inside = false

  constructor(session: Session) {
    this.#session = session
  }

  focused = (place: Place): void => {
    this.active = place
    this.#inside = false
    this.pasted = undefined
    const figure = figureAt(this.#session.report, place.line, place.year)
    const { value = null, shown = '', qualifier = '', months } = figure ?? {}
    this.#before = { value, shown, qualifier, ...(months && { months }) }
  }

  typed = (place: Place, text: string): void => {
    const next = entered(this.#session.report, place, text)
    if (next.ok) {
      this.drafts.delete(placeId(place))
      this.#session.edit(() => next.report, `figure:${placeId(place)}`)
    } else {
      // On the way to 4a, 4 was a figure: what stood there before the typing began comes back.
      this.#restore(place)
      this.drafts.set(placeId(place), { typed: text, problem: next.problem })
    }
  }

  /** Brings back what the field held when it got the focus. */
  #restore(place: Place): void {
    const { line, year, month } = place
    const before = this.#before
    this.#session.edit(
      (report) => {
        const figure = figureAt(report, line, year)
        if (!figure) return report
        if (month !== undefined) {
          const was = before.months?.[month] ?? null
          if ((figure.months?.[month] ?? null) === was) return report
          const months = figure.months?.map((one, i) => (i === month ? was : one)) ?? []
          return setFigure(report, line, year, { months })
        }
        const { value = null, shown = '', qualifier = '' } = before
        const same =
          figure.value === value && figure.shown === shown && figure.qualifier === qualifier
        return same ? report : setFigure(report, line, year, { value, shown, qualifier })
      },
      `figure:${placeId(place)}`
    )
  }

  key = (event: KeyboardEvent, place: Place): void => {
    const input = event.target as HTMLInputElement
    // An input method owns the keys while it is composing.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const step = arrows[event.key]
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    if (step && !(this.#inside && sideways)) {
      const back = event.key === 'Enter' && event.shiftKey
      this.#go(input, step[0] * (back ? -1 : 1), step[1])
    } else if (event.key === 'F2') {
      this.#inside = true
      input.setSelectionRange(input.value.length, input.value.length)
    } else if (event.key === 'Escape') {
      this.#restore(place)
      this.drafts.delete(placeId(place))
      input.value = placeText(figureAt(this.#session.report, place.line, place.year), place)
      input.select()
    } else return
    event.preventDefault()
  }

  /**
   * A block from a sheet goes down the rows and along the columns that are seen, from the field it
   * is put on; what meets a place that has no field is named and not moved elsewhere.
   */
  paste = (event: ClipboardEvent, input: HTMLInputElement): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    // A single number is pasted as text, by the browser.
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const rows = copiedRows(text)
    const fieldAt = fieldsFrom(input)
    const targets: { readonly place: Place; readonly cell: string }[] = []
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
    this.#session.edit((report) => {
      let next = report
      for (const { place, cell } of targets) {
        const read = cell.trim() ? entered(next, place, cell) : undefined
        if (read?.ok) {
          next = read.report
          taken++
        } else if (read) refused.push(cell.trim())
      }
      return next
    })
    for (const { place } of targets) this.drafts.delete(placeId(place))
    this.pasted = { taken, refused }
  }

  #places: WeakMap<HTMLInputElement, Place> = new WeakMap()

  /** Makes a field part of the grid: it is found by its row and column in the table. */
  join =
    (place: Place) =>
    (input: HTMLInputElement): (() => void) => {
      this.#places.set(input, place)
      return () => this.#places.delete(input)
    }

  #go(from: HTMLInputElement, down: number, right: number): void {
    const to = nextField(from, down, right)
    to?.focus()
    to?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** How the active figure is printed, with its unit. */
  get printed(): string {
    const { active } = this
    const figure = active && figureAt(this.#session.report, active.line, active.year)
    const text = figure ? figureText(figure) : ''
    return text && figure ? text + figure.unit : ''
  }
}
