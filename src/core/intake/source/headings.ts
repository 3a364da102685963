import { halfWidth } from '../../numbers/numeral.ts'
import type { RawBlock } from './raw.ts'
import { sections, type SectionId } from '../../form/sections.ts'
import { titleAt } from './title.ts'
import { bare, distance, withoutMarks } from '../../prose/likeness.ts'

/** The skeleton of a source: the headings of the six sections, and where the report ends. */

export interface Heading {
  /** Index of the block it stands in. */
  readonly block: number
  readonly section: SectionId
  /** 一 … 十 as printed, also of 第一部分, （一） and 1.; empty where the heading has no number. */
  readonly numeral: string
  readonly text: string
}

/** 一、 第一部分 （一） 1. or no number: a report numbers its sections in one of these ways. */
type Style = 'han' | 'part' | 'bracket' | 'digit' | 'none'
interface Candidate extends Heading {
  readonly style: Style
}

/** Words by which a section's heading is known, however the office put it. */
const keywords: Readonly<Record<SectionId, RegExp>> = {
  leadIn: /^(?!)/,
  overview: /^(?:总体|基本|总的)情况|^概述$/,
  disclosure: /主动公开政府信息/,
  requests: /(?:收到|处理).{0,30}申请.{0,30}情况|^依申请公开政府信息/,
  remedies: /复议.{0,30}诉讼/,
  problems: /^(?:存在|主要|工作中).{0,30}问题|问题.{0,30}(?:改进|措施|打算)/,
  other: /其他.{0,30}(?:报告|事项)|^需要报告/
}

const numerals = '一二三四五六七八九十'
const styles: readonly [Style, RegExp][] = [
  ['part', /^第([一二三四五六七八九十\d])\s*(?:部分|章|节)\s*[、.,，．:：\s]?\s*(.+)$/],
  ['han', /^([一二三四五六七八九十])\s*[、.,，．\s]\s*(.+)$/],
  ['bracket', /^[(]\s*([一二三四五六七八九十])\s*[)]\s*[、.]?\s*(.+)$/],
  ['digit', /^(\d)\s*[、.,)]\s*(.+)$/]
]
const longest = 40
/** Room for the marks of Markdown around it. */
const marks = 10
const inner = /[。；！？]/
const order = sections.map(({ id }) => id)

/** Whether a line is the heading of a section. */
export const isHeading = (line: string): boolean => candidateOf(line) !== null

/** The section whose heading a line is. */
export const sectionOf = (line: string): SectionId | undefined => candidateOf(line)?.section

function candidateOf(line: string): Omit<Candidate, 'block'> | null {
  const trimmed = line.trim()
  if (trimmed.length > longest + marks || inner.test(trimmed)) return null
  const text = withoutMarks(trimmed)
  if (text.length > longest) return null
  const half = halfWidth(text)
  let [style, numeral, rest]: [Style, string, string] = ['none', '', text]
  for (const [name, pattern] of styles) {
    const match = pattern.exec(half)
    if (!match) continue
    const [, number = '', words = ''] = match
    ;[style, numeral, rest] = [name, numerals[Number(number) - 1] ?? number, words]
    break
  }
  const words = bare(rest)
  if (words.length < 2) return null
  // 依申请公开政府信息情况 is more like the heading of 二 than of 三, but for its first words.
  const section =
    (style !== 'none' && sections.find(({ id }) => keywords[id].test(words))) ||
    sections.find(({ title }) => isLike(words, bare(title), style === 'none' ? 0.15 : 0.35))
  return section ? { section: section.id, numeral, text, style } : null
}

/** Whether no more than a share of a title's letters is mistyped. */
function isLike(words: string, title: string, share: number): boolean {
  const most = title.length * share
  return Math.abs(title.length - words.length) <= most && distance(title, words) <= most
}

/**
 * The sections' headings in the order of the source, each section once, and the index behind the
 * last block of the report: where the sections begin again or another title stands, another report
 * begins.
 */
export function headingsOf(blocks: readonly RawBlock[]): {
  readonly headings: readonly Heading[]
  readonly end: number
} {
  const all: Candidate[] = []
  blocks.forEach((block, index) => {
    const one = block.type === 'text' ? candidateOf(block.text) : null
    if (one) all.push({ ...one, block: index })
  })
  const found = inOneStyle(all)
  // Of a list of contents only the headings stand together; the real one of each comes later.
  const last = new Map(found.map(({ section }, i) => [section, i]))
  const real = found.filter((one, i) => {
    const again = (last.get(one.section) ?? i) > i
    return !(again && found[i + 1]?.block === one.block + 1)
  })
  const again = restartOf(real)
  const own = again === undefined ? real : real.slice(0, again)
  const headings = firsts(own)
  const behind = (headings.at(-1)?.block ?? blocks.length) + 1
  const begins = again === undefined ? blocks.length : (real[again]?.block ?? blocks.length)
  for (let index = behind; index < begins; index++) {
    const title = titleAt(blocks, index)
    if (title?.unitName && title.year !== undefined) return { headings, end: title.from }
  }
  return { headings, end: begins }
}

/**
 * The candidates numbered as most of the sections are, and of sections that have none such the
 * others: （一）主动公开政府信息情况 below 一、 is a heading of its prose.
 */
function inOneStyle(all: readonly Candidate[]): readonly Candidate[] {
  const bySection = new Map<Style, Set<SectionId>>()
  for (const { style, section } of all) {
    bySection.set(style, (bySection.get(style) ?? new Set()).add(section))
  }
  const size = (style: Style) => bySection.get(style)?.size ?? 0
  const ranked: readonly Style[] = ['han', 'part', 'bracket', 'digit', 'none']
  const most = Math.max(...ranked.map(size))
  const style = size('han') > 1 ? 'han' : ranked.find((one) => size(one) === most)
  const own = bySection.get(style ?? 'none')
  const first = all.find((one) => one.style === style)?.block ?? 0
  return all.filter((one) => {
    if (one.style === style) return true
    if (own?.has(one.section)) return false
    // Numbers of another kind inside the report belong to its prose.
    return one.style === 'none' || one.style === 'han' || one.block < first
  })
}

/** Where the sections begin once more after most of them were there; undefined where they do not. */
function restartOf(real: readonly Heading[]): number | undefined {
  const seen = new Set<SectionId>()
  let reached = 0
  for (const [i, { section }] of real.entries()) {
    const place = order.indexOf(section)
    if (seen.has(section) && place < reached && seen.size > 2) return i
    seen.add(section)
    reached = Math.max(reached, place)
  }
  return undefined
}

/** Of each section the first heading that has the number of the form, else the first. */
function firsts(real: readonly Heading[]): Heading[] {
  const chosen = new Map<SectionId, Heading>()
  for (const one of real) {
    const numbered = (heading: Heading | undefined) =>
      heading?.numeral === sections.find(({ id }) => id === one.section)?.numeral
    const known = chosen.get(one.section)
    if (!known || (!numbered(known) && numbered(one))) chosen.set(one.section, one)
  }
  return [...chosen.values()].sort((a, b) => a.block - b.block)
}
