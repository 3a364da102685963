import type { Channel } from '../report.ts'
import { kindsFor, type Period } from './kinds.ts'

/** What the columns of a platform's export mean. */

/**
 * `date`: a day, a month or a year; `account`: the name of a platform; `label`: the name of a figure;
 * `this`, `last`: the figure of this year and of last; else a key and a period, as `posts year`.
 */
export type Column = 'skip' | 'date' | 'account' | 'label' | 'this' | 'last' | `${string} ${Period}`

/** An export as rows of texts, the head apart. */
export interface FigureTable {
  readonly head: readonly string[]
  /** Each with its number in the file, counted from 1. */
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[]
}

/** Whether a cell is nothing but a number, a percentage or a day. */
export const looksNumeric = (text: string): boolean =>
  /^[\d.,，/%％万亿wW+-]*\d[\d.,，/%％万亿wW+-]*$/.test(text.replace(/\s/g, ''))
const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text.trim())

/**
 * The head is the first of the first rows in which most cells are words, or words and years; exports
 * begin with titles and notes.
 *
 * @param numbers the number of each row in the file, counted from 1; the first has 1 where absent
 */
export function figureTable(
  grid: readonly (readonly string[])[],
  numbers?: readonly number[]
): FigureTable {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '')
  const isHead = (row: readonly string[]) => {
    const cells = filled(row)
    const numeric = cells.filter(looksNumeric)
    if (cells.length < 2 || cells.length * 2 < width) return false
    return numeric.length < cells.length && numeric.every(isYear)
  }
  const at = grid.slice(0, 12).findIndex(isHead)
  const head = Array.from({ length: width }, (_, i) => (grid[at]?.[i] ?? '').trim())
  return {
    head,
    rows: grid.flatMap((cells, i) =>
      i > at && filled(cells).length > 0
        ? [{ at: numbers?.[i] ?? i + 1, cells: cells.map((c) => c.trim()) }]
        : []
    )
  }
}

/** Words in the heads of exports, the more special first. */
const words: readonly (readonly [RegExp, Column])[] = [
  [/日期|时间|月份|^date$/i, 'date'],
  // A rate, an average or a comparison is no count, whatever it is a rate of.
  [/率|占比|比例|比重|百分|[%％]|平均|人均|日均|篇均|条均|同比|环比|增幅|增长/, 'skip'],
  [/取消关注|取关/, 'skip'],
  [/净增|新增(?:关注|用户|粉丝|订阅)|(?:关注|粉丝|用户).*(?:增加|增量|净增)/, 'followersNew year'],
  [/新关注/, 'skip'],
  [/累[积计](?:关注|用户|粉丝)|(?:关注|粉丝|订阅|用户)(?:总)?(?:数|量|人数)/, 'followersEnd end'],
  [/原创/, 'originals year'],
  [/阅读|播放|浏览次数/, 'views year'],
  [/点赞|获赞/, 'likes year'],
  [/评论/, 'comments year'],
  [/直播/, 'live year'],
  [/视频(?:数|条数|数量|发布)/, 'videos year'],
  [/独立用户|独立访客|访客|UV/i, 'visitors year'],
  [/浏览量|总访问量|PV/i, 'pv year'],
  [/访问/, 'visits year'],
  [/办结/, 'msgsDone year'],
  [/留言|咨询/, 'msgsIn year'],
  [/发布|推送|发文|文章数|信息数|作品数|条数/, 'posts year'],
  [/账号名|平台名|公众号|账号|名称|网站名/, 'account'],
  [/指标|项目/, 'label'],
  [/上年|去年|同期/, 'last'],
  [/本年|今年|数值|数量/, 'this']
]

/** What each column probably means; a column remembered under the same head goes before a guess. */
export function guessColumns(
  { head, rows }: FigureTable,
  year: number,
  remembered: Readonly<Record<string, Column>> = {}
): Column[] {
  const taken = new Set<Column>()
  return head.map((name, i) => {
    const known = Object.hasOwn(remembered, name) ? remembered[name] : undefined
    const guess = known ?? guessed(name, rows.slice(0, 30), i, year)
    if (guess !== 'skip' && taken.has(guess)) return 'skip'
    taken.add(guess)
    return guess
  })
}

function guessed(name: string, rows: FigureTable['rows'], i: number, year: number): Column {
  if (name === `${year}` || name === `${year}年`) return 'this'
  if (name === `${year - 1}` || name === `${year - 1}年`) return 'last'
  const known = words.find(([pattern]) => pattern.test(name))?.[1]
  if (known) return known
  const cells = rows.map(({ cells: row }) => row[i] ?? '').filter(Boolean)
  const dates = cells.every((cell) => dateLike.test(cell))
  // One number may happen to look like a month.
  const months = cells.length > 1 && cells.every((cell) => monthLike.test(cell))
  return cells.length > 0 && (dates || months) ? 'date' : 'skip'
}

const dateLike = /^\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?/
const monthLike = /^20\d{2}(?:0[1-9]|1[0-2])$/

const scales: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8
}

/** What the figures of a column are counted in by its head, as in 播放量（万次）: 万. */
export function headScale(head: string): { readonly name: string; readonly times: number } {
  const [, name = ''] =
    /[（([【/／]\s*(?:单位\s*[:：]?\s*)?(千万|百万|十万|亿|万|千)[^）)\]】]{0,4}[）)\]】]?\s*$/.exec(
      head
    ) ?? []
  return { name, times: scales[name] ?? 1 }
}

/** The meanings that a column can be given, for a platform of this kind. */
export const columnChoices = (kind: Channel['kind']): readonly Column[] => [
  'skip',
  'date',
  'account',
  'label',
  'this',
  'last',
  ...kindsFor(kind)
    .filter(({ key }) => key !== 'own' && key !== 'category')
    .map(({ key, period }): Column => `${key} ${period}`)
]

/** Whether something kept from earlier is a meaning that a column of such a platform can have. */
export const isColumn = (kind: Channel['kind'], value: unknown): value is Column =>
  columnChoices(kind).some((one) => one === value)

/** The key and the period of a column that holds a figure. */
export function figureColumn(column: Column): { key: string; period: Period } | undefined {
  const [key = '', period] = column.split(' ')
  return period === 'year' || period === 'end' || period === 'total' ? { key, period } : undefined
}
