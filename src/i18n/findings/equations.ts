import { partsOf } from '../../core/form/field-name.ts'
import { formOf, type Form } from '../../core/form/form.ts'
import type { RequestRow } from '../../core/form/requests.ts'
import { equationOf, type Equation, type Side } from '../../core/sums/balances.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { BrokenSums } from '../../core/checks/rules/sums.ts'
import type { Report } from '../../core/report/report.ts'

/** The equations of a finding, written out with their numbers. */

/** A number in a written-out sum; without a field it stands for those left out. */
export interface Term {
  readonly text: string
  readonly field?: FieldId
  /** It belongs to what is probably wrong. */
  readonly faulty: boolean
}

/** One equation with its numbers: `terms` joined by + are `sum`, against which stands `stated`. */
export interface EquationWords {
  readonly label: string
  readonly terms: readonly Term[]
  readonly sum: string
  readonly stated: string
}

/** The broken equations of a finding about sums. */
export function equationWords(report: Report, sums: BrokenSums): EquationWords[] {
  const form = formOf(report)
  const faulty = sums.unique === 1 ? (sums.fields ?? []) : []
  return sums.balances.flatMap((id) => {
    const balance = form.balanceOf(id)
    return balance ? [wordsOf(form, equationOf(balance, report.cells), faulty)] : []
  })
}

function wordsOf({ entryOf }: Form, equation: Equation, faulty: readonly string[]): EquationWords {
  const { balance, left, right } = equation
  const off = left.sum - right.sum
  const [total] = balance.right
  const { row, column } = total ? entryOf(total) : { row: '', column: '' }
  const sum = `${left.sum}`
  const added = (label: string, filled: '填' | '总计填'): EquationWords => ({
    label,
    terms: shortened(left, faulty),
    sum,
    stated: `${filled} ${right.sum}，${off > 0n ? `少 ${off}` : `多 ${-off}`}`
  })
  switch (balance.rule) {
    case 'T3-BAL':
      return {
        label: `“${column}”一列的勾稽`,
        terms: named(left, faulty),
        sum,
        stated: `${spell(right)} = ${right.sum}，差 ${off > 0n ? off : -off}`
      }
    case 'T3-SUM':
      return added(`“${column}”一列相加，对“（七）总计”`, '填')
    case 'T3-ROW':
      return added(`“${row}”横行相加，对“总计”`, '总计填')
    case 'T4-SUM':
      return added(`“${row}”四项相加，对“总计”`, '总计填')
  }
}

const shortRows: Partial<Record<RequestRow, string>> = {
  received: '新收',
  carriedIn: '上年结转',
  handled: '总计',
  carriedOut: '结转'
}
function shortRow(field: FieldId): string {
  const at = partsOf(field)
  return (at.table === 'requests' && shortRows[at.row]) || ''
}
const shown = (value: number | null): string => (value === null ? '未填' : `${value}`)

const named = ({ terms }: Side, faulty: readonly string[]): Term[] =>
  terms.map(({ field, value }) => ({
    text: `${shortRow(field)} ${shown(value)}`,
    field,
    faulty: faulty.includes(field)
  }))

const spell = ({ terms }: Side): string =>
  terms.map(({ field, value }) => `${shortRow(field)} ${shown(value)}`).join(' + ')

/** More numbers than this are not written out. */
const readable = 6

/** The numbers that are not 0; of a long row the first two and those in question. */
function shortened({ terms }: Side, faulty: readonly string[]): Term[] {
  const all = terms
    .filter(({ field, value }) => value !== 0 || faulty.includes(field))
    .map(({ field, value }): Term => ({
      text: shown(value),
      field,
      faulty: faulty.includes(field)
    }))
  if (all.length === 0) return [{ text: '0', faulty: false }]
  if (all.length <= readable) return all
  const kept: Term[] = []
  all.forEach((term, i) => {
    if (i < 2 || term.faulty) kept.push(term)
    else if (kept.at(-1)?.text !== '…') kept.push({ text: '…', faulty: false })
  })
  return kept
}
