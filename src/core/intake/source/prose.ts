import type { RawBlock, RawCell, SourceSpan } from './raw.ts'
import type { Leftover } from './reading.ts'
import type { SectionId, TextKey } from '../../form/sections.ts'
import type { TableId } from '../../form/table.ts'
import { isHeading, type Heading } from './headings.ts'
import type { Labels } from './labels.ts'
import { textOfRow } from './segments.ts'
import type { Title } from './title.ts'
import { bare } from '../../prose/likeness.ts'

/** What of a source is prose, and to which section it belongs. */

/** Where a block belongs: to a section, to the lead-in, or before the report. */
export type Home = SectionId | 'before' | 'heading'

/** The place of each block. */
export function homesOf(
  blocks: readonly RawBlock[],
  headings: readonly Heading[],
  title: Title | null
): Home[] {
  let home: Home = title ? 'before' : 'leadIn'
  return blocks.map((block, index) => {
    if (title && index >= title.from && index < title.to) {
      home = 'leadIn'
      return 'heading'
    }
    const heading = headings.find(({ block }) => block === index)
    // A list of contents in front of the first section.
    const listed =
      block.type === 'text' && index < (headings[0]?.block ?? 0) && isHeading(block.text)
    if (!heading) return listed ? 'before' : home
    home = heading.section
    return 'heading'
  })
}

const isProse = (home: Home | undefined): home is TextKey =>
  home === 'leadIn' || home === 'overview' || home === 'problems' || home === 'other'
/** Whether a place is a section that is a table. */
export const isTable = (home: Home | undefined): home is TableId =>
  home === 'disclosure' || home === 'requests' || home === 'remedies'

/** A label has no full stop: 全年办理行政许可15件。 is none, though it names a row. */
export const isSentence = (line: string): boolean => /[。；！？]\s*$/.test(line)

/** Lines under the last section that belong to the page, not to the report. */
const furniture = new RegExp(
  [
    '^草稿$',
    '^[【[（(]?\\s*(?:打印|关闭|返回|分享|字体|字号|收藏|纠错|回到?顶部)',
    '^上一?[篇条页]|^下一?[篇条页]|^扫一扫|^相关(?:链接|附件|文章|信息|阅读|推荐)',
    '^(?:主办|承办|协办|运维|技术支持|联系我们|浏览次数|责任编辑|来源|编辑|附件下载|友情链接)(?:单位)?\\s*[:：|]',
    '^(?:版权所有|版权声明|友情链接|网站地图|站点地图|网站首页|首页|网站声明|隐私(?:声明|保护|政策)|关于我们|联系我们|使用帮助|无障碍)(?:$|[\\s|:：·])',
    '^(?:政府)?网站标识码|^版权所有|^copyright|^©|^all rights reserved',
    '^[^。]{0,16}(?:ICP备|公?网安备)',
    '^(?:[^。，；|｜]{2,12}\\s*[|｜]\\s*){2,}[^。，；|｜]{2,12}$'
  ].join('|'),
  'i'
)

/** The longest that stands in the cell of a table of figures. */
const longestCell = 40

/**
 * Whether a grid is a table by its looks, rows of several short cells: frames around words, and pages
 * laid out by tables, are prose.
 */
function isTabular(rows: readonly (readonly RawCell[])[]): boolean {
  const filled = rows.map((row) => row.map((cell) => cell.text.trim()).filter(Boolean))
  const cells = filled.flat()
  const short = cells.filter((cell) => cell.length <= longestCell && !isSentence(cell)).length
  return filled.filter((row) => row.length > 1).length > 1 && short * 2 > cells.length
}

/** The lines of a block, each with the whole row of which it is a cell. */
function linesOf(block: RawBlock): { line: string; row: string }[] {
  if (block.type === 'text') {
    const line = block.text.replace(/^#+\s*|\*\*/g, '').trim()
    return line ? [{ line, row: line }] : []
  }
  return block.rows.flatMap((cells) => {
    const lines = cells.flatMap(({ text }) => text.split('\n').map((line) => line.trim()))
    const filled = lines.filter(Boolean)
    return filled.map((line) => ({ line, row: filled.join(' | ') }))
  })
}

/** Where a block stands in the source; a grid where its first cell with words does. */
function spanOf(block: RawBlock): { at?: SourceSpan } {
  const cells = block.type === 'grid' ? block.rows.flat() : [block]
  const at = cells.find((cell) => cell.text && cell.at)?.at
  return at ? { at } : {}
}

/** The prose by section, and everything that is neither prose of one nor a table of the form. */
export function proseOf(
  blocks: readonly RawBlock[],
  home: readonly Home[],
  used: ReadonlySet<number>,
  labels: Labels
) {
  const text = { leadIn: '', overview: '', problems: '', other: '' }
  const leftovers: Leftover[] = []
  let ended = false
  const lastSection = home.filter((place) => place !== 'heading' && place !== 'before').at(-1)
  blocks.forEach((block, index) => {
    const place = home[index]
    if (used.has(index) || place === 'heading') return
    const at = spanOf(block)
    const words = block.type === 'text' || (isProse(place) && !isTabular(block.rows))
    if (!words) {
      const rows = block.rows.map(textOfRow).filter(Boolean)
      const section = place === 'before' ? {} : { section: place as SectionId }
      if (rows.length) leftovers.push({ text: rows.join('\n'), reason: 'table', ...section, ...at })
      return
    }
    for (const { line, row } of linesOf(block)) {
      if (place === lastSection && furniture.test(row) && !isSentence(row)) ended = true
      if (place === 'before') leftovers.push({ text: line, reason: 'before', ...at })
      else if (ended) leftovers.push({ text: line, reason: 'after', ...at })
      else if (isProse(place)) text[place] += text[place] ? `\n${line}` : line
      else if (isTable(place) && bare(line) && (isSentence(line) || !labels.find(line).length)) {
        leftovers.push({ text: line, reason: 'prose', section: place, ...at })
      }
    }
  })
  return { text, leftovers }
}
