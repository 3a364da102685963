import type { CellProblem } from '../../core/form/cell.ts'

const problems: Record<CellProblem, string> = {
  words: '不是数字',
  fraction: '不是整数',
  precision: '细于 1 分，金额最多六位小数',
  range: '太大，记不准',
  unit: '单位对不上',
  stroke: '不是数字，没有就填 0',
  vague: '不是准数',
  negative: '小于 0'
}

/** The first of them by name, and that there are more. */
const named = (list: readonly string[], most: number, between: string): string =>
  list.slice(0, most).join(between) + (list.length > most ? ' 等' : '')

/** What was typed, where it is quoted in one line. */
const shortened = (typed: string): string => (typed.length > 20 ? `${typed.slice(0, 19)}…` : typed)

/** The statutory tables. */
export const grid = {
  note: '注',
  noted: (note: string) => `注：${note}`,
  /** Of a total: typed minus computed. */
  compute: (difference: number) =>
    `Δ${difference > 0 ? '+' : '−'}${Math.abs(difference)}，改用算出的数`,
  computed: (cell: string, before: string, now: string) =>
    `${cell}由 ${before} 改为算出的 ${now}。`,
  /** Why a text is no number for its field. */
  refusal: (typed: string, why: CellProblem) => `“${shortened(typed)}”${problems[why]}`,
  /** What a field still counts for whose text was refused; undefined where that is not said. */
  stillStands: (number: string | undefined) =>
    number === undefined
      ? '没有记入，原来的数没有变。'
      : `没有记入，这一格仍是${number === '' ? '未填' : ` ${number}`}。`,
  /** Takes a refused text out of its field; undefined where the number there is not said. */
  dropRefused: (number: string | undefined) =>
    number === undefined ? '恢复原来的数' : `恢复为${number === '' ? '未填' : ` ${number}`}`,
  droppedRefused: (typed: string) => `“${shortened(typed)}”已去掉。`,
  /** What was made of a number that was typed in other words. */
  readAs: (typed: string, number: string) => `“${shortened(typed)}”记作 ${number}`,
  columnCheck: '逐列核对',
  off: (difference: number) => `差 ${difference}`,
  balanced: '合计相符',
  lastYear: (year: number) => `左侧小字为 ${year} 年数`,
  fillBlanks: '空格填 0',
  clear: '清空',
  cleared: (count: number, whole: boolean) =>
    `已清空 ${count} 格${whole ? '。这张表全部为未填，可以撤销。' : '，现在是未填。'}`,
  filled: (count: number, from: 'up' | 'left') =>
    `已向${from === 'up' ? '下' : '右'}填充 ${count} 格。`,
  nothingToFill: (from: 'up' | 'left') =>
    `没有填充：${from === 'up' ? '上面' : '左边'}没有能填到这里的数。`,
  copyLabelled: '连行列名复制',
  copiedLabelled: (count: number) => `已复制 ${count} 格，连同行列名。`,
  notCopied: '没有复制成：浏览器不让写剪贴板。',
  filledZero: (count: number) => `${count} 格已填 0。`,
  noteGone: (notes: readonly string[]) =>
    notes.length === 1
      ? `数改了，原来的注“${notes[0] ?? ''}”已去掉。`
      : `数改了，原来的 ${notes.length} 处注已去掉。`,
  /** What is heard of a cell behind its row and column; empty is not filled in. */
  heard: {
    now: (number: string) => `本年 ${number || '未填'}`,
    last: (number: string) => `上年 ${number || '未填'}`
  },
  current: '当前格',
  thisYear: '本年',
  lastYearShort: (year: number) => `${year} 年`,
  edit: '修改',
  nextFinding: '下一处问题',
  selection: (count: number, sum: string, blank: number) =>
    `选中 ${count} 格　合计 ${sum}${blank ? `　未填 ${blank}` : ''}`,
  pasted: (taken: number) => `贴入 ${taken} 格。`,
  refused: (places: readonly string[]) =>
    `${places.length} 格不是数字，没有动：${named(places, 5, '；')}。`,
  doubtful: (places: readonly string[]) =>
    `${places.length} 格的位置或数值不能确定，已贴入，须对照原件核对：${named(places, 5, '；')}。`,
  strange: (lines: readonly string[]) => `不在本表里，没有贴：${named(lines, 3, '；')}。`,
  nothingPasted: '没有贴入：剪贴板里没有能放进这张表的数。',
  unit: { money: '单位：万元', count: '' }
} as const
