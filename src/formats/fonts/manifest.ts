/** The list of font files that come with the app: `public/fonts/manifest.json`. */
import type { FontName } from '../../typeset/page/font-metrics.ts'

/** One file: a part of one font. */
export interface FontFile {
  readonly font: FontName
  /** Its name in the fonts' folder, a gzipped TrueType font. */
  readonly file: string
  /** Of the unpacked font, in hexadecimal. */
  readonly sha256: string
  readonly has: (code: number) => boolean
}

/** The files of each font, the commonest characters first. */
export type Manifest = ReadonlyMap<FontName, readonly FontFile[]>

interface RawFile {
  readonly file: string
  readonly sha256: string
  readonly ranges: string
}

/** Reads the manifest's JSON; undefined when it is something else. */
export function readManifest(json: unknown): Manifest | undefined {
  if (!isRecord(json) || json['version'] !== 1 || !isRecord(json['fonts'])) return undefined
  const fonts = new Map<FontName, FontFile[]>()
  for (const [font, entry] of Object.entries(json['fonts'])) {
    if (!isRecord(entry) || !Array.isArray(entry['files'])) return undefined
    const files: unknown[] = entry['files']
    if (!files.every(isFile)) return undefined
    fonts.set(
      font,
      files.map(({ file, sha256, ranges }) => ({ font, file, sha256, has: within(ranges) }))
    )
  }
  return fonts
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isFile = (value: unknown): value is RawFile =>
  isRecord(value) &&
  ['file', 'sha256', 'ranges'].every((property) => typeof value[property] === 'string')

/** Whether a code point is in ranges like `20-7e,b7,4e00-4e03`, which are in ascending order. */
function within(ranges: string): (code: number) => boolean {
  let starts: number[] | undefined
  let ends: number[] = []
  return (code) => {
    if (!starts) {
      const pairs = ranges
        .split(',')
        .map((range) => range.split('-').map((hex) => parseInt(hex, 16)))
      starts = pairs.map(([from = NaN]) => from)
      ends = pairs.map((pair) => pair.at(-1) ?? NaN)
    }
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? Infinity) <= code) low = middle + 1
      else high = middle
    }
    return low > 0 && code <= (ends[low - 1] ?? -1)
  }
}
