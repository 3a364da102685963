import { columnNameOf, partsOf } from '../form/field-name.ts'
import { formOf, tableOf, type Form } from '../form/form.ts'
import { requestField } from '../form/requests.ts'
import type { FieldId, TableId } from '../form/table.ts'
import { figureAt, knownFigures, lineOf } from '../platforms/lines.ts'
import { quoteOfCells, type Quote } from '../prose/quotes.ts'
import type { Metric, Report } from '../report/report.ts'
import { cellGroups, cellsIn, type CellSum } from '../sums/groups.ts'
import { sourceName } from './source-name.ts'

/** What can be quoted, the likelier the lower its rank. */
export interface Source {
  readonly quote: Quote
  readonly name: string
  readonly rank: number
  /** Words beside those of its name by which it is known. */
  readonly also: string
}

type Unnamed = Omit<Source, 'name'>

/** All that a report's prose can quote: cells, figures, and what is made of cells. */
export function sourcesIn(report: Report): Source[] {
  const { ofYear, ofLast } = ofForm(report)
  const figures = knownFigures(report).flatMap((figure) => ofFigure(report, figure))
  return [...ofYear, ...figures, ...(report.previous ? ofLast : [])]
}

/** A figure; against the year before where both are exact. */
function ofFigure(report: Report, figure: Metric): Source[] {
  const { id, year, qualifier } = figure
  const source = (kind: 'figure' | 'figureGrowth', rank: number, also: string): Source => {
    const quote = { kind, id }
    return { quote, name: sourceName(report, quote), rank, also }
  }
  if (year !== report.year) return [source('figure', 4, '')]
  const last = figureAt(report, lineOf(report, figure), year - 1)
  const grown = last && last.value !== null && qualifier + last.qualifier === ''
  return [source('figure', 1, ''), ...(grown ? [source('figureGrowth', 4, growthWords)] : [])]
}

const growthWords = '同比增长下降增减'

interface OfForm {
  readonly ofYear: readonly Source[]
  readonly ofLast: readonly Source[]
}

/** Of a form the same for every report. */
const known = new WeakMap<Form, OfForm>()

function ofForm(report: Report): OfForm {
  const form = formOf(report)
  const made = known.get(form) ?? madeOf(report, form)
  known.set(form, made)
  return made
}

function madeOf(report: Report, form: Form): OfForm {
  const sums = cellSumsOf(form)
  const named = (sources: readonly Unnamed[]): Source[] =>
    sources.map((source) => ({ ...source, name: sourceName(report, source.quote) }))
  const plain = sums.map((of) => ({
    quote: quoteOfCells(cellsIn(of)),
    rank: isWhole(of) ? 0 : 2,
    also: synonyms(of)
  }))
  return {
    ofYear: named([...plain, ...sharesOf(form, sums)]),
    ofLast: named(sums.flatMap(sinceLastYear))
  }
}

const total = (row: 'granted' | 'partlyGranted' | 'received' | 'carriedIn'): FieldId =>
  requestField(row, 'total')
/** What prose counts together though the form has no label for it. */
const countedTogether: readonly CellSum[] = [
  [total('granted'), total('partlyGranted')],
  [total('received'), total('carriedIn')]
]
/** Table 三 first: prose speaks of it most. */
const tables: readonly TableId[] = ['requests', 'remedies', 'disclosure']

const cellSumsOf = (form: Form): CellSum[] => [
  ...tables.flatMap((table) => form.fieldsOf(table).map((field): CellSum => [field])),
  ...cellGroups.map(({ id }): CellSum => [id]),
  ...countedTogether
]

/** Whether a sum is of all applicants, or of all outcomes. */
const isWhole = (sum: CellSum): boolean =>
  cellsIn(sum).every((field) => tableOf(field) === 'disclosure' || columnNameOf(field) === 'total')

/** Each sum in the total that the form computes of it and others. */
const sharesOf = (form: Form, sums: readonly CellSum[]): Unnamed[] =>
  form.filling.flatMap(({ left, right }) => {
    const parts = new Set(left)
    return sums.flatMap((part): Unnamed[] => {
      const cells = cellsIn(part)
      if (cells.length === parts.size || !cells.every((field) => parts.has(field))) return []
      const rank = isWhole(part) || right.includes(total('received')) ? 3 : 5
      return [{ quote: { kind: 'share', part, of: right }, rank, also: '比例百分比' }]
    })
  })

const sinceLastYear = (of: CellSum): Unnamed[] => {
  const rank = isWhole(of) ? 4 : 6
  return [
    { quote: { kind: 'growth', of }, rank, also: growthWords + synonyms(of) },
    { quote: { kind: 'last', of }, rank, also: `去年${synonyms(of)}` }
  ]
}

const rowSynonyms: Partial<Record<string, string>> = {
  received: '收到受理申请',
  handled: '办结答复办理',
  carriedOut: '转下年',
  fees: '收费'
}

/** Other words for a sum, as prose has them. */
function synonyms(sum: CellSum): string {
  const [first, ...more] = cellsIn(sum)
  return first ? `${rowSynonyms[partsOf(first).row] ?? ''}${more.length > 0 ? '合计' : ''}` : ''
}
