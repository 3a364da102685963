import { longest, startOf } from '../clauses.ts'
import { subjects } from './naming/subjects.ts'
import { channel } from './naming/words.ts'
import { isOfRequests, type ClaimSentence, type ClaimReading } from './reading.ts'

/** Which claims of a sentence are of a whole: not of one way in, of one office, of one of two years. */

/** The claims that are of a whole, of what the sentence reads. */
export const wholesOf = (
  found: readonly ClaimReading[],
  sentence: ClaimSentence
): readonly ClaimReading[] => withoutLists(carriedWays(withoutChannels(found, sentence)), sentence)

/**
 * 结转2件 without a year, or 未办结2件: behind what was answered it goes to the next year, before it
 * it came from the last; alone it is not known.
 */
function carriedWays(found: readonly ClaimReading[]): readonly ClaimReading[] {
  const isAnswered = ({ claim }: ClaimReading): boolean =>
    claim.subject === 'handled' || claim.subject === 'dealtWith'
  const firstWhole = found.findIndex(({ whole }) => whole)
  const firstAnswer = found.findIndex(isAnswered)
  return found.flatMap((one, i): ClaimReading[] => {
    if (!one.bare || (firstAnswer >= 0 && firstAnswer < i)) return [one]
    if (firstAnswer > i) return [{ ...one, claim: { ...one.claim, subject: 'carriedIn' } }]
    return firstWhole >= 0 && firstWhole < i ? [one] : []
  })
}

const channels = new RegExp(channel.source, 'g')
const severalChannels = /渠道|方式|途径/
const total = /共|合计|总计|总数|全年|本年/

/** Some ways in, and not said to be all of them. */
function isOneChannel(clause: string): boolean {
  const named = clause.match(channels)?.length ?? 0
  const all = named > 1 || severalChannels.test(clause) || /书面|纸质/.test(clause)
  return (
    named > 0 && !(all && (/共|合计|总计|总数/.test(clause) || /各(?:种|类)?渠道/.test(clause)))
  )
}

/** Without the figures of one way in, and without what such a figure narrows: 线上申请6件，办结5件. */
function withoutChannels(
  found: readonly ClaimReading[],
  { body, from: start }: ClaimSentence
): ClaimReading[] {
  let narrowed: number | undefined
  let whole = false
  return found.filter((reading) => {
    const { claim, clause } = reading
    const byChannel =
      subjects[claim.subject].within === undefined &&
      (isOneChannel(clause.replace(/[（(][^（()）]{0,30}[）)]/g, '')) ||
        // 收到书面申请 2 件、网络申请 6 件.
        (/书面|纸质|口头/.test(clause) &&
          channel.test(body.slice(claim.to - start, claim.to - start + 5))))
    if (byChannel) {
      if (!whole) narrowed = claim.to
      return false
    }
    const { kind } = subjects[claim.subject]
    if (narrowed !== undefined && isOfRequests(kind)) {
      const own = claim.from - start
      const between = body.slice(Math.max(narrowed - start, own - longest), own)
      if (!total.test(between + claim.text)) return false
    }
    narrowed = undefined
    whole ||= reading.whole
    return true
  })
}

/**
 * 甲局收到 9 件、乙局收到 5 件 are parts, unless one of them says that it is the whole; so are two
 * answers in the same words, and two figures of the same cases.
 */
function withoutLists(
  found: readonly ClaimReading[],
  { body, from: start }: ClaimSentence
): ClaimReading[] {
  const nameOf = ({ claim, whole, scope }: ClaimReading): string => {
    const { subject, text, figure } = claim
    const { kind } = subjects[subject]
    if (kind === 'case') return `${subject} ${claim.scope ?? ''}`
    if (!isOfRequests(kind)) return ''
    const words = whole ? scope.part : text.replace(figure, '')
    return `${subject} ${claim.scope ?? ''} ${words}`
  }
  const alike = new Map<string, number>()
  for (const one of found) alike.set(nameOf(one), (alike.get(nameOf(one)) ?? 0) + 1)
  return found.filter((one) => {
    const at = one.claim.from - start
    const said = () =>
      one.whole &&
      /共|合计|总计|全年|年度?，?/.test(
        body.slice(startOf(body, at, '，：；'), at) + one.claim.text
      )
    return nameOf(one) === '' || alike.get(nameOf(one)) === 1 || said()
  })
}
