/** The text of a text box, and the character of the body that the box is tied to. */
export interface Anchor {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Bytes of a shape ([MS-DOC] 2.9.253 Spa) and of a box's text (2.9.101 FTXBXS). */
const [shapeLength, boxLength] = [26, 22]

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/**
 * The boxes in the order of their anchors; those without one at the end.
 *
 * @param shapes the anchors of the shapes
 * @param boxes the texts of those shapes that have one
 */
export function anchorsOf(
  shapes: Uint8Array,
  boxes: Uint8Array,
  story: { readonly from: number; readonly to: number }
): Anchor[] {
  const shapeCount = Math.max(0, Math.floor((shapes.length - 4) / (4 + shapeLength)))
  const shapeView = viewOf(shapes)
  const anchors = new Map<number, number>()
  for (let i = 0; i < shapeCount; i++) {
    const shape = shapeView.getInt32((shapeCount + 1) * 4 + i * shapeLength, true)
    anchors.set(shape, shapeView.getUint32(i * 4, true))
  }
  // The last of the texts is none, it only ends the story.
  const boxCount = Math.max(0, Math.floor((boxes.length - 4) / (4 + boxLength)) - 1)
  const boxView = viewOf(boxes)
  return Array.from({ length: boxCount }, (_, i): Anchor => {
    const [from, to] = [boxView.getUint32(i * 4, true), boxView.getUint32(i * 4 + 4, true)]
    // Texts that overlap would make one report into thousands.
    if (from > to || story.from + to > story.to) throw new RangeError('text boxes')
    const shape = boxView.getInt32((boxCount + 2) * 4 + i * boxLength + 14, true)
    return {
      at: anchors.get(shape) ?? Infinity,
      from: story.from + from,
      to: story.from + to
    }
  }).sort((a, b) => a.at - b.at)
}
