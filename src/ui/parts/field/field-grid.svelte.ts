import * as words from '../../../i18n/words.ts'
import type { Session } from '../../../state/report/session.svelte.ts'
import { copyRich, type Rich } from '../copy-rich.ts'
import { allSelected, selectAnew } from '../focus/fields.ts'
import { answerKey, answerPaste, isCommand, isForeign, type Caret } from './number-field.ts'
import { fillSources, reached, type KeyedGrid } from './reach.ts'
import { FieldSaid } from './said.svelte.ts'

/** Fields row by row; undefined where a row has none in a column. */
export type FieldBlock<Field> = readonly (readonly (Field | undefined)[])[]

/** A table as its keys, its selection and its filling see it. */
export interface FieldTable<Field> extends KeyedGrid<Field> {
  /** The rectangle between two fields; nothing where they are not of one table. */
  readonly range: (anchor: Field, head: Field) => FieldBlock<Field>
  readonly all: () => FieldBlock<Field>
  /** The field beside another in the rows and columns of a block, where these are not as they are seen. */
  readonly beside: KeyedGrid<Field>['next']
}

/** What came of many texts put into fields at once. */
export interface Put {
  /** How many of them were taken. */
  readonly taken: number
  /** Whether anything is another than before. */
  readonly changed: boolean
  /** What was not done, by name. */
  readonly warnings?: readonly string[]
}

/**
 * Keyboard, pointer, selection and clipboard of a table of number fields. What its fields are and where
 * they stand is said by the table's own control. Long, for all of them share the field in hand and the range.
 */
export abstract class FieldGrid<Field> {
  protected readonly session: Session
  protected readonly caret: Caret = { inside: false }
  /** What the line below the table says. */
  readonly said: FieldSaid
  #anchor: Field | undefined = $state.raw()
  #head: Field | undefined = $state.raw()
  #all = $state(false)

  constructor(session: Session) {
    this.session = session
    this.said = new FieldSaid(session)
  }

  /** The field in hand, or the one that is entered next. */
  protected abstract readonly current: Field | undefined
  protected abstract fieldAt(event: Event): Field | undefined
  protected abstract tableOf(field: Field): FieldTable<Field>
  /** How a field is called among those that are typed in. */
  protected abstract keyOf(field: Field): string
  protected abstract isTotal(field: Field): boolean
  /** The number of a field, as it is copied and filled. */
  protected abstract textOf(field: Field): string
  /** The same with all that is lost when the number goes: what is cut can be pasted again. */
  protected abstract wholeText(field: Field): string
  /** A copy of a range with the labels of its rows and columns. */
  protected abstract labelled(range: FieldBlock<Field>): Rich
  protected abstract type(field: Field, text: string): void
  /** Many texts at once, as one step. */
  protected abstract put(texts: ReadonlyMap<Field, string>): Put
  /** A block that was pasted, from a field on. */
  protected abstract putBlock(field: Field, text: string, html: string): Promise<Put> | Put
  /** Brings a field into sight, and the focus into it if asked. */
  protected abstract turnTo(field: Field, focus: boolean): void
  /** Where Tab leads; the browser's own way where that is not said. */
  protected along?(field: Field, back: boolean): Field | undefined

