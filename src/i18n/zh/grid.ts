import type { CellProblem } from '../../core/form/cell.ts'

const problems: Record<CellProblem, string> = {
  words: '不是数字',
  fraction: '不是整数',
  precision: '细于 1 分，金额最多六位小数',
  range: '数值过大或小数过多',
  unit: '单位与本格不符',
  stroke: '不是数字，没有的填 0',
  vague: '不是准确数',
  negative: '小于 0'
}

/** The first of them by name, and that there are more. */
const named = (list: readonly string[], most: number, between: string): string =>
  list.slice(0, most).join(between) + (list.length > most ? ' 等' : '')

/** What was typed, where it is quoted in one line. */
const shortened = (typed: string): string => (typed.length > 20 ? `${typed.slice(0, 19)}…` : typed)

const signed = (difference: number): string =>
  `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`

/** The statutory tables. */
export const grid = {
  note: '注',
  noted: (note: string) => `注：${note}`,
  /** Of a total: typed minus computed. */
  signed,
  compute: (difference: number) => `Δ${signed(difference)}，改为计算结果`,
  computed: (cell: string, before: string, now: string) =>
    `${cell}由 ${before} 改为计算结果 ${now}。`,
  /** Why a text is no number for its field. */
  refusal: (typed: string, why: CellProblem) => `“${shortened(typed)}”${problems[why]}`,
  /** What a field still counts for whose text was refused; undefined where that is not said. */
  stillStands: (number: string | undefined) =>
    number === undefined
      ? '没有记入，原数没有变动。'
      : `没有记入，这一格仍是${number === '' ? '未填' : ` ${number}`}。`,
  /** Takes a refused text out of its field; undefined where the number there is not said. */
  dropRefused: (number: string | undefined) =>
    number === undefined ? '恢复原数' : `恢复为${number === '' ? '未填' : ` ${number}`}`,
  droppedRefused: (typed: string) => `“${shortened(typed)}”已删除。`,
  /** What was made of a number that was typed in other words. */
  readAs: (typed: string, number: string) => `“${shortened(typed)}”记作 ${number}`,
  columnCheck: '逐列核对',
  off: (difference: number) => `差 ${difference}`,
  balanced: '合计相符',
  lastYear: (year: number) => `左侧小字为 ${year} 年的数`,
  fillBlanks: '未填格填 0',
  clear: '清空',
  cleared: (count: number, whole: boolean) =>
    `已清空 ${count} 格${whole ? '，本表全部未填，可撤销。' : '，现为未填。'}`,
  filled: (count: number, from: 'up' | 'left') =>
    `已向${from === 'up' ? '下' : '右'}填充 ${count} 格。`,
  nothingToFill: (from: 'up' | 'left') =>
    `没有填充：${from === 'up' ? '上方' : '左侧'}没有可填的数。`,
  nothingFilled: '没有填充。',
  notFilled: (places: readonly string[]) =>
    `${places.length} 格不能填这样的数，没有填充：${named(places, 5, '；')}。`,
  unchanged: '各格已是这些数，没有变动。',
  totalNotFilled: '没有填充：合计由分项相加得出。',
  copyLabelled: '连行列名复制',
  copiedLabelled: (count: number) => `已复制 ${count} 格，含行列名。`,
  notCopied: '复制失败：浏览器不允许写入剪贴板。',
  filledZero: (count: number) => `${count} 格已填 0。`,
  noteGone: (notes: readonly string[]) =>
    notes.length === 1
      ? `数已修改，原注“${notes[0] ?? ''}”已删除。`
      : `数已修改，原有 ${notes.length} 处注已删除。`,
  /** What is heard of a cell behind its row and column; empty is not filled in. */
  heard: {
    now: (number: string) => `本年 ${number || '未填'}`,
    last: (number: string) => `上年 ${number || '未填'}`
  },
  current: '当前格',
  thisYear: '本年',
  lastYearShort: (year: number) => `${year} 年`,
  edit: '修改',
  help: { title: '口径', counts: '计入', not: '不计入', clause: '依据：' },
  nextFinding: '下一处问题',
  selection: (count: number, sum: string, blank: number) =>
    `选中 ${count} 格${sum && `　合计 ${sum}`}${blank ? `　未填 ${blank}` : ''}`,
  pasted: (taken: number) => `已粘贴 ${taken} 格。`,
  refused: (places: readonly string[]) =>
    `${places.length} 格不是数字，没有粘贴：${named(places, 5, '；')}。`,
  doubtful: (places: readonly string[]) =>
    `${places.length} 格的位置或数值不能确定，已粘贴，须对照原件核对：${named(places, 5, '；')}。`,
  strange: (lines: readonly string[]) => `不在本表中，没有粘贴：${named(lines, 3, '；')}。`,
  nothingPasted: '没有粘贴：剪贴板中没有可填入本表的数。',
  unit: { money: '单位：万元', count: '' }
} as const
