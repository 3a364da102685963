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

/** So much of what stands around the words is looked at, in characters. */
const around = 12

type Index = ReadonlyMap<string, readonly Slip[]>

/** Slips by their first character, the longest first: it says most. */
function indexOf(slips: readonly Slip[]): Index {
  const index = new Map<string, Slip[]>()
  for (const slip of slips) {
    const first = slip.wrong.charAt(0)
    index.set(first, [...(index.get(first) ?? []), slip])
  }
  for (const list of index.values()) list.sort((a, b) => b.wrong.length - a.wrong.length)
  return index
}

let made: Index | undefined
/** Made for the first text. What is written down goes before what is made of the set terms. */
function all(): Index {
  if (made) return made
  const written = writtenSlips()
  const known = new Set(written.map(({ wrong }) => wrong))
  made = indexOf([...written, ...slipsOfTerms().filter(({ wrong }) => !known.has(wrong))])
  return made
}

/** Slips of the dictionary in a paragraph, in one pass over its characters. */
function slipsInPiece(piece: string): Spotted<WrongWord>[] {
  const index = all()
  const found: Spotted<WrongWord>[] = []
  for (let from = 0; from < piece.length; from++) {
    const slip = index
      .get(piece.charAt(from))
      ?.find(
        ({ wrong, fits }) =>
          piece.startsWith(wrong, from) &&
          fits(
            piece.slice(Math.max(0, from - around), from),
            piece.slice(from + wrong.length, from + wrong.length + around)
          )
      )
    if (!slip) continue
    const to = from + slip.wrong.length
    const params = toldAs(slip.wrong, slip, { input: piece, index: from })
    if (params) found.push({ from, to, params })
    from = to - 1
  }
  return found
}

/** Looks for slips of the dictionary, and for numbers in the wrong order with their words. */
export const slips: readonly Spotter<WrongWord>[] = [byPiece(slipsInPiece), ...misordered]
