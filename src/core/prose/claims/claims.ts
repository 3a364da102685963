import type { Subject } from './patterns.ts'
import type { Percent } from './percents.ts'
import { claimsInSentence } from './sentences.ts'
import { topicMarksOf, paragraphsOf, topicAt, type Topic } from './topics.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { rememberedPieces } from '../remembered.ts'

/**
 * What a Chinese text states in figures about requests, documents and cases, so that it can be
 * compared with the tables.
 */

/** One figure that a text states. Offsets are into the text; a figure quoted by token is none. */
export interface Claim {
  readonly subject: Subject
  readonly value: number
  /** The statement, from its first word to its last: the measure word, where it ends with it. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** The number as it stands in the text. */
  readonly figure: string
  /** A share right behind: 9件（64.3%）, 9件，占比64.3%. */
  readonly share?: Percent
  /** A change right behind: 14件，同比增长16.7%; negative where it fell. */
  readonly growth?: Percent
  /** Whose figure the sentence says it is: all offices', or this one's alone. */
  readonly scope?: 'rollup' | 'own'
  /** The sentence speaks of another way of counting: 备案, 按月, 口径. */
  readonly countedOtherwise?: boolean
}

/** The figures that a text states about a year, in the order of the text. */
export const claims = (text: string, year: number): readonly Claim[] =>
  paragraphsOf(text).flatMap((paragraph) =>
    claimsOf(`${year} ${paragraph.above ?? ''}\n${paragraph.text}`).map((claim) => ({
      ...claim,
      from: claim.from + paragraph.from,
      to: claim.to + paragraph.from
    }))
  )

/** The claims of a paragraph; the line above it says the year and what its heading names. */
const claimsOf = rememberedPieces((key): readonly Claim[] => {
  const source = key.slice(key.indexOf('\n') + 1)
  const [year, above] = key.slice(0, key.indexOf('\n')).split(' ')
  const text = plainFigures(source)
  const matters = topicMarksOf(text)
  const besideCases = matters.filter(({ topic }) => topic !== 'case')
  const topicOf = (offset: number, ofCase: boolean): Topic | undefined =>
    topicAt(ofCase ? besideCases : matters, offset) ?? (above ? (above as Topic) : undefined)
  return Array.from(text.matchAll(/[^。！？]+/g)).flatMap(({ 0: body, index }) =>
    hasFigure.test(body)
      ? claimsInSentence({ body, from: index, source, topicOf, year: Number(year) })
      : []
  )
})

const hasFigure =
  /[\d零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]\s{0,3}(?:[件宗起条份例个部]|[，,（(]\s{0,3}(?:约?占|\d{1,3}(?:\.\d{1,3})?\s?%))/
