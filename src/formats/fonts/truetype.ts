/** Reading TrueType fonts: just the tables that typesetting and embedding need. */

/** A font file, its tables found and its measures read. Glyphs are read when asked for. */
export interface TrueType {
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** In font units, above and below (negative) the baseline. */
  readonly ascent: number
  readonly descent: number
  /** xMin, yMin, xMax, yMax in font units. */
  readonly box: readonly number[]
  /** `OS/2.fsType`: what the maker allows to embed; 0 when the table is absent. */
  readonly fsType: number
  /** The bytes of a table, or undefined. */
  readonly table: (tag: string) => Uint8Array | undefined
  /** The glyph of a code point; 0 when the font has none. */
  readonly glyphOf: (code: number) => number
  /** Advance width and left side bearing in font units. */
  readonly advanceOf: (glyph: number) => number
  readonly bearingOf: (glyph: number) => number
  /** The glyph's own bytes in table glyf; empty for a space. */
  readonly outlineOf: (glyph: number) => Uint8Array
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * The font in these bytes, at `offset` when they are a collection. Undefined when they are not a
 * TrueType font with glyf outlines, or are cut short.
 */
export function readTrueType(bytes: Uint8Array, offset = 0): TrueType | undefined {
  try {
    return read(bytes, offset)
  } catch (error) {
    // A DataView says that it was asked for more than there is: the file is damaged.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function read(bytes: Uint8Array, offset: number): TrueType | undefined {
  const tables = tablesOf(bytes, offset)
  const required = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'].map((tag) => tables.get(tag))
  const [head, hhea, maxp, hmtx, loca, glyf] = required
  if (!head || !hhea || !maxp || !hmtx || !loca || !glyf) return undefined
  const [headView, hheaView, hmtxView, locaView] = [head, hhea, hmtx, loca].map(viewOf) as [
    DataView,
    DataView,
    DataView,
    DataView
  ]
  const unitsPerEm = headView.getUint16(18)
  const longLoca = headView.getInt16(50) === 1
  const glyphCount = viewOf(maxp).getUint16(4)
  const longMetrics = hheaView.getUint16(34)
  if (unitsPerEm === 0 || longMetrics === 0 || maxp.length < 32) return undefined
  const start = (glyph: number) =>
    longLoca ? locaView.getUint32(4 * glyph) : 2 * locaView.getUint16(2 * glyph)
  // The last entry is read now, so that a font cut short is refused before anything is set in it.
  if (start(glyphCount) > glyf.length) return undefined
  const os2 = tables.get('OS/2')
  const cmap = tables.get('cmap')
  return {
    postScriptName: postScriptNameOf(tables.get('name')) || 'Font',
    unitsPerEm,
    glyphCount,
    ascent: hheaView.getInt16(4),
    descent: hheaView.getInt16(6),
    box: [36, 38, 40, 42].map((at) => headView.getInt16(at)),
    fsType: os2 && os2.length >= 10 ? viewOf(os2).getUint16(8) : 0,
    table: (tag) => tables.get(tag),
    glyphOf: cmap ? glyphFinder(viewOf(cmap)) : () => 0,
    advanceOf: (glyph) => hmtxView.getUint16(4 * Math.min(glyph, longMetrics - 1)),
    bearingOf: (glyph) =>
      glyph < longMetrics
        ? hmtxView.getInt16(4 * glyph + 2)
        : hmtxView.getInt16(4 * longMetrics + 2 * (glyph - longMetrics)),
    outlineOf: (glyph) => glyf.subarray(start(glyph), start(glyph + 1))
  }
}

function tablesOf(bytes: Uint8Array, offset: number): Map<string, Uint8Array> {
  const view = viewOf(bytes)
  const tables = new Map<string, Uint8Array>()
  const version = view.getUint32(offset)
  if (version !== 0x00010000 && version !== 0x74727565) return tables
  for (let i = 0; i < view.getUint16(offset + 4); i++) {
    const at = offset + 12 + 16 * i
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const from = view.getUint32(at + 8)
    const to = from + view.getUint32(at + 12)
    if (to > bytes.length) throw new RangeError(`table ${tag} ends after the file`)
    tables.set(tag, bytes.subarray(from, to))
  }
  return tables
}

/** The Windows Unicode PostScript name, cut to what a PDF name may hold. */
function postScriptNameOf(name: Uint8Array | undefined): string {
  if (!name) return ''
  const view = viewOf(name)
  const strings = view.getUint16(4)
  for (let i = 0; i < view.getUint16(2); i++) {
    const at = 6 + 12 * i
    if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== 6) continue
    const from = strings + view.getUint16(at + 10)
    const text = name.subarray(from, from + view.getUint16(at + 8))
    return String.fromCharCode(...text.filter((byte) => byte > 0)).replace(/[^A-Za-z0-9-]/g, '')
  }
  return ''
}

/** Looks code points up in the best Unicode subtable: format 12, or else 4. */
function glyphFinder(cmap: DataView): (code: number) => number {
  let best = 0
  let format = 0
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + 8 * i)
    const at = cmap.getUint32(8 + 8 * i)
    const found = cmap.getUint16(at)
    if ((platform === 0 || platform === 3) && (found === 4 || found === 12) && found > format) {
      best = at
      format = found
    }
  }
  if (format === 12) return (code) => segmented(cmap, best, code)
  if (format === 4) return (code) => (code > 0xffff ? 0 : twoByte(cmap, best, code))
  return () => 0
}

/** cmap format 12: groups of first code, last code, first glyph. */
function segmented(cmap: DataView, table: number, code: number): number {
  let low = 0
  let high = cmap.getUint32(table + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = table + 16 + 12 * middle
    if (code < cmap.getUint32(group)) high = middle - 1
    else if (code > cmap.getUint32(group + 4)) low = middle + 1
    else return cmap.getUint32(group + 8) + code - cmap.getUint32(group)
  }
  return 0
}

/** cmap format 4: parallel arrays of segment ends, starts, deltas and offsets. */
function twoByte(cmap: DataView, table: number, code: number): number {
  const double = cmap.getUint16(table + 6)
  const ends = table + 14
  let low = 0
  let high = double / 2 - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cmap.getUint16(ends + 2 * middle) < code) low = middle + 1
    else high = middle
  }
  const end = ends + 2 * low
  const start = end + double + 2
  if (code < cmap.getUint16(start) || code > cmap.getUint16(end)) return 0
  const delta = cmap.getUint16(start + double)
  const offset = start + 2 * double
  const range = cmap.getUint16(offset)
  if (range === 0) return (code + delta) & 0xffff
  const glyph = cmap.getUint16(offset + range + 2 * (code - cmap.getUint16(start)))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
