/** A sheet as a page of its own, to be printed from the browser. */
import type { Sheet, SheetCell } from '../../../core/form/sheet.ts'
import { htmlPage, tagged, type Markup } from '../web/markup.ts'

const style = `
@page { size: A4; margin: 15mm 12mm }
@page wide { size: A4 landscape }
.wide { page: wide }
body { font: 10.5pt/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; color: #000 }
h1 { font: bold 15pt/1.6 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center }
section { break-after: page }
section:last-child { break-after: auto }
p { text-align: center }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: 0.5pt solid #000; padding: 3pt 5pt; font-weight: normal; text-align: center; overflow-wrap: anywhere }
td.number { text-align: right }
th.left, td { text-align: left }
tr { break-inside: avoid }
@media screen { body { max-width: 60em; margin: 24px auto; padding: 0 16px } }
`

/** A complete HTML document with every sheet on a page of its own. */
export const sheetPage = (sheets: readonly Sheet[]): string =>
  htmlPage(sheets[0]?.title ?? '', style, sheets.map(section))

function section({ over, title, widths, headRows, rows, landscape }: Sheet): Markup {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => ({
    html: `<col style="width:${((100 * width) / all).toFixed(2)}%">`
  }))
  const lines = rows.map((row) => tagged('tr', {}, ...row.map(cellOf)))
  return tagged(
    'section',
    { class: landscape ? 'wide' : undefined },
    ...(over === undefined ? [] : [tagged('p', {}, over)]),
    tagged('h1', {}, title),
    tagged(
      'table',
      {},
      tagged('colgroup', {}, ...columns),
      tagged('thead', {}, ...lines.slice(0, headRows)),
      tagged('tbody', {}, ...lines.slice(headRows))
    )
  )
}

const cellOf = ({ text, value, head, align, cols, rows }: SheetCell): Markup =>
  tagged(
    head ? 'th' : 'td',
    {
      colspan: cols,
      rowspan: rows,
      class: value !== undefined ? 'number' : align
    },
    text
  )
