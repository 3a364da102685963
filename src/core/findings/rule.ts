import type { Solution } from '../sums/solve.ts'
import { yuanOf } from '../numbers/money.ts'
import type { Place, Severity } from './finding.ts'
import type { OwnWord } from './own-words.ts'
import type { CellProblem } from '../form/cell.ts'
import { isMoney } from '../form/form.ts'
import type { Report } from '../report/report.ts'

import type { FieldId } from '../form/table.ts'
import type { PastYear } from '../form/cells.ts'

/** A setting that is kept and not applied. */
export interface IgnoredSetting {
  readonly setting: 'rules' | 'deadline' | 'feeDecimals'
  /** The id under which `settings.rules` has it; empty for the other two. */
  readonly rule: string
  readonly value: string
  /**
   * `statutory`: it would weaken a rule of the law; `fixed`: one that keeps marks off paper. `unknownRule`, `unknownValue`: this version does
   * not know it. `noDate`: no month and day of the year. `later`: the statute's date comes first.
   */
  readonly why: 'statutory' | 'fixed' | 'unknownRule' | 'unknownValue' | 'noDate' | 'later'
}

/**
 * What was typed in a number field and is no number there. It stands in the field alone: the report has
 * what it had.
 */
export interface RefusedText {
  readonly at: Place
  /** The field in which it stands, as the screen calls it. */
  readonly key: string
  readonly text: string
  readonly why: CellProblem
}

/** What a rule looks at; worked out once for all rules of a run. */
export interface Facts extends Solution {
  readonly report: Report
  /** Settings of the office that are not applied. */
  readonly ignored: readonly IgnoredSetting[]
  /** The unit's earlier years, as far as they are known. */
  readonly history?: readonly PastYear[]
  /** The day of checking, `2026-01-18`; rules about time are silent without it. */
  readonly today?: string
  /** The office's own list of words. */
  readonly own?: readonly OwnWord[]
  /** What stands in number fields and is not in the report. */
  readonly refused?: readonly RefusedText[]
}

/** What a rule found: a finding before it has a name and a fingerprint. */
export interface Hit<Params> {
  readonly at: Place
  readonly params: Params
  /** Where it depends on the case; else the severity of the rule. */
  readonly severity?: Severity
}

/**
 * The number of a cell as findings state it: a count, or money in 元. What somebody
 * accepted is bound to these numbers, also in files of the time when cells held money in 元.
 */
export const asStated = (field: FieldId, value: number): number =>
  isMoney(field) ? yuanOf(value) : value

/** One rule of the pack. Its id is the key under which the pack lists it. */
export interface Rule<Params> {
  readonly severity: Severity
  /** What it asks of a report, in Chinese for the page of the rule. */
  readonly asks: string
  /** Why: a clause of the form or of the Regulations (条例), or the practice it was learnt from. */
  readonly ground: string
  /** Demanded by the law or printed in the form: no setting of an office weakens it. */
  readonly statutory?: true
  /** Keeps the program's own marks off paper: no setting weakens it either. */
  readonly fixed?: true
  /** Only the reading of an original can tell, for the report is worded as the form demands. */
  readonly ofOriginals?: true
  /** Absent from a rule of originals alone. */
  readonly check?: (facts: Facts) => readonly Hit<Params>[]
}

/** Several rules by their ids, of which `Params` gives the params of their findings. */
export type Rules<Params> = { readonly [Id in keyof Params]: Rule<Params[Id]> }
