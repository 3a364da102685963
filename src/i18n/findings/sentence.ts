import type { Place } from '../../core/findings/finding.ts'
import type { Form } from '../../core/form/form.ts'
import type { Report } from '../../core/report/report.ts'
import type { FieldId } from '../../core/form/table.ts'

/** What a finding says: in one line, and why it matters where the line does not say it. */
export interface FindingWords {
  readonly title: string
  readonly why?: string
  /** Both sides of a contradiction, each with what it is called. */
  readonly values?: readonly LabelledValue[]
}

/** One side of a contradiction: 这句话 0 件. */
export interface LabelledValue {
  readonly label: string
  readonly value: string
}

/** Where a finding stands. */
export interface FindingPlace {
  readonly report: Report
  /** The form that the report is written in. */
  readonly form: Form
  readonly at: Place
  /** Its cells; none where it stands elsewhere. */
  readonly fields: readonly FieldId[]
}

/** The words of a rule's findings, made of their params. */
export type SentenceOf<Params> = (params: Params, where: FindingPlace) => FindingWords

/** The words of several rules by their ids, of which `Params` gives the params. */
export type Sentences<Params> = { readonly [Id in keyof Params]: SentenceOf<Params[Id]> }

/** A small number: 一 两 三 … as one counts things in Chinese; figures from eleven on. */
export const count = (n: number): string =>
  ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? `${n} `

/** A list as Chinese writes it. */
export const and = (list: readonly string[]): string => list.join('、')
