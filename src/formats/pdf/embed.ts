/** Writing a font into a PDF: a composite font of glyph numbers with a table back to Unicode. */
import type { UsedFont } from '../fonts/used.ts'
import type { Deflated, PdfObjects } from './objects.ts'
import { deflated, hex4, ref, utf16 } from './objects.ts'

/** A font whose streams are deflated, ready to be written. */
export interface PackedFont {
  readonly used: UsedFont
  readonly file: Deflated
  readonly unicode: Deflated
}

type Streams = Omit<PackedFont, 'used'>

/** The streams of subsets that are still about, so that none is deflated twice. */
const known = new WeakMap<UsedFont['subset'], Promise<Streams>>()

/** Deflates a font and its way back to Unicode. */
export async function packFont(used: UsedFont): Promise<PackedFont> {
  const streams = known.get(used.subset) ?? streamsOf(used.subset)
  known.set(used.subset, streams)
  return { used, ...(await streams) }
}

async function streamsOf({ bytes, glyphs }: UsedFont['subset']): Promise<Streams> {
  const map = new TextEncoder().encode(unicodeMap(glyphs))
  const [file, unicode] = await Promise.all([deflated(bytes), deflated(map)])
  return { file, unicode }
}

/** Writes the font's objects; gives the number of the one that pages refer to. */
export function writeFont(packed: PackedFont, objects: PdfObjects): number {
  const { subset, from } = packed.used
  const name = `${tagOf(subset.glyphs)}+${from.postScriptName}`
  const milli = (units: number) => Math.round((units * 1000) / from.unitsPerEm)
  const file = objects.stream(packed.file)
  const unicode = objects.stream(packed.unicode)
  const descriptor = objects.write(
    `<</Type /FontDescriptor /FontName /${name} /Flags 4` +
      ` /FontBBox [${from.box.map(milli).join(' ')}] /ItalicAngle 0 /Ascent ${milli(from.ascent)}` +
      ` /Descent ${milli(from.descent)} /CapHeight 700 /StemV 80 /FontFile2 ${ref(file)}>>`
  )
  const descendant = objects.write(
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name}` +
      ' /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>' +
      ` /FontDescriptor ${ref(descriptor)} /DW 1000 /W [${widths(subset.glyphs)}]` +
      ' /CIDToGIDMap /Identity>>'
  )
  return objects.write(
    `<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H` +
      ` /DescendantFonts [${ref(descendant)}] /ToUnicode ${ref(unicode)}>>`
  )
}

type Glyphs = UsedFont['subset']['glyphs']

/** Six capital letters that tell subsets of one font apart (PDF 32000-1, 9.6.4). */
function tagOf(glyphs: Glyphs): string {
  let hash = 0
  for (const { code } of glyphs) hash = (Math.imul(hash, 31) + code) >>> 0
  let tag = ''
  for (let i = 0; i < 6; i++, hash = Math.floor(hash / 26)) {
    tag += String.fromCharCode(65 + (hash % 26))
  }
  return tag
}

/** Glyph numbers and widths, but for those of a full em. */
const widths = (glyphs: Glyphs): string =>
  glyphs.flatMap(({ advance }, i) => (advance === 1000 ? [] : [`${i + 1} [${advance}]`])).join(' ')

/** A ToUnicode CMap; a block of it holds a hundred glyphs at most. */
function unicodeMap(glyphs: Glyphs): string {
  const lines = glyphs.map(
    ({ code }, i) => `<${hex4(i + 1)}> <${utf16(String.fromCodePoint(code))}>`
  )
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
