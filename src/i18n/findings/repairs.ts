import { formatMoney } from '../../core/numbers/money.ts'
import { quoteOf } from '../../core/prose/quotes.ts'
import { columnNameOf } from '../../core/form/field-name.ts'
import { isMoney, type Form } from '../../core/form/form.ts'
import type { CellChange, Repair } from '../../core/checks/repair/repair.ts'
import { cellName } from './place.ts'

/** The words of a repair: what its button says, and what it does to each cell. */
export interface RepairWords {
  readonly button: string
  /** One line for each cell that would change; what stands in the button is not said again. */
  readonly effects: readonly string[]
  /** What the notice says when it is done. */
  readonly done: string
}

const number = (field: CellChange['field'], value: number): string =>
  isMoney(field) ? formatMoney(value, null) : `${value}`

const effect = (form: Form, { field, from, to }: CellChange): string =>
  `${cellName(form, field)}：${from === null ? '未填' : number(field, from)} → ${number(field, to)}`

/** A part, and totals that get the same added. */
const followed = (changes: readonly CellChange[]): boolean =>
  changes.some(({ field }) => columnNameOf(field) === 'total') &&
  new Set(changes.map(({ from, to }) => to - (from ?? 0))).size === 1

export function repairWords(form: Form, repair: Repair): RepairWords {
  switch (repair.kind) {
    case 'set': {
      const { changes, basis } = repair
      const [one] = changes
      const effects = changes.map((change) => effect(form, change))
      if (one && changes.length === 1) {
        const to = number(one.field, one.to)
        if (one && followed(changes)) {
          const to = number(one.field, one.to)
          return { button: `改为 ${to}，总计一并修改`, effects, done: `已改为 ${to}` }
        }
        const button = basis === 'computed' ? `填计算结果 ${to}` : `改为 ${to}`
        return { button, effects, done: `已改为 ${to}` }
      }
      if (basis === 'computed' && changes.every(({ to }) => to === 0)) {
        return { button: `${changes.length} 格填 0`, effects, done: `${changes.length} 格已填 0` }
      }
      const button =
        basis === 'computed' ? `${changes.length} 格填计算结果` : `修改 ${changes.length} 格`
      return { button, effects, done: `已修改 ${changes.length} 格` }
    }
    case 'fillZero':
      return {
        button: repair.fields.length > 1 ? `${repair.fields.length} 格填 0` : '填 0',
        effects: [],
        done: `${repair.fields.length} 格已填 0`
      }
    case 'replace':
      if (quoteOf(repair.text)) {
        return { button: '补全引用', effects: [], done: '引用已补全' }
      }
      return { button: `改为“${repair.text}”`, effects: [], done: `已改为“${repair.text}”` }
    case 'figure':
      return {
        button: `改为 ${repair.to}`,
        effects: [`${repair.year} 年${repair.name}`],
        done: `${repair.name}已改为 ${repair.to}`
      }
    case 'dropFigure':
      return { button: '删除这一个', effects: [], done: '已删除重复的一个' }
    case 'chartTitle':
      return { button: '标题注明“未去重”', effects: [], done: '标题已注明“未去重”' }
    case 'chartLook': {
      const log = repair.look.scale === 'log'
      const to = log ? '对数轴' : '柱形图'
      return { button: `改用${to}`, effects: [], done: `图表已改用${to}` }
    }
    case 'chartWithout':
      return {
        button: `图表不用这 ${repair.metrics.length} 个数`,
        effects: [],
        done: `图表已不用 ${repair.metrics.length} 个数，平台数据没有变动`
      }
    case 'chartSplit':
      return {
        button: `“${repair.name}”另作一张图表`,
        effects: [],
        done: `“${repair.name}”已另作一张图表`
      }
    case 'dropChart':
      return { button: '删除这张图表', effects: [], done: `图表“${repair.title}”已删除` }
    case 'reopen':
      return {
        button: '改为运行',
        effects: [],
        done: `“${repair.name}”已改为运行`
      }
    case 'dropChannel':
      return { button: '删除未填的一个', effects: [], done: `重复的“${repair.name}”已删除` }
    case 'ownParagraph':
      return { button: '图表移到下一段', effects: [], done: '图表已移到下一段' }
    case 'dropToken':
      return { button: '删除这处引用', effects: [], done: '引用已删除' }
    case 'feeDecimals':
      return {
        button: `印成 ${repair.decimals} 位小数`,
        effects: [],
        done: `收费金额印成 ${repair.decimals} 位小数`
      }
  }
}
