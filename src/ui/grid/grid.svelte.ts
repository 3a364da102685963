import { untrack } from 'svelte'
import * as words from '../../i18n/words.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { pastedByLabel, pastedByPlace } from '../../core/intake/paste.ts'
import { cellText, numberText } from '../../core/compose/quote.ts'
import type { FieldId, TableId } from '../../core/form/table.ts'
import { sumOf } from '../../core/sums/totals.ts'
import { copiedTables } from '../../state/report/clipboard.ts'
import { cellKey, type Session } from '../../state/report/session.svelte.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import { fieldAt, focusField, selectAnew } from '../parts/focus.ts'
import {
  answerKey,
  answerPaste,
  isForeign,
  type Caret,
  type Direction
} from '../parts/field/number-field.ts'
import { navigation } from './navigate.ts'

/**
 * Keyboard, selection and clipboard of one statutory table. Long, for the three share the active cell
 * and the range.
 */
export class GridControl {
  readonly #session: Session
  readonly #view: ViewState
  readonly #nav
  readonly #table: TableId
  #anchor: FieldId | undefined = $state.raw()
  #head: FieldId | undefined = $state.raw()
  readonly #caret: Caret = { inside: false }

  constructor(session: Session, view: ViewState, table: TableId) {
    this.#session = session
    this.#view = view
    this.#table = table
    // An edit of the report must not make the control anew: the selection would go with the old one.
    this.#nav = navigation(untrack(() => formOf(session.report)).tables[table])
  }

  /** The one cell that Tab reaches from outside. */
  get tabStop(): FieldId | undefined {
    const { active } = this.#view
    return active && tableOf(active) === this.#table ? active : this.#nav.first
  }

  /** The selected cells, row by row; a single cell is no selection. */
  readonly range: readonly (readonly FieldId[])[] = $derived.by(() =>
    this.#anchor && this.#head && this.#anchor !== this.#head
      ? this.#nav.range(this.#anchor, this.#head)
      : []
  )
  readonly selected: ReadonlySet<FieldId> = $derived(new Set(this.range.flat()))

  /** Whether the cells can be read and copied only. */
  get locked(): boolean {
    return this.#session.reading !== undefined
  }

  typed = (field: FieldId, text: string): void => this.#session.typeCell(field, text)

