import type { TextStretch } from './printed.ts'

/** The text of a text box or note, and the character of the body that it is tied to. */
export interface Anchor extends TextStretch {
  readonly at: number
}

/** Bytes of a shape ([MS-DOC] 2.9.253 Spa), of a box's text (2.9.101 FTXBXS), of a note's mark. */
const [shapeLength, boxLength, markLength] = [26, 22, 2]

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/**
 * The boxes in the order of their anchors; those without one at the end.
 *
 * @param shapes the anchors of the shapes
 * @param boxes the texts of those shapes that have one
 */
export function boxAnchors(shapes: Uint8Array, boxes: Uint8Array, story: TextStretch): Anchor[] {
  const shapeCount = countOf(shapes, shapeLength)
  const shapeView = viewOf(shapes)
  const anchors = new Map<number, number>()
  for (let i = 0; i < shapeCount; i++) {
    const shape = shapeView.getInt32((shapeCount + 1) * 4 + i * shapeLength, true)
    anchors.set(shape, shapeView.getUint32(i * 4, true))
  }
  // The last of the texts is none, it only ends the story.
  const count = Math.max(0, countOf(boxes, boxLength) - 1)
  const view = viewOf(boxes)
  return anchorsOf(boxes, count, story, (i) =>
    anchors.get(view.getInt32((count + 2) * 4 + i * boxLength + 14, true))
  )
}

/**
 * The footnotes or endnotes (their tables in [MS-DOC] 2.8: PlcffndRef, PlcffndTxt, PlcfendRef and
 * PlcfendTxt) in the order of the characters that refer to them; those without one at the end.
 */
export function noteAnchors(places: Uint8Array, notes: Uint8Array, story: TextStretch): Anchor[] {
  const placeCount = countOf(places, markLength)
  const view = viewOf(places)
  // The last of the texts is none, as of the boxes.
  const count = Math.max(0, countOf(notes, 0) - 1)
  return anchorsOf(notes, count, story, (i) =>
    i < placeCount ? view.getUint32(i * 4, true) : undefined
  )
}

/** How many things a table tells of in so many bytes each, behind their places and one more. */
const countOf = (table: Uint8Array, length: number): number =>
  Math.max(0, Math.floor((table.length - 4) / (4 + length)))

function anchorsOf(
  texts: Uint8Array,
  count: number,
  story: TextStretch,
  anchor: (index: number) => number | undefined
): Anchor[] {
  const view = viewOf(texts)
  return Array.from({ length: count }, (_, i): Anchor => {
    const [from, to] = [view.getUint32(i * 4, true), view.getUint32(i * 4 + 4, true)]
    // Texts that overlap would make one report into thousands.
    if (from > to || story.from + to > story.to) throw new RangeError('texts of boxes or notes')
    return { at: anchor(i) ?? Infinity, from: story.from + from, to: story.from + to }
  }).sort((a, b) => a.at - b.at)
}
