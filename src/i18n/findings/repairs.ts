import { formatMoney } from '../../core/numbers/money.ts'
import { quoteOf } from '../../core/prose/quotes.ts'
import { formOf, isMoney, type Form } from '../../core/form/form.ts'
import type { TextKey } from '../../core/form/sections.ts'
import { figureText } from '../../core/platforms/figure.ts'
import { knownFigures } from '../../core/platforms/lines.ts'
import type { Report } from '../../core/report/report.ts'
import type { CellChange, Repair } from '../../core/checks/repair/repair.ts'
import { typedOf } from '../../core/sums/totals.ts'
import { allNamed, cellName } from './place.ts'

/** The words of a repair: what its button says, and what it does to each cell. */
export interface RepairWords {
  readonly button: string
  /** One line for each thing that would change: what it is, and what becomes of it. */
  readonly effects: readonly string[]
  /** What the notice says when it is done. */
  readonly done: string
}

const number = (field: CellChange['field'], value: number): string =>
  isMoney(field) ? formatMoney(value, null) : `${value}`

const effect = (form: Form, { field, from, to }: CellChange): string =>
  `${cellName(form, field)}：${from === null ? '未填' : number(field, from)} → ${number(field, to)}`

/** The one part that was wrong, where all other changes are totals that get the same added. */
function followedPart(form: Form, changes: readonly CellChange[]): CellChange | undefined {
  const [part, second] = typedOf(form, changes)
  const added = new Set(changes.map(({ from, to }) => to - (from ?? 0)))
  return changes.length > 1 && !second && added.size === 1 ? part : undefined
}

/** What each of the repairs of a report is called, and what it changes, before anybody presses it. */
export function repairWords(report: Report, repair: Repair): RepairWords {
  const form = formOf(report)
  switch (repair.kind) {
    case 'set': {
      const { changes, basis } = repair
      const [one] = changes
      const effects = changes.map((change) => effect(form, change))
      if (one && changes.length === 1) {
        const to = number(one.field, one.to)
        const button = basis === 'computed' ? `填计算结果 ${to}` : `改为 ${to}`
        return { button, effects, done: `已改为 ${to}` }
      }
      const part = followedPart(form, changes)
      if (part) {
        const to = number(part.field, part.to)
        return { button: `改为 ${to}，总计一并修改`, effects, done: `已改为 ${to}` }
      }
      if (basis === 'computed' && changes.every(({ to }) => to === 0)) {
        return { button: `${changes.length} 格填 0`, effects, done: `${changes.length} 格已填 0` }
      }
      const button =
        basis === 'computed' ? `${changes.length} 格填计算结果` : `修改 ${changes.length} 格`
      return { button, effects, done: `已修改 ${changes.length} 格` }
    }
    case 'fillZero': {
      const { fields } = repair
      return {
        button: fields.length > 1 ? `${fields.length} 格填 0` : '填 0',
        // Where the finding names them all, that is said above.
        effects: allNamed(form, fields)
          ? []
          : fields.map((field) => effect(form, { field, from: null, to: 0 })),
        done: `${fields.length} 格已填 0`
      }
    }
    case 'replace': {
      const effects = [`“${wordsAt(report, repair)}” → “${repair.text}”`]
      return quoteOf(repair.text)
        ? { button: '补全引用', effects, done: '引用已补全' }
        : { button: `改为“${repair.text}”`, effects, done: `已改为“${repair.text}”` }
    }
    case 'figure': {
      const { id, name, year, to } = repair
      const figure = report.metrics.find((one) => one.id === id)
      return {
        button: `改为 ${to}`,
        effects: [`${year} 年${name}：${(figure && figureText(figure)) || '未填'} → ${to}`],
        done: `${name}已改为 ${to}`
      }
    }
    case 'dropFigure': {
      const figure = report.metrics.find(({ id }) => id === repair.id)
      return {
        button: '删除这一个',
        effects: figure ? [`${figure.year} 年${figure.name} ${figureText(figure)}：删除`] : [],
        done: '已删除重复的一个'
      }
    }
    case 'chartTitle':
      return {
        button: '标题注明“未去重”',
        effects: [`图表标题改为“${repair.title}”`],
        done: '标题已注明“未去重”'
      }
    case 'chartLook': {
      const to = repair.look.scale === 'log' ? '对数轴' : '柱形图'
      return {
        button: `改用${to}`,
        effects: [`图表“${chartTitle(report, repair.id)}”：改用${to}`],
        done: `图表已改用${to}`
      }
    }
    case 'chartWithout': {
      const { metrics } = repair
      const gone = knownFigures(report).filter(({ id }) => metrics.includes(id))
      return {
        button: `图表不用这 ${metrics.length} 个数`,
        effects: gone.map(
          (figure) => `${figure.year} 年${figure.name}：图表不用，平台数据没有变动`
        ),
        done: `图表已不用 ${metrics.length} 个数，平台数据没有变动`
      }
    }
    case 'chartSplit':
      return {
        button: `“${repair.name}”另作一张图表`,
        effects: [`图表“${chartTitle(report, repair.id)}”：移出“${repair.name}”，另作一张图表`],
        done: `“${repair.name}”已另作一张图表`
      }
    case 'dropChart':
      return {
        button: '删除这张图表',
        effects: [`图表“${repair.title}”：删除，平台数据没有变动`],
        done: `图表“${repair.title}”已删除`
      }
    case 'reopen':
      return {
        button: '改为运行',
        effects: [`${repair.name}：已关停 → 运行，关停日期清空`],
        done: `“${repair.name}”已改为运行`
      }
    case 'dropChannel':
      return {
        button: '删除未填的一个',
        effects: [`${repair.name}：没有数据的一个，删除`],
        done: `重复的“${repair.name}”已删除`
      }
    case 'ownParagraph':
      return {
        button: '图表移到下一段',
        effects: ['图表单独成段，文字没有变动'],
        done: '图表已移到下一段'
      }
    case 'dropToken':
      return {
        button: '删除这处引用',
        effects: [`“${wordsAt(report, repair)}”：删除`],
        done: '引用已删除'
      }
    case 'feeDecimals':
      return {
        button: `印成 ${repair.decimals} 位小数`,
        effects: ['只改印出的位数，金额不变'],
        done: `收费金额印成 ${repair.decimals} 位小数`
      }
  }
}

const wordsAt = (
  { text }: Report,
  { section, from, to }: { readonly section: TextKey; readonly from: number; readonly to: number }
): string => text[section].slice(from, to)

const chartTitle = ({ charts }: Report, id: string): string =>
  charts.find((chart) => chart.id === id)?.title ?? ''
