/** How the cells of a workbook look (ISO/IEC 29500-1, 18.8), each look written once. */
import { escaped } from '../../source/xml.ts'

/** The fonts, by name: what a computer lacks, its spreadsheet program puts another in place of. */
const fonts = {
  plain: '<font><sz val="11"/><name val="宋体"/></font>',
  title: '<font><b/><sz val="14"/><name val="黑体"/></font>',
  over: '<font><sz val="16"/><name val="方正小标宋简体"/></font>'
}

/** How a cell looks. */
export interface CellLook {
  readonly font?: keyof typeof fonts
  readonly align: 'left' | 'center' | 'right'
  readonly edged?: boolean
  /** Looks like a formula and is none: programs must not make it one when somebody edits it. */
  readonly quoted?: boolean
  /** A number: made smaller where its cell is narrow, for it cannot be broken. */
  readonly number?: boolean
  readonly format?: string
  readonly vertical?: boolean
  readonly flagged?: boolean
}

export const textLook: CellLook = { align: 'left', edged: true }
export const titleLook: CellLook = { font: 'title', align: 'center' }
export const headLook: CellLook = { align: 'center', edged: true }

/** The looks of one workbook. */
export interface StyleBook {
  /** The number by which cells name a look. */
  readonly styleOf: (look: CellLook) => number
  /** `xl/styles.xml`, once all looks have been asked for. */
  readonly xml: () => string
}

/** With the looks of plain sheets, which always have the same numbers: 5 is text that looks like a formula. */
export function styleBook(): StyleBook {
  const looks = new Map<string, number>()
  const formats = new Map<string, number>()
  const formatOf = (code: string): number => {
    const known = builtIn[code] ?? formats.get(code)
    if (known !== undefined) return known
    formats.set(code, firstOwn + formats.size)
    return firstOwn + formats.size - 1
  }
  const styleOf = (look: CellLook): number => {
    const xf = xfOf(look, look.format ? formatOf(look.format) : 0)
    const known = looks.get(xf) ?? looks.size
    looks.set(xf, known)
    return known
  }
  const plain: CellLook = { align: 'left' }
  const number: CellLook = { align: 'right', edged: true, number: true }
  for (const look of [plain, titleLook, headLook, textLook, number]) styleOf(look)
  styleOf({ ...textLook, quoted: true })
  return { styleOf, xml: () => stylesXml([...looks.keys()], formats) }
}

/** Formats that need no definition in the file, and where a file's own begin. */
const builtIn: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '@': 49 }
const firstOwn = 164

function xfOf(look: CellLook, format: number): string {
  const { font = 'plain', align, edged, quoted, number, vertical, flagged } = look
  const fit = number ? ' shrinkToFit="1"' : vertical ? ' textRotation="255"' : ' wrapText="1"'
  return (
    `<xf numFmtId="${format}" fontId="${Object.keys(fonts).indexOf(font)}" fillId="${flagged ? 2 : 0}"` +
    ` borderId="${edged ? 1 : 0}" xfId="0"${format ? ' applyNumberFormat="1"' : ''} applyAlignment="1"` +
    `${quoted ? ' quotePrefix="1"' : ''}><alignment horizontal="${align}" vertical="center"${fit}/></xf>`
  )
}

const edges = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('')

const stylesXml = (xfs: readonly string[], formats: ReadonlyMap<string, number>): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    formats.size
      ? `<numFmts count="${formats.size}">${[...formats]
          .map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
          .join('')}</numFmts>`
      : '',
    `<fonts count="3">${Object.values(fonts).join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edges}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>'
  ].join('')
