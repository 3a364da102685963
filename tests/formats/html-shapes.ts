import type { Cells } from '../../src/core/report.ts'
import { sections } from '../../src/core/sections.ts'
import type { TableId } from '../../src/core/table.ts'
import { writtenRows, type Written } from '../core/recognise/shapes.ts'

/** A report as pages and clipboards carry it. */

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const spans = ({ cols, rows }: Written) =>
  `${cols ? ` colspan="${cols}"` : ''}${rows ? ` rowspan="${rows}"` : ''}`

type Cell = (cell: Written) => string
const table = (rows: readonly (readonly Written[])[], cell: Cell, attributes = '') =>
  `<table${attributes}><tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table>`

const plainCell: Cell = (cell) => `<td${spans(cell)}>${escaped(cell.text) || '&nbsp;'}</td>`
/** One element for every run of characters, as content systems leave them. */
const splitCell: Cell = (cell) =>
  `<td${spans(cell)}><p class="MsoNormal">${[...cell.text]
    .map((char) => `<span style="font-family:仿宋"><font>${escaped(char)}</font></span>`)
    .join('')}<o:p>&nbsp;</o:p></p></td>`
const wordCell: Cell = (cell) =>
  `<td${spans(cell)} style='mso-border-alt:solid'><p class=MsoNormal align=center><span lang=EN-US>${escaped(cell.text)}<o:p></o:p></span></p></td>`
const sheetCell: Cell = (cell) =>
  /^\d+$/.test(cell.text)
    ? `<td${spans(cell)} x:num="${cell.text}" align=right>${cell.text}</td>`
    : `<td${spans(cell)} class=xl65>${escaped(cell.text)}</td>`

const metadata =
  '<table><tr><td>索引号</td><td>012345678/2024-00001</td></tr><tr><td>公开日期</td><td>2024-01-20</td></tr></table>'

export interface Page {
  readonly unit: string
  readonly year: number
  readonly cells: Cells
}

const prose: Readonly<Record<string, string>> = {
  overview: '（一）主动公开。全年在网站发布各类信息。',
  problems: '公开的内容还不够细，下一年逐月核对目录。',
  other: '本年度没有收取信息处理费。'
}

const article = ({ unit, year, cells }: Page, cell: Cell) =>
  [
    `<h1>${unit}${year}年政府信息公开工作年度报告</h1>`,
    ...sections.flatMap(({ id, numeral, title, kind }) => [
      `<p>${numeral}、${title}</p>`,
      kind === 'table'
        ? table(writtenRows(id as TableId, cells), cell)
        : `<p>　　${prose[id] ?? ''}</p>`
    ])
  ].join('\n')

const html = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`

export const pages: Readonly<Record<string, (page: Page) => string>> = {
  'a plain page': (page) => html(article(page, plainCell)),
  'a page of a content system': (page) =>
    html(
      `<div class="nav"><a href="#">首页</a> &gt; <a>政府信息公开</a></div>${metadata}
       <div style="display:none">行政许可 99999 博彩</div>
       <script>document.write('<p>一、总体情况</p>')</script>
       ${article(page, splitCell)}
       <p>【打印】【关闭】</p><p>主办单位：清河县人民政府</p>`,
      '<title>清河县</title><style>p{margin:0}</style>'
    ),
  'a page laid out by tables': (page) =>
    html(
      `<table width="100%"><tr><td>导航</td></tr><tr><td><table><tr><td>${article(page, plainCell)}</td></tr></table></td></tr></table>`
    ),
  'the clipboard of Word': (page) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment-->${article(page, wordCell)}<!--EndFragment--></body></html>`,
  'the clipboard of Excel': (page) =>
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment-->${article(page, sheetCell)}<!--EndFragment--></body></html>`
}
