import { formatMoney } from '../../../src/core/numbers/money.ts'
import { dense, place, type Spanned } from '../../../src/core/form/layout.ts'
import { form2021 } from '../../../src/core/form/form.ts'
import type { Cells } from '../../../src/core/form/cells.ts'
import { sections } from '../../../src/core/form/sections.ts'
import { isEntry, type TableDef, type TableId } from '../../../src/core/form/table.ts'

/** A report written down in the shapes in which tables arrive as plain text. */

export interface Written extends Spanned {
  readonly text: string
}

/** The rows of a statutory table with its numbers written in, spans and all. */
export function writtenRows(id: TableId, cells: Cells): Written[][] {
  return form2021.tables[id].rows.map((row) =>
    row.map((cell) => {
      const spans = { ...(cell.cols && { cols: cell.cols }), ...(cell.rows && { rows: cell.rows }) }
      if (!isEntry(cell)) return { text: cell.text, ...spans }
      const value = cells[cell.field]
      const text = value === null ? '' : cell.unit ? formatMoney(value, null) : String(value)
      return { text, ...spans }
    })
  )
}

const widthOf = (id: TableId) => (form2021.tables[id] satisfies TableDef).widths.length

/** Every position of the rectangle; covered ones empty, as a spreadsheet copies merged cells. */
export function rectangle(id: TableId, cells: Cells): string[][] {
  const rows = writtenRows(id, cells)
  return dense(rows).map((line, r) =>
    Array.from({ length: widthOf(id) }, (_, c) => {
      const cell = line[c]
      return cell && cell.row === r && cell.column === c ? cell.cell.text : ''
    })
  )
}

const plain = (id: TableId, cells: Cells) =>
  writtenRows(id, cells).map((row) => row.map(({ text }) => text))

/** One column of numbers fewer, the rows cut to one width: what some sites leave of a table. */
function cut(id: TableId, cells: Cells): string[][] {
  if (id !== 'requests') return rectangle(id, cells)
  const rows = writtenRows(id, cells)
  const shorter = rows.map((row, r) => (r < 3 ? row : row.slice(0, -1)).map(({ text }) => text))
  const labelColumns = place(rows).filter(({ column }) => column < 3)
  return shorter.map((row, r) => {
    const lead = labelColumns.some(({ row: at, column }) => at === r && column === 0) ? [] : ['']
    const second = labelColumns.some(
      ({ row: at, column, cols }) => at === r && column <= 1 && column + cols > 1
    )
    const line = r < 3 ? row : [...lead, ...(second ? [] : lead.length ? [''] : []), ...row]
    return [...line, ...Array.from({ length: Math.max(0, 9 - line.length) }, () => '')]
  })
}

const lane = (rows: readonly (readonly string[])[]) =>
  rows.flatMap((row) => row.flatMap((cell) => [cell, '|'])).join('\n')

const aligned = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => row.filter(Boolean).join('   '))
    .filter(Boolean)
    .join('\n')

type Shape = (id: TableId, cells: Cells) => string

/** `whole`: everything that was written can be read back, blank cells too. */
export const shapes: Readonly<Record<string, { write: Shape; whole: boolean; filledOnly?: true }>> =
  {
    'tabs, merged cells gone': {
      write: (id, cells) =>
        plain(id, cells)
          .map((row) => row.join('\t'))
          .join('\n'),
      whole: true
    },
    'tabs, merged cells as blank ones': {
      write: (id, cells) =>
        rectangle(id, cells)
          .map((row) => row.join('\t'))
          .join('\n'),
      whole: true
    },
    'tabs, blank lines between': {
      write: (id, cells) =>
        plain(id, cells)
          .map((row) => row.join('\t'))
          .join('\n\n'),
      whole: true
    },
    'tabs, one column lost': {
      write: (id, cells) =>
        cut(id, cells)
          .map((row) => row.join('\t'))
          .join('\n'),
      whole: false
    },
    'bars, framed': {
      write: (id, cells) =>
        plain(id, cells)
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      whole: true
    },
    'bars, padded for merged cells': {
      write: (id, cells) =>
        rectangle(id, cells)
          .map((row) => `|${row.join('|')}|`)
          .join('\n'),
      whole: true
    },
    'bars, not framed': {
      write: (id, cells) =>
        plain(id, cells)
          .map((row) => row.join(' | '))
          .join('\n'),
      whole: true
    },
    Markdown: {
      write: (id, cells) =>
        rectangle(id, cells)
          .flatMap((row, r) => [
            `| ${row.join(' | ')} |`,
            ...(r === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])
          ])
          .join('\n'),
      whole: true
    },
    'recognised pictures, each row a table': {
      write: (id, cells) =>
        plain(id, cells)
          .map((row) => `| ${row.join(' | ')} |\n|${row.map(() => ':--').join('|')}|`)
          .join('\n\n'),
      whole: true
    },
    'one cell a line, lone bars': {
      write: (id, cells) => lane(plain(id, cells)),
      whole: true
    },
    'one cell a line': {
      write: (id, cells) => plain(id, cells).flat().join('\n'),
      whole: true,
      filledOnly: true
    },
    'columns by spaces': {
      write: (id, cells) => aligned(plain(id, cells)),
      whole: true,
      filledOnly: true
    }
  }

/** A whole report, its tables in the given shape and its sections' prose as given. */
export function reportText(
  { unit, year, cells }: { unit: string; year: number; cells: Cells },
  write: Shape
): string {
  const prose: Record<string, string> = {
    overview: '（一）主动公开。全年在网站发布各类信息。\n（二）依申请公开。渠道畅通。',
    problems: '问题是公开的内容还不够细。改进的办法是逐月核对目录。',
    other: '本年度没有收取信息处理费。'
  }
  const parts = sections.map(({ id, numeral, title, kind }) => [
    `${numeral}、${title}`,
    kind === 'table' ? write(id as TableId, cells) : (prose[id] ?? '')
  ])
  return [`${unit}${year}年政府信息公开工作年度报告`, '本报告按年编制。', ...parts.flat()].join(
    '\n\n'
  )
}
