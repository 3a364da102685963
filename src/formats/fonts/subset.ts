/**
 * Cutting fonts down to the glyphs a document uses, from one file or several parts of one font.
 *
 * The result is what a PDF embeds: glyphs by number, without cmap, names or layout tables.
 */
import { fontFile, padded } from './sfnt.ts'
import type { TrueType } from './truetype.ts'

/** A glyph to keep. */
export interface Wanted {
  readonly font: TrueType
  readonly code: number
  /** Added to the glyph's advance width, and to where its ink begins, in em. */
  readonly widen?: number
  readonly shift?: number
}

/** A glyph of the subset; its number is its index in `Subset.glyphs` plus one. */
export interface SubsetGlyph {
  readonly code: number
  /** In thousandths of an em, rounded, as a PDF writes widths. */
  readonly advance: number
}

export interface Subset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly glyphs: readonly SubsetGlyph[]
}

/** Where a glyph of the subset comes from. */
interface Source {
  readonly font: TrueType
  readonly glyph: number
  readonly widen: number
  readonly shift: number
}

/** What the new font says of it. */
interface Part {
  readonly outline: Uint8Array
  readonly advance: number
  readonly bearing: number
}

const MORE_COMPONENTS = 0x20
const WORDS = 0x01
const XY_VALUES = 0x02
const SCALE = 0x08
const XY_SCALE = 0x40
const TWO_BY_TWO = 0x80

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * A font of just these glyphs, in this order after .notdef. All the fonts given must have the same
 * units per em, and each its glyph; the first lends its measures and hinting. Throws where a glyph
 * is not there: whoever calls has looked before.
 */
export function subset(wanted: readonly Wanted[]): Subset {
  const lead = wanted[0]?.font
  if (!lead) throw new Error('an empty subset')
  if (wanted.some(({ font }) => font.unitsPerEm !== lead.unitsPerEm)) {
    throw new Error('parts of different fonts')
  }
  const sources: Source[] = [
    { font: lead, glyph: 0, widen: 0, shift: 0 },
    ...wanted.map(({ font, code, widen = 0, shift = 0 }) => {
      return { font, glyph: font.glyphOf(code), widen, shift }
    })
  ]
  const missing = wanted.find((_, i) => sources[i + 1]?.glyph === 0)
  if (missing) throw new Error(`no glyph for U+${missing.code.toString(16)}`)

  /** For each font, the new numbers of its whole glyphs. */
  const numbers = new Map<TrueType, Map<number, number>>()
  const number = (font: TrueType, glyph: number, given: number) => {
    const map = numbers.get(font) ?? new Map<number, number>()
    numbers.set(font, map)
    const known = map.get(glyph)
    if (known === undefined) map.set(glyph, given)
    return known ?? given
  }
  sources.forEach((source, i) => {
    if (isPlain(source)) number(source.font, source.glyph, i)
  })
  /** The new number of a glyph that another is made of, appended if nobody asked for it yet. */
  const component = (font: TrueType, glyph: number) => {
    const found = number(font, glyph, sources.length)
    if (found === sources.length) sources.push({ font, glyph, widen: 0, shift: 0 })
    return found
  }
  const parts: Part[] = []
  // The sources grow while composites are followed.
  for (const source of sources) parts.push(part(source, component))
  return {
    bytes: assemble(lead, parts),
    glyphs: wanted.map(({ code }, i) => ({
      code,
      advance: Math.round(((parts[i + 1]?.advance ?? 0) * 1000) / lead.unitsPerEm)
    }))
  }
}

const isPlain = ({ widen, shift }: Source): boolean => widen === 0 && shift === 0

