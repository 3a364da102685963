/** Which glyphs a document uses, and the subsets that hold them. */
import type { Origin } from '../../core/compose/blocks.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { Document, Fault, Glyph, Page } from '../../typeset/page/page.ts'
import type { Subset, Wanted } from './subset.ts'
import { subset } from './subset.ts'
import type { TrueType } from './truetype.ts'

/**
 * How a file wants its glyphs. `plain`: each character's own, once; the file says where each of them
 * stands. `fitted`: with copies whose advances lead to the next glyph, for a file in which glyphs
 * follow each other.
 */
export type GlyphFit = 'plain' | 'fitted'

/** A glyph as the page writes it: its number, and its width in thousandths of an em. */
export interface Encoded {
  readonly number: number
  readonly advance: number
}

/** A font cut down to the document's glyphs. */
export interface UsedFont {
  readonly subset: Subset
  /** A file that lends the font's name and measures. */
  readonly from: TrueType
  /** The place of the font among the document's. */
  readonly index: number
  /** The glyphs of one of the document's texts. */
  readonly encode: (glyphs: readonly Glyph[]) => readonly Encoded[]
}

export type UsedFonts = ReadonlyMap<FontName, UsedFont>

/** Glyphs on a page, and where they come from. */
interface Text {
  readonly font: FontName
  readonly size: number
  readonly glyphs: readonly Glyph[]
  /** Where the next text on the line begins, counted as the glyphs are. */
  readonly end?: number
  readonly from?: Origin
  readonly field?: FieldId
}

/** The glyphs of one font, each kind once, and the kinds that each text is made of. */
interface Gathered {
  readonly kinds: Map<number, Wanted>
  readonly texts: Map<readonly Glyph[], readonly number[]>
}

/**
 * Looks at every glyph before anything is painted: a font that lacks one would leave a hole in the
 * page. `source` gives the font file that should have a character.
 */
export function usedFonts(
  document: Document,
  drawings: ReadonlyMap<string, Drawing>,
  source: (font: FontName, code: number) => TrueType | undefined,
  fit: GlyphFit
):
  { readonly ok: true; readonly fonts: UsedFonts } | { readonly ok: false; readonly fault: Fault } {
  const gathered = new Map<FontName, Gathered>()
  for (const [page, { items }] of document.pages.entries()) {
    for (const text of textsOf(items, drawings)) {
      let of = gathered.get(text.font)
      if (!of) gathered.set(text.font, (of = { kinds: new Map(), texts: new Map() }))
      const keys: number[] = []
      for (const [i, glyph] of text.glyphs.entries()) {
        const font = source(text.font, glyph.code)
        if (!font || font.glyphOf(glyph.code) === 0) {
          return { ok: false, fault: missing(text, glyph.code, page) }
        }
        const eighths = fit === 'fitted' ? eighthsAfter(text, i, font) : 0
        const shift = fit === 'fitted' && glyph.half === 'left' ? -0.5 : 0
        const key = (2 * glyph.code + (shift < 0 ? 1 : 0)) * 64 + eighths + 32
        keys.push(key)
        if (of.kinds.has(key)) continue
        of.kinds.set(key, { font, code: glyph.code, widen: eighths / 8, shift })
      }
      of.texts.set(text.glyphs, keys)
    }
  }
  const fonts = [...gathered].map(([name, of], index): [FontName, UsedFont] => [
    name,
    used(name, of, index, fit)
  ])
  return { ok: true, fonts: new Map(fonts) }
}

/**
 * By how many eighths of an em a glyph's advance is to be changed, so that the next one follows
 * without much of a gap. Readers take a gap of a tenth of an em for a space, and an overlap for the
 * end of a word; so the squeezed and spread glyphs of a line are copies with advances of their own.
 */
function eighthsAfter({ glyphs, size, end }: Text, index: number, font: TrueType): number {
  const glyph = glyphs[index]
  const next = glyphs[index + 1]?.x ?? end
  if (!glyph) return 0
  const advance = font.advanceOf(font.glyphOf(glyph.code)) / font.unitsPerEm
  const half = glyph.half ? -4 : 0
  if (next === undefined) return half
  const eighths = Math.round(8 * ((next - glyph.x) / size - advance))
  return Math.max(-Math.floor(8 * advance), Math.min(16, eighths))
}

/** The texts of a page's runs and charts. */
function textsOf(items: Page['items'], drawings: ReadonlyMap<string, Drawing>): Text[] {
  return items.flatMap((item, i): Text[] => {
    if (item.kind === 'rule') return []
    if (item.kind === 'chart') {
      const marks = drawings.get(item.spec.id)?.marks ?? []
      return marks.flatMap((mark) => (mark.kind === 'text' ? [{ ...mark, from: item.from }] : []))
    }
    const next = items[i + 1]
    const follows = next?.kind === 'run' && next.y === item.y && next.node === item.node
    return [follows && next.x > item.x ? { ...item, end: next.x - item.x } : item]
  })
}

function missing({ glyphs, from, field }: Text, code: number, page: number): Fault {
  const near = String.fromCodePoint(...glyphs.map((glyph) => glyph.code))
  return { kind: 'missing', code, page, near, ...(from && { from }), ...(field && { field }) }
}

/** The last subset of each font: a report that is exported again mostly needs the same glyphs. */
const lately = {
  plain: new Map<FontName, Lately>(),
  fitted: new Map<FontName, Lately>()
}

interface Lately {
  readonly wanted: readonly Wanted[]
  readonly made: Subset
}

function subsetOf(name: FontName, fit: GlyphFit, wanted: readonly Wanted[]): Subset {
  const last = lately[fit].get(name)
  if (
    last?.wanted.length === wanted.length &&
    wanted.every((one, i) => same(one, last.wanted[i]))
  ) {
    return last.made
  }
  const made = subset(wanted)
  lately[fit].set(name, { wanted, made })
  return made
}

const same = (a: Wanted, b: Wanted | undefined): boolean =>
  a.font === b?.font && a.code === b.code && a.widen === b.widen && a.shift === b.shift

function used(name: FontName, { kinds, texts }: Gathered, index: number, fit: GlyphFit): UsedFont {
  const sorted = [...kinds].sort(([a], [b]) => a - b)
  const made = subsetOf(
    name,
    fit,
    sorted.map(([, wanted]) => wanted)
  )
  const encoded = new Map(
    sorted.map(([key], i): [number, Encoded] => {
      return [key, { number: i + 1, advance: made.glyphs[i]?.advance ?? 0 }]
    })
  )
  const from = sorted[0]?.[1].font
  if (!from) throw new Error('a font without glyphs')
  return {
    subset: made,
    from,
    index,
    encode: (glyphs) => {
      const keys = texts.get(glyphs)
      if (!keys) throw new Error('a text that was not gathered')
      return keys.flatMap((key) => encoded.get(key) ?? [])
    }
  }
}
