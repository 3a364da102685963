import { entryOf, form2021, totals } from '../../core/form.ts'
import { parseCell, type CellProblem } from '../../core/cell.ts'
import { copiedRows, pastedByLabel, pastedByPlace, type Pasted } from '../../core/paste.ts'
import { cellText } from '../../core/quote.ts'
import type { FieldId, TableId } from '../../core/table.ts'
import { sumOf } from '../../core/totals.ts'
import { clipboardBlocks, rowsIn } from '../../state/clipboard.ts'
import type { Session } from '../../state/session.svelte.ts'
import type { Desk } from './desk.svelte.ts'
import { fieldAt, focusField } from './focus.ts'
import { navigation, type Direction } from './navigate.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right'
}

/** What became of a pasted block; shown under the table until the next edit. */
export interface PasteReport extends Pick<Pasted, 'refused' | 'strange'> {
  readonly taken: number
}

/** Keyboard, selection and clipboard of one statutory table. */
export class GridControl {
  readonly #session: Session
  readonly #desk: Desk
  readonly #nav
  readonly #table: TableId
  #anchor: FieldId | undefined = $state.raw()
  #head: FieldId | undefined = $state.raw()
  /** Whether the caret moves inside the cell (after F2 or a click into it). */
  #inside = false
  /** What the focused cell held when it got the focus. */
  #before: { value: number | null; note: string } = { value: null, note: '' }
  problems: Readonly<Partial<Record<FieldId, CellProblem>>> = $state.raw({})
  paste: PasteReport | undefined = $state.raw()

  constructor(session: Session, desk: Desk, table: TableId) {
    this.#session = session
    this.#desk = desk
    this.#table = table
    this.#nav = navigation(form2021.tables[table])
  }

  /** The one cell that Tab reaches from outside. */
  get tabStop(): FieldId | undefined {
    const { active } = this.#desk
    return active?.startsWith(`${this.#table}.`) ? active : this.#nav.first
  }

  /** The selected cells, row by row; a single cell is no selection. */
  readonly range: readonly (readonly FieldId[])[] = $derived.by(() =>
    this.#anchor && this.#head && this.#anchor !== this.#head
      ? this.#nav.range(this.#anchor, this.#head)
      : []
  )
  readonly selected: ReadonlySet<FieldId> = $derived(new Set(this.range.flat()))

  /** Takes what was typed so far; what the cell says now, number and remark. */
  typed = (field: FieldId, text: string): string => {
    this.paste = undefined
    const reading = parseCell(entryOf(field), text)
    if (reading.ok) {
      this.#desk.drafts.delete(field)
      this.#session.set(field, reading.value, reading.note)
    } else {
      // On the way to 4a, 4 was a number: what stood there before the typing began comes back.
      const { value, note } = this.#before
      this.#session.set(field, value, note)
      this.problems = { ...this.problems, [field]: reading.problem }
      this.#desk.drafts.set(field, text)
    }
    return cellText(this.#session.report, field)
  }

  focused = (field: FieldId): void => {
    const { report } = this.#session
    this.#before = { value: report.cells[field], note: report.notes[field] ?? '' }
    this.#desk.active = field
    this.#inside = false
    if (field !== this.#anchor) this.#anchor = this.#head = field
  }

  /** The grid's keys, pointer and clipboard are those of its fields, caught on their way up. */
  listen = (table: HTMLElement): (() => void) => {
    const listening = new AbortController()
    const { signal } = listening
    table.addEventListener('keydown', this.#key, { signal })
    table.addEventListener('pointerdown', this.#press, { signal })
    table.addEventListener('pointermove', this.#drag, { signal })
    table.addEventListener('copy', this.#copy, { signal })
    table.addEventListener('paste', (event) => void this.#paste(event), { signal })
    return () => listening.abort()
  }

  /** The cell was left: what is typed there next is a new undo step. */
  left = (): void => this.#session.seal()

  /** Gives a total the number its parts add up to. */
  compute = (field: FieldId): void => {
    const [balance] = totals.get(field) ?? []
    if (balance) this.#session.setAll({ [field]: sumOf(this.#session.report.cells, balance.left) })
    this.#desk.mend([field])
  }

  #press = (event: PointerEvent): void => {
    const field = fieldAt(event)
    if (!field) return
    if (event.shiftKey && this.#anchor) {
      this.#head = field
      event.preventDefault()
    } else this.#anchor = this.#head = field
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
    // An input method owns the keys while it is composing.
    if (!field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = arrows[event.key]
    if (direction && !(this.#inside && (direction === 'left' || direction === 'right'))) {
      if (event.shiftKey) this.#extend(direction)
      else this.#go(this.#nav.next(field, direction))
    } else if (event.key === 'Enter') {
      this.#go(this.#nav.next(field, event.shiftKey ? 'up' : 'down'))
    } else if (event.key === 'Tab') {
      const next = this.#nav.along(field, event.shiftKey)
      if (!next) return
      this.#go(next)
    } else if (event.key === 'F2') {
      this.#inside = true
      const input = event.target as HTMLInputElement
      input.setSelectionRange(input.value.length, input.value.length)
    } else if (event.key === 'Escape') {
      this.#restore(field, event.target as HTMLInputElement)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !this.#inside) {
      const fields = this.range.length > 0 ? this.range.flat() : [field]
      if (fields.length === 1 && event.key === 'Backspace') return
      this.#fill(fields, null)
      ;(event.target as HTMLInputElement).value = ''
    } else return
    event.preventDefault()
  }

  /** Blank cells of the selection, or of the table, become 0: only ever on request. */
  fillZero = (fields: readonly FieldId[] = this.range.flat()): void =>
    this.#fill(
      fields.filter((field) => this.#session.report.cells[field] === null),
      0
    )

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
    // A single number is pasted as text, by the browser.
    if (!field || (!alone && !/[\t\n]/.test(text.trim()))) return
    event.preventDefault()
    const blocks = await clipboardBlocks(text, html)
    const rows = alone ? rowsIn(blocks) : copiedRows(text)
    const block =
      pastedByLabel(blocks, this.#table) ?? pastedByPlace(rows, this.#nav.under(field, rows))
    const fields = Object.keys(block.patch) as FieldId[]
    for (const taken of fields) this.#desk.drafts.delete(taken)
    if (fields.length > 0) this.#session.setAll(block.patch, block.notes)
    this.paste = { taken: fields.length, refused: block.refused, strange: block.strange }
  }

  #fill(fields: readonly FieldId[], value: number | null): void {
    if (fields.length === 0) return
    for (const field of fields) this.#desk.drafts.delete(field)
    this.#session.setAll(Object.fromEntries(fields.map((field) => [field, value])))
  }

  #restore(field: FieldId, input: HTMLInputElement): void {
    const { value, note } = this.#before
    this.#session.set(field, value, note)
    this.#desk.drafts.delete(field)
    this.#inside = false
    input.value = cellText(this.#session.report, field)
    input.select()
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
