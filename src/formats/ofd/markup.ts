/** The words in which everything that goes into an OFD is written. */
import { escaped } from '../source/xml.ts'

/** Gives identifiers to what has one: never the same twice in a document, from 1 upwards. */
export interface Ids {
  readonly next: () => number
  /** The greatest so far. */
  readonly last: () => number
}

export function newIds(): Ids {
  let last = 0
  return { next: () => ++last, last: () => last }
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element with its attributes, those that are given, around markup that is ready. */
export function ofdElement(name: string, attributes: Attributes, ...inside: string[]): string {
  let tag = `ofd:${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escaped(String(value))}"`
  }
  return inside.length === 0 ? `<${tag}/>` : `<${tag}>${inside.join('')}</ofd:${name}>`
}

/** An element that holds a text. */
export const worded = (name: string, text: string, attributes: Attributes = {}): string =>
  ofdElement(name, attributes, escaped(text))

/** A file of the package, around its root element. */
export const xmlFile = (name: string, attributes: Attributes, ...inside: string[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  ofdElement(name, { 'xmlns:ofd': 'http://www.ofdspec.org/2016', ...attributes }, ...inside)

const perPoint = 25.4 / 72

/** Points in millimetres, to a thousandth: never in exponents, never -0. */
export const millimetres = (points: number): number =>
  Math.round(points * perPoint * 1000) / 1000 + 0

/** Lengths in points as an array of the standard's (ST_Array): numbers with blanks between. */
export const lengths = (...points: readonly number[]): string => points.map(millimetres).join(' ')

/** An upright box in points, y downward. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A box as the standard writes it (ST_Box): corner, width, height. */
export const boxed = ({ left, top, right, bottom }: Bounds): string =>
  lengths(left, top, right - left, bottom - top)

/** The box around points, which are x and y by turns. */
export function boxAround(points: readonly number[], margin: number): Bounds {
  const [xs, ys] = [0, 1].map((axis) => points.filter((_, i) => i % 2 === axis)) as [
    number[],
    number[]
  ]
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin
  }
}

/** `#rrggbb` as a colour of the standard's default space. */
export const color = (name: 'FillColor' | 'StrokeColor', hex: string): string =>
  ofdElement(name, {
    Value: [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(' ')
  })
