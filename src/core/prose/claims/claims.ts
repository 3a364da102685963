import type { Claim } from './claim.ts'
import { claimsInSentence } from './sentences.ts'
import { subjects, type CaseKind } from './subjects.ts'
import { topicMarksOf, paragraphsOf, topicAt, type Topic } from './topics.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { rememberedPiecesWith } from '../remembered.ts'

/**
 * What a Chinese text states in figures about requests, documents and cases, so that it can be
 * compared with the tables.
 */

/** The figures that a text states about a year, in the order of the text. */
export const claims = (text: string, year: number): readonly Claim[] =>
  paragraphsOf(text).flatMap((paragraph) =>
    claimsOf(paragraph.text, year, paragraph.above).map((claim) => ({
      ...claim,
      from: claim.from + paragraph.from,
      to: claim.to + paragraph.from,
      figureAt: claim.figureAt + paragraph.from
    }))
  )

/** The claims of a paragraph; `above` is what the heading above it names. */
const claimsOf = rememberedPiecesWith((source, year: number, above?: Topic): readonly Claim[] => {
  const text = plainFigures(source)
  const matters = topicMarksOf(text)
  const besideCases = matters.filter(({ topic }) => topic !== 'case')
  const topicOf = (offset: number, ofCase: boolean): Topic | undefined =>
    topicAt(ofCase ? besideCases : matters, offset) ?? above
  let caseBefore: CaseKind | undefined
  return Array.from(text.matchAll(/[^。！？]+/g)).flatMap(({ 0: body, index }) => {
    if (!hasFigure.test(body)) return []
    const goesOn = ofTheSame.test(body) ? caseBefore : undefined
    const sentence = { body, from: index, source, topicOf, year, caseBefore: goesOn }
    const found = claimsInSentence(sentence)
    caseBefore = found.flatMap(({ subject }) => subjects[subject].caseKind ?? []).at(-1)
    return found
  })
})

/** A sentence that goes on with the cases of the one before. */
const ofTheSame = /^\s{0,3}(?:其中|结果|经|审[理结]|均|维持|复议机关|法院)/
/** A numeral, or a word that says that there is none. */
const hasFigure = /[\d零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟未无没]/
