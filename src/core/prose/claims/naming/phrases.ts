import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/**
 * The words around a figure that can say what it counts: up to the figures beside it, a bracket jumped
 * over, in the parts that commas make.
 */
export interface Phrases {
  /** Before it, the nearest part first; the parts together go back to the figure before. */
  readonly lead: readonly Phrase[]
  /** Behind it, up to the first comma. */
  readonly tail: Phrase
  /** Behind that, up to the next comma; empty where a figure stands in it. */
  readonly next: Phrase
  /** No mark parts the tail from the next figure, whose lead it is too. */
  readonly shared: boolean
}

export type Phrase = readonly ClaimToken[]

const parting: ReadonlySet<Role> = new Set(['comma', 'colon'])
const ending: ReadonlySet<Role> = new Set(['stop', 'figure', 'open', 'close'])

/** The token that opens or closes the same bracket, by the index of the other. */
function bracketsOf(tokens: readonly ClaimToken[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  tokens.forEach(({ role }, i) => {
    if (role === 'open') open.push(i)
    const from = role === 'close' ? open.pop() : undefined
    if (from !== undefined) pairs.set(from, i).set(i, from)
  })
  return pairs
}

/** The phrases of each figure of a sentence, by its index. */
export function phrasesOf(tokens: readonly ClaimToken[]): ReadonlyMap<number, Phrases> {
  const brackets = bracketsOf(tokens)
  const found = new Map<number, Phrases>()
  tokens.forEach(({ role }, i) => {
    if (role === 'figure') found.set(i, around(tokens, i, brackets))
  })
  return found
}

function around(
  tokens: readonly ClaimToken[],
  figure: number,
  brackets: ReadonlyMap<number, number>
): Phrases {
  const lead = partsFrom(tokens, figure, brackets, -1)
  const behind = partsFrom(tokens, figure, brackets, 1)
  const [tail = [], next = []] = behind.parts
  // Behind a pause begins what is said of the next figure: 2件予以公开、部分公开3件.
  const runsOn = behind.parts.length === 1 && behind.end === 'figure'
  const cut = runsOn ? tail.findIndex(isPause) : -1
  return {
    lead: lead.parts.map((part) => [...part].reverse()),
    tail: cut < 0 ? tail : tail.slice(0, cut),
    next: behind.parts.length > 2 || behind.end !== 'figure' ? next : [],
    shared: runsOn && cut < 0
  }
}

const isPause = ({ role }: ClaimToken): boolean => role === 'pause'

/** The parts from a figure outwards, up to what ends them; `step` -1 goes back. */
function partsFrom(
  tokens: readonly ClaimToken[],
  figure: number,
  brackets: ReadonlyMap<number, number>,
  step: 1 | -1
): { readonly parts: readonly Phrase[]; readonly end: Role | undefined } {
  const parts: ClaimToken[][] = [[]]
  for (let i = figure + step; ; i += step) {
    const token = tokens[i]
    const other = brackets.get(i)
    if (other !== undefined && other > i === step > 0) i = other
    else if (!token || ending.has(token.role)) return { parts, end: token?.role }
    else if (parting.has(token.role)) parts.push([])
    else parts.at(-1)?.push(token)
  }
}
