import { fieldText } from '../../core/numbers/chinese.ts'
import { parseCell } from '../../core/form/cell.ts'
import { reportFrom } from '../../core/intake/draft.ts'
import { keptAnswers, type KeptAnswers } from '../../core/intake/kept-answers.ts'
import type { OriginalFinding } from '../../core/findings/original.ts'
import { formInForce, isMoney, tableOf } from '../../core/form/form.ts'
import type { Leftover, Patch } from '../../core/intake/source/reading.ts'
import type { FoundFigure } from '../../core/intake/figures/found-figure.ts'
import type { Report } from '../../core/report/report.ts'
import {
  withAnswers,
  balancesOn,
  freeRows,
  questionsOf,
  type FreeRow,
  type LeftoverHome,
  type Question,
  type ReviewPart
} from '../../core/intake/review.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { RecognisedSource } from '../../formats/index.ts'

/**
 * The review of one source: what was read, what the user says about it, and the draft of both. Long,
 * for all of it is the state of one screen.
 */
export class Review {
  /** The name of the file. */
  readonly name: string
  readonly source: RecognisedSource
  /** The form of the draft, into which what was read is brought. */
  readonly form = formInForce
  readonly patch: Patch
  /** What is to be said about the original. */
  readonly findings: readonly OriginalFinding[]
  readonly questions: readonly Question[]

  unitName: string = $state('')
  yearText: string = $state('')
  /** The question looked at, by its place in `questions`. */
  selected: number | undefined = $state()
  #typed: Readonly<Partial<Record<FieldId, string>>> = $state.raw({})
  #settled: readonly number[] = $state.raw([])
  #homes: Readonly<Record<number, LeftoverHome>> = $state.raw({})
  /** The row of the form that a row left over was given to, by its place in `patch.leftovers`. */
  #rows: Readonly<Record<number, FreeRow>> = $state.raw({})
  #left: readonly ReviewPart[] = $state.raw([])
  #dropped: readonly FoundFigure[] = $state.raw([])

  constructor(name: string, source: RecognisedSource) {
    const { patch, findings } = source
    this.name = name
    this.source = source
    this.patch = patch
    this.findings = findings
    this.questions = questionsOf(this.form, patch)
    this.unitName = patch.unitName ?? ''
    // Where the source names several years, somebody has to say which.
    this.yearText = patch.year === undefined || patch.years ? '' : String(patch.year)
    this.selected = this.questions[0]?.open ? 0 : undefined
  }

  /** Cells of the form that were found, and of these: numbers, blanks, and how sure they are. */
  readonly counts = $derived.by(() => {
    const readings = Object.values(this.patch.cells)
    const asked = this.questions.flatMap(({ open, fields }) => (open ? fields : []))
    const doubtful = asked.filter((field) => this.patch.cells[field])
    const likely = this.questions.flatMap(({ open, fields }) => (open ? [] : fields))
    const blank = readings.filter(({ kind }) => kind === 'blank').length
    return {
      read: readings.length,
      numbers: readings.length - blank,
      blank,
      doubtful: doubtful.length,
      absent: asked.length - doubtful.length,
      likely: likely.length,
      sure: readings.filter(
        ({ kind, confidence }) => kind !== 'blank' && kind !== 'na' && confidence === 'sure'
      ).length
    }
  })

  readonly year: number | undefined = $derived(
    /^\s*\d{4}\s*$/.test(this.yearText) ? Number(this.yearText) : undefined
  )