  /** The selected fields, row by row; a single field is no selection. */
  readonly range: FieldBlock<Field> = $derived.by(() => {
    const [anchor, head] = [this.#anchor, this.#head]
    if (anchor === undefined || head === undefined) return []
    if (this.#all) return this.tableOf(anchor).all()
    return anchor === head ? [] : this.tableOf(anchor).range(anchor, head)
  })
  readonly selected: ReadonlySet<Field> = $derived(new Set(listed(this.range)))

  /** Whether the fields can be read and copied only. */
  get locked(): boolean {
    return this.session.reading !== undefined
  }

  focused(field: Field): void {
    this.caret.inside = false
    if (field !== this.#anchor) this.#select(field)
  }

  /** The keys, pointer and clipboard are those of the fields, caught on their way up. */
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
      // A field that goes with its table is left, whether or not the browser says so.
      this.session.seal()
    }
  }

  /**
   * A press chooses a field, all of whose cell leads into it: what is typed replaces its number. With
   * Shift it selects up to the field; a double press, and each that follows, is the text's.
   */
  #press = (event: MouseEvent): void => {
    const field = this.fieldAt(event)
    const { target } = event
    if (field === undefined || event.button !== 0) return
    if (!(target instanceof Element) || target.closest('button')) return
    const { caret } = this
    if (target === document.activeElement && (caret.inside || event.detail > 1)) {
      caret.inside = true
      return
    }
    event.preventDefault()
    if (!event.shiftKey || !this.#extend(field)) this.#go(field)
    selectAnew()
  }

  #drag = (event: MouseEvent): void => {
    const field = this.fieldAt(event)
    if (field === undefined || event.buttons !== 1 || this.caret.inside) return
    if (field !== this.#head) this.#extend(field)
  }

  #key = (event: KeyboardEvent): void => {
    const field = this.fieldAt(event)
    if (field === undefined || this.#command(event, field)) return
    const answered = answerKey(event, this.caret, {
      restore: () => {
        this.#select(field)
        this.session.restore(this.keyOf(field))
      },
      move: (move) => {
        const table = this.tableOf(field)
        if (move.extend) this.#extend(reached(this.#head ?? field, move, table))
        else this.#go(reached(field, move, table))
      }
    })
    if (answered || isForeign(event)) return
    if (event.key === 'Tab') {
      const next = this.along?.(field, event.shiftKey)
      if (next === undefined) return
      this.#go(next)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !this.caret.inside) {
      const fields = this.#chosen(field)
      if (fields.length === 1 && event.key === 'Backspace') return
      if (fields.length === 1) this.type(field, '')
      else this.clear(fields)
    } else return
    event.preventDefault()
  }

  /**
   * Ctrl+A, Ctrl+D, Ctrl+R and Ctrl+Shift+C; the browser would mark the page or load it anew. In a text
   * that is being typed Ctrl+A selects the text first.
   */
  #command(event: KeyboardEvent, field: Field): boolean {
    if (!isCommand(event) || event.altKey || event.isComposing) return false
    const command = `${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`
    if (command === 'a' && !this.caret.inside && allSelected(event))
      this.#select(field, field, true)
    else if (command === 'd') this.fill(field, 'up')
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
  fill = (field: Field, from: 'up' | 'left'): void => {
    if (this.locked || this.caret.inside) return
    const block = this.#chosen(field)
    const texts = new Map<Field, string>()
    for (const [to, source] of fillSources(this.tableOf(field).beside, block, from)) {
      const text = this.textOf(source)
      if (text && !this.isTotal(to)) texts.set(to, text)
    }
    const none: Put = { taken: 0, changed: false }
    const { taken, changed, warnings = [] } = texts.size > 0 ? this.put(texts) : none
    selectAnew()
    if (changed) this.session.say(words.grid.filled(taken, from), { warnings })
    else if (taken > 0) this.#sayIdle(words.grid.unchanged, warnings)
    else if (texts.size > 0) this.#sayIdle(words.grid.nothingFilled, warnings)
    else if (block.every((one) => this.isTotal(one))) this.#sayIdle(words.grid.totalNotFilled)
    else this.#sayIdle(words.grid.nothingToFill(from))
  }

  /** Fields become 未填, never 0. */
  clear = (fields: readonly Field[], whole = false): void => {
    const filled = fields.filter(
      (field) => this.textOf(field) !== '' || this.session.held(this.keyOf(field))
    )
    if (filled.length === 0) return
    this.put(new Map(filled.map((field) => [field, ''])))
    this.session.say(words.grid.cleared(filled.length, whole))
  }

  /** The numbers alone, as a sheet takes them. */
  #copy = (event: ClipboardEvent): void => void this.#putOut(event, (field) => this.textOf(field))

  #cut = (event: ClipboardEvent): void => {
    if (this.#putOut(event, (field) => this.wholeText(field))) this.clear(listed(this.range))
  }

  /** Puts the selection on the clipboard; false where it is the browser's to copy. */
  #putOut(event: ClipboardEvent, textOf: (field: Field) => string): boolean {
    if (this.range.length === 0 || this.caret.inside || !event.clipboardData) return false
    if (this.fieldAt(event) === undefined) return false
    const text = (field: Field | undefined) => (field === undefined ? '' : textOf(field))
    const lines = this.range.map((line) => line.map(text).join('\t'))
    event.clipboardData.setData('text/plain', lines.join('\n'))
    event.preventDefault()
    return true
  }

  /** Copies the selection with the labels of its rows and columns, as it is printed. */
  copyLabelled = async (): Promise<void> => {
    const { current } = this
    const range = this.range.length > 0 || current === undefined ? this.range : [[current]]
    const copied = await copyRich(this.labelled(range)).catch(() => false)
    this.#sayIdle(copied ? words.grid.copiedLabelled(listed(range).length) : words.grid.notCopied)
  }

  /** From Excel, WPS, Word or a page: one number is typed, a block goes on from its field. */
  #paste = async (event: ClipboardEvent): Promise<void> => {
    const field = this.fieldAt(event)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const html = event.clipboardData?.getData('text/html') ?? ''
    // Some programs put a table on the clipboard as markup and nothing beside it.
    const alone = !text.trim() && /<table[\s>]/i.test(html)
    const single = !alone && !/[\t\n]/.test(text.trim())
    if (field === undefined) return
    const typed = (number: string) => this.type(field, number)
    if (!answerPaste(event, this.caret, { text, single, typed }) || this.locked) return
    const block = this.putBlock(field, text, html)
    const { taken, changed, warnings = [] } = block instanceof Promise ? await block : block
    selectAnew()
    if (changed) this.session.say(words.grid.pasted(taken), { warnings })
    else this.#sayIdle(taken > 0 ? words.grid.unchanged : words.grid.nothingPasted, warnings)
  }

  #sayIdle(text: string, warnings: readonly string[] = []): void {
    this.session.say(text, { warnings, idle: true })
  }

  #chosen(field: Field): readonly Field[] {
    const chosen = listed(this.range)
    return chosen.length > 0 ? chosen : [field]
  }

  #select(anchor: Field, head = anchor, all = false): void {
    this.#anchor = anchor
    this.#head = head
    this.#all = all
  }

  /** Selects up to a field; false where it is of another table than the one in hand. */
  #extend(field: Field): boolean {
    const anchor = this.#anchor
    if (anchor === undefined || this.tableOf(anchor).range(anchor, field).length === 0) return false
    this.#select(anchor, field)
    this.turnTo(field, false)
    selectAnew()
    return true
  }

  #go(field: Field): void {
    this.#select(field)
    this.turnTo(field, true)
  }
}

const listed = <Field>(block: FieldBlock<Field>): Field[] =>
  block.flatMap((line) => line.filter((field) => field !== undefined))
