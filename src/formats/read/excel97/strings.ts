/** Texts of a workbook's records, which may go on in the next record in the middle of a word. */

export interface Texts {
  /** Whether nothing is left. */
  readonly done: () => boolean
  /** The next text; its length in front takes 1 or 2 bytes. */
  readonly next: (lengthBytes: 1 | 2) => string
}

/** The texts of Excel 97 and later ([MS-XLS] 2.5.293), from a place in the first record on. */
export function unicodeTexts(pieces: readonly Uint8Array[], start = 0): Texts {
  let [piece, at] = [0, start]

  /** The next byte, wherever it is. */
  const byte = (): number => {
    for (let bytes = pieces[piece]; bytes; bytes = pieces[++piece]) {
      const value = bytes[at++]
      if (value !== undefined) return value
      at = 0
    }
    throw new RangeError('text')
  }
  const word = () => byte() + byte() * 256
  const skip = (count: number): void => {
    for (let left = count; left > 0;) {
      const bytes = pieces[piece]
      if (!bytes) throw new RangeError('text')
      const here = Math.min(left, bytes.length - at)
      at += here
      left -= here
      if (left > 0) [piece, at] = [piece + 1, 0]
    }
  }

  function chars(count: number, wide: boolean): string {
    let text = ''
    let width = wide ? 2 : 1
    for (let left = count; left > 0;) {
      const bytes = pieces[piece]
      if (!bytes) throw new RangeError('text')
      const here = Math.min(left, Math.floor((bytes.length - at) / width))
      const part = bytes.subarray(at, at + here * width)
      text +=
        width === 2 ? new TextDecoder('utf-16le', { ignoreBOM: true }).decode(part) : low(part)
      at += here * width
      left -= here
      if (left === 0) break
      // Where a text goes on, it is said anew how wide its characters are.
      ;[piece, at] = [piece + 1, 0]
      width = byte() & 1 ? 2 : 1
    }
    return text
  }

  return {
    done: () =>
      piece >= pieces.length || (piece === pieces.length - 1 && at >= (pieces[piece]?.length ?? 0)),
    next: (lengthBytes) => {
      const count = lengthBytes === 1 ? byte() : word()
      const flags = byte()
      const runs = flags & 8 ? word() : 0
      const phonetic = flags & 4 ? word() + word() * 0x10000 : 0
      const text = chars(count, (flags & 1) === 1)
      skip(runs * 4 + phonetic)
      return text
    }
  }
}

/** The texts of Excel 95, in the code page of the machine that wrote them. */
export function codedTexts(pieces: readonly Uint8Array[], start: number, encoding: string): Texts {
  const [bytes = new Uint8Array()] = pieces
  let at = start
  return {
    done: () => at >= bytes.length,
    next: (lengthBytes) => {
      const length = (bytes[at] ?? 0) + (lengthBytes === 2 ? (bytes[at + 1] ?? 0) * 256 : 0)
      const from = at + lengthBytes
      at = from + length
      if (at > bytes.length) throw new RangeError('text')
      return new TextDecoder(encoding).decode(bytes.subarray(from, at))
    }
  }
}

/** Characters of which only the lower byte is written. */
function low(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}
