import { untrack } from 'svelte'
import * as words from '../../i18n/words.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { pastedByLabel, pastedByPlace } from '../../core/intake/paste.ts'
import { parseCell } from '../../core/form/cell.ts'
import { cellText, numberText } from '../../core/compose/quote.ts'
import type { FieldId, TableId } from '../../core/form/table.ts'
import { sumOf } from '../../core/sums/totals.ts'
import { copiedTables } from '../../state/report/clipboard.ts'
import { cellKey, type Session } from '../../state/report/session.svelte.ts'
import type { Rich } from '../parts/copy-rich.ts'
import {
  FieldGrid,
  type FieldBlock,
  type FieldTable,
  type Put
} from '../parts/field/field-grid.svelte.ts'
import { fieldAt, focusField, revealField } from '../parts/focus/fields.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import { labelledCopy } from './labelled.ts'
import { navigation } from './navigate.ts'

/** The control of one statutory table. */
export class GridControl extends FieldGrid<FieldId> {
  readonly #view: ViewState
  readonly #nav
  readonly #table: TableId

  constructor(session: Session, view: ViewState, table: TableId) {
    super(session)
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

  typed = (field: FieldId, text: string): void => this.session.typeCell(field, text)

  override focused(field: FieldId): void {
    this.#view.active = field
    super.focused(field)
  }

  /** The cell was left. */
  left = (field: FieldId): void =>
    this.said.left(cellKey(field), cellText(this.session.report, field))

  /** Puts the focus into the current cell: a button that has nothing left to do loses its own. */
  enter = (): void => {
    if (this.tabStop) focusField(this.tabStop)
  }

  /** Gives a total the number its parts add up to. */
  compute = (field: FieldId): void => {
    const { session } = this
    const [balance] = formOf(session.report).totals.get(field) ?? []
    if (!balance || this.locked) return
    const before = numberText(session.report, field)
    session.setAll({ [field]: sumOf(session.report.cells, balance.left) })
    session.say(words.grid.computed(this.#nameOf(field), before, numberText(session.report, field)))
    this.#view.mend([field])
  }

  /** Blank cells of the selection, or of the table, become 0: only ever on request. */
  fillZero = (fields: Iterable<FieldId> = this.selected): void => {
    const { session } = this
    const blank = [...fields].filter((field) => session.report.cells[field] === null)
    if (blank.length === 0) return
    session.setAll(Object.fromEntries(blank.map((field) => [field, 0])))
    session.say(words.grid.filledZero(blank.length))
  }

  protected get current(): FieldId | undefined {
    return this.tabStop
  }

  protected fieldAt = fieldAt
  protected keyOf = cellKey

  protected tableOf(): FieldTable<FieldId> {
    const { cells } = this.session.report
    return { ...this.#nav, isFilled: (field) => cells[field] !== null }
  }

  protected isTotal(field: FieldId): boolean {
    return formOf(this.session.report).totals.has(field)
  }

  protected textOf(field: FieldId): string {
    return numberText(this.session.report, field)
  }

  /** With its remark, which leaves the report too. */
  protected wholeText(field: FieldId): string {
    return cellText(this.session.report, field)
  }

  protected labelled(range: FieldBlock<FieldId>): Rich {
    const { report } = this.session
    const fields = new Set(range.flat().filter((field) => field !== undefined))
    return labelledCopy(formOf(report).tables[this.#table], fields, (field) =>
      cellText(report, field)
    )
  }

  protected type(field: FieldId, text: string): void {
    this.typed(field, text)
  }

  /** Read as if typed: money is no count. */
  protected put(texts: ReadonlyMap<FieldId, string>): Put {
    const patch: Partial<Record<FieldId, number | null>> = {}
    const refused: FieldId[] = []
    for (const [field, text] of texts) {
      const reading = parseCell(field, text)
      if (reading.ok) patch[field] = reading.value
      else refused.push(field)
    }
    const taken = Object.keys(patch).length
    return {
      taken,
      changed: taken > 0 && this.session.setAll(patch),
      warnings: refused.length ? [words.grid.notFilled(refused.map(this.#nameOf))] : []
    }
  }

  /** By row label where the block has labels, else by place. */
  protected async putBlock(field: FieldId, text: string, html: string): Promise<Put> {
    const { patch, rows } = await copiedTables(text, html)
    const block =
      pastedByLabel(patch, this.#table) ?? pastedByPlace(rows, this.#nav.under(field, rows))
    const taken = Object.keys(block.patch).length
    return {
      taken,
      changed: taken > 0 && this.session.setAll(block.patch, block.notes),
      warnings: [
        ...(block.doubtful.length ? [words.grid.doubtful(block.doubtful.map(this.#nameOf))] : []),
        ...(block.refused.length ? [words.grid.refused(block.refused.map(this.#nameOf))] : []),
        ...(block.strange.length ? [words.grid.strange(block.strange)] : [])
      ]
    }
  }

  protected turnTo(field: FieldId, focus: boolean): void {
    if (focus) focusField(field)
    else revealField(field)
  }

  protected override along(field: FieldId, back: boolean): FieldId | undefined {
    return this.#nav.along(field, back)
  }

  #nameOf = (field: FieldId): string => {
    const { row, column } = formOf(this.session.report).entryOf(field)
    return `${row} · ${column}`
  }
}
