import type { Claim } from '../../prose/claims/claim.ts'
import type { Subject } from '../../prose/claims/naming/subjects.ts'
import { atPrinted, printed, printedClaims } from './printed.ts'
import { checked } from './stated.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Figures of one paragraph; `left` is what they leave over, below 0 what there is too much of. */
export interface BrokenFlow {
  readonly found: string
  readonly received: number
  readonly carriedIn: number
  readonly handled: number
  readonly carriedOut?: number
  readonly left: number
}

/** Words for cases that are still open, in figures or not. */
const stillOpen =
  /其余|余下|剩余|尚在|正在|在办|未到期|未办结|待办|延期|结转至?下|转下|转[至到入]下|顺延|结转[至到]?20|(?<![年度的])结转\d/
/** What was carried in is told of by itself: 上年结转的 3 件全部答复. */
const carriedApart = /结转的?(?:申请)?\d{1,6}件(?:申请)?，?(?:已|均|也|都|全部)/

/**
 * A paragraph that gives what came in, what was carried in and what was dealt with, and these do not
 * make each other: cases are missing, or there are too many.
 */
export function flows({ report }: Facts): Hit<BrokenFlow>[] {
  const all = printedClaims(report)
  return checked.flatMap((section) => {
    const claims = all.flatMap((one) => (one.section === section ? [one.claim] : []))
    let next = 0
    return Array.from(printed(report, section).text.matchAll(/[^\n]+/g)).flatMap(
      ({ 0: line, index }): Hit<BrokenFlow>[] => {
        // Both go by their place: each claim is looked at once.
        const first = next
        while ((claims[next]?.from ?? Infinity) < index + line.length) next++
        const here = claims.slice(first, next)
        const one = (subject: Subject): Claim | undefined => {
          const found = here.filter((claim) => claim.subject === subject)
          return found.length === 1 ? found[0] : undefined
        }
        const [received, carriedIn, handled] = [one('received'), one('carriedIn'), one('handled')]
        if (!received || !carriedIn || !handled) return []
        const carriedOut = one('carriedOut')
        if (!carriedOut && (stillOpen.test(line) || carriedApart.test(line))) return []
        const left = received.value + carriedIn.value - handled.value - (carriedOut?.value ?? 0)
        // What was carried in can be counted among what came in.
        if (left === 0 || left === carriedIn.value) return []
        // Not said, and yet so by the tables.
        const known = !carriedOut && left === report.cells['requests.carriedOut.total']
        const { from, to, text: found } = handled
        const hit = atPrinted(report, section, from, to, {
          found,
          received: received.value,
          carriedIn: carriedIn.value,
          handled: handled.value,
          ...(carriedOut && { carriedOut: carriedOut.value }),
          left
        })
        return [known ? { ...hit, severity: 'hint' } : hit]
      }
    )
  })
}
