import { halfWidth, numeralAt, integerOf } from '../numeral.ts'
import type { RawBlock } from '../raw.ts'
import { reportTitle, sections, type SectionId } from '../sections.ts'
import { bare, distance } from './words.ts'

/** The skeleton of a source: its title and the headings of the six sections. */

export interface Heading {
  /** Index of the block it stands in. */
  readonly block: number
  readonly section: SectionId
  /** 一 … 十 as printed; empty where the heading has no number. */
  readonly numeral: string
  readonly text: string
}

export interface Title {
  /** Index of the first and behind the last block of the title. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly unitName: string
  readonly year?: number
}

/** Words by which a section's heading is known, however the office put it. */
const keywords: Readonly<Record<SectionId, RegExp>> = {
  leadIn: /^(?!)/,
  overview: /^(?:总体|基本|总的)情况|^概述$/,
  disclosure: /主动公开政府信息/,
  requests: /(?:收到|处理).*申请.*情况|^依申请公开政府信息/,
  remedies: /复议.*诉讼/,
  problems: /^(?:存在|主要|工作中).*问题|问题.*(?:改进|措施|打算)/,
  other: /其他.*(?:报告|事项)|^需要报告/
}

const numbered = /^([一二三四五六七八九十])\s*[、.,，．\s]\s*(.+)$/
const longest = 40
const inner = /[。；！？]/

const clean = (text: string): string => text.replace(/^[#>*\s]+|[*\s]+$/g, '').replace(/\*\*/g, '')

/** The sections' headings in the order of the source, each section once. */
export function headingsOf(blocks: readonly RawBlock[]): Heading[] {
  const found: Heading[] = []
  blocks.forEach((block, index) => {
    const heading = block.type === 'text' ? headingOf(block.text) : null
    if (heading) found.push({ ...heading, block: index })
  })
  // Of a list of contents only the headings stand together; the real one of each comes later.
  const real = found.filter((one, i) => {
    const again = found.slice(i + 1).some(({ section }) => section === one.section)
    return !(again && found[i + 1]?.block === one.block + 1)
  })
  return real.filter((one, i) => !real.slice(0, i).some(({ section }) => section === one.section))
}

/** Whether a line is the heading of a section. */
export const isHeading = (line: string): boolean => headingOf(line) !== null

function headingOf(line: string): Omit<Heading, 'block'> | null {
  const text = clean(line)
  if (text.length > longest || inner.test(text)) return null
  const [, numeral = '', rest = ''] = numbered.exec(text) ?? []
  const words = bare(numeral ? rest : text)
  if (words.length < 2) return null
  for (const { id, title } of sections) {
    const known = bare(title)
    const like = distance(known, words) <= known.length * (numeral ? 0.35 : 0.15)
    if (like || (numeral && keywords[id].test(words))) return { section: id, numeral, text }
  }
  return null
}

const hanYear = '[二2][〇零○O0][〇零○一二三四五六七八九\\d]{2}'
const titlePattern =
  /^([^。；，：:;]{0,60}?)(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)(?:\(.*\))?$/
const datedName = new RegExp(`^(.*?)(\\d{4}|${hanYear})年度?(.*)$`)

/**
 * The title above section 一: one line, or two with the unit alone in the first. Its unit and year
 * are found whichever comes first.
 */
export function titleOf(blocks: readonly RawBlock[], before: number): Title | null {
  const end = Math.min(before, 200)
  const found: Title[] = []
  for (let index = 0; index < end; index++) {
    const block = blocks[index]
    if (block?.type !== 'text' || block.text.length > 90) continue
    const line = clean(block.text).split(/[>»›]/).at(-1) ?? ''
    const match = titlePattern.exec(halfBrackets(line))
    if (!match) continue
    const [text, words = ''] = match
    const [, head = words, year, tail = ''] = datedName.exec(words) ?? []
    const own = `${head}${tail}`.replace(/^关于|的$/g, '')
    if (own) {
      found.push({ from: index, to: index + 1, text, unitName: own, ...yearOf(year) })
      continue
    }
    const above = blocks[index - 1]
    const unit = above?.type === 'text' ? unitLine(above.text) : null
    found.push({
      from: unit ? index - 1 : index,
      to: index + 1,
      text: unit ? unit.text + text : text,
      unitName: unit?.name ?? '',
      ...(unit?.year === undefined ? yearOf(year) : { year: unit.year })
    })
  }
  const dated = found.filter(({ year }) => year !== undefined)
  return dated.find(({ unitName }) => unitName) ?? dated[0] ?? found.find((t) => t.unitName) ?? null
}

const halfBrackets = (text: string): string => halfWidth(text).replace(/\s+/g, '')

/** The first line of a title set in two: 〈机关全称〉, perhaps with the year behind it. */
function unitLine(line: string): { name: string; text: string; year?: number } | null {
  const text = halfBrackets(clean(line))
  const match = new RegExp(`^([\\u4e00-\\u9fa5()·]{3,40}?)(?:(\\d{4}|${hanYear})年度?)?$`).exec(
    text
  )
  if (!match?.[1]) return null
  return { name: match[1], text, ...yearOf(match[2]) }
}

/** 2022, 二〇二二 or 二○二二. */
function yearOf(text: string | undefined): { year?: number } {
  if (!text) return {}
  const numeral = numeralAt(text.replace(/[O○]/g, '〇'), 0)
  const year = numeral ? integerOf(numeral.value) : null
  return typeof year === 'number' && year > 2000 && year < 2100 ? { year } : {}
}

/** The year a text says its figures cover: 2022年1月1日至2022年12月31日. */
export function periodYear(text: string): number | undefined {
  const match = /(20\d{2})年1月1日[^。]{0,12}12月31日/.exec(halfBrackets(text.slice(0, 5000)))
  return match ? Number(match[1]) : undefined
}

/** Whether the title is worded as the form has it. */
export const isStatutory = (title: Title): boolean =>
  title.year !== undefined && title.text === reportTitle(title.unitName, title.year)