  /** Open questions that nobody has answered yet, and those answered with what is no number. */
  readonly remaining: readonly number[] = $derived.by(() =>
    this.questions.flatMap(({ open, fields }, i) => {
      const wanted = fields.some((field) => this.takes(tableOf(field)))
      const asked = (open && !this.#settled.includes(i)) || this.#isUnusable(fields)
      return wanted && asked ? [i] : []
    })
  )

  /** Whether the equations of the form hold on the numbers as they stand now. */
  readonly balances = $derived.by(() => balancesOn(this.form, this.#answeredPatch()))

  /** All that was answered, to be taken up again. */
  get answers(): KeptAnswers {
    return {
      questions: this.questions.length,
      unitName: this.unitName,
      yearText: this.yearText,
      selected: this.selected,
      typed: this.#typed,
      settled: this.#settled,
      homes: this.#homes,
      rows: Object.entries(this.#rows).map(([at, { id }]) => ({ at: Number(at), id })),
      left: this.#left,
      dropped: this.#dropped.map((figure) => this.patch.figures.indexOf(figure))
    }
  }

  /** Takes up answers that were stored. Where the source is understood otherwise now, they are not its. */
  resume = (stored: unknown): void => {
    const kept = keptAnswers(stored)
    if (kept?.questions !== this.questions.length) return
    const { unitName, yearText, selected, typed, settled, homes, rows, left, dropped } = kept
    const { leftovers, figures } = this.patch
    this.unitName = unitName
    this.yearText = yearText
    for (const { at, id } of rows) {
      const leftover = leftovers[at]
      if (leftover)
        this.assign(
          leftover,
          this.rowsFor(leftover).find((row) => row.id === id)
        )
    }
    this.#typed = { ...this.#typed, ...typed }
    this.#settled = settled.filter((question) => this.questions[question])
    this.#homes = homes
    this.#left = left
    this.#dropped = dropped.flatMap((at) => figures[at] ?? [])
    this.selected = selected
  }

  isSettled = (question: number): boolean => this.#settled.includes(question)

  /** What a cell's field shows: typed, or the value read. */
  textOf = (field: FieldId): string =>
    this.#typed[field] ??
    fieldText(this.patch.cells[field]?.value ?? null, { money: isMoney(field) })

  /** Why what is typed for a cell cannot stand there; undefined when it can. */
  problemOf = (field: FieldId): string | undefined => {
    const reading = parseCell(field, this.textOf(field))
    return reading.ok ? undefined : reading.problem
  }

  type = (field: FieldId, text: string): void => {
    this.#typed = { ...this.#typed, [field]: text }
  }

  /** The values of a question are as they shall be; refused while one of them is no number. */
  settle = (question: number): void => {
    const fields = this.questions[question]?.fields ?? []
    if (this.#isUnusable(fields) || this.isSettled(question)) return
    this.#settled = [...this.#settled, question]
    this.selected = this.remaining.find((i) => i > question) ?? this.remaining[0] ?? question
  }

  /** The same answer for all cells of a question: blank, or 0. */
  fill = (question: number, text: '' | '0'): void => {
    for (const field of this.questions[question]?.fields ?? []) this.type(field, text)
    this.settle(question)
  }

  reopen = (question: number): void => {
    this.#settled = this.#settled.filter((i) => i !== question)
    this.selected = question
  }

  /** Whether a table or a section is taken over; what is not stays blank. */
  takes = (part: ReviewPart): boolean => !this.#left.includes(part)

  take = (part: ReviewPart, taken: boolean): void => {
    const others = this.#left.filter((one) => one !== part)
    this.#left = taken ? others : [...others, part]
  }

  /** Whether a figure that the prose states becomes one of the report's. */
  takesFigure = (figure: FoundFigure): boolean =>
    this.takes('overview') && !this.#dropped.includes(figure)

  takeFigure = (figure: FoundFigure, taken: boolean): void => {
    const others = this.#dropped.filter((one) => one !== figure)
    this.#dropped = taken ? others : [...others, figure]
  }

  /** The rows that a row left over may be, and the one it was given to. */
  rowsFor = ({ cells }: Leftover): readonly FreeRow[] =>
    cells ? freeRows(this.form, this.patch, cells.length) : []

  rowOf = (leftover: Leftover): FreeRow | undefined =>
    this.#rows[this.patch.leftovers.indexOf(leftover)]

  /** Gives the numbers of a row left over to a row of the form, or takes them back. */
  assign = (leftover: Leftover, row: FreeRow | undefined): void => {
    const at = this.patch.leftovers.indexOf(leftover)
    const { [at]: old, ...others } = this.#rows
    for (const field of old?.fields ?? []) this.type(field, '')
    this.#rows = row ? { ...others, [at]: row } : others
    row?.fields.forEach((field, i) => this.type(field, leftover.cells?.[i] ?? ''))
    const rows = [...(row?.fields ?? []), ...(old?.fields ?? [])]
    const asked = this.questions.findIndex(({ fields }) => fields.some((one) => rows.includes(one)))
    if (asked >= 0) this.selected = asked
  }

  homeOf = (leftover: Leftover): LeftoverHome | undefined =>
    this.#homes[this.patch.leftovers.indexOf(leftover)]

  place = (leftover: Leftover, home: LeftoverHome | undefined): void => {
    const { [this.patch.leftovers.indexOf(leftover)]: _old, ...others } = this.#homes
    this.#homes = home ? { ...others, [this.patch.leftovers.indexOf(leftover)]: home } : others
  }

  /** The draft; questions without an answer leave their cells empty. */
  draft = (): Report => {
    const { name, findings, year = 0 } = this
    return reportFrom(this.#answeredPatch(), { name, year, findings })
  }

  #isUnusable(fields: readonly FieldId[]): boolean {
    return fields.some((field) => this.problemOf(field) !== undefined)
  }

  #answeredPatch(): Patch {
    const rows = Object.fromEntries(Object.keys(this.#rows).map((at) => [at, 'drop' as const]))
    return withAnswers(this.patch, {
      unitName: this.unitName.trim(),
      year: this.year ?? 0,
      typed: this.#typed,
      unanswered: this.remaining.flatMap((i) => this.questions[i]?.fields ?? []),
      homes: { ...this.#homes, ...rows },
      left: this.#left,
      dropped: this.#dropped
    })
  }
}
