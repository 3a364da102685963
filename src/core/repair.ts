import { causes } from './causes.ts'
import { fenOf } from './chinese.ts'
import { deductions, totalsOf } from './deductions.ts'
import type { Finding } from './finding.ts'
import { isField, totals } from './form.ts'
import { figureRepaired, figureRepairs, type FigureRepair } from './metrics/repairs.ts'
import { withCells } from './notes.ts'
import { isFeeDecimals, type Report } from './report.ts'
import type { TextKey } from './sections.ts'
import type { Change } from './slips.ts'
import type { FieldId } from './table.ts'

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
  | {
      readonly kind: 'replace'
      readonly section: TextKey
      readonly from: number
      readonly to: number
      readonly text: string
    }
  /** Prints the fee with the decimals that the original's head demands. */
  | { readonly kind: 'feeDecimals'; readonly decimals: number }
  | FigureRepair

/** The repairs of a finding, the one to offer first at the head. Empty where only a person can say. */
export function repairs(report: Report, finding: Finding): Repair[] {
  const { at, rule, params } = finding
  const fields = at.kind === 'cells' ? at.fields : []
  switch (rule) {
    case 'T3-BAL':
    case 'T3-SUM':
    case 'T3-ROW':
    case 'T4-SUM':
      return suspectsOf(report, finding)
    case 'T3-BLANK': {
      const changes = deductions(report.cells).filter(({ field }) => fields.includes(field))
      return [...set('computed', changes), { kind: 'fillZero', fields }]
    }
    case 'T3-BLANKTOTAL':
      return set('computed', totalsOf(report.cells, fields))
    case 'T3-SPLIT':
      return set('candidate', [
        change(report, fields[0], params['joined']),
        change(report, fields[1], 0)
      ])
    case 'Y-CARRY': {
      const due = Array.isArray(params['due']) ? params['due'] : []
      return set(
        'carried',
        fields.map((field, i) => change(report, field, due[i]))
      )
    }
    case 'Y-VALID':
      return set('computed', [change(report, fields[2], params['due'])])
    case 'T2-FEEUNIT': {
      const value = fenOf(Number(params['value'])) / 10_000
      return Number.isSafeInteger(value) ? set('candidate', [change(report, fields[0], value)]) : []
    }
    case 'T2-FEEDP': {
      const { decimals } = params
      const asked = isFeeDecimals(decimals)
      // What was found in the figures of the report cannot be helped by printing fewer decimals.
      return asked && params['value'] === undefined && report.settings.feeDecimals !== decimals
        ? [{ kind: 'feeDecimals', decimals }]
        : []
    }
    case 'T2-REG-AUTH':
      return params['swapped'] === 1
        ? set(
            'candidate',
            fields.flatMap((field) => [
              change(report, field.replace('.rules.', '.normative.'), report.cells[field]),
              change(report, field, 0)
            ])
          )
        : []
    default:
      return at.kind === 'text' && !rule.startsWith('P-')
        ? replacement(finding)
        : figureRepairs(report, finding)
  }
}

function set(
  basis: Extract<Repair, { kind: 'set' }>['basis'],
  list: readonly (CellChange | undefined)[]
): Repair[] {
  const changes = list.filter((one) => one !== undefined && one.from !== one.to) as CellChange[]
  return changes.length > 0 ? [{ kind: 'set', basis, changes }] : []
}

const change = (report: Report, field: unknown, to: unknown): CellChange | undefined =>
  typeof field === 'string' && isField(field) && Number.isSafeInteger(to)
    ? { field, from: report.cells[field], to: Number(to) }
    : undefined

/** The candidates of the cause that this finding speaks of. */
function suspectsOf(report: Report, { params }: Finding): Repair[] {
  const ids = String(params['balances'])
  const cause = causes(report).find(
    ({ equations }) => equations.map(({ balance }) => balance.id).join() === ids
  )
  const list = (cause?.suspects ?? []).map(({ changes }) => changes)
  // What was typed lately may have put another candidate first in the finding.
  const named = String(params['fields'])
  const first = list.filter((changes) => changes.map(({ field }) => field).join() === named)
  const ordered = [...first, ...list.filter((changes) => !first.includes(changes))]
  return ordered.flatMap((changes: readonly Change[]) =>
    set(cause?.unique ? 'cause' : 'candidate', changes)
  )
}

/** A slip in the prose whose right words are known. */
function replacement({ rule, at, params }: Finding): Repair[] {
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const text = rightWords(rule, params)
  return text === undefined
    ? []
    : [{ kind: 'replace', section: at.section, from: at.from, to: at.to, text }]
}

function rightWords(rule: string, params: Finding['params']): string | undefined {
  const found = String(params['found'] ?? '')
  const year = String(params['year'] ?? '')
  switch (rule) {
    case 'D-TYPO':
      return typeof params['meant'] === 'string' ? params['meant'] : undefined
    case 'D-NUMFMT':
      return found.replace(/[０-９．]/g, halfWidth).replace(/[,，\s]/g, '')
    case 'Y-TEXTYEAR':
      return found.replace(/^\d{4}/, year)
    case 'Y-PERIOD':
      return `${year}年1月1日至${year}年12月31日`
    default:
      // A figure of the text that the tables give otherwise.
      return rule.startsWith('X-') && typeof params['figure'] === 'string'
        ? withFigure(found, params['figure'], String(params['due']))
        : undefined
  }
}

/** A statement with its figure replaced, which begins it or ends it: 2件转到2026年, 转到2026年2件. */
function withFigure(found: string, figure: string, due: string): string | undefined {
  const at = found.startsWith(figure) ? 0 : found.lastIndexOf(figure)
  return at < 0 ? undefined : found.slice(0, at) + due + found.slice(at + figure.length)
}

const halfWidth = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0)

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
    case 'replace': {
      const { section, from, to, text } = repair
      const old = report.text[section]
      const now = old.slice(0, from) + text + old.slice(to)
      return { ...report, text: { ...report.text, [section]: now } }
    }
    case 'feeDecimals':
      return { ...report, settings: { ...report.settings, feeDecimals: repair.decimals } }
    default:
      return figureRepaired(report, repair)
  }
}

/** All totals of a table as its parts give them, as far as they would change. */
export const recomputed = (report: Report, table: 'requests' | 'remedies'): CellChange[] =>
  totalsOf(
    report.cells,
    [...totals.keys()].filter((field) => field.startsWith(`${table}.`))
  )
