import { formatMoney } from '../../core/numbers/money.ts'
import { quoteOf } from '../../core/prose/quotes.ts'
import { columnNameOf } from '../../core/form/field-name.ts'
import { entryOf } from '../../core/form/form.ts'
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
  entryOf(field).unit === 'money' ? formatMoney(value, null) : `${value}`

const effect = ({ field, from, to }: CellChange): string =>
  `${cellName(field)}：${from === null ? '未填' : number(field, from)} → ${number(field, to)}`

/** A part, and totals that get the same added. */
const followed = (changes: readonly CellChange[]): boolean =>
  changes.some(({ field }) => columnNameOf(field) === 'total') &&
  new Set(changes.map(({ from, to }) => to - (from ?? 0))).size === 1

export function repairWords(repair: Repair): RepairWords {
  switch (repair.kind) {
    case 'set': {
      const { changes, basis } = repair
      const [one] = changes
      const effects = changes.map(effect)
      if (one && changes.length === 1) {
        const to = number(one.field, one.to)
        if (one && followed(changes)) {
          const to = number(one.field, one.to)
          return { button: `改为 ${to}，总计跟着改`, effects, done: `已改为 ${to}` }
        }
        const button = basis === 'computed' ? `用算出的数 ${to}` : `改为 ${to}`
        return { button, effects, done: `已改为 ${to}` }
      }
      const button =
        basis === 'computed' ? `填 ${changes.length} 格算出的数` : `改 ${changes.length} 格`
      return { button, effects, done: `已改 ${changes.length} 格` }
    }
    case 'fillZero':
      return {
        button: repair.fields.length > 1 ? `${repair.fields.length} 格填 0` : '填 0',
        effects: [],
        done: `${repair.fields.length} 格已填 0`
      }
    case 'replace':
      if (quoteOf(repair.text)) {
        return { button: '补全记号', effects: [], done: '记号已补全' }
      }
      return { button: `改为“${repair.text}”`, effects: [], done: `已改为“${repair.text}”` }
    case 'figure':
      return {
        button: `改为 ${repair.to}`,
        effects: [`${repair.year} 年${repair.name}`],
        done: `${repair.name}已改为 ${repair.to}`
      }
    case 'dropFigure':
      return { button: '删去这一个', effects: [], done: '已删去重复的一个' }
    case 'chartTitle':
      return { button: '标题注明“未去重”', effects: [], done: '标题已注明“未去重”' }
    case 'chartLook': {
      const log = repair.look.scale === 'log'
      const to = log ? '对数轴' : '柱形图'
      return { button: `改用${to}`, effects: [], done: `图已改用${to}` }
    }
    case 'chartWithout':
      return {
        button: `图里去掉这 ${repair.metrics.length} 个数`,
        effects: [],
        done: `图里已去掉 ${repair.metrics.length} 个数，数还在`
      }
    case 'chartSplit':
      return {
        button: `“${repair.name}”另成一张图`,
        effects: [],
        done: `“${repair.name}”已另成一张图`
      }
    case 'dropChart':
      return { button: '删去这张图', effects: [], done: `图“${repair.title}”已删去` }
    case 'reopen':
      return {
        button: '没有关停，改回运行',
        effects: [],
        done: `“${repair.name}”已改回运行`
      }
    case 'dropChannel':
      return { button: '删去空的这一个', effects: [], done: `重复的“${repair.name}”已删去` }
    case 'ownParagraph':
      return { button: '图移到下一段', effects: [], done: '图已移到下一段' }
    case 'dropToken':
      return { button: '删去这个记号', effects: [], done: '记号已删去' }
    case 'feeDecimals':
      return {
        button: `印成 ${repair.decimals} 位小数`,
        effects: [],
        done: `收费金额印成 ${repair.decimals} 位小数`
      }
  }
}
