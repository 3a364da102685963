/**
 * Tables that stay whole wherever they are pasted. Editors of content systems drop class names,
 * `colgroup` and much of what styles say, each of them something else, and some drop all styles: so
 * every cell has its own lines, columns have their widths on cells, and what old attributes can say is
 * said by them too.
 */
import { place, type Placed } from '../../../core/form/layout.ts'
import type { OutCell } from '../../../core/form/sheet.ts'
import { element, type Markup } from './markup.ts'

/** A table as it is written. */
export interface WebTable {
  /** The title; of a table that is not `full` it is shown, else a heading says it already. */
  readonly caption: string
  /** As wide as the page, in the proportions of `widths`; else as narrow as its content allows. */
  readonly full: boolean
  readonly widths: readonly number[]
  readonly headRows: number
  readonly rows: readonly (readonly OutCell[])[]
}

/** Out of sight, but not for screen readers. */
const unseen =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap'

/** The table, below a picture of it if there is one, in a frame that scrolls on narrower screens. */
export function tableMarkup(table: WebTable, picture?: Markup): Markup {
  const { caption, full, headRows, widths } = table
  const rows = rowsOf(table)
  const part = (name: string, lines: readonly Markup[]): Markup[] =>
    lines.length > 0 ? [element(name, {}, ...lines)] : []
  const styles = [
    full ? 'width:100%' : 'margin:0 auto',
    // Narrower, words of the head would stand one character a line, and a caption in many lines.
    (!full || widths.length > 5) && `min-width:${full ? widths.length * 3 : 22}em`,
    // No number is parted, whatever the page does with long words.
    'border-collapse:collapse;text-align:center;text-wrap:balance;word-break:normal;overflow-wrap:normal',
    headRows > 0 && 'break-inside:avoid'
  ]
  return element(
    'div',
    {
      role: 'group',
      tabindex: 0,
      'aria-label': caption,
      style: `overflow-x:auto${picture ? ';text-align:center' : ''}`
    },
    ...(picture ? [picture] : []),
    element(
      'table',
      {
        border: 1,
        cellspacing: 0,
        cellpadding: 4,
        ...(full ? { width: '100%' } : { align: 'center' }),
        style: styles.filter(Boolean).join(';')
      },
      element('caption', full ? { style: unseen } : {}, caption),
      ...part('thead', rows.slice(0, headRows)),
      ...part('tbody', rows.slice(headRows))
    )
  )
}

/** The rows; the first cell that a column has to itself says how wide it is. */
function rowsOf({ rows, widths, full }: WebTable): Markup[] {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const said = new Set<number>()
  const lines = rows.map((): Markup[] => [])
  for (const placed of place(rows)) {
    const { column, cols, row } = placed
    const says = full && cols === 1 && !said.has(column)
    if (says) said.add(column)
    const share = says ? `${((100 * (widths[column] ?? 0)) / all).toFixed(2)}%` : undefined
    lines[row]?.push(cellMarkup(placed, share))
  }
  return lines.map((cells) => element('tr', {}, ...cells))
}

function cellMarkup({ cell, cols, rows }: Placed<OutCell>, width: string | undefined): Markup {
  const { text, head, align = 'center', vertical } = cell
  const styles = [
    'border:1px solid #000;padding:4px',
    align === 'left' && 'text-align:left',
    head && 'font-weight:normal',
    vertical && 'writing-mode:vertical-rl',
    width && `width:${width}`
  ]
  return element(
    head && text ? 'th' : 'td',
    {
      ...(head && text && { scope: scopeOf(head, cols, rows) }),
      ...(cols > 1 && { colspan: cols }),
      ...(rows > 1 && { rowspan: rows }),
      width,
      align,
      style: styles.filter(Boolean).join(';')
    },
    text
  )
}

const scopeOf = (head: 'row' | 'column', cols: number, rows: number): string =>
  head === 'row' ? (rows > 1 ? 'rowgroup' : 'row') : cols > 1 ? 'colgroup' : 'col'
