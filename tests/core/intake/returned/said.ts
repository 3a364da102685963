import type { Block } from '../../../../src/core/compose/blocks.ts'
import { chartCaption } from '../../../../src/core/charts/spec.ts'
import { compose } from '../../../../src/core/compose/compose.ts'
import { formInForce, tableOf } from '../../../../src/core/form/form.ts'
import type { OutCell } from '../../../../src/core/form/sheet.ts'
import { isEntry, type FieldId } from '../../../../src/core/form/table.ts'
import type { RawBlock, RawCell } from '../../../../src/core/intake/source/raw.ts'
import type { Report } from '../../../../src/core/report/report.ts'

/** A report as a reader of office documents finds it in a document of ours. */
export function saidBy(report: Report): RawBlock[] {
  let charts = 0
  return compose(report).flatMap((block): RawBlock[] => {
    if (block.type === 'chart') charts++
    return blocksOf(block, charts)
  })
}

function blocksOf(block: Block, chart: number): RawBlock[] {
  switch (block.type) {
    case 'table':
      // A table of one column is a frame to the reader.
      return block.rows.every(({ length }) => length === 1)
        ? block.rows.flat().flatMap(({ text }) => line(text))
        : [{ type: 'grid', rows: block.rows.map((row) => row.map(cell)), spans: 'kept' }]
    case 'chart':
      return line(chartCaption(block.spec, chart))
    case 'signature':
      return [
        ...line(block.unit),
        ...line(block.place === 'title' && block.date ? `（${block.date}）` : block.date)
      ]
    default:
      return line(block.text)
  }
}

/** What XML holds of a text. */
const held = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim()

const line = (text: string): RawBlock[] => (held(text) ? [{ type: 'text', text: held(text) }] : [])

const cell = ({ text, cols, rows }: OutCell): RawCell => ({
  text: held(text),
  ...(cols && { cols }),
  ...(rows && { rows })
})

/** The document with another text in the cell of a field. */
export function withCell(said: readonly RawBlock[], field: FieldId, text: string): RawBlock[] {
  const table = formInForce.tables[tableOf(field)]
  const at = table.rows.flatMap((row, r) =>
    row.flatMap((one, c) => (isEntry(one) && one.field === field ? [{ r, c }] : []))
  )[0]
  return said.map((block): RawBlock => {
    if (block.type !== 'grid' || block.rows.length !== table.rows.length) return block
    // The figures of a chart may have as many rows.
    const widths = (all: readonly (readonly unknown[])[]) => all.map(({ length }) => length).join()
    if (widths(block.rows) !== widths(table.rows)) return block
    const rows = block.rows.map((row, r) =>
      row.map((one, c) => (r === at?.r && c === at.c ? { ...one, text } : one))
    )
    return { ...block, rows }
  })
}
