/** All balances of the form as a sheet: both sides, their difference, and whether they agree. */
import { checkHeads, checkTitle } from '../../../core/form/own-heads.ts'
import type { Agreement, Sheet, SheetCell } from '../../../core/form/sheet.ts'
import { formOf, tableOf, type Form } from '../../../core/form/form.ts'
import type { Balance } from '../../../core/form/table.ts'
import type { Report } from '../../../core/report/report.ts'
import { equationOf, holds, type Side } from '../../../core/sums/balances.ts'
import { isExact, tableName } from './table-sheets.ts'

const words: Readonly<Record<Agreement, string>> = { agree: '相符', differ: '不符', open: '未核' }

/** The sheet of balances; what is computed in it follows the tables. */
export function checkSheet(report: Report): Sheet {
  const form = formOf(report)
  const rows = form.balances.map((balance) => rowOf(form, report, balance))
  const verdicts = rows.map(({ verdict }) => verdict)
  const counted = (word: Agreement): SheetCell[] => [
    { text: `${words[word]}的条数`, cols: 5, align: 'left' },
    {
      text: '',
      value: verdicts.filter((one) => one === word).length,
      format: '0',
      align: 'center',
      formula: { kind: 'count', of: form.balances.map(({ id }) => id), word: words[word] }
    }
  ]
  return {
    name: '勾稽核对',
    title: checkTitle,
    widths: [2.5, 26, 4, 4, 4, 4],
    headRows: 1,
    rows: [
      checkHeads.map((text): SheetCell => ({ text, head: 'column' })),
      ...rows.map(({ cells }) => cells),
      counted('agree'),
      counted('differ'),
      counted('open'),
      [{ text: legend, cols: 6, align: 'left' }]
    ]
  }
}

const legend =
  '差为左边减去右边。有未填格、填写后可能相等的，记为未核。表中底色加深的总计与各项之和不一致，仍为填报的数。'

function rowOf(
  form: Form,
  report: Report,
  balance: Balance
): { readonly verdict: Agreement; readonly cells: SheetCell[] } {
  const [total] = balance.right
  const { left, right } = equationOf(balance, report.cells)
  const blanks = (open(left) ? 1 : 0) | (open(right) ? 2 : 0)
  const difference = left.sum - right.sum
  const verdict = !holds(Number(difference), blanks) ? 'differ' : blanks ? 'open' : 'agree'
  const exact = [left, right].every(
    ({ terms, sum }) => isExact(sum) && terms.every(({ value }) => isExact(value))
  )
  const parts = { left: balance.left, right: balance.right }
  const sum = (side: Side, of: Balance['left']) =>
    numberCell(blank(side) ? null : side.sum, exact && { kind: 'sum', of })
  const none = blank(left) && blank(right)
  return {
    verdict,
    cells: [
      { text: total ? tableName(tableOf(total)) : '', align: 'center' },
      { text: balanceName(form, balance) },
      sum(left, balance.left),
      sum(right, balance.right),
      {
        ...numberCell(none ? null : difference, exact && { kind: 'difference', ...parts }),
        ...(exact && { format: '[Red]0;[Red]-0;0' })
      },
      {
        id: balance.id,
        text: words[verdict],
        align: 'center',
        ...(exact && { formula: { kind: 'agreement', ...parts, words } })
      }
    ]
  }
}

const open = ({ terms }: Side): boolean => terms.some(({ value }) => value === null)
const blank = ({ terms }: Side): boolean => terms.every(({ value }) => value === null)

const numberCell = (
  value: bigint | null,
  formula: NonNullable<SheetCell['formula']> | false
): SheetCell => ({
  text: value === null ? '' : String(value),
  align: 'center',
  ...(formula && { format: '0', formula, ...(value !== null && { value: Number(value) }) })
})

/** What a balance adds up, in the words of its table. */
function balanceName({ entryOf }: Form, { rule, right: [total] }: Balance): string {
  const { row = '', column = '', group = '' } = total ? entryOf(total) : {}
  switch (rule) {
    case 'T3-ROW':
      return `${group}${group && ' '}${row}：各列相加＝总计`
    case 'T3-SUM':
      return `${column}：（一）至（六）各行相加＝（七）总计`
    case 'T3-BAL':
      return `${column}：第一项＋第二项＝第三项＋第四项`
    case 'T4-SUM':
      return `${row}：四种结果相加＝总计`
  }
}
