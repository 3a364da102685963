/** Setting the short texts of a chart: one line, glyph after glyph. */
import type { FontName, FontRole, FontSet } from '../../typeset/page/font-metrics.ts'
import type { Glyph } from '../../typeset/page/page.ts'

/** A text set in a size in points. */
export interface ChartLabel {
  /** Its glyphs by font, each group with its place from the text's beginning. */
  readonly groups: readonly {
    readonly font: FontName
    readonly x: number
    readonly width: number
    readonly glyphs: Glyph[]
  }[]
  readonly width: number
  /** Characters that no font has; they take no room. */
  readonly missing: readonly number[]
}

/** Sets a text from left to right in the fonts of a role. */
export function setLabel(text: string, size: number, fonts: FontSet, role: FontRole): ChartLabel {
  const groups: { font: FontName; x: number; width: number; glyphs: Glyph[] }[] = []
  const missing: number[] = []
  let x = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const metric = fonts.metric(role, code)
    if (!metric) {
      missing.push(code)
      continue
    }
    let group = groups.at(-1)
    if (group?.font !== metric.font) {
      groups.push((group = { font: metric.font, x, width: 0, glyphs: [] }))
    }
    group.glyphs.push({ code, x: x - group.x })
    x += metric.advance * size
    group.width = x - group.x
  }
  return { groups, width: x, missing }
}
