/** Properties of text in Word's binary files are lists of changes, each with a number (sprm). */

/** How long the operand is, by the three highest bits of the number; 0: it says so itself. */
const lengths = [1, 1, 2, 4, 2, 2, 0, 3] as const
const tableDefinition = 0xd608
const tabStops = 0xc615

/** Calls for each change in a list. Throws a RangeError where one goes beyond the end. */
export function eachSprm(list: Uint8Array, take: (sprm: number, operand: DataView) => void): void {
  const view = new DataView(list.buffer, list.byteOffset, list.length)
  // A byte that is left at the end fills up an even length.
  for (let at = 0; at + 2 < list.length;) {
    const sprm = view.getUint16(at, true)
    at += 2
    let length: number = lengths[(sprm >> 13) as 0]
    if (sprm === tableDefinition) {
      length = view.getUint16(at, true) - 1
      at += 2
    } else if (length === 0) {
      length = view.getUint8(at)
      at += 1
      if (sprm === tabStops && length === 255) {
        const removed = 1 + 4 * view.getUint8(at)
        length = removed + 1 + 3 * view.getUint8(at + removed)
      }
    }
    if (length < 0) throw new RangeError('operand')
    take(sprm, new DataView(list.buffer, list.byteOffset + at, Math.min(length, list.length - at)))
    at += length
  }
}
