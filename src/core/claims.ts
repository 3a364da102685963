import { remembered } from './remembered.ts'

/**
 * What a Chinese text states in figures about requests, documents and cases, so that it can be
 * compared with the tables.
 */

export type Subject =
  | 'received'
  | 'handled'
  | 'carriedIn'
  | 'carriedOut'
  | 'natural'
  | 'legalPersons'
  | 'granted'
  | 'partlyGranted'
  | 'grantedOrPartly'
  | 'refused'
  | 'unavailable'
  | 'declined'
  | 'other'
  | 'review'
  | 'litigation'
  | 'normativeIssued'
  | 'normativeRepealed'
  | 'normativeInForce'
  | 'licensing'
  | 'penalty'
  | 'compulsion'

/** One figure that a text states. Offsets are into the text; a figure quoted by token is none. */
export interface Claim {
  readonly subject: Subject
  readonly value: number
  /** The statement, from its first word to its measure word. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** A share in brackets right behind: 9件（64.3%）. */
  readonly percent?: number
}

interface Pattern {
  readonly subject: Subject
  /** The first group is the number. */
  readonly pattern: RegExp
  /** What the sentence must be about, and must not. */
  readonly about?: RegExp
  readonly not?: RegExp
}

const filler = (most: number): string => `[^，。；：、\\n\\d《》]{0,${most}}?`
const figure = '(\\d+)\\s*[件宗起条]'
const stating = (words: string, most = 10): RegExp =>
  new RegExp(`(?:${words})${filler(most)}${figure}`, 'g')

const requests = /申请/
const others = /留言|来信|信箱|热线|建议|提案|咨询|投诉|复议|诉讼/
const own = /信息公开|依申请/

const patterns: readonly Pattern[] = [
  {
    subject: 'received',
    pattern: new RegExp(`(?:收到|受理|接收|新收)${filler(24)}申请${filler(8)}${figure}`, 'g'),
    not: /复议|诉讼/
  },
  {
    subject: 'received',
    pattern: new RegExp(`(?:收到|受理|接收|新收)${filler(8)}${figure}(?=${filler(12)}申请)`, 'g'),
    not: /复议|诉讼/
  },
  { subject: 'handled', pattern: stating('办结|答复|办理完毕'), about: requests, not: others },
  { subject: 'carriedIn', pattern: stating('上一?年度?结转|结转上年'), about: requests },
  { subject: 'carriedOut', pattern: stating('结转至?下一?年度?|转下年|顺延'), about: requests },
  { subject: 'natural', pattern: stating('自然人', 8), about: requests },
  {
    subject: 'legalPersons',
    pattern: stating('法人(?:和|或|及|、)其他组织|法人', 8),
    about: requests
  },
  { subject: 'grantedOrPartly', pattern: stating('予以(?:公开)?(?:和|及|、|或)部分公开', 4) },
  { subject: 'granted', pattern: stating('予以公开(?!和|及|、|或)', 4), about: requests },
  { subject: 'partlyGranted', pattern: stating('(?<!和|及|、|或)部分公开', 4), about: requests },
  { subject: 'refused', pattern: stating('不予公开', 4), about: requests },
  { subject: 'unavailable', pattern: stating('无法提供', 4), about: requests },
  { subject: 'declined', pattern: stating('不予处理', 4), about: requests },
  { subject: 'other', pattern: stating('其他处理', 4), about: requests },
  { subject: 'review', pattern: stating('行政复议', 12), about: own },
  { subject: 'litigation', pattern: stating('行政诉讼|提起诉讼', 12), about: own },
  { subject: 'normativeIssued', pattern: stating('(?:制发|制定|出台|印发)(?:行政)?规范性文件', 4) },
  { subject: 'normativeRepealed', pattern: stating('废止(?:行政)?规范性文件', 4) },
  { subject: 'normativeInForce', pattern: stating('有效的?(?:行政)?规范性文件', 4) },
  { subject: 'licensing', pattern: stating('行政许可(?:决定|事项)?', 4) },
  { subject: 'penalty', pattern: stating('行政处罚(?:决定|案件|信息)?', 4) },
  { subject: 'compulsion', pattern: stating('行政强制(?:决定|措施)?', 4) }
]

const share = /^\s*[（(](?:占比?)?\s*(\d+(?:\.\d+)?)\s*[%％]\s*[）)]/
/** The figure is of another time, or not exact. */
const elsewhen = /累计|历年|以来|去年|上年同期|同比/

/** The figures that a text states about a year, in the order of the text. */
export const claims = (text: string, year: number): Claim[] =>
  statementsIn(text).flatMap(({ claim, named }) =>
    named === undefined || named === year ? [claim] : []
  )

/** A claim with the last year named before it in its sentence, if one is. */
interface Statement {
  readonly claim: Claim
  readonly named: number | undefined
}

const statementsIn = remembered((text): readonly Statement[] =>
  sentencesOf(text)
    .flatMap(({ body, from }) =>
      patterns
        .filter(({ about, not }) => !(about && !about.test(body)) && !not?.test(body))
        .flatMap(({ subject, pattern }) =>
          Array.from(body.matchAll(pattern)).flatMap((match) => statement(subject, match, from))
        )
    )
    .sort((a, b) => a.claim.from - b.claim.from)
)

function statement(subject: Subject, match: RegExpExecArray, start: number): Statement[] {
  const [text, figure] = match
  const before = match.input.slice(0, match.index)
  const after = match.input.slice(match.index + text.length)
  const vague = /[约近超余多]\s*\d+\s*[件宗起条]$/.test(text) || /^[余多]/.test(after)
  if (vague || elsewhen.test(clauseOf(before) + text)) return []
  const percent = share.exec(after)?.[1]
  const from = start + match.index
  const claim: Claim = {
    subject,
    value: Number(figure),
    from,
    to: from + text.length,
    text,
    ...(percent !== undefined && { percent: Number(percent) })
  }
  const years = Array.from(before.matchAll(/((?:19|20)\d{2})年/g))
  const named = years.at(-1)?.[1]
  return [{ claim, named: named === undefined ? undefined : Number(named) }]
}

/** The sentences that hold a figure. */
const sentencesOf = (text: string): { body: string; from: number }[] =>
  Array.from(text.matchAll(/[^。；\n]*\d[^。；\n]*/g), ({ 0: body, index }) => ({
    body,
    from: index
  }))

const clauseOf = (before: string): string => before.slice(before.lastIndexOf('，') + 1)
