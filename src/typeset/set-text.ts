/** Text → lines of positioned glyphs, each relative to its own left edge and baseline. */
import { breakLines, type Fit, type LineSpan } from './break-lines.ts'
import { lineEnd } from './chars.ts'
import { measure, type Measured } from './measure.ts'
import type { FontName, FontRole, FontSet } from './metrics.ts'
import type { Glyph } from './page.ts'
import { shape, type Flaw } from './shape.ts'

/** How a text is set; lengths in points. */
export interface TextStyle {
  readonly role: FontRole
  readonly size: number
  /** Width of the lines. */
  readonly measure: number
  readonly indent?: number
  /** Added between two full bodies, as the grid of the page asks. */
  readonly track?: number
  readonly fit: Fit
  readonly align?: 'center' | 'right'
  /** Offsets where lines end first if the text does not fit on one. */
  readonly breaks?: readonly number[]
  /** Whether a line should rather end between two words than within one. */
  readonly words?: true
  /** One character a line. */
  readonly vertical?: true
}

/** Glyphs of one font on one line, without a gap in the text they came from. */
export interface Piece {
  readonly role: FontRole
  readonly font: FontName
  /** From the left edge of the lines. */
  readonly x: number
  readonly glyphs: readonly Glyph[]
  /** Where the first glyph stands in the text. */
  readonly offset: number
}

/** One line of text. */
export interface Line {
  /** The part of the text it holds; all lines together hold all of it but for line ends. */
  readonly from: number
  readonly to: number
  readonly size: number
  readonly pieces: readonly Piece[]
  /** From the left edge of the lines to the ink's body, and on to its right end. */
  readonly left: number
  readonly right: number
  /** Characters of its text that could not be set. */
  readonly flaws: readonly Flaw[]
  /** Whether its end parts a word or breaks a rule, because the measure is too narrow. */
  readonly forced: boolean
}

/** Sets text in the given fonts. The same text in the same style is set only once. */
export type SetText = (text: string, style: TextStyle) => readonly Line[]

/** A setter with its memory. */
export interface Setter {
  readonly set: SetText
  /** Forgets what has not been asked for since the last time. */
  readonly forget: () => void
}

export function createSetter(fonts: FontSet, times: boolean): Setter {
  let before = new Map<string, readonly Line[]>()
  let now = new Map<string, readonly Line[]>()
  return {
    set: (text, style) => {
      const key = `${JSON.stringify(style)}${text}`
      const found = now.get(key) ?? before.get(key) ?? setText(text, style, times, fonts)
      now.set(key, found)
      return found
    },
    forget: () => {
      before = now
      now = new Map()
    }
  }
}

function setText(text: string, style: TextStyle, times: boolean, fonts: FontSet): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const part of partsOf(text)) {
    const whole = setPart(text, part, start === 0, style, times, fonts)
    const broken = atBreaks(part, style.breaks ?? []).flatMap((piece) =>
      setPart(text, piece, piece.start === 0, style, times, fonts)
    )
    // A narrow centred label parts there come what may; another one if that costs no line.
    const better = style.align === 'center' || broken.length <= whole.length
    lines.push(...(whole.length > 1 && better ? broken : whole))
    start = part.end
  }
  return lines
}

/** A stretch of the text. */
interface Part {
  readonly start: number
  readonly end: number
}

/** The text between its line ends. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const match of text.matchAll(lineEnd)) {
    parts.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  return [...parts, { start, end: text.length }]
}

/** A part cut at the places where it should break first. */
function atBreaks({ start, end }: Part, breaks: readonly number[]): Part[] {
  const cuts = [start, ...breaks.filter((at) => at > start && at < end), end]
  return cuts.slice(1).map((to, i) => ({ start: cuts[i] ?? start, end: to }))
}

