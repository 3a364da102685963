import type { ChartSpec } from '../spec.ts'
import { emOf, leading, longestEm, wrapped, type Lines } from './words.ts'

/** What tells the lines, bars or slices of a chart, and the room it takes of it. */
export interface Legend {
  /** Below in rows, or at the right, one entry under another. */
  readonly position: 'bottom' | 'right'
  readonly names: readonly Lines[]
  /** What it takes of the chart's height and of its width. */
  readonly below: number
  readonly beside: number
  /** How high the chart must be for it. */
  readonly tall: number
  /**
   * Chart.js takes the line of most characters for the widest of a text; by so much a legend at the
   * right is wider than it knows.
   */
  readonly unknown: number
}

/** White around every entry. */
export const legendGap = 8

/** The width of a sample and of the white behind it. */
export const sampleWidth = ({ type }: ChartSpec): number => (type === 'line' ? 31 : 19)

/** The names of lines or bars; at the right where one is longer than a row below. */
export function legendOf(spec: ChartSpec, width: number, size: number): Legend | undefined {
  const names = spec.series.map(({ name }) => name)
  if (names.length < 2) return undefined
  if (longestEm(names) * size > width - 3 * legendGap - sampleWidth(spec)) {
    const share = 0.32 * width
    const lines = names.map((name) => wrapped(name, share / size))
    return legendAside(spec, lines, size)
  }
  let [rows, end] = [1, 2 * legendGap]
  for (const name of names) {
    const entry = emOf(name) * size + sampleWidth(spec) + legendGap
    if (end + entry > width && end > 2 * legendGap) [rows, end] = [rows + 1, 2 * legendGap]
    end += entry
  }
  const below = rows * (size + legendGap) + 10
  return {
    position: 'bottom',
    names: names.map((name) => [name]),
    below,
    beside: 0,
    tall: 2.2 * below,
    unknown: 0
  }
}

/** A legend at the right of so many lines each. */
export function legendAside(spec: ChartSpec, names: readonly Lines[], size: number): Legend {
  const known = names.map((lines) => lines.reduce((a, b) => (a.length > b.length ? a : b), ''))
  const entries = names.map(({ length }) => length * leading * size + legendGap)
  return {
    position: 'right',
    names,
    below: 0,
    beside: longestEm(names.flat()) * size + sampleWidth(spec) + 3 * legendGap,
    tall: entries.reduce((sum, height) => sum + height, 2 * legendGap),
    unknown: (longestEm(names.flat()) - longestEm(known)) * size
  }
}
