import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType
} from 'docx'
import type { Block } from '../../../core/compose/blocks.ts'
import { dense, place, type Placed } from '../../../core/form/layout.ts'
import type { OutCell } from '../../../core/form/sheet.ts'
import type { TableStyle } from '../../../typeset/page/geometry.ts'
import { leadingOf } from '../../../typeset/tables/cells.ts'
import { rowHeights } from '../../../typeset/tables/row-heights.ts'
import { fittedCell, tallOf, type FittedCell } from './fit.ts'
import { twips, type Measures } from './measures.ts'
import { styleIds } from './styles.ts'
import { textRuns } from './text.ts'

type TableBlock = Extract<Block, { type: 'table' }>

/** Steps from what rows were designed to be to the least they can be. */
const eases = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0]

/**
 * A table of the report. Every width is told three times, in the grid, in the cells and for the
 * whole: WPS needs all of them. A table that can stand on one page stays on one, or parts before a
 * block that has a head of its own; a taller one goes on with its head repeated.
 */
export function wordTable(block: TableBlock, measures: Measures): Table {
  const { rows, headRows } = block
  const { geometry, measure } = measures
  const grid = dense(rows)
  const columns = Math.max(1, block.widths.length, ...grid.map((row) => row.length))
  const style = styleFor(geometry.tables, columns)
  const edges = edgesOf(block.widths, columns, measure)
  const fitted = new Map(
    place(rows).map((placed) => [placed.cell, fittedCell(placed, edges, rows.length, style)])
  )
  const tall = [...fitted.values()].map(({ placed, height }) => tallOf(placed, height, rows.length))
  // Half a point for each rule, which programs count to the one row or the other.
  const room = geometry.depth - geometry.pitch - (rows.length + 1) / 2
  const heightsAt = (ease: number) => rowHeights(tall, rows.length, style, ease)
  const whole = eases.map(heightsAt).find((heights) => sumOf(heights) <= room)
  const heights = whole ?? heightsAt(1)
  const repeated = sumOf(heights.slice(0, headRows)) < geometry.depth / 2 ? headRows : 0

  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: measure, type: WidthType.DXA },
    columnWidths: edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)),
    margins: {
      marginUnitType: WidthType.DXA,
      top: 0,
      bottom: 0,
      left: twips(style.side),
      right: twips(style.side)
    },
    borders: {
      ...{ top: frame, bottom: frame, left: frame, right: frame },
      ...{ insideHorizontal: rule, insideVertical: rule }
    },
    rows: grid.map((row, r) => {
      const height = heights[r] ?? 0
      return new TableRow({
        children: cellsOf(row, r),
        height: { value: twips(height), rule: HeightRule.ATLEAST },
        ...(height < geometry.depth / 2 && { cantSplit: true }),
        ...(r < repeated && { tableHeader: true }),
        ...(staysWithNext(r) && { keepNext: true })
      })
    })
  })

  function cellsOf(row: readonly (Placed<OutCell> | undefined)[], r: number): TableCell[] {
    const cells: TableCell[] = []
    for (let column = 0; column < columns;) {
      const placed = row[column]
      let end = column + 1
      while (placed && end < columns && row[end] === placed) end++
      cells.push(cellOf(placed, r, column, end))
      column = end
    }
    return cells
  }

  function cellOf(
    placed: Placed<OutCell> | undefined,
    row: number,
    from: number,
    to: number
  ): TableCell {
    const cell = placed && fitted.get(placed.cell)
    const starts = placed?.row === row
    const merged = placed !== undefined && tallOf(placed, 0, rows.length).rows > 1
    return new TableCell({
      width: { size: (edges[to] ?? 0) - (edges[from] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(to - from > 1 && { columnSpan: to - from }),
      ...(merged && {
        verticalMerge: starts ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE
      }),
      ...(placed?.cell.vertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
      children: [paragraphOf(starts ? cell : undefined)]
    })
  }

  function paragraphOf(cell: FittedCell | undefined): Paragraph {
    const { head, align } = cell?.placed.cell ?? {}
    const size = cell?.size ?? style.size
    const beside = twips(style.inset - style.side)
    return new Paragraph({
      style: head === 'column' ? styleIds.head : styleIds.cell,
      spacing: { line: twips(leadingOf(size)), lineRule: LineRuleType.EXACT },
      ...(align === 'left' && {
        alignment: AlignmentType.LEFT,
        indent: { left: beside, right: beside }
      }),
      children: cell ? textRuns(cell.text, { size: size * 2 }) : []
    })
  }

  /** Of a table for one page all rows, but the last of a block that another one with a head follows. */
  function staysWithNext(r: number): boolean {
    const next = rows[r + 1]
    if (!next) return false
    return isHead(rows[r]) || (whole !== undefined && !isHead(next))
  }
}

const isHead = (row: readonly OutCell[] = []): boolean =>
  row.length > 0 && row.every(({ head }) => head === 'column')

const frame = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, one) => sum + one, 0)

function styleFor(tables: readonly TableStyle[], columns: number): TableStyle {
  const style = tables.find((one) => columns <= one.columns)
  if (!style) throw new RangeError('a look without table styles')
  return style
}

/** The edges of the columns in whole twips; together they are as wide as the type area. */
function edgesOf(widths: readonly number[], columns: number, measure: number): number[] {
  const ratios = Array.from({ length: columns }, (_, i) => {
    const width = widths[i] ?? 1
    return width > 0 && Number.isFinite(width) ? width : 1
  })
  const all = sumOf(ratios)
  return [0, ...ratios.map((_, i) => Math.round((measure * sumOf(ratios.slice(0, i + 1))) / all))]
}
