import { reportTitle, sections, type TextKey } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows, type Written } from '../../core/recognise/shapes.ts'
import type { Whole } from './whole.ts'

/** A whole report as HTML: of clipboards, of old sites, and for browsers to print. */

const esc = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

interface Habits {
  readonly title?: (text: string) => string
  readonly heading?: (numeral: string, title: string) => string
  readonly paragraph?: (text: string, index: number) => string
  readonly cell?: (text: string) => string
  readonly table?: string
  readonly cellAttributes?: string
}

function article(whole: Whole, habits: Habits): string {
  const { cell = esc, table = ' border="1" cellspacing="0"', cellAttributes = '' } = habits
  const paragraph = habits.paragraph ?? ((text) => `<p>　　${esc(text)}</p>`)
  const heading = habits.heading ?? ((numeral, title) => `<h2>${numeral}、${title}</h2>`)
  const title = habits.title ?? ((text) => `<h1>${text}</h1>`)
  const span = ({ cols, rows }: Written) =>
    `${cols ? ` colspan="${cols}"` : ''}${rows ? ` rowspan="${rows}"` : ''}`
  const prose = (id: TextKey) => whole.prose[id].map(paragraph).join('\n')
  return [
    title(reportTitle(whole.unit, whole.year)),
    prose('leadIn'),
    ...sections.flatMap(({ id, numeral, title: words, kind }) => [
      heading(numeral, words),
      kind === 'table'
        ? `<table${table}>${writtenRows(id as TableId, whole.cells)
            .map(
              (row) =>
                `<tr>${row.map((one) => `<td${span(one)}${cellAttributes}>${cell(one.text)}</td>`).join('')}</tr>`
            )
            .join('\n')}</table>`
        : prose(id as TextKey)
    ])
  ].join('\n')
}

const page = (body: string, style: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>年报</title><style>${style}</style></head><body>${body}</body></html>`

/** The font is put beside the pages by whoever prints them. */
const base = `* { font-synthesis: none }
@font-face { font-family: own; src: url(own.ttf) }
@page { size: A4; margin: 22mm 24mm }
body { font: 12pt/1.75 own; margin: 0 } h1 { font-size: 18pt; text-align: center } h2 { font-size: 13pt }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.4 }
td { border: 0.5pt solid #000; padding: 2pt 3pt; text-align: center }
p { margin: 0; text-align: justify }`

/** For Chromium to print. */
export const printed: Readonly<Record<string, (whole: Whole) => string>> = {
  'white divs': (whole) =>
    page(
      article(whole, {
        paragraph: (text) => `<div class="w">${esc(text)}</div>`,
        heading: (numeral, title) => `<div class="w">${numeral}、${title}</div>`,
        title: (text) => `<div class="w t">${text}</div>`
      }),
      `${base} * { font-weight: normal } .w { background: #fff; text-indent: 2em } .t { font-size: 18pt; text-align: center; text-indent: 0 } td { background: #fff }`
    ),
  'white spans, highlighted words': (whole) =>
    page(
      article(whole, {
        paragraph: (text) =>
          `<p>　　<span class="w">${esc(text.slice(0, 20))}</span><b class="y">${esc(text.slice(20, 32))}</b><u>${esc(text.slice(32, 40))}</u><span class="w">${esc(text.slice(40))}</span></p>`,
        cell: (text) => `<span class="w">${esc(text)}</span>`
      }),
      `${base} .w { background: #fff } .y { background: #ff0 } tr:nth-child(even) td { background: #eef }`
    ),
  'two columns': (whole) =>
    page(
      article(whole, {
        paragraph: (text) => `<p class="c">${esc(text)}</p>`
      }).replace(/(?:<p class="c">.*<\/p>\n?)+/g, (found) => `<div class="two">${found}</div>`),
      `${base} .two { columns: 2; column-gap: 30pt; font-size: 10.5pt } .c { text-indent: 2em }`
    ),
  'an old page, cells cut out of a coloured box': (whole) =>
    page(
      article(whole, {
        table: ' bgcolor="#336699" cellspacing="1" cellpadding="3" width="100%"',
        cellAttributes: ' bgcolor="#ffffff"'
      }),
      `${base} table { border-collapse: separate } td { border: 0 }`
    ),
  'cards with shadows, a rail beside': (whole) =>
    page(
      `<div class="card">${article(whole, {})}</div>`,
      `${base} .card { border: 1pt solid #ccc; border-left: 4pt solid #c00; border-radius: 4pt; padding: 8pt; background: #fdfdfd; -webkit-print-color-adjust: exact } h2 { border-bottom: 1pt solid #c00; background: #f5f5f5 }`
    )
}

/** For LibreOffice to go on with: no style but what it keeps. */
export const plainPage = (whole: Whole): string =>
  page(article(whole, {}), 'td { border: 1px solid #000; font-size: 8pt }')

const officeNames =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"'

export const markups: Readonly<Record<string, (whole: Whole) => string>> = {
  'the clipboard of Word': (whole) =>
    `<html ${officeNames}><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- @font-face {font-family:仿宋;} p.MsoNormal {mso-style-unhide:no;} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${article(
      whole,
      {
        title: (text) =>
          `<p class=MsoNormal align=center><b><span style='font-size:22.0pt'>${text}<o:p></o:p></span></b></p>`,
        heading: (numeral, title) =>
          `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${numeral}、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span\nlang=EN-US>${title}</span></p>`,
        paragraph: (text, i) =>
          `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>${esc(text.slice(0, 5))}\n</span><ins cite="mailto:甲"><span>${esc(text.slice(5))}</span></ins>${i === 0 ? "<del><span>删去的话。</span></del><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><a href='#_msocom_1'>[甲1]</a><![endif]></span></span>" : ''}<o:p></o:p></p>`,
        cell: (text) =>
          `<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-size:9.0pt'>${esc(text)}<o:p></o:p></span></p>`,
        table:
          " class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-border-alt:solid windowtext .5pt'"
      }
    )}<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]><div style='mso-element:comment'><p class=MsoCommentText>这里请核对。</p></div></div><!--EndFragment--></body></html>`,
  'the clipboard of WPS': (whole) =>
    `<html ${officeNames}><head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 14"><meta name=Originator content="Microsoft Word 14"></head><body style="tab-interval:21pt;text-justify-trim:punctuation;"><!--StartFragment--><div class="Section0">${article(
      whole,
      {
        paragraph: (text) =>
          `<p class=MsoNormal style="text-indent:32.0000pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;"><font face="仿宋_GB2312">${esc(text)}</font></span><span style="mso-spacerun:'yes';"><o:p></o:p></span></p>`,
        cell: (text) =>
          `<p class=MsoNormal align=center><span style="font-family:宋体;"><font face="宋体">${[...text].map(esc).join('</font><font face="宋体">')}</font></span><span><o:p></o:p></span></p>`
      }
    )}</div><!--EndFragment--></body></html>`,
  'an old page of frames and tables': (whole) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table width=980 align=center><tr><td width=200 valign=top>网站首页<br>政务公开<br>办事服务</td><td>${article(
      whole,
      {
        paragraph: (text) =>
          `<table width="100%"><tr><td width=20>&nbsp;</td><td>${esc(text)}</td></tr></table>`,
        heading: (numeral, title) => `<center><b>${numeral}、${title}</b></center>`
      }
    )}</td></tr></table><div align=center>主办单位：${whole.unit}</div></body></html>`
}
