/** Text → lines of positioned glyphs, each relative to its own left edge and baseline. */
import { breakEach, breakLines, type Fit } from './break-lines.ts'
import { lineEnd } from './chars.ts'
import { measure } from './measure.ts'
import type { FontRole, FontSet } from '../page/font-metrics.ts'
import { setLine, type SetLine } from './set-line.ts'
import { shape, type Flaw } from './shape.ts'
import { partingCost } from './words.ts'

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
  /** Where a line should rather end: between two words, or after a place or an office. */
  readonly words?: 'any' | 'places'
  /** One character a line. */
  readonly vertical?: true
}

/** One line of text. */
export interface Line extends SetLine {
  /** The part of the text it holds; all lines together hold all of it but for line ends. */
  readonly from: number
  readonly to: number
  readonly size: number
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
      const key = keyOf(text, style)
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

/** Asked for every line of a report at every key press: written out, because it is the quickest. */
function keyOf(text: string, style: TextStyle): string {
  const { role, size, measure, indent, track, fit, align, breaks, words, vertical } = style
  const numbers = `${String(size)},${String(measure)},${String(indent)},${String(track)}`
  const ways = `${fit},${String(align)},${String(words)},${String(vertical)}`
  return `${role},${numbers},${ways},${String(breaks)}:${text}`
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
  const { role, size, track = 0, fit } = style
  const indent = atHead ? (style.indent ?? 0) : 0
  const { chars, flaws } = shape(text, start, end, role, times, fonts)
  if (chars.length === 0) {
    const empty = { from: start, to: end, size, pieces: [], left: 0, right: 0, forced: false }
    return flaws.length === 0 ? [] : [{ ...empty, flaws }]
  }
  const measured = measure(chars, track / size)
  const parting = style.words && partingCost(text.slice(start, end), style.words === 'places')
  const spans = style.vertical
    ? breakEach(measured)
    : breakLines(measured, {
        width: style.measure / size,
        indent: indent / size,
        fit,
        ...(parting && { penalty: (i) => parting((chars[i + 1]?.offset ?? end) - start) })
      })
  return spans.map((span, i) => {
    const from = i === 0 ? start : (chars[span.from]?.offset ?? start)
    const to = i === spans.length - 1 ? end : (chars[span.to]?.offset ?? end)
    return {
      ...setLine(measured, span, { ...style, track, indent: i === 0 ? indent : 0 }),
      from,
      to,
      size,
      flaws: flaws.filter(({ offset }) => offset >= from && offset < to),
      forced: span.forced
    }
  })
}
