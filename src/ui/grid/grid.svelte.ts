import { untrack } from 'svelte'
import * as words from '../../i18n/words.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { pastedByLabel, pastedByPlace } from '../../core/intake/paste.ts'
import { parseCell } from '../../core/form/cell.ts'
import { cellText, numberText } from '../../core/compose/quote.ts'
import type { FieldId, TableId } from '../../core/form/table.ts'
import type { Report } from '../../core/report/report.ts'
import { sumOf } from '../../core/sums/totals.ts'
import { copiedTables } from '../../state/report/clipboard.ts'
import { cellKey, type Session } from '../../state/report/session.svelte.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import { copyRich } from '../parts/copy-rich.ts'
import { allSelected, fieldAt, focusField, revealField, selectAnew } from '../parts/focus/fields.ts'
import {
  answerKey,
  answerPaste,
  isCommand,
  isForeign,
  type Caret
} from '../parts/field/number-field.ts'
import { reached, type FieldMove } from '../parts/field/reach.ts'
import { FieldSaid } from '../parts/field/said.svelte.ts'
import { labelledCopy } from './labelled.ts'
import { fillSources, navigation } from './navigate.ts'

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
  /** What the line below the table says. */
  readonly said: FieldSaid

  constructor(session: Session, view: ViewState, table: TableId) {
    this.#session = session
    this.#view = view
    this.#table = table
    this.said = new FieldSaid(session)
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
    table.addEventListener('mousedown', this.#press, { signal })
    table.addEventListener('mousemove', this.#drag, { signal })
    table.addEventListener('copy', this.#copy, { signal })
    table.addEventListener('cut', this.#cut, { signal })
    table.addEventListener('paste', (event) => void this.#paste(event), { signal })
    return () => {
      listening.abort()
      // A cell that goes with its table is left, whether or not the browser says so.
      this.#session.seal()
    }
  }

  /** The cell was left. */
  left = (field: FieldId): void =>
    this.said.left(cellKey(field), cellText(this.#session.report, field))

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

  /**
   * A press chooses a cell, all of which leads into its field: what is typed replaces its number. With
   * Shift it selects up to the cell; a double press, and each that follows, is the text's.
   */
  #press = (event: MouseEvent): void => {
    const field = fieldAt(event)
    const { target } = event
    if (!field || event.button !== 0 || !(target instanceof Element) || target.closest('button'))
      return
    const caret = this.#caret
    if (target === document.activeElement && (caret.inside || event.detail > 1)) {
      caret.inside = true
      return
    }
    event.preventDefault()
    if (event.shiftKey && this.#anchor) this.#head = field
    else this.#go(field)
    selectAnew()
  }

  #drag = (event: MouseEvent): void => {
    const field = fieldAt(event)
    if (!field || event.buttons !== 1 || !this.#anchor || this.#caret.inside) return
    if (field !== this.#head) this.#extend(field)
  }

  #key = (event: KeyboardEvent): void => {
    const field = fieldAt(event)
    if (!field || this.#command(event, field)) return
    const answered = answerKey(event, this.#caret, {
      restore: () => {
        this.#anchor = this.#head = field
        this.#session.restore(cellKey(field))
      },
      move: (move) =>
        move.extend
          ? this.#extend(this.#reached(this.#head ?? field, move))
          : this.#go(this.#reached(field, move))
    })
    if (answered || isForeign(event)) return
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

  /**
   * Ctrl+A, Ctrl+D, Ctrl+R and Ctrl+Shift+C; the browser would mark the page or load it anew. In a text
   * that is being typed Ctrl+A selects the text first.
   */
  #command(event: KeyboardEvent, field: FieldId): boolean {
    if (!isCommand(event) || event.altKey || event.isComposing) return false
    const command = `${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`
    if (command === 'a' && !this.#caret.inside && allSelected(event)) {
      this.#anchor = this.#nav.first
      this.#head = this.#nav.last
    } else if (command === 'd') this.fill(field, 'up')
    else if (command === 'r') this.fill(field, 'left')
    else if (command === 'shift c') void this.copyLabelled()
    else return false
    event.preventDefault()
    return true
  }

  /**
   * Fills the selection down from its first row (`up`) or right from its first column. A total is never
   * filled: it follows its parts, or stays as it was typed and is found not to agree.
   */
  fill = (field: FieldId, from: 'up' | 'left'): void => {
    const session = this.#session
    if (this.locked || this.#caret.inside) return
    const { totals } = formOf(session.report)
    const block = this.range.length > 0 ? this.range.flat() : [field]
    const patch: Partial<Record<FieldId, number>> = {}
    for (const [to, source] of fillSources(this.#nav, block, from)) {
      if (totals.has(to)) continue
      // Read as if typed: money is no count.
      const reading = parseCell(to, numberText(session.report, source))
      if (reading.ok && reading.value !== null) patch[to] = reading.value
    }
    const count = Object.keys(patch).length
    if (count > 0) session.setAll(patch)
    selectAnew()
    if (count > 0) session.say(words.grid.filled(count, from))
    else if (block.every((one) => totals.has(one)))
      session.say(words.grid.totalNotFilled, { idle: true })
    else session.say(words.grid.nothingToFill(from), { idle: true })
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

  /** The numbers alone, as a sheet takes them. */
  #copy = (event: ClipboardEvent): void => void this.#putOut(event, numberText)

  /** With their remarks: they leave the report too, and come back when they are pasted. */
  #cut = (event: ClipboardEvent): void => {
    if (this.#putOut(event, cellText)) this.clear(this.range.flat())
  }

  /** Puts the selection on the clipboard; false where it is the browser's to copy. */
  #putOut(event: ClipboardEvent, textOf: (report: Report, field: FieldId) => string): boolean {
    if (this.range.length === 0 || this.#caret.inside || !event.clipboardData) return false
    const { report } = this.#session
    const lines = this.range.map((line) => line.map((field) => textOf(report, field)).join('\t'))
    event.clipboardData.setData('text/plain', lines.join('\n'))
    event.preventDefault()
    return true
  }

  /** Copies the selection with the labels of its rows and columns, and remarks as they are printed. */
  copyLabelled = async (): Promise<void> => {
    const session = this.#session
    const { report } = session
    const { tabStop } = this
    const fields = this.selected.size > 0 ? this.selected : new Set(tabStop && [tabStop])
    const table = formOf(report).tables[this.#table]
    const rich = labelledCopy(table, fields, (field) => cellText(report, field))
    const copied = await copyRich(rich).catch(() => false)
    session.say(copied ? words.grid.copiedLabelled(fields.size) : words.grid.notCopied, {
      idle: true
    })
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

  #reached(from: FieldId, move: FieldMove): FieldId {
    const { cells } = this.#session.report
    return reached(from, move, { ...this.#nav, isFilled: (field) => cells[field] !== null })
  }

  #extend(field: FieldId): void {
    this.#head = field
    revealField(field)
    selectAnew()
  }

  #go(field: FieldId): void {
    this.#anchor = this.#head = field
    focusField(field)
  }
}
