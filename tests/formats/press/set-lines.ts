import type { FontLibrary } from '../../../src/formats/fonts/library.ts'
import type { Document, Run } from '../../../src/typeset/page/page.ts'

/** A line as it was set: its characters without spaces, and where the last of them ends, in points. */
export interface SetLine {
  readonly codes: readonly number[]
  readonly right: number
}

/** The lines of a block, page after page. */
export function linesOf({ pages }: Document, block: number, library: FontLibrary): SetLine[] {
  const fonts = library.set()
  return pages.flatMap(({ items }) => {
    const byY = new Map<number, Run[]>()
    for (const item of items)
      if (item.kind === 'run' && item.block === block)
        byY.set(item.y, [...(byY.get(item.y) ?? []), item])
    return [...byY.values()].map((runs) => {
      const seen = runs.flatMap(({ role, size, x, glyphs }) =>
        glyphs
          .filter(({ code }) => code !== 0x20)
          .map((glyph) => {
            const advance = fonts.metric(role, glyph.code)?.advance ?? NaN
            const width = (glyph.half ? advance - 0.5 : advance) * size
            return { code: glyph.code, right: x + glyph.x + width }
          })
      )
      return {
        codes: seen.map(({ code }) => code),
        right: Math.max(...seen.map(({ right }) => right))
      }
    })
  })
}