function part(source: Source, component: (font: TrueType, glyph: number) => number): Part {
  const { font, glyph } = source
  const [advance, bearing] = [font.advanceOf(glyph), font.bearingOf(glyph)]
  const outline = font.outlineOf(glyph)
  if (isPlain(source)) {
    return { outline: renumbered(outline, (of) => component(font, of)), advance, bearing }
  }
  const [widen, shift] = [source.widen, source.shift].map((em) =>
    Math.round(em * font.unitsPerEm)
  ) as [number, number]
  return {
    outline: outline.length > 0 ? moved(outline, component(font, glyph), shift) : outline,
    advance: advance + widen,
    bearing: bearing + shift
  }
}

/** A composite of one component: the glyph numbered `base`, moved along by `shift` units. */
function moved(outline: Uint8Array, base: number, shift: number): Uint8Array {
  const box = viewOf(outline)
  const composite = new DataView(new ArrayBuffer(18))
  composite.setInt16(0, -1)
  ;[shift, 0, shift, 0].forEach((dx, i) =>
    composite.setInt16(2 + 2 * i, box.getInt16(2 + 2 * i) + dx)
  )
  composite.setUint16(10, WORDS | XY_VALUES)
  composite.setUint16(12, base)
  composite.setInt16(14, shift)
  return new Uint8Array(composite.buffer)
}

/** The outline with its components, if it is made of any, called by their new numbers. */
function renumbered(outline: Uint8Array, find: (glyph: number) => number): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline
  const copy = outline.slice()
  const view = viewOf(copy)
  for (let at = 10, flags = MORE_COMPONENTS; flags & MORE_COMPONENTS;) {
    flags = view.getUint16(at)
    view.setUint16(at + 2, find(view.getUint16(at + 2)))
    at += 4 + (flags & WORDS ? 4 : 2)
    at += flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0
  }
  return copy
}

/** Writes the tables in the order of their tags, as the format demands. */
function assemble(lead: TrueType, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const starts = [0]
  for (const { outline } of parts) starts.push((starts.at(-1) ?? 0) + padded(outline.length))
  const glyf = new Uint8Array(starts.at(-1) ?? 0)
  const loca = new DataView(new ArrayBuffer(4 * starts.length))
  const hmtx = new DataView(new ArrayBuffer(4 * parts.length))
  starts.forEach((start, i) => loca.setUint32(4 * i, start))
  parts.forEach(({ outline, advance, bearing }, i) => {
    glyf.set(outline, starts[i])
    hmtx.setUint16(4 * i, advance)
    hmtx.setInt16(4 * i + 2, bearing)
  })
  const head = edited(lead, 'head', (view) => view.setInt16(50, 1))
  const hhea = edited(lead, 'hhea', (view) => view.setUint16(34, parts.length))
  const maxp = edited(lead, 'maxp', (view) => {
    view.setUint16(4, parts.length)
    // Moved and widened glyphs are composites, perhaps of composites; the limits must allow for them.
    view.setUint16(10, Math.max(view.getUint16(6), view.getUint16(10)))
    view.setUint16(12, Math.max(view.getUint16(8), view.getUint16(12)))
    view.setUint16(28, Math.max(1, view.getUint16(28)))
    view.setUint16(30, view.getUint16(30) + 1)
  })
  const tables: [string, Uint8Array][] = []
  for (const tag of ['cvt ', 'fpgm']) copyTable(lead, tag, tables)
  tables.push(['glyf', glyf], ['head', head], ['hhea', hhea])
  tables.push(['hmtx', new Uint8Array(hmtx.buffer)], ['loca', new Uint8Array(loca.buffer)])
  tables.push(['maxp', maxp])
  copyTable(lead, 'prep', tables)
  return fontFile(tables)
}

function copyTable(lead: TrueType, tag: string, tables: [string, Uint8Array][]): void {
  const table = lead.table(tag)
  if (table) tables.push([tag, table])
}

function edited(lead: TrueType, tag: string, edit: (view: DataView) => void): Uint8Array {
  const copy = lead.table(tag)?.slice() ?? new Uint8Array()
  edit(viewOf(copy))
  return copy
}
