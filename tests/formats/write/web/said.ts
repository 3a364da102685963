import { chartTable } from '../../../../src/core/charts/chart.ts'
import { chartCaption } from '../../../../src/core/charts/spec.ts'
import { compose } from '../../../../src/core/compose/compose.ts'
import type { Spanned } from '../../../../src/core/form/layout.ts'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import type { Report } from '../../../../src/core/report/report.ts'

/** A report as a reader of a page takes it in: paragraphs and grids, in order. */
export type Said = string | readonly (readonly SaidCell[])[]
interface SaidCell extends Required<Spanned> {
  readonly text: string
}

/** No reader keeps the kinds of white space apart, and XML holds no control characters. */
const plain = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

const grid = (rows: readonly (readonly (Spanned & { readonly text: string })[])[]): Said =>
  rows.map((row) =>
    row.map(({ text, cols = 1, rows: depth = 1 }) => ({ text: plain(text), cols, rows: depth }))
  )

/** What a report says on paper, the figures of charts as tables under their captions. */
export function saidBy(report: Report): Said[] {
  let charts = 0
  return compose(report)
    .flatMap((block): Said[] => {
      switch (block.type) {
        case 'table':
          return block.from.kind === 'chart' ? [] : [grid(block.rows)]
        case 'chart':
          return [plain(chartCaption(block.spec, ++charts)), grid(chartTable(block.spec))]
        case 'signature':
          return [
            block.unit,
            block.date && block.place === 'title' ? `（${block.date}）` : block.date
          ].map(plain)
        default:
          return [plain(block.text)]
      }
    })
    .filter((one) => one !== '')
}

/** The same of what was read. */
export const saidIn = (blocks: readonly RawBlock[]): Said[] =>
  blocks.map((block) => (block.type === 'text' ? plain(block.text) : grid(block.rows)))
