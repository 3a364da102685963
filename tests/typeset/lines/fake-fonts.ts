import type { FontSet } from '../../../src/typeset/page/font-metrics.ts'

/**
 * Fonts with plain widths: a Han character and its punctuation 1 em, a letter or digit half an em, a
 * space a quarter. 㐀 and what lies beyond the BMP come from a second font; nobody has U+E000.
 */
export const fakeFonts: FontSet = {
  metric: (role, code) => {
    if (code === 0xe000 || (code >= 0xd800 && code <= 0xdfff)) return undefined
    if (code === 0x3400 || code > 0xffff) return { font: 'rest', advance: 1 }
    const advance = code === 0x20 ? 0.25 : code < 0x250 && code !== 0xb7 ? 0.5 : 1
    return { font: role, advance }
  }
}
