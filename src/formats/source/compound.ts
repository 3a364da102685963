/**
 * The compound files ([MS-CFB]) in which Word, Excel and WPS keep .doc, .xls, .wps and .et, and in
 * which a password puts .docx and .xlsx: a small file system of sectors in chains.
 */
export interface Compound {
  /** Whether there is a stream of this name at the root; those of embedded objects are not there. */
  readonly has: (name: string) => boolean
  /** Its bytes; undefined where there is none. Throws a RangeError where its chain is broken. */
  readonly stream: (name: string) => Uint8Array | undefined
}

/** Ids of sectors from here on are marks: the end of a chain, a free sector. */
const marks = 0xfffffffa
const entryLength = 128

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** Opens a compound file. Throws a RangeError where it is cut off, or its chains go in circles. */
export function openCompound(bytes: Uint8Array): Compound {
  const view = viewOf(bytes)
  const header = (at: number) => view.getUint32(at, true)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new RangeError('size of sectors')
  const size = 1 << shift
  const count = Math.ceil(bytes.length / size)
  const placeOf = (sector: number): number => (sector + 1) * size
  const fat = fatSectors()
  const next = (sector: number): number =>
    header(placeOf(fat[sector >>> (shift - 2)] ?? marks) + (sector % (size / 4)) * 4)

  /** The sectors that hold the table of chains: 109 are named in the header, more in a chain. */
  function fatSectors(): number[] {
    const found: number[] = []
    const take = (from: number, entries: number) => {
      for (let i = 0; i < entries; i++) {
        const sector = header(from + i * 4)
        if (sector < marks) found.push(sector)
      }
    }
    take(76, 109)
    for (let sector = header(68), left = count; sector < marks; left--) {
      if (left <= 0) throw new RangeError('chain in a circle')
      take(placeOf(sector), size / 4 - 1)
      sector = header(placeOf(sector) + size - 4)
    }
    return found
  }

  function read(start: number, length?: number): Uint8Array {
    return joined(chain(start, next, count), (sector) => placeOf(sector), size, bytes, length)
  }

  const directory = read(header(48))
  const entries = viewOf(directory)
  const entry = (id: number, field: number) => entries.getUint32(id * entryLength + field, true)
  const found = new Map<string, number>()
  // Below the root the entries hang in a binary tree.
  const waiting = [entry(0, 76)]
  const seen = new Set<number>()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id >= marks) continue
    if (seen.has(id)) throw new RangeError('directory in a circle')
    seen.add(id)
    const length = entries.getUint16(id * entryLength + 64, true)
    const name = directory.subarray(id * entryLength, id * entryLength + Math.min(length, 64) - 2)
    const isStream = entries.getUint8(id * entryLength + 66) === 2
    if (isStream) found.set(new TextDecoder('utf-16le').decode(name), id)
    waiting.push(entry(id, 68), entry(id, 72))
  }

  return {
    has: (name) => found.has(name),
    stream: (name) => {
      const id = found.get(name)
      if (id === undefined) return undefined
      const [start, length] = [entry(id, 116), entry(id, 120)]
      if (length >= header(56)) return read(start, length)
      // Short streams share one, in sectors of 64 bytes with chains of their own.
      const shared = read(entry(0, 116))
      const chains = viewOf(read(header(60)))
      const nextShort = (sector: number) => chains.getUint32(sector * 4, true)
      const sectors = chain(start, nextShort, shared.length / 64)
      return joined(sectors, (sector) => sector * 64, 64, shared, length)
    }
  }
}

function chain(start: number, next: (sector: number) => number, most: number): number[] {
  const sectors: number[] = []
  for (let sector = start; sector < marks; sector = next(sector)) {
    if (sectors.push(sector) > most) throw new RangeError('chain in a circle')
  }
  return sectors
}

/** The sectors of a chain in one; without a `length` all that is in them. */
function joined(
  sectors: readonly number[],
  placeOf: (sector: number) => number,
  size: number,
  bytes: Uint8Array,
  length = sectors.length * size
): Uint8Array {
  if (length > sectors.length * size) throw new RangeError('chain too short')
  const result = new Uint8Array(length)
  for (const [i, sector] of sectors.entries()) {
    const left = Math.min(size, length - i * size)
    if (left <= 0) break
    const piece = bytes.subarray(placeOf(sector), placeOf(sector) + left)
    if (piece.length < left) throw new RangeError('cut off')
    result.set(piece, i * size)
  }
  return result
}
