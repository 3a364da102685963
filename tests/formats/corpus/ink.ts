import { strFromU8, strToU8, zlibSync } from 'fflate'

/**
 * A PDF with every mark where it is told to be, as the printing of office programs leaves it: pieces
 * of text, filled boxes, strokes. The font is only named: readers need its characters, not its look.
 */

/** What a page has, in the order it is painted; `y` from the top in points. */
export type Ink =
  | {
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      /** Turned by so many degrees, counter-clockwise. */
      readonly turned?: number
      readonly color?: string
    }
  | {
      readonly box: readonly [x: number, y: number, width: number, height: number]
      /** Red, green and blue from 0 to 1. */
      readonly color: string
    }
  | { readonly stroke: readonly [x1: number, y1: number, x2: number, y2: number] }
  /** Of what is painted from here to the end of it, only what is in the box is seen. */
  | { readonly clip: readonly [x: number, y: number, width: number, height: number] | 'end' }

export const paper = { width: 595, height: 842 }

/** Letters and digits are half as wide as Chinese characters. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (char < '\x7f' ? size / 2 : size), 0)

const fixed = (...numbers: readonly number[]) => numbers.map((one) => one.toFixed(2)).join(' ')
const up = (y: number) => paper.height - y
const hex = (text: string) =>
  Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')

function painted(ink: Ink): string {
  if ('box' in ink) {
    const [x, y, width, height] = ink.box
    return `${ink.color} rg ${fixed(x, up(y + height), width, height)} re f 0 0 0 rg`
  }
  if ('clip' in ink) {
    if (ink.clip === 'end') return 'Q'
    const [x, y, width, height] = ink.clip
    return `q ${fixed(x, up(y + height), width, height)} re W n`
  }
  if ('stroke' in ink) {
    const [x1, y1, x2, y2] = ink.stroke
    return `0.5 w ${fixed(x1, up(y1))} m ${fixed(x2, up(y2))} l S`
  }
  const { text, x, y, size, turned = 0, color = '0 0 0' } = ink
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  return `BT ${color} rg /F1 ${size} Tf ${fixed(cos, sin, -sin, cos, x, up(y))} Tm <${hex(text)}> Tj ET`
}

/** Codes are characters themselves: 256 at a time, as the format of the table demands. */
const rows = Array.from({ length: 256 }, (_, high) => {
  const at = high.toString(16).padStart(2, '0')
  return `<${at}00> <${at}ff> <${at}00>`
})
const ranges = [0, 1, 2]
  .map((part) => rows.slice(part * 100, part * 100 + 100))
  .map((part) => `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`)
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange
${ranges.join('\n')}
endcmap end end`

/** Packed, as every program does it; the bytes stand for themselves in the text of the file. */
function stream(text: string): string {
  const packed = strFromU8(zlibSync(strToU8(text), { level: 9 }), true)
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`
}

/** `sideways`: all of a page is painted turned by a quarter, as wide tables are. */
export function inkedPdf(pages: readonly (readonly Ink[])[], sideways = false): Uint8Array {
  const turn = sideways ? `0 1 -1 0 ${paper.height} 0 cm\n` : ''
  const box = sideways ? [paper.height, paper.width] : [paper.width, paper.height]
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>',
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode),
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box.join(' ')}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + 2 * i} 0 R >>`,
      stream(turn + page.map(painted).join('\n'))
    ])
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const end = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`
  return strToU8(file, true)
}
