import { byPiece } from '../../../prose/pieces.ts'
import type { Spotted, Spotter } from '../../../findings/spotting.ts'
import { idioms } from './idioms.ts'
import { misordered } from './misordered.ts'
import { missingCharacters } from './missing.ts'
import { shapes } from './shapes.ts'
import { slipsIn, toldAs, type Slip, type WrongWord } from './slip.ts'
import { sounds } from './sounds.ts'
import { slipsOfTerms } from './terms.ts'
import { usage } from './usage.ts'
import { work } from './work.ts'

/** Every slip that is written down, in the order of its files. */
export const writtenSlips = (): Slip[] => [
  ...[work, sounds, shapes, missingCharacters, idioms].flatMap(slipsIn),
  ...slipsIn(usage).map((slip): Slip => ({ ...slip, older: true }))
]

/** What is written down goes before what is made of the set terms. */
function allSlips(): Slip[] {
  const written = writtenSlips()
  const known = new Set(written.map(({ wrong }) => wrong))
  return [...written, ...slipsOfTerms().filter(({ wrong }) => !known.has(wrong))]
}

/** So much of what stands around the words is looked at, in characters. */
const around = 40

/** Slips by their first character, the longest first: it says most. */
function indexOf(slips: readonly Slip[]): ReadonlyMap<string, readonly Slip[]> {
  const index = new Map<string, Slip[]>()
  for (const slip of slips) {
    const first = slip.wrong.charAt(0)
    index.set(first, [...(index.get(first) ?? []), slip])
  }
  for (const list of index.values()) list.sort((a, b) => b.wrong.length - a.wrong.length)
  return index
}

/** A look for slips, in one pass over the characters of a paragraph; they are made for the first. */
export function slipsOf(make: () => readonly Slip[]): Spotter<WrongWord> {
  let index: ReturnType<typeof indexOf> | undefined
  return byPiece((piece) => {
    index ??= indexOf(make())
    const found: Spotted<WrongWord>[] = []
    for (let from = 0; from < piece.length; from++) {
      const slip = index.get(piece.charAt(from))?.find((one) => standsAt(one, piece, from))
      if (!slip) continue
      const to = from + slip.wrong.length
      const params = toldAs(slip.wrong, slip, { input: piece, index: from })
      if (params) found.push({ from, to, params })
      from = to - 1
    }
    return found
  })
}

function standsAt({ wrong, fits }: Slip, piece: string, from: number): boolean {
  if (!piece.startsWith(wrong, from)) return false
  const to = from + wrong.length
  return fits(piece.slice(Math.max(0, from - around), from), piece.slice(to, to + around))
}

/** Looks for slips of the dictionary, and for numbers in the wrong order with their words. */
export const slips: readonly Spotter<WrongWord>[] = [slipsOf(allSlips), ...misordered]
