import type { Percent } from './percents.ts'
import type { Rounding } from './naming/amounts.ts'
import type { Subject } from './naming/subjects.ts'

/** One figure that a text states. Offsets are into the text; a quote is no claim. */
export interface Claim {
  readonly subject: Subject
  /** In the measure of the tables; money in 元. */
  readonly value: number
  /** The statement, from its first word to its last: the measure word, where it ends with it. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** The number as it stands in the text; empty where words say that there is none (未收到申请). */
  readonly figure: string
  /** Where the number stands. */
  readonly figureAt: number
  /** The measure word, with its 万: 件, 万件, 元. */
  readonly unit: string
  readonly qualifier?: Rounding
  /** A share right behind: 9件（64.3%）, 9件，占比64.3%. */
  readonly share?: Percent
  /** A change right behind: 14件，同比增长16.7%; negative where it fell. */
  readonly growth?: Percent
  /** Whose figure the sentence says it is: all offices', or this one's alone. */
  readonly scope?: 'rollup' | 'own'
  /** The sentence says that what was carried in is counted too: 含上年结转. */
  readonly includesCarriedIn?: boolean
  /** The sentence speaks of another way of counting: 备案, 按月, 口径. */
  readonly countedOtherwise?: boolean
}
