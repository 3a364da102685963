import type { Channel } from '../../report/report.ts'
import {
  columnChoices,
  columnText,
  figureColumn,
  heldBy,
  isSameColumn,
  type Column,
  type KnownColumns
} from './column.ts'
import { isListHead, listHeads } from '../listed.ts'
import { meanings, weaker } from './heads.ts'

/** The table of a platform's export, and what its columns probably mean. */

/** An export as rows of texts, the head apart. */
export interface FigureTable {
  readonly head: readonly string[]
  /** Each with its number in the file, counted from 1. */
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[]
}

/** Whether a cell is nothing but a number, a percentage or a day. */
export const looksNumeric = (text: string): boolean =>
  /^(?=\D*\d)[\d.,，/%％万亿wW+-]+$/.test(text.replace(/\s/g, ''))
/** Whether a cell has words in it. */
export const isText = (text: string): boolean => text !== '' && !looksNumeric(text)
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

/**
 * What only a list of ours says of its figures: elsewhere 来源 is where readers came from, of which a day
 * has several rows.
 */
const ofList = new Map<string, Column>([
  [listHeads.source, 'source'],
  [listHeads.date, 'collected']
])

/** What is known besides the heads. */
export interface KnownBesides {
  /** The kind of platform: a web site has no followers. */
  readonly kind?: Channel['kind']
  /** What the platform's figures are called in the report, by their names. */
  readonly figures?: ReadonlyMap<string, Column>
}

/**
 * What each column probably means. A head that is the name of a figure in the report is that figure;
 * a meaning that a head had the last time (`remembered`) goes before a guess, unless it is one that only
 * a list of ours has.
 */
export function guessColumns(
  { head, rows }: FigureTable,
  year: number,
  remembered: KnownColumns = {},
  { kind, figures }: KnownBesides = {}
): Column[] {
  const allowed = kind && new Set(columnChoices(kind).map(columnText))
  const meaningOf = (name: string, list: typeof meanings): Column | undefined => {
    const found = list.find(([pattern]) => pattern.test(name))
    const [, ...choices] = found ?? [undefined]
    return found && (choices.find((one) => !allowed || allowed.has(columnText(one))) ?? 'skip')
  }
  const isList = isListHead(head)
  const first = head.map((name, i): Column => {
    const kept = Object.hasOwn(remembered, name) ? remembered[name] : undefined
    const known = kept === 'source' || kept === 'collected' ? undefined : kept
    return (
      (isList ? ofList.get(name) : undefined) ??
      figures?.get(name) ??
      known ??
      yearColumn(name, year) ??
      meaningOf(name, meanings) ??
      dateColumn(rows.slice(0, 30).map(({ cells }) => cells[i] ?? ''))
    )
  })
  const works = first.includes('item')
  const taken = new Set<string>()
  const guesses = first.map((guess, i): Column => {
    const name = head[i] ?? ''
    // Beside each work stand those who came to follow by it.
    const here = works && isSameColumn(guess, followers) && !/累|总/.test(name) ? gained : guess
    // Two tables side by side have the same days.
    if (here === 'date' && taken.has('date')) return head.indexOf(name) < i ? 'date' : 'skip'
    if (here !== 'skip' && taken.has(columnText(here))) return 'skip'
    taken.add(columnText(here))
    return here
  })
  const filled = guesses.map((guess, i): Column => {
    const weak = guess === 'skip' ? meaningOf(head[i] ?? '', weaker) : undefined
    if (!weak || taken.has(columnText(weak))) return guess
    taken.add(columnText(weak))
    return weak
  })
  const years = filled.some((one) => {
    const held = heldBy(one, year)
    return held && 'year' in held
  })
  const named = filled.includes('label') || filled.includes('account') || filled.includes('date')
  if (!years || named) return filled
  const names = filled.findIndex(
    (one, i) => one === 'skip' && rows.some(({ cells }) => isText(cells[i] ?? ''))
  )
  return filled.map((one, i) => (i === names ? 'label' : one))
}

const followers = figureColumn('followersEnd', 'end')
const gained = figureColumn('followersNew')

/** 2023, 2023年, 2023年数据: the figures of that year. */
function yearColumn(name: string, year: number): Column | undefined {
  const [, digits] =
    /^((?:19|20)\d{2})\s*年?(?:度|全年)?(?:数据?|完成数|完成情况)?$/.exec(name) ?? []
  if (!digits) return undefined
  const own = Number(digits)
  return own === year ? 'this' : own === year - 1 ? 'last' : { year: own }
}

/** A column whose head says nothing may still hold nothing but days or months. */
function dateColumn(cells: readonly string[]): Column {
  const filled = cells.filter(Boolean)
  const dates = filled.every((cell) => dateLike.test(cell))
  // One number may happen to look like a month.
  const months = filled.length > 1 && filled.every((cell) => monthLike.test(cell))
  return filled.length > 0 && (dates || months) ? 'date' : 'skip'
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
