/** Compound files written by hand: what office programs write, with no more than readers need. */

const [free, end, ofFat] = [0xffffffff, 0xfffffffe, 0xfffffffd]

/** Little-endian numbers one after the other, as [bytes each, number] pairs. */
export function packed(...numbers: readonly (readonly [1 | 2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, number] of numbers) {
    for (let i = 0; i < width; i++) bytes[at++] = Math.floor(number / 256 ** i) & 0xff
  }
  return bytes
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    result.set(piece, at)
    at += piece.length
  }
  return result
}

export const utf16 = (text: string): Uint8Array =>
  packed(...Array.from({ length: text.length }, (_, i) => [2, text.charCodeAt(i)] as const))

const filled = (bytes: Uint8Array, size: number) =>
  joined(bytes, new Uint8Array((size - (bytes.length % size)) % size))

/** A file with these streams at its root, and others, by storage, below. */
export function compoundFile(
  streams: Readonly<Record<string, Uint8Array>>,
  below: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {},
  size: 512 | 4096 = 512
): Uint8Array<ArrayBuffer> {
  const bodies: Uint8Array[] = []
  const fat: number[] = []
  /** The first sector of what is added. */
  const add = (bytes: Uint8Array): number => {
    const first = fat.length
    const count = Math.ceil(bytes.length / size)
    for (let i = 0; i < count; i++) fat.push(i + 1 < count ? first + i + 1 : end)
    bodies.push(filled(bytes, size))
    return count ? first : end
  }
  const entries: Uint8Array[] = []
  const entry = (name: string, type: number, child: number, right: number, body?: Uint8Array) => {
    const chars = utf16(name)
    const start = body ? add(body) : 0
    entries.push(
      joined(
        chars,
        new Uint8Array(64 - chars.length),
        packed([2, chars.length + 2], [1, type], [1, 1], [4, free], [4, right], [4, child]),
        new Uint8Array(36),
        packed([4, start], [4, body?.length ?? 0], [4, 0])
      )
    )
  }
  const list = Object.entries(streams)
  const storages = Object.entries(below)
  entry('Root Entry', 5, list.length + storages.length ? 1 : free, free)
  const more = (i: number, count: number, from: number) => (i + 1 < count ? from + i + 1 : free)
  const rootCount = list.length + storages.length
  list.forEach(([name, body], i) => entry(name, 2, free, more(i, rootCount, 1), body))
  let next = 1 + rootCount
  storages.forEach(([name, inner], i) => {
    entry(name, 1, next, more(list.length + i, rootCount, 1))
    next += Object.keys(inner).length
  })
  for (const [, inner] of storages) {
    const from = entries.length
    const all = Object.entries(inner)
    all.forEach(([name, body], i) => entry(name, 2, free, more(i, all.length, from), body))
  }
  const directory = add(joined(...entries))
  const fatCount = Math.ceil((fat.length + 130) / (size / 4 - 1))
  const firstFat = fat.length
  for (let i = 0; i < fatCount; i++) fat.push(ofFat)
  const table = packed(...fat.map((sector) => [4, sector] as const))
  const whole = new Uint8Array(fatCount * size).fill(0xff)
  whole.set(table)
  if (fatCount > 109) throw new Error('a longer list of sectors than is written here')
  const header = joined(
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(16),
    packed([2, 0x3e], [2, size === 512 ? 3 : 4], [2, 0xfffe], [2, Math.log2(size)], [2, 6]),
    new Uint8Array(10),
    // No stream is short: none is in the shared one.
    packed([4, fatCount], [4, directory], [4, 0], [4, 0], [4, end], [4, 0], [4, end], [4, 0]),
    packed(
      ...Array.from({ length: 109 }, (_, i) => [4, i < fatCount ? firstFat + i : free] as const)
    )
  )
  return joined(filled(header, size), ...bodies, whole) as Uint8Array<ArrayBuffer>
}
