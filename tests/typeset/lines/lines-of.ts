import type { Glyph, Item, Page, Run } from '../../../src/typeset/page/page.ts'

/** A line as a reader sees it: runs on one baseline that follow each other. */
export interface SeenLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly runs: readonly Run[]
}

export const isRun = (item: Item): item is Run => item.kind === 'run'

export const textOf = (glyphs: readonly Glyph[]): string =>
  glyphs.map(({ code }) => String.fromCodePoint(code)).join('')

/** The width of a glyph in the fake fonts. */
export const widthOf = ({ code, half }: Glyph, size: number): number =>
  size * (half ? 0.5 : code === 0x20 ? 0.25 : code < 0x250 && code !== 0xb7 ? 0.5 : 1)

/** The lines of one block, page after page. */
export function linesOf(pages: readonly Page[], block: number): SeenLine[] {
  const lines: SeenLine[] = []
  for (const { items } of pages) {
    const byY = new Map<number, Run[]>()
    for (const run of items.filter(isRun)) {
      if (run.block !== block) continue
      byY.set(run.y, [...(byY.get(run.y) ?? []), run])
    }
    for (const [y, runs] of byY) lines.push(seen(y, runs))
  }
  return lines
}

function seen(y: number, runs: readonly Run[]): SeenLine {
  const text = runs.map(({ glyphs }) => textOf(glyphs)).join('')
  const shown = runs.flatMap(({ x, size, glyphs }) =>
    glyphs
      .filter(({ code }) => code !== 0x20)
      .map((glyph) => ({ left: x + glyph.x, right: x + glyph.x + widthOf(glyph, size) }))
  )
  return {
    text,
    left: Math.min(...shown.map(({ left }) => left)),
    right: Math.max(...shown.map(({ right }) => right)),
    y,
    runs
  }
}
