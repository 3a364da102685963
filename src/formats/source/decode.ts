/** Bytes to text: UTF-8, UTF-16 and GB18030 (with GBK and GB2312 inside it), told apart. */
import { failure, largestText, type ReadInput, type Unread } from './reader.ts'

/** A text that can be read. */
export interface ReadableText {
  readonly text: string
  /** Set where the text had been decoded wrongly before it came here and was put right. */
  readonly mended?: 'mojibake'
}

export interface Decoded extends ReadableText {
  /** Set where it was decoded wrongly and characters are lost: its numbers are not to be trusted. */
  readonly garbled?: true
}

/** The text of a file; null where no encoding gives one. `declared` is what the file claims. */
export function decode(bytes: Uint8Array, declared?: string): Decoded | null {
  const text = fromMark(bytes) ?? fromDeclared(bytes, declared) ?? guessed(bytes)
  return text === null ? null : mend(text)
}

/**
 * The text of a file of text, or what was pasted; or why it cannot be read.
 *
 * @param longest in characters
 */
export function decodedText(
  { bytes, text }: ReadInput,
  longest = largestText,
  decodeBytes: (bytes: Uint8Array) => Decoded | null = decode
): ReadableText | Unread {
  const decoded = text === undefined ? decodeBytes(bytes) : mend(text)
  if (!decoded) return failure('encoding')
  if (decoded.garbled) return failure('encoding', 'mojibake')
  return decoded.text.length > longest ? failure('tooLong', String(decoded.text.length)) : decoded
}

function tried(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function fromMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return tried(bytes, 'utf-8')
  if (a === 0xff && b === 0xfe) return tried(even(bytes), 'utf-16le')
  if (a === 0xfe && b === 0xff) return tried(even(bytes), 'utf-16be')
  return null
}

function fromDeclared(bytes: Uint8Array, declared: string | undefined): string | null {
  if (!declared) return null
  // Pages that say gb2312 use characters of GBK and GB18030 all the same.
  const encoding = /^(?:gb|x-gbk)/i.test(declared) ? 'gb18030' : declared
  const text = tried(bytes, encoding)
  return text !== null && !text.includes('\0') ? text : null
}

function guessed(bytes: Uint8Array): string | null {
  const utf8 = tried(bytes, 'utf-8')
  if (utf8 !== null && !utf8.includes('\0')) return utf8
  const candidates = [
    tried(bytes, 'gb18030'),
    tried(even(bytes), 'utf-16le'),
    tried(even(bytes), 'utf-16be'),
    // A file cut off in the middle of a character.
    cutShort(bytes)
  ]
  let best: string | null = null
  for (const text of candidates) {
    if (
      text !== null &&
      ordinary(text) > 0.8 &&
      (best === null || ordinary(text) > ordinary(best))
    ) {
      best = text
    }
  }
  return best
}

/** UTF-16 comes in pairs of bytes; an odd one at the end is a damaged file's. */
const even = (bytes: Uint8Array) => bytes.subarray(0, bytes.length & ~1)

function cutShort(bytes: Uint8Array): string | null {
  for (let drop = 1; drop <= 3 && drop < bytes.length; drop++) {
    const text = tried(bytes.subarray(0, bytes.length - drop), 'utf-8')
    if (text !== null && !text.includes('\0')) return text
  }
  return tried(bytes.subarray(0, bytes.length - 1), 'gb18030')
}

/** The share of characters that Chinese official text is made of. */
function ordinary(text: string): number {
  const sample = text.slice(0, 20_000)
  if (!sample) return 0
  const known = sample.match(
    /[\t\n\r\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fa5\uff00-\uff5e]/g
  )
  return (known?.length ?? 0) / sample.length
}

/** What frequent characters of UTF-8 look like when it is read as GBK, and of GBK read as Latin 1. */
const asGbk = /[鍏锛鏀鎶鐨涓浜绔鍔鍜銆鈥]/g
const asLatin = /[\u00b0-\u00f7][\u00a1-\u00fe]/g

/** Puts text right that had been decoded with the wrong one of two encodings. */
function mend(text: string): Decoded {
  const sample = text.slice(0, 20_000)
  const han = sample.match(/[\u4e00-\u9fa5]/g)?.length ?? 0
  const likeGbk = han > 20 && (sample.match(asGbk)?.length ?? 0) > han * 0.08
  const likeLatin = han === 0 && (sample.match(asLatin)?.length ?? 0) > 20
  if (!likeGbk && !likeLatin) return { text }
  const bytes = likeGbk ? gbkBytes(text) : latinBytes(text)
  const mended = bytes && (tried(bytes, 'utf-8') ?? tried(bytes, 'gb18030'))
  if (mended && frequent(mended) > frequent(text)) return { text: mended, mended: 'mojibake' }
  return likeGbk ? { text, garbled: true } : { text }
}

/** The share of the commonest characters of the language of reports. */
const frequent = (text: string): number =>
  (text.slice(0, 20_000).match(/[的一是在有和为年府政信息公开情况，。、：]/g)?.length ?? 0) /
  Math.max(1, Math.min(text.length, 20_000))

function latinBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0xff) return null
    bytes[i] = code
  }
  return bytes
}

let gbkCodes: Map<string, number> | undefined

/** The two-byte codes of GBK, from the decoder itself: there is no encoder in browsers. */
function codesOfGbk(): Map<string, number> {
  if (gbkCodes) return gbkCodes
  gbkCodes = new Map()
  const decoder = new TextDecoder('gb18030')
  const pair = new Uint8Array(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      pair[0] = lead
      pair[1] = trail
      const char = decoder.decode(pair)
      if (char.length === 1) gbkCodes.set(char, lead * 256 + trail)
    }
  }
  return gbkCodes
}

/** The bytes a text had before they were read as GBK; null where one of them was lost. */
function gbkBytes(text: string): Uint8Array | null {
  const codes = codesOfGbk()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const pair = codes.get(char)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else if (char === '€') bytes.push(0x80)
    else return null
  }
  return Uint8Array.from(bytes)
}
