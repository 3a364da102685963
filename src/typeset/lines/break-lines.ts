/**
 * Where the lines of a paragraph end: the total-fit dynamic programme of Knuth and Plass over single
 * characters. Every boundary between two characters may be a break, at its cost, so that there is
 * always a solution: kinsoku and words are broken only where nothing else is possible.
 */
import type { Measured } from './measure.ts'
import { breakCosts, insideWord, never } from './penalties.ts'
import type { Char } from './shape.ts'

/**
 * `justify`: every line but the last reaches the right edge. `ragged`: only as full as it comes.
 * `balance`: all lines about equally long, as in a narrow centred cell.
 */
export type Fit = 'justify' | 'ragged' | 'balance'

/** What lines are broken for; lengths in em. */
export interface LineShape {
  readonly width: number
  /** The first line begins this much later, and keeps the left half of an opener there. */
  readonly indent: number
  readonly fit: Fit
  /** An additional cost of ending a line after the character at this index. */
  readonly penalty?: (index: number) => number
}

/** One line: characters `from` to `to`, of which those from `end` on are blanks beyond the edge. */
export interface LineSpan {
  readonly from: number
  readonly end: number
  readonly to: number
  readonly cutHead: boolean
  readonly cutTail: boolean
  /** Below 0: the part of each gap's shrink to take. Above 0: em to add for each unit of stretch. */
  readonly adjust: number
  /** Whether its end parts a word or breaks a rule, because the line is too narrow for better. */
  readonly forced: boolean
}

/** Costs: a line stretched by this many em a gap costs 100, and the cube of it beyond. */
const ease = 0.06
const squeezed = 60
const shortLastLine = 150
/** A line that nothing can stretch, and one that nothing can make fit. */
const rigid = 9e9
const overfull = 1e14
const eps = 1e-6

/** The lines of a paragraph; none for no characters. */
export function breakLines(measured: Measured, shape: LineShape): LineSpan[] {
  const { chars, end, shrink, stretch, headCut, tailCut, content } = measured
  const { width, indent, fit } = shape
  const count = chars.length
  const parting = breakCosts(chars, shape.penalty)
  const origin = originsOf(measured, indent)

  /** Boundaries a line can begin at, in order: the index, the least cost, the node before it. */
  const at = new Int32Array(count + 1)
  const cost = new Float64Array(count + 1)
  const prev = new Int32Array(count + 1)
  const cuts = new Uint8Array(count + 1)
  let nodes = 1
  /** Nodes before this one are too far back for a line to begin there. */
  let first = 0

  // Plain numbers in plain loops: a long paragraph passes here some millions of times.
  for (let to = 1; to <= count; to++) {
    const part = parting[to - 1] ?? 0
    if (part === never) continue
    const stop = content[to] ?? to
    const edge = width - (end[stop] ?? 0)
    const give = shrink[Math.max(0, stop - 1)] ?? 0
    const take = stretch[Math.max(0, stop - 1)] ?? 0
    const last = to === count
    const cut = tailCut[stop] ?? 0
    for (; first < nodes - 1; first++) {
      const from = at[first] ?? 0
      if (edge + (origin[from] ?? 0) + cut + give - (shrink[from] ?? 0) >= -eps) break
    }
    let best = Infinity
    let bestNode = first
    let bestCut = 0
    for (let node = first; node < nodes; node++) {
      const from = at[node] ?? 0
      const before =
        (cost[node] ?? 0) + (last && fit !== 'balance' && isShort(chars, from) ? shortLastLine : 0)
      if (before >= best) continue
      const slack = stop > from ? edge + (origin[from] ?? 0) : width
      const less = give - (shrink[from] ?? 0)
      const more = take - (stretch[from] ?? 0)
      const full = before + priceOf(slack, less, more, last, fit)
      if (full < best) {
        best = full
        bestNode = node
        bestCut = 0
      }
      if (cut === 0) continue
      const trimmed = before + 1 + priceOf(slack + cut, less, more, last, fit)
      if (trimmed < best) {
        best = trimmed
        bestNode = node
        bestCut = 1
      }
    }
    at[nodes] = to
    cost[nodes] = best + part
    prev[nodes] = bestNode
    cuts[nodes] = bestCut
    nodes++
  }

  const lines: LineSpan[] = []
  for (let node = nodes - 1; node > 0; node = prev[node] ?? 0) {
    const from = at[prev[node] ?? 0] ?? 0
    const to = at[node] ?? 0
    const stop = Math.max(from, content[to] ?? to)
    const cutTail = cuts[node] === 1
    const slack =
      stop > from ? width - (end[stop] ?? 0) + (origin[from] ?? 0) + (cutTail ? 0.5 : 0) : 0
    const less = (shrink[Math.max(from, stop - 1)] ?? 0) - (shrink[from] ?? 0)
    const more = (stretch[Math.max(from, stop - 1)] ?? 0) - (stretch[from] ?? 0)
    lines.push({
      from,
      end: stop,
      to,
      cutHead: (headCut[from] ?? 0) > 0 && (from > 0 || indent === 0),
      cutTail,
      adjust:
        slack < -eps
          ? Math.max(-1, slack / less)
          : fit === 'justify' && to < count && more > 0
            ? slack / more
            : 0,
      forced: (parting[to - 1] ?? 0) >= insideWord
    })
  }
  return lines.reverse()
}

/** Where on the endless line the left edge stands of a line that begins with each character. */
function originsOf({ begin, headCut }: Measured, indent: number): Float64Array {
  const origins = begin.map((x, i) => x + (headCut[i] ?? 0))
  if (indent > 0) origins[0] = -indent
  return origins
}

/** What a line costs that leaves this slack and whose gaps can shrink and be stretched so far. */
function priceOf(slack: number, give: number, take: number, last: boolean, fit: Fit): number {
  if (slack < -eps) {
    const part = -slack / give
    return part > 1 + eps || give <= 0 ? overfull : squeezed * part * part
  }
  if (fit !== 'justify') return last && fit === 'ragged' ? 0 : slack * slack
  if (last || slack < eps) return 0
  if (take <= 0) return rigid
  const strain = slack / take / ease
  return 100 * strain * strain * Math.max(1, strain)
}

/** A last line of one or two characters, not counting punctuation. */
function isShort(chars: readonly Char[], from: number): boolean {
  if (from === 0 || chars.length - from > 6) return false
  return chars.slice(from).filter(({ kind }) => kind === 'han' || kind === 'latin').length <= 2
}

/** Lines of one character each; a closing mark stays with the character before it. */
export function breakEach({ chars }: Measured): LineSpan[] {
  const spans: LineSpan[] = []
  for (let from = 0; from < chars.length;) {
    let to = from + 1
    while (['close', 'mark', 'space'].includes(chars[to]?.kind ?? '')) to++
    spans.push({ from, end: to, to, cutHead: false, cutTail: false, adjust: 0, forced: false })
    from = to
  }
  return spans
}
