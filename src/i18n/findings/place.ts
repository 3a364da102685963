import type { Place } from '../../core/findings/finding.ts'
import { formOf, tableOf, type Form } from '../../core/form/form.ts'
import { passages } from '../../core/prose/narrative.ts'
import { remembered } from '../../core/prose/remembered.ts'
import type { Report } from '../../core/report/report.ts'
import { sections } from '../../core/form/sections.ts'
import type { FieldId, TableId } from '../../core/form/table.ts'
import { and } from './sentence.ts'

/** Where things stand, in words. */

export const tableNames: Readonly<Record<TableId, string>> = {
  disclosure: '表二',
  requests: '表三',
  remedies: '表四'
}

export const platformsName = '平台数据'

/** Its column first in table 三, where a column is what is checked; its row first elsewhere. */
export function cellName({ entryOf }: Form, field: FieldId): string {
  const { row, column } = entryOf(field)
  return inOrder(field, row, column)
}

const inOrder = (field: FieldId, row: string, column: string): string =>
  tableOf(field) === 'requests' ? `${column} · ${row}` : `${row} · ${column}`

/** As in 表三 自然人 · 1.本机关不掌握相关政府信息, or 一（二）依申请公开. */
export function placeName(at: Place, report: Report): string {
  switch (at.kind) {
    case 'cells':
      return cellsName(formOf(report), at.fields)
    case 'text':
      return textName(at, report)
    case 'metric': {
      const metric = report.metrics.find(({ id }) => id === at.id)
      return metric ? `${platformsName} · ${metric.name}` : platformsName
    }
    case 'report':
      return '整份报告'
  }
}

/** Cells by their table, rows and columns; many by the first of them. */
export function cellsName(form: Form, list: readonly FieldId[]): string {
  const [first] = list
  if (!first) return '表格'
  const named = allNamed(form, list) ?? `${cellName(form, first)} 等 ${list.length} 格`
  return `${tableNames[tableOf(first)]} ${named}`
}

/** All of the cells by name, rows and columns in the order of `cellName`; undefined of too many. */
export function allNamed(form: Form, list: readonly FieldId[]): string | undefined {
  const entries = list.map(form.entryOf)
  const rows = [...new Set(entries.map(({ row }) => row))]
  const columns = [...new Set(entries.map(({ column }) => column))]
  const inLine =
    (rows.length === 1 && columns.length <= 3) || (columns.length === 1 && rows.length <= 2)
  const [first] = list
  if (first && inLine) return inOrder(first, and(rows), and(columns))
  return list.length <= 2 ? list.map((field) => cellName(form, field)).join('；') : undefined
}

/** The headings （一） of a section: there are few, and a long text may have findings by the thousand. */
const headingsOf = remembered((text) => passages(text).filter(({ level }) => level === 2))

/** The section, with the heading under which the place stands where there is one. */
function textName(at: Extract<Place, { kind: 'text' }>, report: Report): string {
  const section = sections.find(({ id }) => id === at.section)
  if (!section) return '引言'
  const whole = `${section.numeral}　${section.title}`
  const { from } = at
  if (from === undefined) return whole
  const heading = headingsOf(report.text[at.section])
    .filter((passage) => passage.from <= from)
    .at(-1)
  return heading ? `${section.numeral}${heading.text}` : whole
}
