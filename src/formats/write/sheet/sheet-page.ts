/** A sheet as a page of its own, to be printed from the browser. */
import type { Sheet } from '../../../core/form/sheet.ts'
import { escaped } from '../../source/xml.ts'

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
`

/** A complete HTML document with every sheet on a page of its own. */
export const sheetPage = (sheets: readonly Sheet[]): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(sheets[0]?.title ?? '')}</title><style>${style}</style>${sheets.map(section).join('')}</html>`

function section({ over, title, widths, headRows, rows, landscape }: Sheet): string {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => `<col style="width:${((100 * width) / all).toFixed(2)}%">`)
  const above = over === undefined ? '' : `<p>${escaped(over)}</p>`
  const lines = rows.map((row, r) => {
    const cells = row.map(({ text, value, head, align, cols, rows: depth }) => {
      const tag = head ? 'th' : 'td'
      const span = `${cols ? ` colspan="${cols}"` : ''}${depth ? ` rowspan="${depth}"` : ''}`
      const name = value !== undefined ? 'number' : align === 'left' ? 'left' : ''
      return `<${tag}${span}${name && ` class="${name}"`}>${escaped(text)}</${tag}>`
    })
    const line = `<tr>${cells.join('')}</tr>`
    return r === headRows - 1 ? `${line}</thead><tbody>` : line
  })
  return `<section${landscape ? ' class="wide"' : ''}>${above}<h1>${escaped(title)}</h1><table><colgroup>${columns.join('')}</colgroup><thead>${headRows === 0 ? '</thead><tbody>' : ''}${lines.join('')}</tbody></table></section>`
}
