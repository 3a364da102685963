import type { TrueType } from './truetype.ts'

/** The tables that a screen needs of a font. */
const tags = [
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'gasp',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep'
]

/** A font as a file of its own: browsers take none out of a collection. */
export function singleFont(font: TrueType): Uint8Array<ArrayBuffer> {
  const tables = tags.flatMap((tag) => {
    const bytes = font.table(tag)
    return bytes ? [{ tag, bytes }] : []
  })
  const padded = (length: number): number => (length + 3) & ~3
  const head = 12 + 16 * tables.length
  const file = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * tables.length - (16 << power))
  let at = head
  tables.forEach(({ tag, bytes }, i) => {
    const entry = 12 + 16 * i
    file.set(
      [...tag].map((char) => char.charCodeAt(0)),
      entry
    )
    file.set(bytes, at)
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    at += padded(bytes.length)
  })
  return file
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
