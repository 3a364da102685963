import { fontFile } from './sfnt.ts'
import type { Subset } from './subset.ts'
import { readTrueType, type TrueType } from './truetype.ts'

/**
 * A subset as a font that a program can use by itself: characters lead to their glyphs, and it is
 * called what the font is called that it was cut from, whose licence stays in it. No character may
 * be in the subset twice, and they stand in ascending order.
 */
export function standAlone({ bytes, glyphs }: Subset, from: TrueType): Uint8Array<ArrayBuffer> {
  const cut = readTrueType(bytes)
  if (!cut) throw new Error('a subset that is no font')
  const tables: [string, Uint8Array | undefined][] = [
    ['OS/2', from.table('OS/2')],
    ['cmap', cmap(glyphs.map(({ code }) => code))],
    ...kept.map((tag): [string, Uint8Array | undefined] => [tag, cut.table(tag)]),
    ['loca', blankFirst(cut.table('loca'))],
    ['maxp', cut.table('maxp')],
    ['name', from.table('name')],
    ['post', post(from.table('post'))],
    ['prep', cut.table('prep')]
  ]
  return fontFile(tables.flatMap(([tag, table]) => (table ? [[tag, table]] : [])))
}

/** Tables of the subset itself, in the order of their tags. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx']

/**
 * Where glyphs begin, the first of them nowhere: what stands for unknown characters is never wanted,
 * but a reader that takes one beyond the BMP for two would show it beside that.
 */
function blankFirst(table: Uint8Array | undefined): Uint8Array | undefined {
  const copy = table?.slice()
  copy?.copyWithin(0, 4, 8)
  return copy
}

/** Version 3, glyphs without names; of the rest what the font says. */
function post(table: Uint8Array | undefined): Uint8Array {
  const copy = new Uint8Array(32)
  copy.set(table?.subarray(0, 32) ?? [])
  new DataView(copy.buffer).setUint32(0, 0x00030000)
  return copy
}

/** Characters that follow each other, as do their glyphs. */
interface Segment {
  readonly first: number
  last: number
  /** The glyph of the first. */
  readonly glyph: number
}

function segmentsOf(codes: readonly number[]): Segment[] {
  const segments: Segment[] = []
  codes.forEach((code, i) => {
    const open = segments.at(-1)
    if (open?.last === code - 1) open.last = code
    else segments.push({ first: code, last: code, glyph: i + 1 })
  })
  return segments
}

/** Characters to glyphs, the n-th to the n-th: format 4 for the BMP, format 12 for all. */
function cmap(codes: readonly number[]): Uint8Array {
  const bmp = codes.filter((code) => code < 0xffff)
  const [small, large] = [format4(segmentsOf(bmp)), format12(segmentsOf(codes))]
  const table = new Uint8Array(20 + small.length + large.length)
  const view = new DataView(table.buffer)
  const records: [encoding: number, at: number][] = [
    [1, 20],
    [10, 20 + small.length]
  ]
  view.setUint16(2, records.length)
  records.forEach(([encoding, at], i) => {
    // Platform 3, Windows: encoding 1 is the BMP, 10 all of Unicode.
    view.setUint16(4 + 8 * i, 3)
    view.setUint16(6 + 8 * i, encoding)
    view.setUint32(8 + 8 * i, at)
  })
  table.set(small, 20)
  table.set(large, 20 + small.length)
  return table
}

/** Arrays of last codes, first codes, differences and offsets, of which the latter are not used. */
function format4(segments: readonly Segment[]): Uint8Array {
  const all = [...segments, { first: 0xffff, last: 0xffff, glyph: 0 }]
  const view = new DataView(new ArrayBuffer(16 + 8 * all.length))
  const power = Math.floor(Math.log2(all.length))
  const head = [4, view.byteLength, 0, 2 * all.length, 2 << power, power]
  head.concat(2 * all.length - (2 << power)).forEach((value, i) => view.setUint16(2 * i, value))
  all.forEach(({ first, last, glyph }, i) => {
    view.setUint16(14 + 2 * i, last)
    view.setUint16(16 + 2 * (all.length + i), first)
    view.setUint16(16 + 2 * (2 * all.length + i), (glyph - first) & 0xffff)
  })
  return new Uint8Array(view.buffer)
}

/** Groups of first code, last code, first glyph. */
function format12(segments: readonly Segment[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(16 + 12 * segments.length))
  view.setUint16(0, 12)
  view.setUint32(4, view.byteLength)
  view.setUint32(12, segments.length)
  segments.forEach(({ first, last, glyph }, i) => {
    ;[first, last, glyph].forEach((value, at) => view.setUint32(16 + 12 * i + 4 * at, value))
  })
  return new Uint8Array(view.buffer)
}
