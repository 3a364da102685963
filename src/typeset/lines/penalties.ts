/** What it costs to end a line between two neighbours, in the unit of `break-lines.ts`. */
import { isDigit, jointOf, mayBegin, mayEnd } from './chars.ts'
import type { Char } from './shape.ts'

/** No line ends before a blank: it hangs beyond the edge. */
export const never = Infinity
/** Only where nothing else is possible: kinsoku is broken, as in a line of nothing but commas. */
const forbidden = 1e10
/** A word or number broken, because it is wider than the line. */
export const insideWord = 1e5
const goodJoint = 60
const fairJoint = 150
/** An address broken where nothing joins: rather than a line whose gaps are as wide as letters. */
const insideAddress = 2000
/** A number parted from its measure word. */
const measureWord = 60

/**
 * The cost between two neighbours; `seen`: the last one before the edge that is not blank; `url`:
 * both are part of a long address.
 */
function breakCost(a: Char, b: Char, seen: Char, url: boolean): number {
  if (b.kind === 'space') return never
  if (b.kind === 'mark' || !mayBegin(b.code) || !mayEnd(seen.code)) return forbidden
  if (a.kind === 'space') return 0
  if (a.kind === 'latin' && b.kind === 'latin') {
    // The strokes of https:// stay together, and no line begins with a joint.
    if (!url || jointOf(b.code)) return insideWord
    const joint = jointOf(a.code)
    return joint === 'good' ? goodJoint : joint === 'fair' ? fairJoint : insideAddress
  }
  return isDigit(a.code) && b.kind === 'han' ? measureWord : 0
}

/** The cost of ending a line after each character, `penalty` included. */
export function breakCosts(
  chars: readonly Char[],
  penalty?: (index: number) => number
): Float64Array {
  const parting = new Float64Array(chars.length)
  let wordEnd = 0
  let url = false
  let seen = chars[0]
  chars.forEach((char, i) => {
    const next = chars[i + 1]
    if (char.kind !== 'space') seen = char
    if (!next) return
    if (char.kind === 'latin' && i >= wordEnd) {
      wordEnd = i + 1
      while (chars[wordEnd]?.kind === 'latin') wordEnd++
      url = isUrl(chars, i, wordEnd)
    }
    parting[i] = breakCost(char, next, seen ?? char, url) + (penalty?.(i) ?? 0)
  })
  return parting
}

/** Whether a word is an address that may go on in the next line. */
function isUrl(chars: readonly Char[], from: number, to: number): boolean {
  if (to - from < 12) return false
  const isLetter = (i: number): boolean => (chars[i]?.code ?? 0) > 0x40
  for (let i = from; i < to; i++) {
    const code = chars[i]?.code
    if (code === 0x2f || code === 0x40) return true
    // A host's name, as www.example.gov.cn, but no number with a point.
    if (code === 0x2e && isLetter(i - 1) && isLetter(i + 1)) return true
  }
  return false
}
