import type { Cause } from '../causes.ts'
import type { Params, Place, Severity } from '../finding.ts'
import type { Report } from '../report.ts'
import type { Numbers, Sums } from './balances.ts'

/** What a rule looks at; worked out once for all rules of a run. */
export interface Facts {
  readonly report: Report
  readonly numbers: Numbers
  readonly sums: Sums
  /** Root causes of the broken balances. */
  readonly causes: readonly Cause[]
}

/** What a rule found: a finding before it has a name and a fingerprint. */
export interface Hit {
  readonly at: Place
  readonly params: Params
  /** Where it depends on the case; else the severity of the rule. */
  readonly severity?: Severity
}

/** One rule of the pack. Its id is the key under which the pack lists it. */
export interface Rule {
  readonly severity: Severity
  /**
   * Where the rule comes from: a clause of the form or of the Regulations (条例), or the practice it
   * was learnt from. In Chinese, for the page of the rule.
   */
  readonly source: string
  /** Absent where only the reading of an imported original can tell. */
  readonly check?: (facts: Facts) => readonly Hit[]
}
