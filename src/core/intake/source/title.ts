import { halfWidth, numeralAt, integerOf } from '../../numbers/numeral.ts'
import type { RawBlock } from './raw.ts'
import { reportTitle } from '../../form/sections.ts'
import { withoutMarks } from '../../prose/likeness.ts'

/** The title of a report: its unit and its year. */

export interface Title {
  /** Index of the first and behind the last block of the title. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly unitName: string
  readonly year?: number
}

const hanYear = '[二2][〇零○O0][〇零○一二三四五六七八九\\d]{2}'
const titlePattern =
  /^([^。；，：:;]{0,80}?)(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)(?:\(.*\))?$/
const datedName = new RegExp(`^(.*?)(\\d{4}|${hanYear})年度?(.*)$`)

/** What content systems set before the title of a page. */
const caption =
  /^\s*(?:标\s*题|题\s*名|题\s*目|名\s*称|主\s*题|(?:文件|信息|公文|文章)(?:名称|标题))\s*[:：]\s*/

/** A title in one block, or in two with the unit alone in the first; null where there is none. */
export function titleAt(blocks: readonly RawBlock[], index: number): Title | null {
  const block = blocks[index]
  if (block?.type !== 'text' || block.text.length > 90) return null
  const line = (withoutMarks(block.text).split(/[>»›]/).at(-1) ?? '').replace(caption, '')
  const match = titlePattern.exec(halfBrackets(line))
  if (!match) return null
  const [text, words = ''] = match
  const [, head = words, year, tail = ''] = datedName.exec(words) ?? []
  const own = `${head}${tail}`.replace(/^关于|的$/g, '')
  if (own) return { from: index, to: index + 1, text, unitName: own, ...yearOf(year) }
  const above = blocks[index - 1]
  const unit = above?.type === 'text' ? unitLine(above.text) : null
  return {
    from: unit ? index - 1 : index,
    to: index + 1,
    text: unit ? unit.text + text : text,
    unitName: unit?.name ?? '',
    ...(unit?.year === undefined ? yearOf(year) : { year: unit.year })
  }
}

/** How many blocks above section 一 are looked through for the title. */
const reach = 400

/**
 * The title above section 一, whichever of unit and year comes first in it. Of several, as in a list
 * of the reports of all years, the last one counts, or the last of the year that the text says its
 * figures cover. `years`: what else the year may be, where nothing settles it.
 */
export function titleOf(
  blocks: readonly RawBlock[],
  before: number
): { readonly title: Title | null; readonly years: readonly number[] } {
  const found: Title[] = []
  const lines: string[] = []
  for (let index = Math.max(0, before - reach); index < before; index++) {
    const block = blocks[index]
    if (block?.type === 'text') lines.push(block.text)
    const title = titleAt(blocks, index)
    if (title) found.push(title)
  }
  const dated = found.filter(({ year }) => year !== undefined)
  const named = dated.filter(({ unitName }) => unitName)
  const list = named.length ? named : dated.length ? dated : found.filter((one) => one.unitName)
  const period = periodYear(lines.join('\n'))
  const title = list.filter(({ year }) => year === period).at(-1) ?? list.at(-1) ?? null
  const years = new Set([...list, { year: period }].flatMap(({ year }) => year ?? []))
  const settled = years.size < 2 || (period !== undefined && title?.year === period)
  return { title, years: settled ? [] : [...years].sort((a, b) => b - a) }
}

const halfBrackets = (text: string): string => halfWidth(text).replace(/\s+/g, '')

/** The first line of a title set in two: 〈机关全称〉, perhaps with the year behind it. */
function unitLine(line: string): { name: string; text: string; year?: number } | null {
  const text = halfBrackets(withoutMarks(line))
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
  const match = /(20\d{2})年1月1日[^。]{0,12}12月31日/.exec(halfBrackets(text.slice(-20000)))
  return match ? Number(match[1]) : undefined
}

/** Whether the title is worded as the form has it. */
export const isStatutory = (title: Title): boolean =>
  title.year !== undefined && title.text === reportTitle(title.unitName, title.year)