  focused = (field: FieldId): void => {
    this.#view.active = field
    this.#caret.inside = false
    if (field !== this.#anchor) this.#anchor = this.#head = field
  }

  /** The grid's keys, pointer and clipboard are those of its fields, caught on their way up. */
  listen = (table: HTMLElement): (() => void) => {
    const listening = new AbortController()
    const { signal } = listening
    table.addEventListener('keydown', this.#key, { signal })
    table.addEventListener('pointerdown', this.#press, { signal })
    table.addEventListener('pointermove', this.#drag, { signal })
    table.addEventListener('click', this.#click, { signal })
    table.addEventListener('copy', this.#copy, { signal })
    table.addEventListener('paste', (event) => void this.#paste(event), { signal })
    return () => listening.abort()
  }

  /** The cell was left: what is typed there next is a new undo step. */
  left = (): void => this.#session.seal()

  /** Puts the focus into the current cell: a button that has nothing left to do loses its own. */
  enter = (): void => {
    if (this.tabStop) focusField(this.tabStop)
  }

  /** Gives a total the number its parts add up to. */
  compute = (field: FieldId): void => {
    const session = this.#session
    const [balance] = formOf(session.report).totals.get(field) ?? []
    if (!balance || this.locked) return
    const before = numberText(session.report, field)
    session.setAll({ [field]: sumOf(session.report.cells, balance.left) })
    session.say(words.grid.computed(this.#nameOf(field), before, numberText(session.report, field)))
    this.#view.mend([field])
  }

  #press = (event: PointerEvent): void => {
    const field = fieldAt(event)
    if (!field) return
    if (event.shiftKey && this.#anchor) {
      this.#head = field
      event.preventDefault()
    } else this.#anchor = this.#head = field
  }

  /** All of a cell leads into its field: what stands beside the number too, but for its button. */
  #click = (event: MouseEvent): void => {
    const field = fieldAt(event)
    const own = event.target instanceof Element && event.target.closest('input, button')
    if (field && !own && !event.shiftKey) focusField(field)
  }

  #drag = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !this.#anchor) return
    const field = fieldAt(event)
    if (field && field !== this.#head) {
      this.#head = field
      window.getSelection()?.removeAllRanges()
    }
  }

  #key = (event: KeyboardEvent): void => {
    const field = fieldAt(event)
    if (!field || isForeign(event)) return
    const answered = answerKey(event, this.#caret, {
      restore: () => this.#session.restore(cellKey(field)),
      move: ({ to, extend }) => (extend ? this.#extend(to) : this.#go(this.#nav.next(field, to)))
    })
    if (answered) return
    if (event.key === 'Tab') {
      const next = this.#nav.along(field, event.shiftKey)
      if (!next) return
      this.#go(next)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !this.#caret.inside) {
      const fields = this.range.length > 0 ? this.range.flat() : [field]
      if (fields.length === 1 && event.key === 'Backspace') return
      if (fields.length === 1) this.typed(field, '')
      else this.clear(fields)
    } else return
    event.preventDefault()
  }

  /** Cells become 未填, never 0. */
  clear = (fields: readonly FieldId[], whole = false): void => {
    const session = this.#session
    const key = (field: FieldId) => session.held(cellKey(field))
    const filled = fields.filter((field) => session.report.cells[field] !== null || key(field))
    if (filled.length === 0) return
    this.#set(filled, null)
    session.say(words.grid.cleared(filled.length, whole))
  }

  /** Blank cells of the selection, or of the table, become 0: only ever on request. */
  fillZero = (fields: readonly FieldId[] = this.range.flat()): void => {
    const blank = fields.filter((field) => this.#session.report.cells[field] === null)
    if (blank.length === 0) return
    this.#set(blank, 0)
    this.#session.say(words.grid.filledZero(blank.length))
  }

  #copy = (event: ClipboardEvent): void => {
    if (this.range.length === 0 || !event.clipboardData) return
    const { report } = this.#session
    const lines = this.range.map((line) => line.map((field) => cellText(report, field)))
    event.clipboardData.setData('text/plain', lines.map((line) => line.join('\t')).join('\n'))
    event.preventDefault()
  }

  /** A block from Excel, WPS, Word or a page: by row label where it has labels, else by place. */
  #paste = async (event: ClipboardEvent): Promise<void> => {
    const field = fieldAt(event)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const html = event.clipboardData?.getData('text/html') ?? ''
    // Some programs put a table on the clipboard as markup and nothing beside it.
    const alone = !text.trim() && /<table[\s>]/i.test(html)
    const single = !alone && !/[\t\n]/.test(text.trim())
    if (!field) return
    const typed = (number: string) => this.typed(field, number)
    if (!answerPaste(event, this.#caret, { text, single, typed })) return
    const { patch, rows } = await copiedTables(text, html)
    const block =
      pastedByLabel(patch, this.#table) ?? pastedByPlace(rows, this.#nav.under(field, rows))
    const taken = Object.keys(block.patch).length
    if (taken > 0) this.#session.setAll(block.patch, block.notes)
    selectAnew()
    const warnings = [
      ...(block.doubtful.length ? [words.grid.doubtful(block.doubtful.map(this.#nameOf))] : []),
      ...(block.refused.length ? [words.grid.refused(block.refused.map(this.#nameOf))] : []),
      ...(block.strange.length ? [words.grid.strange(block.strange)] : [])
    ]
    if (taken > 0) this.#session.say(words.grid.pasted(taken), { warnings })
    else this.#session.say(words.grid.nothingPasted, { warnings, idle: true })
  }

  #nameOf = (field: FieldId): string => {
    const { row, column } = formOf(this.#session.report).entryOf(field)
    return `${row} · ${column}`
  }

  #set(fields: readonly FieldId[], value: number | null): void {
    this.#session.setAll(Object.fromEntries(fields.map((field) => [field, value])))
  }

  #extend(direction: Direction): void {
    const next = this.#head && this.#nav.next(this.#head, direction)
    if (next) this.#head = next
  }

  #go(field: FieldId | undefined): void {
    if (!field) return
    this.#anchor = this.#head = field
    focusField(field)
  }
}
