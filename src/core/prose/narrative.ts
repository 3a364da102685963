import { remembered, rememberedPieces } from './remembered.ts'

/**
 * The structure that Chinese official prose shows by its numbering: （一） over 1. over text
 * (GB/T 9704-2012, 7.3.3). Plain text in, paragraphs with their level and place out.
 */

/** A line of a section that is not blank. */
export interface Passage {
  readonly kind: 'heading' | 'paragraph'
  /** 2 for （一）, 3 for `1.`; 0 for a paragraph. */
  readonly level: 0 | 2 | 3
  /** The text as printed: trimmed, with the full-width brackets of the standard in its numbering. */
  readonly text: string
  /** Offsets of the line in the source, without the white space around it. */
  readonly from: number
  readonly to: number
}

const numbered = /^[（(]\s*([一二三四五六七八九十百]+)\s*[）)]\s*/
const figured = /^(\d{1,2})\s*[.．、]\s*(?!\d)/

/** Longer lines, or lines that hold a sentence's end, are text even when they are numbered. */
const headingLength = 40
const sentenceEnd = /[。；：！？]/

/** What a line of a text is, which begins at an offset of it; undefined where it is blank. */
export function passageOf(line: string, at = 0): Passage | undefined {
  const body = line.trim()
  if (!body) return undefined
  const from = at + line.indexOf(body)
  const level = levelOf(body)
  return {
    kind: level ? 'heading' : 'paragraph',
    level,
    text: body.replace(numbered, '（$1）'),
    from,
    to: from + body.length
  }
}

/** The headings and paragraphs of a text, a line each, with where they stand in it. */
export const passages = remembered((text): readonly Passage[] =>
  Array.from(text.matchAll(/[^\r\n]+/g)).flatMap(
    ({ 0: line, index }) => passageOf(line, index) ?? []
  )
)

function levelOf(line: string): Passage['level'] {
  if (line.length > headingLength || sentenceEnd.test(line)) return 0
  return numbered.test(line) ? 2 : figured.test(line) ? 3 : 0
}

/** A heading's words without its number: 主动公开 of （二）主动公开. */
export const unnumbered = (heading: string): string =>
  heading.replace(numbered, '').replace(figured, '')

/** Number of characters a reader would count: no white space. */
export const lengthOf = rememberedPieces(
  (text): number => Array.from(text.replace(/\s/g, '')).length
)
