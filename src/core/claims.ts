import { patterns, type Pattern, type Subject } from './claim-patterns.ts'
import { percents, type Percent } from './claim-percents.ts'
import { paragraphsOf, type Paragraph } from './claim-topics.ts'
import { longest, startOf } from './clauses.ts'
import { halfWidth, integerOf, numeralAt, plainFigures } from './numeral.ts'
import { remembered } from './remembered.ts'

/**
 * What a Chinese text states in figures about requests, documents and cases, so that it can be
 * compared with the tables.
 */

/** One figure that a text states. Offsets are into the text; a figure quoted by token is none. */
export interface Claim {
  readonly subject: Subject
  readonly value: number
  /** The statement, from its first word to its measure word. */
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

/** The figure is of another time. */
const elsewhen =
  /累计|历年|以来|去年|前年|上年同期|上一年度?收|[较比]上年|季度|半年|月份|每月|当月|当天/
/** The figure is of one way in among several. */
export const channel = /通过|网络|网上|线上|在线|信函|邮寄|邮件|邮箱|当面|现场|传真|窗口|渠道|电话/
const allChannels = /(?:渠道|方式|途径|、[^，]*等)[^，]*共|各(?:种|类)?渠道/

/** The figures that a text states about a year, in the order of the text. */
export const claims = (text: string, year: number): readonly Claim[] =>
  statementsIn(text).flatMap(({ claim, named }) =>
    named === undefined || named === year ? [claim] : []
  )

/** A claim with the last year named before it in its sentence, if one is. */
interface Statement {
  readonly claim: Claim
  readonly named: number | undefined
}

/** A sentence of a paragraph, and where it begins in it. */
interface Part {
  readonly body: string
  readonly from: number
}

const statementsIn = remembered((text): readonly Statement[] =>
  paragraphsOf(plainFigures(text)).flatMap((paragraph) =>
    statementsOf(paragraph, text.slice(paragraph.from, paragraph.from + paragraph.text.length)).map(
      (statement) => movedBy(paragraph.from, statement)
    )
  )
)

const movedBy = (by: number, { claim, named }: Statement): Statement => ({
  claim: { ...claim, from: claim.from + by, to: claim.to + by },
  named
})

/** As many paragraphs as the sections of a report have; while one is written the others stay. */
const kept = 200
const known = new Map<string, readonly Statement[]>()

/** The statements of a paragraph, their offsets within it; remembered. */
function statementsOf(paragraph: Paragraph, source: string): readonly Statement[] {
  const key = `${paragraph.above ?? ''} ${source}`
  const answer =
    known.get(key) ??
    sentencesOf(paragraph.text)
      .flatMap((sentence) => statementsInSentence(sentence, paragraph, source))
      .sort((a, b) => a.claim.from - b.claim.from)
  if (known.size >= kept) known.clear()
  known.set(key, answer)
  return answer
}

function statementsInSentence(
  { body, from }: Part,
  paragraph: Paragraph,
  source: string
): readonly Statement[] {
  if (!/[\d零〇一二两三四五六七八九十百千]\s*[件宗起条份例个部]/.test(body)) return []
  const found = patterns.flatMap((pattern) =>
    Array.from(body.matchAll(pattern.pattern)).flatMap((match) =>
      statement(pattern, match, from, paragraph, source)
    )
  )
  return withoutLists(found, body, from)
}

function statement(
  { subject, about, whole = false, not }: Pattern,
  match: RegExpExecArray,
  start: number,
  paragraph: Paragraph,
  source: string
): (Statement & { whole: boolean })[] {
  const words = match[0]
  const figure = match[1] ?? ''
  const before = match.input.slice(Math.max(0, match.index - longest), match.index)
  const after = match.input.slice(match.index + words.length).slice(0, 60)
  const clause = clauseOf(before) + words
  const value = valueOf(figure, match.input)
  if (value === undefined || /^[余多]/.test(after)) return []
  if (elsewhen.test(clause.replace(/上一?年度?结转/g, '')) || not?.test(clause)) return []
  if (!isAbout(about, paragraph, start + match.index + words.length, before + words)) return []
  if (whole && isPart(before, clause)) return []
  if (channel.test(clause) && !allChannels.test(clause)) return []
  const from = start + match.index
  const stated = source.slice(from, from + words.length)
  const at = words.lastIndexOf(figure)
  const scope = scopeOf(before + words)
  const claim: Claim = {
    subject,
    value,
    from,
    to: from + words.length,
    text: stated,
    figure: stated.slice(at, at + figure.length),
    ...percents(after),
    ...(scope && { scope }),
    ...(/备案|按月|口径/.test(match.input) && { countedOtherwise: true })
  }
  const years = Array.from(before.matchAll(/(?<![比较与同])((?:19|20)\d{2})年/g))
  const named = years.at(-1)?.[1]
  return [{ claim, named: named === undefined ? undefined : Number(named), whole }]
}

function valueOf(figure: string, sentence: string): number | undefined {
  // 收到一件、答复一件 counts nothing.
  if (figure === '一' && (sentence.match(/一件/g) ?? []).length !== 1) return undefined
  const plain = halfWidth(figure)
  const numeral = numeralAt(plain, 0)
  if (numeral?.to !== plain.length) return undefined
  const value = integerOf(numeral.value)
  return typeof value === 'number' ? value : undefined
}

function isAbout(
  about: Pattern['about'],
  paragraph: Paragraph,
  offset: number,
  sentence: string
): boolean {
  if (about === undefined) return true
  if (about === 'requests') return paragraph.topicAt(offset) === 'requests'
  const topic = paragraph.topicAt(offset, 'case')
  return topic === 'requests' || (topic === undefined && sentence.includes('信息公开'))
}

/** Whether 其中 stands before, in the same list. */
function isPart(before: string, clause: string): boolean {
  if (clause.includes('其中')) return true
  const at = before.replace(/[（(][^（()）]*[）)]/g, '').lastIndexOf('其中')
  if (at < 0) return false
  const list = before.replace(/[（(][^（()）]*[）)]/g, '').slice(at)
  // A list with 、 is at its end where a comma stands.
  return !(/[^，]、[^，]*，/.test(list) || list.startsWith('其中，'))
}

/** 甲局收到 9 件、乙局收到 5 件: parts, unless one of them says that it is the whole. */
function withoutLists(
  found: readonly (Statement & { whole: boolean })[],
  body: string,
  start: number
): readonly Statement[] {
  const alike = new Map<Subject, number>()
  for (const { claim } of found) alike.set(claim.subject, (alike.get(claim.subject) ?? 0) + 1)
  return found.filter(({ claim, whole }) => {
    if (!whole || alike.get(claim.subject) === 1) return true
    const at = claim.from - start
    return /共|合计|总计|全年|年度?，?/.test(body.slice(startOf(body, at, '，：'), at) + claim.text)
  })
}

const wide = /全[省市州盟区县旗镇乡]|各级|各[县区]|各乡镇|辖区|全系统/g
const narrow = /本级|本机关|本单位|[我本][局委办厅]/g

function scopeOf(words: string): Claim['scope'] {
  const [all, own] = [wide, narrow].map((scope) => Array.from(words.matchAll(scope)).at(-1)?.index)
  if (all === undefined && own === undefined) return undefined
  return (all ?? -1) > (own ?? -1) ? 'rollup' : 'own'
}

/** The sentences of a paragraph. */
const sentencesOf = (text: string): Part[] =>
  Array.from(text.matchAll(/[^。；]+/g), ({ 0: body, index }) => ({ body, from: index }))

const clauseOf = (before: string): string => before.slice(startOf(before, before.length, '，：'))
