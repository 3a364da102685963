import { chartTable } from '../../../core/charts/chart.ts'
import { chartCaption } from '../../../core/charts/spec.ts'
import type { Block } from '../../../core/compose/blocks.ts'
import { compose } from '../../../core/compose/compose.ts'
import { dense } from '../../../core/form/layout.ts'
import type { OutCell } from '../../../core/form/sheet.ts'
import type { Report } from '../../../core/report/report.ts'

/** The report as text alone: a line a paragraph, a line a row with tabs between its cells. */
export function plainText(report: Report, draft: boolean): string {
  const mark = draft ? ['草稿'] : []
  let charts = 0
  const lines = compose(report).flatMap((block) =>
    block.type === 'chart'
      ? [chartCaption(block.spec, ++charts), ...rowsOf(chartTable(block.spec))]
      : linesOf(block)
  )
  return [...mark, ...lines, ...mark].join('\n') + '\n'
}

function linesOf(block: Exclude<Block, { type: 'chart' }>): string[] {
  if (block.type === 'table') return block.from.kind === 'chart' ? [] : rowsOf(block.rows)
  if (block.type !== 'signature') return [block.text]
  return [block.unit, block.date].filter(Boolean)
}

/** A place that a merged cell covers is blank, so that the cells of a column stay below each other. */
const rowsOf = (rows: readonly (readonly OutCell[])[]): string[] =>
  dense(rows).map((row, r) =>
    row
      .map((placed, c) =>
        placed?.row === r && placed.column === c ? oneLine(placed.cell.text) : ''
      )
      .join('\t')
  )

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
