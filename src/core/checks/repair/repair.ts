import type { Cause } from '../../sums/solve.ts'
import { fenOf } from '../../numbers/money.ts'
import { deductions, totalsOf } from '../../sums/deductions.ts'
import type { Finding } from '../finding.ts'
import type { BrokenSums } from '../rules/sums.ts'
import { documentCounts, documentField } from '../../form/disclosure.ts'
import { formOf, isField } from '../../form/form.ts'
import { figureRepaired, figureRepairs, type FigureRepair } from './figure-repair.ts'
import { withCells } from '../../report/edit.ts'
import { isFeeDecimals, type Report } from '../../report/report.ts'
import { cellNumbersOf, sumsOf } from '../../sums/balances.ts'
import { textRepairs, type TextRepair } from './text-repair.ts'
import type { FieldId, TableId } from '../../form/table.ts'
import { bindable, bound } from '../../quoting/bindings.ts'

/** One cell that would be filled in or given another number. */
export interface CellChange {
  readonly field: FieldId
  readonly from: number | null
  readonly to: number
}

/** Something that would settle a finding, as data: what it would do, not how it is done. */
export type Repair =
  /**
   * Gives cells other numbers. `cause`: they are known to be wrong; `candidate`: they may be, others
   * may be instead; `carried`: last year's report says so; `computed`: it follows from other cells.
   */
  | {
      readonly kind: 'set'
      readonly basis: 'cause' | 'candidate' | 'carried' | 'computed'
      readonly changes: readonly CellChange[]
    }
  | { readonly kind: 'fillZero'; readonly fields: readonly FieldId[] }
  | TextRepair
  /** Prints the fee with the decimals that the original's head demands. */
  | { readonly kind: 'feeDecimals'; readonly decimals: number }
  | FigureRepair

/**
 * The repairs of a finding, the one to offer first at the head. Empty where only a person can say.
 * `causes` are those of the report that the finding was found with.
 */
export function repairs(report: Report, finding: Finding, causes: readonly Cause[]): Repair[] {
  if (finding.unread) return []
  const fields = finding.at.kind === 'cells' ? finding.at.fields : []
  switch (finding.rule) {
    case 'T3-BAL':
    case 'T3-SUM':
    case 'T3-ROW':
    case 'T4-SUM':
      return suspectsOf(finding.params, causes)
    case 'T3-BLANK': {
      const found = deductions(formOf(report), report.cells)
      const changes = found.filter(({ field }) => fields.includes(field))
      const zero: Repair = { kind: 'fillZero', fields }
      // Where every blank comes out as 0 the two are one.
      const same = changes.length === fields.length && changes.every(({ to }) => to === 0)
      return same ? [zero] : [...set('computed', changes), zero]
    }
    case 'T3-BLANKTOTAL':
      return set('computed', totalsOf(formOf(report), report.cells, fields))
    case 'T3-SPLIT':
      return set('candidate', [
        change(report, fields[0], finding.params.joined),
        change(report, fields[1], 0)
      ]).filter((repair) => settlesAll(report, repair, fields))
    case 'Y-CARRY': {
      const { due } = finding.params
      return set(
        'carried',
        fields.map((field, i) => change(report, field, due[i]))
      )
    }
    case 'Y-VALID':
      return set('computed', [change(report, fields[2], finding.params.due)])
    case 'T2-FEEUNIT': {
      const value = fenOf(finding.params.value) / 10_000
      // Where this year's is the smaller one, it is last year's that was given in 元.
      const smaller = value * 10_000 < (report.previous?.cells[feeField] ?? 0)
      return Number.isSafeInteger(value) && !smaller
        ? set('candidate', [change(report, fields[0], value)])
        : []
    }
    case 'T2-FEEDP': {
      const { decimals } = finding.params
      // What was found in the figures of the report cannot be helped by printing fewer decimals.
      const ofOriginal = !('value' in finding.params)
      return ofOriginal && isFeeDecimals(decimals) && report.settings.feeDecimals !== decimals
        ? [{ kind: 'feeDecimals', decimals }]
        : []
    }
    case 'T2-REG-AUTH':
      return finding.params.swapped === 1
        ? set(
            'candidate',
            documentCounts.flatMap(({ id }) => {
              const [from, to] = [documentField('rules', id), documentField('normative', id)]
              return fields.includes(from)
                ? [change(report, to, report.cells[from]), change(report, from, 0)]
                : []
            })
          )
        : []
    default:
      return [...textRepairs(finding), ...figureRepairs(report, finding)]
  }
}

function set(
  basis: Extract<Repair, { kind: 'set' }>['basis'],
  list: readonly (CellChange | undefined)[]
): Repair[] {
  const changes = list.filter((one) => one !== undefined && one.from !== one.to) as CellChange[]
  return changes.length > 0 ? [{ kind: 'set', basis, changes }] : []
}

const feeField: FieldId = 'disclosure.fees.amount'

/** Whether after a repair every sum holds that one of these cells takes part in. */
function settlesAll(report: Report, repair: Repair, fields: readonly string[]): boolean {
  const form = formOf(report)
  const { broken } = sumsOf(cellNumbersOf(form, repaired(report, repair).cells))
  return !broken.some((b) => {
    const { left = [], right = [] } = form.balances[b] ?? {}
    return [...left, ...right].some((field) => fields.includes(field))
  })
}

/** Undefined where there is no such cell, or no whole number for it. */
const change = (
  report: Report,
  field: string | undefined,
  to: number | null | undefined
): CellChange | undefined =>
  field !== undefined && isField(field) && to != null && Number.isSafeInteger(to)
    ? { field, from: report.cells[field], to }
    : undefined

/**
 * What settles broken sums. Where several explanations do, they are candidates, the likeliest first,
 * each for a person to look at: which it is the sums cannot tell.
 */
function suspectsOf({ balances: broken }: BrokenSums, causes: readonly Cause[]): Repair[] {
  const cause = causes.find(
    ({ equations }) => equations.map(({ balance }) => balance.id).join() === broken.join()
  )
  const basis = cause?.unique ? 'cause' : 'candidate'
  return (cause?.suspects ?? []).flatMap(({ changes }) => set(basis, changes))
}

/** The report with a repair done. Totals do not follow here: a repair says all that it changes. */
export function repaired(report: Report, repair: Repair): Report {
  switch (repair.kind) {
    case 'set': {
      const patch = Object.fromEntries(repair.changes.map(({ field, to }) => [field, to]))
      return withCells(report, { ...report.cells, ...patch })
    }
    case 'fillZero': {
      const blank = repair.fields.filter((field) => report.cells[field] === null)
      const patch = Object.fromEntries(blank.map((field) => [field, 0]))
      return withCells(report, { ...report.cells, ...patch })
    }
    case 'replace':
      return replaced(report, repair)
    case 'feeDecimals':
      return { ...report, settings: { ...report.settings, feeDecimals: repair.decimals } }
    default:
      return figureRepaired(report, repair)
  }
}

/** The report with other words in its prose; where these state what it has, they quote it. */
function replaced(report: Report, { section, from, to, text }: TextRepair): Report {
  const old = report.text[section]
  const now = old.slice(0, from) + text + old.slice(to)
  const stated = bindable(report, now).filter(
    (one) => one.from >= from && one.to <= from + text.length
  )
  return { ...report, text: { ...report.text, [section]: bound(now, stated) } }
}

/** All totals of a table as its parts give them, as far as they would change. */
export function recomputed(report: Report, table: TableId): CellChange[] {
  const form = formOf(report)
  return totalsOf(form, report.cells, form.fieldsOf(table))
}
