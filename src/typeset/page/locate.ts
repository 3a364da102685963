/** From a point on a page to the text of the report, and back. */
import type { Document, Page, Run } from './page.ts'

/** A place in what was set: a block, and where in its text or in the text of its cell. */
export type TextPlace = Required<Pick<Run, 'block' | 'offset'>> & Pick<Run, 'from' | 'field'>

/** A place on the pages: a page's index, and a caret's foot and height on it. */
export interface PagePlace {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly height: number
}

/** The character nearest to a point of a page; undefined where no text of the report is near. */
export function textAt(page: Page, x: number, y: number): TextPlace | undefined {
  let best: TextPlace | undefined
  let least = Infinity
  for (const run of page.items) {
    if (run.kind !== 'run' || run.block === undefined || run.offset === undefined) continue
    const above = run.y - run.size * 0.88 - y
    const below = y - run.y - run.size * 0.12
    const aside = Math.max(run.x - x, x - run.x - (run.glyphs.at(-1)?.x ?? 0) - run.size)
    const distance = 2 * Math.max(0, above, below) + Math.max(0, aside)
    if (distance >= least || distance > 4 * run.size) continue
    least = distance
    let offset = run.offset
    for (const [i, { code }] of run.glyphs.entries()) {
      const next = run.glyphs[i + 1]
      if (!next || run.x + next.x > x) break
      offset += code > 0xffff ? 2 : 1
    }
    const { block, from, field } = run
    best = { block, offset, ...(from && { from }), ...(field && { field }) }
  }
  return best
}

/** Where the character at an offset of a block's text stands; the cell's, if a field is named. */
export function placeOf(
  { pages }: Document,
  block: number,
  offset: number,
  field?: string
): PagePlace | undefined {
  let best: PagePlace | undefined
  for (const [page, { items }] of pages.entries()) {
    for (const run of items) {
      if (run.kind !== 'run' || run.block !== block || run.offset === undefined) continue
      if (field !== undefined && run.field !== field) continue
      if (best && run.offset > offset) return best
      let at = run.offset
      let x = 0
      for (const { code, x: left } of run.glyphs) {
        if (at > offset) break
        x = left
        at += code > 0xffff ? 2 : 1
      }
      best = { page, x: run.x + x, y: run.y, height: run.size }
    }
  }
  return best
}

/** A part of one line of a page, as something to be marked. */
export interface Area {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Where the characters of a block's text from one offset to another stand, an area for each part of
 * a line; those of a cell's text, if a field is named.
 */
export function areasOf(
  { pages }: Document,
  block: number,
  from: number,
  to: number,
  field?: string
): Area[] {
  const areas: Area[] = []
  for (const [page, { items }] of pages.entries()) {
    for (const run of items) {
      if (run.kind !== 'run' || run.block !== block || run.offset === undefined) continue
      if (field !== undefined && run.field !== field) continue
      const { size } = run
      const edges: number[] = []
      let at = run.offset
      run.glyphs.forEach(({ code, x, half }, i) => {
        const body = code >= 0x1100 && !half ? size : size / 2
        const next = run.glyphs[i + 1]?.x ?? x + body
        if (at >= from && at < to) edges.push(run.x + x, run.x + Math.min(next, x + body))
        at += code > 0xffff ? 2 : 1
      })
      if (edges.length === 0) continue
      const [left, right] = [Math.min(...edges), Math.max(...edges)]
      areas.push({ page, x: left, y: run.y - size * 0.88, width: right - left, height: size })
    }
  }
  return areas
}
