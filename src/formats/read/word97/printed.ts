/** Which characters of Word's text are printed, and as what ([MS-DOC] 2.4.1 and 2.8.25). */

const [begin, separator, end] = ['\x13', '\x14', '\x15']

/** A stretch of the text, `to` not included. */
export interface TextStretch {
  readonly from: number
  readonly to: number
}

/**
 * The codes of fields, from their beginning up to their result; one in the other as one. A field
 * that never ends is none: it would take the rest of the report with it.
 */
export function fieldCodes(chars: string): TextStretch[] {
  const open: { readonly from: number; result?: number }[] = []
  const found: TextStretch[] = []
  for (const { 0: char, index } of chars.matchAll(/\p{Cc}/gu)) {
    if (char === begin) open.push({ from: index })
    else if (char === separator) {
      const field = open.at(-1)
      if (field) field.result ??= index
    } else if (char === end) {
      const field = open.pop()
      if (field) found.push({ from: field.from, to: field.result ?? index })
    }
  }
  // Those that are in others are covered by them.
  const codes: TextStretch[] = []
  for (const one of found.sort((a, b) => a.from - b.from)) {
    if (one.from >= (codes.at(-1)?.to ?? 0)) codes.push(one)
  }
  return codes
}

const signs: Readonly<Record<string, string>> = { '\t': ' ', '\x0b': '\n', '\f': '\n', '\x1e': '-' }

/** What a stretch prints: without codes of fields, and without the signs that stand for objects. */
export function printedText(
  chars: string,
  from: number,
  to: number,
  codes: readonly TextStretch[]
): string {
  let result = ''
  let at = from
  for (let i = firstTo(codes, from); at < to; i++) {
    const { from: code, to: next } = codes[i] ?? { from: to, to }
    result += chars.slice(at, Math.min(code, to))
    at = Math.max(at, next)
  }
  return result.replace(/\p{Cc}/gu, (char) => signs[char] ?? '')
}

/** The first stretch that ends behind a place. */
function firstTo(stretches: readonly TextStretch[], place: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
