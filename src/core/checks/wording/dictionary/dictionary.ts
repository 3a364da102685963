import { byPiece } from '../../../prose/pieces.ts'
import { each, type Spotted, type Spotter } from '../../../findings/spotting.ts'
import { idioms } from './idioms.ts'
import { missingCharacters } from './missing.ts'
import { shapes } from './shapes.ts'
import { slipsIn, toldAs, type WordSlip, type WrongWord } from './slip.ts'
import { sounds } from './sounds.ts'
import { slipsOfTerms } from './terms.ts'
import { usage } from './usage.ts'
import { work } from './work.ts'

/** Every slip that is written down, in the order of its files. */
export const writtenSlips = (): WordSlip[] => [
  ...[work, sounds, shapes, missingCharacters, idioms].flatMap(slipsIn),
  ...slipsIn(usage).map((slip): WordSlip => ({ ...slip, older: true }))
]

/** What is written down goes before what is made of the set terms. */
function allSlips(): WordSlip[] {
  const written = writtenSlips()
  const known = new Set(written.map(({ wrong }) => wrong))
  return [...written, ...slipsOfTerms().filter(({ wrong }) => !known.has(wrong))]
}

/** So much of what stands around the words is looked at, in characters. */
const around = 40

/** Slips by their first character, the longest first: it says most. */
function indexOf(slips: readonly WordSlip[]): ReadonlyMap<string, readonly WordSlip[]> {
  const index = new Map<string, WordSlip[]>()
  for (const slip of slips) {
    const first = slip.wrong.charAt(0)
    index.set(first, [...(index.get(first) ?? []), slip])
  }
  for (const list of index.values()) list.sort((a, b) => b.wrong.length - a.wrong.length)
  return index
}

/** A look for slips, in one pass over the characters of a paragraph; they are made for the first. */
export function slipsOf(make: () => readonly WordSlip[]): Spotter<WrongWord> {
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

function standsAt({ wrong, fits }: WordSlip, piece: string, from: number): boolean {
  if (!piece.startsWith(wrong, from)) return false
  const to = from + wrong.length
  return fits(piece.slice(Math.max(0, from - around), from), piece.slice(to, to + around))
}

/** `right` is made of the groups of the pattern. */
interface Kind {
  readonly pattern: RegExp
  readonly right: (first: string, second: string) => string
}

/** What is counted by the year, and after which 年度 is no word of its own: 2025年度征集 and no more. */
const yearly = '征集|申报|评选|考核|招标|采购|收入|预算|决算|培训|计划|检查|评估|普查|审计|表彰'

/** Numbers in the wrong order with their words, or with a character of them missing or doubled. */
const kinds: readonly Kind[] = [
  {
    pattern: new RegExp(
      `(?<![\\d.])((?:19|20)\\d{2})(${yearly})年度(?![报工计总任目评考预决收指数])`,
      'g'
    ),
    right: (year, what) => `${year}年度${what}`
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})度(?=工作|报告|计划|预算|决算|考核|总结|目标|政府|政务)/g,
    right: (year) => `${year}年度`
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})年年(?=\d|政府|全市|全县|全区|全年|共|以来)/g,
    right: (year) => `${year}年`
  },
  {
    pattern: /(?<![\d.])(\d{1,2})月分(?=[，。；、]?(?:共|全|发|组|召|开展|公|收|为|起|以来|完))/g,
    right: (month) => `${month}月份`
  }
]

/** A look for each kind. */
const misordered: readonly Spotter<WrongWord>[] = kinds.map(({ pattern, right }) =>
  each(pattern, (match) => {
    const [found, first = '', second = ''] = match
    return toldAs(found, { rights: [right(first, second)] }, match)
  })
)

/** Looks for slips of the dictionary, and for numbers in the wrong order with their words. */
export const slips: readonly Spotter<WrongWord>[] = [slipsOf(allSlips), ...misordered]
