import { fieldText } from './chinese.ts'
import { isField, isMoney } from './form.ts'
import { figureText } from './metrics/figure.ts'
import { knownFigures } from './metrics/lines.ts'
import { feeDecimalsOf, type Report } from './report.ts'
import type { FieldId } from './table.ts'

/**
 * Figures quoted in prose: `{{requests.received.total}}`, `{{metric:ID}}`, `{{chart:ID}}`. The text
 * follows the tables, so that it cannot contradict them.
 */
export const token = /\{\{([^{}\s]+)\}\}/g

/** A chart stands alone in its paragraph; this is its id. */
export const chartOf = (paragraph: string): string | undefined =>
  /^\{\{chart:([^{}\s]+)\}\}$/.exec(paragraph)?.[1]

/** The text with every quoted figure written out; one that is not known stays as it stands. */
export function quoted(report: Report, text: string): string {
  return text.replace(token, (whole, name: string) => {
    if (isField(name)) return cellText(report, name) || whole
    if (!name.startsWith('metric:')) return whole
    return quotedFigure(report, name.slice('metric:'.length)) ?? whole
  })
}

/** A platform figure by its id as it is printed; undefined where there is none or it is blank. */
export function quotedFigure(report: Report, id: string): string | undefined {
  const metric = knownFigures(report).find((one) => one.id === id)
  return (metric && figureText(metric)) || undefined
}

/** A statutory number as it is printed; empty when not filled in. */
export function numberText(report: Report, field: FieldId): string {
  return fieldText(report.cells[field], {
    money: isMoney(field),
    decimals: feeDecimalsOf(report)
  })
}

/** The same with its remark behind it; also what a user would type to get both. */
export function cellText(report: Report, field: FieldId): string {
  const number = numberText(report, field)
  const note = report.notes[field]
  return number && note ? `${number}（${note}）` : number
}
