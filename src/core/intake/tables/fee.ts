import { parseNumber } from '../../numbers/chinese.ts'
import type { MoneyUnit } from '../../numbers/money.ts'
import { halfWidth } from '../../numbers/numeral.ts'
import type { Reading } from '../source/reading.ts'
import type { CellToken } from '../source/placement.ts'
import { doubted, readingOf } from './reading-of.ts'

/** In what money the fee of table 二 is counted, and its reading. */

/** `none`: nothing says it; `several`: the places that say it contradict each other. */
export type FeeUnit = MoneyUnit | 'none' | 'several'

const unitsIn = (text: string): MoneyUnit[] =>
  [...halfWidth(text).matchAll(/[百千万亿]?元/g)].map(([unit]) => unit as MoneyUnit)

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

/** The fee in 分; doubtful where the unit is not 万元 or is not stated. */
export function feeReading(token: CellToken, unit: FeeUnit): Reading {
  const named = unit === 'none' || unit === 'several' ? '万元' : unit
  const options = { money: true, bare: named }
  const reading = readingOf(token, options)
  const typed = parseNumber(token.raw, options)
  // A unit that stands in the cell itself settles it.
  const own = typed.kind === 'number' && typed.unit !== undefined
  if (own || reading.value === null) return reading
  if (unit === named) {
    return named === '万元' || named === '元' ? reading : doubted(reading, 'otherUnit', 'doubt')
  }
  // 0 is 0 in every unit.
  if (reading.value === 0) return reading
  return doubted(reading, unit === 'none' ? 'noUnit' : 'otherUnit', 'doubt')
}