function setPart(
  text: string,
  { start, end }: Part,
  atHead: boolean,
  style: TextStyle,
  times: boolean,
  fonts: FontSet
): Line[] {
  const { role, size, indent = 0, track = 0, fit } = style
  const { chars, flaws } = shape(text, start, end, role, times, fonts)
  if (chars.length === 0)
    return flaws.length === 0
      ? []
      : [{ from: start, to: end, size, pieces: [], left: 0, right: 0, flaws, forced: false }]
  const measured = measure(chars, track / size)
  const words = style.words && wordBoundaries(text.slice(start, end))
  const spans = style.vertical
    ? oneALine(measured)
    : breakLines(measured, {
        width: style.measure / size,
        indent: atHead ? indent / size : 0,
        fit,
        ...(words && {
          penalty: (i) => (words.has((chars[i + 1]?.offset ?? end) - start) ? 0 : 30)
        })
      })
  return spans.map((span, i) => {
    const from = i === 0 ? start : (chars[span.from]?.offset ?? start)
    const to = i === spans.length - 1 ? end : (chars[span.to]?.offset ?? end)
    const line = setLine(measured, span, i === 0 && atHead ? indent : 0, style)
    const own = flaws.filter(({ offset }) => offset >= from && offset < to)
    return { ...line, from, to, flaws: own }
  })
}

/** Offsets at which a word ends, where the platform can tell. */
function wordBoundaries(text: string): ReadonlySet<number> | undefined {
  if (typeof Intl.Segmenter !== 'function') return undefined
  return new Set(
    [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((s) => s.index)
  )
}

/** One character a line; a closing mark stays with the character before it. */
function oneALine({ chars }: Measured): LineSpan[] {
  const spans: LineSpan[] = []
  for (let from = 0; from < chars.length;) {
    let to = from + 1
    while (['close', 'mark', 'space'].includes(chars[to]?.kind ?? '')) to++
    spans.push({ from, end: to, to, cutHead: false, cutTail: false, adjust: 0, forced: false })
    from = to
  }
  return spans
}

/** Puts the characters of a line where they belong. */
function setLine(
  { chars, gaps }: Measured,
  span: LineSpan,
  indent: number,
  { size, measure: width, track = 0, align, vertical }: TextStyle
): Pick<Line, 'size' | 'pieces' | 'left' | 'right' | 'forced'> {
  const pieces: (Piece & { glyphs: Glyph[] })[] = []
  let x = indent
  let edge = indent
  let cutNext = span.cutHead
  let expected = -1
  for (let i = span.from; i < span.to; i++) {
    const char = chars[i]
    if (!char) break
    const gap = i + 1 < span.end ? gaps[i] : undefined
    const beyond = i >= span.end
    const half = cutNext
      ? 'left'
      : gap?.cut === 'before' || (i === span.end - 1 && span.cutTail)
        ? 'right'
        : undefined
    const { font, advance } = char.metric
    let piece = pieces.at(-1)
    if (!piece || piece.font !== font || piece.role !== char.role || char.offset !== expected) {
      piece = { role: char.role, font, x, offset: char.offset, glyphs: [] }
      pieces.push(piece)
    }
    const at = x - piece.x
    piece.glyphs.push({ code: char.code, x: at, ...(half && { half }) })
    expected = char.offset + (char.code > 0xffff ? 2 : 1)
    if (beyond) continue
    edge = x + (half ? advance - 0.5 : advance) * size
    cutNext = gap?.cut === 'after'
    const space = gap
      ? (gap.cut ? gap.natural + 0.5 : gap.natural) +
        (span.adjust < 0 ? span.adjust * gap.shrink : span.adjust * gap.stretch)
      : 0
    x = edge + space * size + (gap?.tracked ? track : 0)
  }
  // In a column of single characters a closing mark hangs beside its character.
  const body = vertical ? (chars[span.from]?.metric.advance ?? 0) * size : edge
  const shift = align === 'center' ? (width - body) / 2 : align === 'right' ? width - edge : 0
  return {
    size,
    pieces: shift === 0 ? pieces : pieces.map((piece) => ({ ...piece, x: piece.x + shift })),
    left: indent + shift,
    right: edge + shift,
    forced: span.forced
  }
}
