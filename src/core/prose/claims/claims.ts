import type { Claim } from './claim.ts'
import { givensOf } from './naming/givens.ts'
import { namedIn } from './naming/named.ts'
import { scopesOf } from './naming/scopes.ts'
import { tokensOf } from './naming/tokens.ts'
import { wholesOf } from './parts.ts'
import { notOfOthers, claimReading, type ClaimSentence, type ClaimReading } from './reading.ts'
import { subjects, type CaseKind } from './naming/subjects.ts'
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

/** The figures that a sentence states, in their order; offsets are into its paragraph. */
function claimsInSentence(sentence: ClaimSentence): readonly Claim[] {
  const tokens = tokensOf(sentence.body, sentence.year)
  const scopes = scopesOf(tokens)
  const given = givensOf(tokens, sentence.caseBefore)
  const oneByOne = sentence.body.split('一件').length > 2
  const named = namedIn(tokens, scopes, given).filter(notOfOthers(sentence.body))
  const found = named.flatMap((one): ClaimReading[] => {
    const scope = scopes[one.index]
    const reading = scope && claimReading(one, tokens, scope, sentence, oneByOne)
    return reading ? [reading] : []
  })
  const left = wholesOf(found, sentence)
  // 共办理8件，结转下年1件: what was dealt with and not carried over was answered.
  const over = left.some(({ claim }) => claim.subject === 'carriedOut')
  const answered = left.some(({ claim }) => claim.subject === 'handled')
  return left.map(({ claim }) =>
    claim.subject === 'dealtWith' && over && !answered && !claim.text.includes('申请')
      ? { ...claim, subject: 'handled' }
      : claim
  )
}

/** A sentence that goes on with the cases of the one before. */
const ofTheSame = /^\s{0,3}(?:其中|结果|经|审[理结]|均|维持|复议机关|法院)/
/** A numeral, or a word that says that there is none. */
const hasFigure = /[\d零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟未无没]/
