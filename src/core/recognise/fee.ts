import { parseNumber } from '../chinese.ts'
import { halfWidth } from '../numeral.ts'
import type { Reading } from '../reading.ts'
import type { Token } from './placement.ts'
import { doubted, readingOf } from './reading-of.ts'

/** In what money the fee of table 二 is counted, and its reading. */

/** `none`: nothing says it; `several`: the places that say it contradict each other. */
export type FeeUnit = '元' | '百元' | '千元' | '万元' | '亿元' | 'none' | 'several'

type Named = Exclude<FeeUnit, 'none' | 'several'>

const unitsIn = (text: string): Named[] =>
  [...halfWidth(text).matchAll(/[百千万亿]?元/g)].map(([unit]) => unit as Named)

/**
 * The unit by the head of the fee's column and the label of its row; where both are silent, by the
 * caption of the table (单位：件、元).
 */
export function feeUnitOf({
  heads,
  captions
}: {
  readonly heads: readonly string[]
  readonly captions: readonly string[]
}): FeeUnit {
  const own = new Set(heads.flatMap(unitsIn))
  const all = own.size
    ? own
    : new Set(
        captions.flatMap((text) =>
          unitsIn(/单位.{0,30}|[（(][^（()）]{0,8}元[)）]/.exec(text)?.[0] ?? '')
        )
      )
  const [unit] = all
  return all.size > 1 ? 'several' : (unit ?? 'none')
}

/** The fee in 元; doubtful where the unit is not 万元 or is not stated. */
export function feeReading(token: Token, unit: FeeUnit): Reading {
  const named = unit === 'none' || unit === 'several' ? '万元' : unit
  const bare = named === '万元' ? '万元' : '元'
  const typed = parseNumber(token.raw, { money: true, bare })
  // The form's own 万元 is in the cell already, or a unit that the reader knows what to do with.
  const own = typed.kind === 'number' && typed.unit !== undefined
  if (named === '万元' || named === '元' || own || typed.kind === 'blank' || typed.kind === 'na') {
    const reading = readingOf(token, { money: true, bare })
    const silent = (unit === 'none' || unit === 'several') && !own && reading.value !== null
    return silent && reading.value !== 0
      ? doubted(reading, unit === 'none' ? 'noUnit' : 'otherUnit', 'doubt')
      : reading
  }
  const times = { 百元: 1e-2, 千元: 1e-1, 亿元: 1e4 }[named]
  const reading = readingOf(token, { money: true })
  if (reading.value === null) return reading
  const value = reading.value * times
  return Number.isSafeInteger(value)
    ? doubted({ ...reading, value }, 'otherUnit', 'doubt')
    : { ...reading, value: null, kind: 'text', confidence: 'doubt', why: 'precision' }
}
