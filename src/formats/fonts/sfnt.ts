/** The outer form of a TrueType font: a directory of tables, each with its checksum. */

/** Tables begin at multiples of four bytes. */
export const padded = (length: number): number => (length + 3) & ~3

/** A font file of these tables, which stand in the order of their tags; sums and padding added. */
export function fontFile(tables: readonly [string, Uint8Array][]): Uint8Array<ArrayBuffer> {
  let at = 12 + 16 * tables.length
  const file = new Uint8Array(tables.reduce((size, [, table]) => size + padded(table.length), at))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * tables.length - (16 << power))
  let adjustment = 0
  tables.forEach(([tag, table], i) => {
    const record = 12 + 16 * i
    file.set(table, at)
    if (tag === 'head') {
      adjustment = at + 8
      view.setUint32(adjustment, 0)
    }
    file.set(
      Array.from(tag, (letter) => letter.charCodeAt(0)),
      record
    )
    view.setUint32(record + 4, checksum(view, at, at + padded(table.length)))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, table.length)
    at += padded(table.length)
  })
  view.setUint32(adjustment, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0)
  return file
}

function checksum(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}
