/** Getting font files from beside the page, and making sure that they are what they should be. */
import { jsonValue } from '../../core/report/json.ts'
import type { FontFile, Manifest } from './manifest.ts'
import { readManifest } from './manifest.ts'
import type { TrueType } from './truetype.ts'
import { readTrueType } from './truetype.ts'

/** Why a font cannot be used: it is not there, cannot be read, or is not the one we know. */
export interface FontFailure {
  readonly ok: false
  readonly reason: 'font'
  readonly file: string
  readonly why: 'absent' | 'damaged' | 'altered'
}

/** A font file as loaded: its bytes for the screen, its tables for typesetting. */
export interface LoadedFont {
  readonly ok: true
  readonly font: TrueType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** How bytes are fetched; undefined when there are none. Tests read from the disk instead. */
export type FetchBytes = (file: string) => Promise<Uint8Array<ArrayBuffer> | undefined>

/** Fetches relative to the fonts' folder, an absolute address that ends in a slash. */
export function fetchFrom(folder: string): FetchBytes {
  return async (file) => {
    try {
      const response = await fetch(new URL(file, folder))
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
    } catch {
      // No connection, a blocked request, a body that broke off: all the same to the user.
      return undefined
    }
  }
}

/** Reads the list of fonts. */
export async function loadManifest(
  fetchBytes: FetchBytes
): Promise<{ readonly ok: true; readonly manifest: Manifest } | FontFailure> {
  const file = 'manifest.json'
  const bytes = await fetchBytes(file)
  if (!bytes) return { ok: false, reason: 'font', file, why: 'absent' }
  // Not JSON may be, for instance, the start page, which some servers send for what they lack.
  const manifest = readManifest(jsonValue(new TextDecoder().decode(bytes)))
  return manifest ? { ok: true, manifest } : { ok: false, reason: 'font', file, why: 'damaged' }
}

/** Fetches, unpacks, verifies and reads one font file. */
export async function loadFont(
  file: FontFile,
  fetchBytes: FetchBytes
): Promise<LoadedFont | FontFailure> {
  const failed = (why: FontFailure['why']): FontFailure => ({
    ok: false,
    reason: 'font',
    file: file.file,
    why
  })
  const packed = await fetchBytes(file.file)
  if (!packed) return failed('absent')
  const bytes = await unpack(packed)
  if (!bytes) return failed('damaged')
  if ((await sha256OfBytes(bytes)) !== file.sha256) return failed('altered')
  const font = readTrueType(bytes)
  return font ? { ok: true, font, bytes } : failed('damaged')
}

/** Unpacks gzip; what is not gzip is taken as it is, since some servers unpack it on the way. */
async function unpack(
  packed: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch {
    return undefined
  }
}

/** In hexadecimal. Plain http pages have no `crypto.subtle`; there a library does the sum. */
async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Typed as always there, but absent outside secure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
