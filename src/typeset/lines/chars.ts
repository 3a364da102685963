/** What each character does in a line: kinsoku (GB/T 15834-2011 §5.1, CLREQ) and its class. */

/**
 * `han`: a full-width body that may be parted from its neighbours; also every symbol that is no
 * letter. `open` and `close`: punctuation whose blank half can be cut. `latin`: a letter or digit
 * of an alphabetic word. `mark`: a combining mark, never parted from what it stands on.
 * `invisible`: leaves no trace on paper, as control and format characters do.
 */
export type CharKind = 'han' | 'open' | 'close' | 'latin' | 'space' | 'mark' | 'invisible'

const codes = (text: string): Set<number> => new Set([...text].map((c) => c.codePointAt(0) ?? 0))

/**
 * Full-width closing marks: their ink is in the left half of the body. The question mark closes too,
 * but many faces have it in the middle, so that nothing can be cut off it.
 */
const closers = codes('、，。．；：！）》〉】〕」』”’｝］〗〙｠')
/** Full-width opening marks: their ink is in the right half of the body. */
const openers = codes('（《〈【〔「『“‘｛［〖〘｟')

/**
 * No line begins with one of these. Dashes and dots: GB/T 15834-2011 §5.1.4 to 5.1.7, in the
 * stricter of the two readings that printers use.
 */
const neverFirst = new Set([
  ...closers,
  ...codes('？％‰℃℉°′″…—–‐·•～〜々〃ー゛゜ゝゞヽヾ‼⁇⁈⁉!?,.;:)]}>%"\'|')
])
/** No line ends with one of these. */
const neverLast = new Set([...openers, ...codes('￥＄￡￠№§¥$£€#([{<"\'')])

export const mayBegin = (code: number): boolean => !neverFirst.has(code)
export const mayEnd = (code: number): boolean => !neverLast.has(code)

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** The dash —— and the ellipsis …… are two characters and one mark. */
export const isPaired = (code: number): boolean => code === 0x2014 || code === 0x2026

/** Characters that end a line wherever they stand. */
export const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g

export const isLoneSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u
const mark = /\p{M}/u
const blank = /\p{Zs}/u

const known = new Map<number, CharKind>()

/** The class of a code point. */
export function charKindOf(code: number): CharKind {
  let kind = known.get(code)
  if (!kind) known.set(code, (kind = classify(code)))
  return kind
}

function classify(code: number): CharKind {
  if (code === 0x09) return 'space'
  if (closers.has(code)) return 'close'
  if (openers.has(code)) return 'open'
  if (isIdeograph(code)) return 'han'
  const text = String.fromCodePoint(code)
  // The variation selectors are marks too, and leave no trace of their own.
  if (invisible.test(text)) return 'invisible'
  if (mark.test(text)) return 'mark'
  // The two blanks that keep words together.
  if (code === 0xa0 || code === 0x202f) return 'latin'
  if (blank.test(text)) return 'space'
  return code < 0x7f || (code < 0x530 && /\p{L}/u.test(text)) ? 'latin' : 'han'
}

const isIdeograph = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff)

/** Characters of a URL after which it may go on in the next line. */
const joints = codes('/?&=#@')
const lesserJoints = codes('.-_~+')

/** How good a place in a URL is to go on in the next line, after this character. */
export const jointOf = (code: number): 'good' | 'fair' | undefined =>
  joints.has(code) ? 'good' : lesserJoints.has(code) ? 'fair' : undefined
