import { aspects, type TextKey } from '../../form/sections.ts'

/** The parts that a written section is expected to have, in their order. */

/** A part, with the words by which a heading is known as the part's. */
export interface SectionPart {
  readonly title: string
  readonly words: RegExp
}

/** By which words one of the five aspects of section 一 is known. */
export const aspectWords: Readonly<Record<(typeof aspects)[number], RegExp>> = {
  主动公开: /主动公开/,
  依申请公开: /依申请|信息公开申请|公开申请|申请公开|申请(?:的?(?:办理|处理|答复))/,
  // 政府信息公开平台建设和管理 is about platforms.
  政府信息管理: /信息管理|信息(?:资源|公开)?(?!.{0,4}平台).{0,4}管理/,
  政府信息公开平台建设: /平台/,
  监督保障: /监督|保障监/
}

/** How section 五 is usually divided: last year's problems first (article 50, item 4). */
const problemParts: readonly SectionPart[] = [
  { title: '上年问题改进情况', words: /[上去]一?年|整改情况/ },
  { title: '存在的主要问题', words: /问题|不足/ },
  { title: '改进措施', words: /改进|措施|下一?步|打算/ }
]

/** The parts of each written section; the lead-in and section 六 have none. */
export const sectionParts: Readonly<Record<TextKey, readonly SectionPart[]>> = {
  leadIn: [],
  overview: aspects.map((title) => ({ title, words: aspectWords[title] })),
  problems: problemParts,
  other: []
}

/** The place among the parts of a section that a heading is of; −1 for a heading of another kind. */
export const partOf = (section: TextKey, title: string): number =>
  sectionParts[section].findIndex(({ words }) => words.test(title))
