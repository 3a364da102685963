import { newReport } from '../../../src/core/report.ts'
import { writeJson } from '../../../src/formats/write-json.ts'
import { reportText, shapes } from '../../core/recognise/shapes.ts'
import { compared } from '../compare-shape.ts'
import { pages, type Page } from '../html-shapes.ts'
import { csv, docx, xlsx } from '../office-shapes.ts'
import { xls } from '../old/excel97.ts'
import { doc } from '../old/word97.ts'
import { markups, plainPage, printed } from './markup.ts'
import { offices } from './offices.ts'
import { manners, paintedPdf } from './painted.ts'
import { workbooks } from './sheets.ts'
import { wholes, type Whole } from './whole.ts'
import { wordFiles } from './word.ts'
import { wordSource } from './word-source.ts'

/** The part of the corpus that needs no program but this one; `scripts/corpus.mjs` writes it. */

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The bytes of a text in GBK; browsers only decode it, so the decoder is asked for every pair. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) =>
      char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f])
    )
  )
}

function archive(html: string): string {
  const quoted = Array.from(utf8(html), (byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)
  ).join('')
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="--b"',
    '',
    '----b',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted.replace(/.{1,72}(?<!=.?)/g, '$&=\r\n'),
    '----b--'
  ].join('\r\n')
}

const report = ({ unit, year, cells }: Page) => ({ ...newReport(unit, year), cells })

/** A page to be printed: with the lines of its tables, or bare. */
const bordered = (page: Page, lines: boolean): string =>
  (pages['a plain page']?.(page) ?? '').replace(
    '<head>',
    `<head><meta charset="utf-8"><style>
@page { size: A4; margin: 20mm }
body { font: 10.5pt 'Noto Serif CJK SC'; line-height: 1.5 }
table { border-collapse: collapse; width: 100%; font-size: 9pt }
td { ${lines ? 'border: 0.5pt solid;' : ''} padding: 2pt; text-align: center; vertical-align: middle }
</style>`
  )

/** Every fixture as name and bytes; those under `print/` are for other programs to go on with. */
export function corpus(): { name: string; bytes: Uint8Array }[] {
  return Object.entries(offices).flatMap(([office, page]) => {
    const plain = pages['a plain page']?.(page) ?? ''
    const texts = Object.entries(shapes).filter(([, shape]) => !(shape.filledOnly && page.blanks))
    const named: [string, Uint8Array][] = [
      ...texts.map(([shape, { write }]): [string, Uint8Array] => [
        `text, ${shape}.txt`,
        utf8(reportText(page, write))
      ]),
      ...Object.entries(pages).map(([shape, write]): [string, Uint8Array] => [
        `html, ${shape}.html`,
        utf8(write(page))
      ]),
      ['html in GBK.html', gbk(plain.replace('<head>', '<head><meta charset="gb2312">'))],
      ['web archive.mht', utf8(archive(plain))],
      ['docx.docx', docx(page)],
      ['xlsx.xlsx', xlsx(page)],
      ['wps saved fast.wps', doc(page, { fast: true, apart: true })],
      ['doc, merged cells marked.doc', doc(page, { across: 'first is 1' })],
      ['xls, texts over records.xls', xls(page, 60)],
      ['csv.csv', csv(page)],
      ['csv in GBK.csv', gbk(new TextDecoder().decode(csv(page)))],
      ['compare tool.json', utf8(JSON.stringify(compared(page), null, 1))],
      ['exchange file.json', utf8(writeJson(report(page)))]
    ]
    return [
      ...named.map(([shape, bytes]) => ({ name: `${office}, ${shape}`, bytes })),
      { name: `print/${office}, template.docx`, bytes: wordSource(page) },
      { name: `print/${office}, lines.html`, bytes: utf8(bordered(page, true)) },
      { name: `print/${office}, bare.html`, bytes: utf8(bordered(page, false)) }
    ]
  })
}

/**
 * What other programs made of the whole reports, as name and bytes: files that are ready, pages under
 * `print/` for a browser, and files under `convert/` for LibreOffice to go on with.
 */
export function foreign(): { name: string; bytes: Uint8Array }[] {
  const all = Object.entries(wholes)
  /** Kinds that stand for a program are made of every report, the others of one each. */
  const made = (
    kinds: Readonly<Record<string, (whole: Whole) => Uint8Array | string>>,
    what: string,
    ending: string,
    every: readonly string[] = []
  ) =>
    Object.entries(kinds).flatMap(([kind, write], i) =>
      all
        .filter((_, report) => every.includes(kind) || report === i % all.length)
        .map(([name, whole]) => {
          const file = write(whole)
          return {
            name: `${name}, ${what}${kind}.${ending}`,
            bytes: typeof file === 'string' ? utf8(file) : file
          }
        })
    )
  const painted = Object.fromEntries(
    Object.entries(manners).map(([kind, manner]) => [
      kind,
      (whole: Whole) => paintedPdf(whole, manner)
    ])
  )
  const step = (kind: string, write: ((whole: Whole) => Uint8Array | string) | undefined) =>
    write ? { [kind]: write } : {}
  return [
    ...made(painted, 'PDF ', 'pdf', ['as WPS prints', 'as Word prints', 'as browsers print']),
    ...made(wordFiles, 'docx, ', 'docx'),
    ...made(workbooks, 'xlsx, ', 'xlsx'),
    ...made(markups, 'html, ', 'html'),
    ...made(printed, 'print/', 'html', ['white divs']).map(under('print')),
    ...made({ page: plainPage }, '', 'html').map(under('convert')),
    ...made(step('set by Word', wordFiles['set by Word']), '', 'docx', ['set by Word']).map(
      under('convert')
    ),
    ...made(step('text boxes', wordFiles['text boxes']), '', 'docx').map(under('convert')),
    ...made(step('sheet', workbooks['rich text with readings']), '', 'xlsx').map(under('convert'))
  ]
}

const under =
  (folder: string) =>
  ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
    name: `${folder}/${name.replace('print/', '')}`,
    bytes
  })
