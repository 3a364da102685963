import { percentText } from '../numbers/percent.ts'
import { formOf, isMoney, tableOf, type Form } from '../form/form.ts'
import type { Report } from '../report/report.ts'
import type { FieldId } from '../form/table.ts'
import { quoteToken } from '../prose/quotes.ts'

/** This year's numbers against last year's. */

/** A number that is not what it was last year. */
export interface YearChange {
  readonly field: FieldId
  readonly last: number
  readonly now: number
  /** now − last, in the unit of the cell: a count, or 分. */
  readonly by: number
}

/** How changes are ordered: the largest first, in numbers or in percent; or as in the form. */
export type ChangeOrder = 'amount' | 'share' | 'form'

/** Every cell known in both years and not the same. */
export function yearChanges(report: Report, order: ChangeOrder = 'amount'): YearChange[] {
  const { cells, previous } = report
  if (!previous) return []
  const changes = formOf(report).fields.flatMap((field): YearChange[] => {
    const [now, last] = [cells[field], previous.cells[field]]
    return now == null || last == null || now === last ? [] : [{ field, last, now, by: now - last }]
  })
  if (order === 'form') return changes
  const size = order === 'amount' ? amount : share
  // Sorting is stable: equals keep the order of the form.
  return changes.sort((a, b) => size(b) - size(a))
}

/** Money counts in the 万元 in which it is written. */
const amount = ({ field, by }: YearChange): number =>
  Math.abs(by) / (isMoney(field) ? 1_000_000 : 1)
const share = ({ last, by }: YearChange): number => (last === 0 ? Infinity : Math.abs(by / last))

/** The change in percent of last year's number; undefined where that was 0. */
export const percentOf = ({ last, by }: YearChange): string | undefined =>
  last === 0 ? undefined : percentText(by, last)

/** What a cell counts, in the words of the form: 本年新收政府信息公开申请, 不予公开中属于国家秘密. */
export function subjectOf(form: Form, field: FieldId): string {
  const { row, column, group, subject = row } = form.entryOf(field)
  const plain = subject
    .replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, '')
    .replace(/（.{0,60}）$/, '')
  switch (tableOf(field)) {
    case 'disclosure':
      return plain + column.replace(/（.{0,60}）$/, '').replace(/(?:件数|数量)$/, '')
    case 'remedies':
      return column === '总计' ? plain : plain + column
    case 'requests': {
      const within = group ? `${group.replace(/^（.）/, '')}中` : ''
      return within + plain.replace(/数量$/, '') + (column === '总计' ? '' : `（${column}）`)
    }
  }
}

/**
 * A cell beside last year's number, both quoted, and by how much it grew, of nothing not at all:
 * …{{requests.received.total}}件（上年{{last:…}}件），同比{{growth:…}}.
 */
export function besideLast(words: string, field: FieldId, last: number): string {
  const unit = isMoney(field) ? '万元' : '件'
  const now = quoteToken({ kind: 'cell', field })
  const before = quoteToken({ kind: 'last', of: [field] })
  const both = `${words}${now}${unit}（上年${before}${unit}）`
  return last === 0 ? both : `${both}，同比${quoteToken({ kind: 'growth', of: [field] })}`
}

/** The change as a sentence for the report, its numbers quoted. */
export const changeSentence = (form: Form, { field, last }: YearChange): string =>
  `${besideLast(subjectOf(form, field), field, last)}。`
