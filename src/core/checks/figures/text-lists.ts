import type { Report } from '../../report/report.ts'
import { listsIn, type ListReading } from './lists.ts'
import type { Count } from './parts.ts'
import { atPrinted, printed } from './printed.ts'
import { checked, contradicts, stated } from './stated.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Lists of parts against their whole: 共 N 条，其中 a、b、c. */

/**
 * A list that does not come to its whole. `closed` 1: it says that it is all; `ten` 1: the whole is in
 * 万, as it is in the text.
 */
export interface WrongList {
  readonly found: string
  readonly whole: number
  readonly parts: readonly number[]
  readonly sum: number
  readonly closed: number
  readonly ten?: number
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

/** Whether a reading of a list contradicts its whole; parts of 1737 万 that make 1737 do. */
function isWrong({ value, digits }: Count, { parts, closed, offices }: ListReading): boolean {
  const sum = sumOf(parts)
  if (digits !== value) return sum > value || (parts.length > 1 && sum === digits)
  return sum > value || ((closed || offices) && sum !== value)
}

/** Whether one of the parts is not what the tables have: that is told of the part alone. */
function isTold(report: Report, { at }: Hit<WrongList>): boolean {
  if (at.kind !== 'text') return false
  const { section: key, from = 0, to = Infinity } = at
  return stated(report).some(({ section, claim }) => {
    const within = section === key && claim.from >= from && claim.to <= to
    return within && contradicts(report.cells, claim)
  })
}

function wrongLists(report: Report, ofOffices: boolean): Hit<WrongList>[] {
  return checked.flatMap((section) => {
    return listsIn(printed(report, section).text).flatMap(
      ({ from, to, words, whole, readings }): Hit<WrongList>[] => {
        const [first] = readings
        if (!first || !readings.every((reading) => isWrong(whole, reading))) return []
        if (first.offices !== ofOffices) return []
        const { parts, closed } = first
        const params = { found: words, whole: whole.digits, parts, sum: sumOf(parts) }
        const ten = whole.digits === whole.value ? {} : { ten: 1 }
        const hit = atPrinted(report, section, from, to, {
          ...params,
          closed: Number(closed),
          ...ten
        })
        return isTold(report, hit) ? [] : [hit]
      }
    )
  })
}

/** The parts are more than the whole, or not the whole although they say so. */
export const splits = ({ report }: Facts): Hit<WrongList>[] => wrongLists(report, false)

/** What the offices have, one by one, is not what they are said to have together. */
export const officeSums = ({ report }: Facts): Hit<WrongList>[] => wrongLists(report, true)
