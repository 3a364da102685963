/** Text objects (GB/T 33190-2016, 11): characters, each with its place. */
import type { Glyph } from '../../typeset/page/page.ts'
import type { UsedFont } from '../fonts/used.ts'
import { boxAround, boxed, color, ofdElement, millimetres, worded, type Ids } from './markup.ts'

/** A font of the document: the glyphs it has, and how objects refer to it. */
export interface ResourceFont {
  readonly id: number
  readonly used: UsedFont
}

/** Glyphs along a baseline that begins at x and y on the page. */
export interface PlacedText {
  readonly size: number
  readonly x: number
  readonly y: number
  readonly glyphs: readonly Glyph[]
  /** Clockwise, in radians; absent for upright text. */
  readonly angle?: number
  /** Absent for black. */
  readonly color?: string
}

/** A character, where its glyph begins and ends on the baseline, and the glyph's number. */
interface Letter {
  readonly code: number
  readonly from: number
  readonly to: number
  readonly glyph: number
}

/**
 * The text as one object; as several where it has characters beyond the BMP. Such a one stands alone,
 * for readers that count it as two, and tells its glyph, for readers that do not find it by its code.
 */
export function textObjects(ids: Ids, text: PlacedText, { id, used }: ResourceFont): string[] {
  const { glyphs, size } = text
  const numbers = used.encode(glyphs)
  const pieces: Letter[][] = []
  glyphs.forEach(({ code, x, half }, i) => {
    const { number = 0, advance = 0 } = numbers[i] ?? {}
    const from = x - (half === 'left' ? size / 2 : 0)
    const letter = { code, from, to: from + (advance * size) / 1000, glyph: number }
    const open = pieces.at(-1)
    if (open && ![open.at(-1)?.code ?? 0, code].some(isWide)) open.push(letter)
    else pieces.push([letter])
  })
  return pieces.map((letters) => textObject(ids.next(), text, letters, id))
}

const isWide = (code: number): boolean => code > 0xffff

/** How far ink may reach beyond the first origin, the last advance and the baseline, in em. */
const beside = 0.3
const above = 1
const below = 0.35

/** The object. Its boundary, beyond which nothing is shown, has room for all of the ink. */
function textObject(id: number, text: PlacedText, letters: readonly Letter[], font: number) {
  const { x, y, size, angle = 0 } = text
  const left = Math.min(...letters.map(({ from }) => from)) - beside * size
  const right = Math.max(...letters.map(({ to }) => to)) + beside * size
  const [top, bottom] = [-above * size, below * size]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom]
  ].flatMap(([a = 0, b = 0]) => [x + a * cos - b * sin, y + a * sin + b * cos])
  const box = boxAround(corners, 0)
  /** Where the baseline begins, counted from the boundary's corner, as all of the object is. */
  const origin = { x: x - box.left, y: y - box.top }
  const upright = angle === 0
  const turn = [cos, sin, -sin, cos].map(decimal)
  return ofdElement(
    'TextObject',
    {
      ID: id,
      Boundary: boxed(box),
      CTM: upright ? undefined : [...turn, millimetres(origin.x), millimetres(origin.y)].join(' '),
      Font: font,
      Size: millimetres(size)
    },
    color('FillColor', text.color ?? '#000000'),
    ...letters.filter(({ code }) => isWide(code)).map(ownGlyph),
    worded('TextCode', String.fromCodePoint(...letters.map(({ code }) => code)), {
      X: millimetres((letters[0]?.from ?? 0) + (upright ? origin.x : 0)),
      Y: upright ? millimetres(origin.y) : 0,
      DeltaX: letters.length > 1 ? deltas(letters.map(({ from }) => from)) : undefined
    })
  )
}

const decimal = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** The glyph of an object's only character. */
const ownGlyph = ({ glyph }: Letter): string =>
  ofdElement(
    'CGTransform',
    { CodePosition: 0, CodeCount: 1, GlyphCount: 1 },
    worded('Glyphs', String(glyph))
  )

/** Nearer than this, a glyph is where it should be: a two-hundredth of a millimetre, in points. */
const near = 0.014

/**
 * The distances from each place to the next. Like ones are written once, as `g`, how many, how far;
 * so a distance that leads near enough is used again. What is left over goes into the next, so that
 * errors never add up.
 */
function deltas(places: readonly number[]): string {
  const groups: { readonly delta: number; count: number }[] = []
  let at = places[0] ?? 0
  for (const place of places.slice(1)) {
    const last = groups.at(-1)
    if (last && Math.abs(at + points(last.delta) - place) <= near) last.count++
    else groups.push({ delta: millimetres(place - at), count: 1 })
    at += points(groups.at(-1)?.delta ?? 0)
  }
  return groups
    .map(({ delta, count }) =>
      count > 2 ? `g ${count} ${delta}` : Array<number>(count).fill(delta).join(' ')
    )
    .join(' ')
}

const points = (length: number): number => (length * 72) / 25.4
