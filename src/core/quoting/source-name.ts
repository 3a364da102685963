import { formOf, isField, tableOf, type Form } from '../form/form.ts'
import { sections } from '../form/sections.ts'
import { knownFigures } from '../platforms/lines.ts'
import { periodNames } from '../platforms/kinds.ts'
import type { Quote } from '../prose/quotes.ts'
import type { Metric, Report } from '../report/report.ts'
import { cellsIn, groupNamed, type CellSum } from '../sums/groups.ts'

/** Where what is quoted stands, in the words of the form and of the office. */

/** As 表三 · 本年新收 · 总计; a number made of others names them. */
export function sourceName(report: Report, quote: Quote): string {
  const form = formOf(report)
  switch (quote.kind) {
    case 'cell':
      return sumName(form, [quote.field])
    case 'sum':
      return sumName(form, quote.of)
    case 'last':
      return `上年 · ${sumName(form, quote.of)}`
    case 'share':
      return `占比 · ${sumName(form, quote.part)} ÷ ${partsName(form, quote.of)}`
    case 'growth':
      return `比上年 · ${sumName(form, quote.of)}`
    case 'figure':
      return figureName(report, quote.id)
    case 'figureGrowth':
      return `比上年 · ${figureName(report, quote.id)}`
    case 'chart': {
      const chart = report.charts.find(({ id }) => id === quote.id)
      return chart ? `图表 · ${chart.title}` : '已删除的图表'
    }
    case 'unknown':
      return '当前版本没有的引用'
  }
}

const sumName = (form: Form, sum: CellSum): string => `${tableName(sum)} · ${partsName(form, sum)}`

function tableName(sum: CellSum): string {
  const [first] = cellsIn(sum)
  const section = first && sections.find(({ id }) => id === tableOf(first))
  return `表${section?.numeral ?? ''}`
}

const partsName = (form: Form, sum: CellSum): string =>
  sum.map((name) => partName(form, name)).join(' ＋ ')

function partName({ entryOf }: Form, name: CellSum[number]): string {
  const named = isField(name) ? undefined : groupNamed(name)
  const [first] = cellsIn([name])
  if (!first) return ''
  const { row, column, subject = row, group } = entryOf(first)
  const labels = named?.row !== undefined ? [named.row] : [...(group ? [group] : []), subject]
  return [...labels.map(rowWords), columnWords(named?.column ?? column)].join(' · ')
}

/** A label without its number and its bracket, and without what all rows of table 三 count. */
const rowWords = (label: string): string =>
  label
    .replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, '')
    .replace(/（.{0,60}）$/, '')
    .replace(/政府信息公开申请数量$/, '')
const columnWords = (label: string): string => label.replace(/（.{0,60}）$/, '')

function figureName(report: Report, id: string): string {
  const figure = knownFigures(report).find((one) => one.id === id)
  return figure ? `平台数据 · ${figureWords(report, figure)}` : '已删除的平台数据'
}

function figureWords({ channels, year }: Report, figure: Metric): string {
  const owner = channels.find(({ id }) => id === figure.channel)?.name
  const period = periodNames[figure.period]
  const moment = figure.year === year ? period : `${figure.year}年 · ${period}`
  return [...(owner ? [owner] : []), figure.name, moment].join(' · ')
}
