import type { CellProblem } from '../../core/form/cell.ts'

const problems: Record<CellProblem, string> = {
  words: '不是数字，原数没有变动',
  fraction: '只能填整数，原数没有变动',
  precision: '金额细于 1 分，最多六位小数；原数没有变动',
  range: '数值过大，原数没有变动',
  unit: '单位与本格不符，原数没有变动',
  stroke: '不是数字；没有的填 0',
  vague: '法定表格须填准确数，原数没有变动',
  negative: '不能小于 0，原数没有变动'
}

/** The first of them by name, and that there are more. */
const named = (list: readonly string[], most: number, between: string): string =>
  list.slice(0, most).join(between) + (list.length > most ? ' 等' : '')

/** The statutory tables. */
export const grid = {
  note: '注',
  noted: (note: string) => `注：${note}`,
  /** Of a total: typed minus computed. */
  compute: (difference: number) =>
    `Δ${difference > 0 ? '+' : '−'}${Math.abs(difference)}，改为计算结果`,
  computed: (cell: string, before: string, now: string) =>
    `${cell}由 ${before} 改为计算结果 ${now}。`,
  problem: (typed: string, why: CellProblem) => `“${typed}”${problems[why]}。`,
  columnCheck: '逐列核对',
  off: (difference: number) => `差 ${difference}`,
  balanced: '合计相符',
  lastYear: (year: number) => `左侧小字为 ${year} 年的数`,
  fillBlanks: '未填格填 0',
  clear: '清空',
  cleared: (count: number, whole: boolean) =>
    `已清空 ${count} 格${whole ? '，本表全部未填，可撤销。' : '，现为未填。'}`,
  filledZero: (count: number) => `${count} 格已填 0。`,
  noteGone: (notes: readonly string[]) =>
    notes.length === 1
      ? `数已修改，原注“${notes[0] ?? ''}”已删除。`
      : `数已修改，原有 ${notes.length} 处注已删除。`,
  current: '当前格',
  thisYear: '本年',
  lastYearShort: (year: number) => `${year} 年`,
  edit: '修改',
  help: { title: '口径', counts: '计入', not: '不计入', clause: '依据：' },
  nextFinding: '下一处问题',
  selection: (count: number, sum: string, blank: number) =>
    `选中 ${count} 格　合计 ${sum}${blank ? `　未填 ${blank}` : ''}`,
  pasted: (taken: number) => `已粘贴 ${taken} 格。`,
  refused: (places: readonly string[]) =>
    `${places.length} 格不是数字，没有粘贴：${named(places, 5, '；')}。`,
  doubtful: (places: readonly string[]) =>
    `${places.length} 格的位置或数值不能确定，已粘贴，须对照原件核对：${named(places, 5, '；')}。`,
  strange: (lines: readonly string[]) => `不在本表中，没有粘贴：${named(lines, 3, '；')}。`,
  nothingPasted: '没有粘贴：剪贴板中没有可填入本表的数。',
  unit: { money: '单位：万元', count: '' }
} as const
