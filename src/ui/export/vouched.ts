/** What was really looked at and found right: the ticks of the list before an export. */
import type { Finding, RuleId } from '../../core/checks/finding.ts'
import { choiceOf } from '../../core/checks/settings.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { sections, textKeys } from '../../core/form/sections.ts'
import type { Balance } from '../../core/form/table.ts'
import { isWritten } from '../../core/prose/written.ts'
import type { Report } from '../../core/report/report.ts'
import { cellNumbersOf, sumsOf } from '../../core/sums/balances.ts'

/** Something that was checked and is right. */
export type Vouched =
  /** Tables, by their numerals, in which no number is blank and every sum holds, where they have sums. */
  | { readonly what: 'tables'; readonly numerals: readonly string[]; readonly summed: boolean }
  /** Columns of table 三 in which the cases that came in are those answered or carried out. */
  | { readonly what: 'columns'; readonly count: number }
  /** Columns of table 三 that begin with what last year's report carried out. */
  | { readonly what: 'carried'; readonly count: number; readonly year: number }
  /** No other year in the title, the period and the text. */
  | { readonly what: 'years'; readonly year: number }
  /** Nobody's own numbers and addresses, and nothing left of the template. */
  | { readonly what: 'clean' }

const rightYear = ['Y-TITLEYEAR', 'Y-TEXTYEAR', 'Y-PERIOD', 'Y-EARLY', 'D-TITLE'] as const
const clean = ['D-PRIV', 'D-TPLRESID'] as const

/** `findings` are all of the report, those that somebody accepted with a reason too. */
export function vouchedFor(report: Report, findings: readonly Finding[]): Vouched[] {
  const { year, text } = report
  const passed = (rules: readonly RuleId[]): boolean =>
    textKeys.every((key) => isWritten(text[key])) &&
    rules.every((id) => choiceOf(report, id) !== 'off' && !findings.some(({ rule }) => rule === id))
  return [
    ...sumsThatHold(report),
    ...rightlyCarried(report),
    ...(passed(rightYear) ? [{ what: 'years', year } as const] : []),
    ...(passed(clean) ? [{ what: 'clean' } as const] : [])
  ]
}

function sumsThatHold(report: Report): Vouched[] {
  const form = formOf(report)
  const { blanks, broken } = sumsOf(cellNumbersOf(form, report.cells))
  const holds = (_: Balance, b: number): boolean => blanks[b] === 0 && !broken.includes(b)
  const held = new Set(form.balances.filter(holds))
  const tables = sections.flatMap(({ kind, id, numeral }) => {
    if (kind !== 'table' || form.fieldsOf(id).some((field) => report.cells[field] === null))
      return []
    const sums = form.balances.filter(({ left: [first] }) => first && tableOf(first) === id)
    return sums.every((sum) => held.has(sum)) ? [{ numeral, summed: sums.length > 0 }] : []
  })
  const columns = form.balances.filter(({ rule }) => rule === 'T3-BAL')
  return [
    ...(tables.length > 0
      ? [
          {
            what: 'tables',
            numerals: tables.map(({ numeral }) => numeral),
            summed: tables.some(({ summed }) => summed)
          } as const
        ]
      : []),
    ...(columns.every((sum) => held.has(sum))
      ? [{ what: 'columns', count: columns.length } as const]
      : [])
  ]
}

/** Only where last year's report is known, and final: a draft of it may still change. */
function rightlyCarried(report: Report): Vouched[] {
  const { cells, previous, year } = report
  const { carried } = formOf(report)
  const same = carried.every(({ from, to }) => {
    const due = previous?.cells[from] ?? null
    return due !== null && due === cells[to]
  })
  return previous?.final && previous.year === year - 1 && same
    ? [{ what: 'carried', count: carried.length, year: previous.year }]
    : []
}
