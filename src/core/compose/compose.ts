import type { Block } from './blocks.ts'
import type { OutCell } from '../form/sheet.ts'
import type { ChartSpec } from '../charts/spec.ts'
import { formOf } from '../form/form.ts'
import { passages } from '../prose/narrative.ts'
import { cellText, quoted } from './quote.ts'
import { chartOf } from '../prose/quotes.ts'
import { chartSpec, chartTable } from '../charts/chart.ts'
import type { Report } from '../report/report.ts'
import { reportTitle, sections, type Section, type TextKey } from '../form/sections.ts'
import type { Label } from '../form/shape.ts'
import { blockHeads, isEntry, type Entry, type TableDef } from '../form/table.ts'

/** The report as a reader sees it: title, lead-in, six sections; every writer starts from here. */
export function compose(report: Report): Block[] {
  return [
    {
      type: 'title',
      text: reportTitle(report.unit.name, report.year),
      unit: report.unit.name,
      from: { kind: 'title' }
    },
    ...signature(report, 'title'),
    ...prose(report, 'leadIn'),
    ...sections.flatMap((section): Block[] => [
      {
        type: 'heading',
        level: 1,
        text: `${section.numeral}、${section.title}`,
        from: { kind: 'section', section: section.id }
      },
      ...body(report, section)
    ]),
    ...signature(report, 'end')
  ]
}

/** The unit's name and the day, where the office wants them printed. */
const signature = ({ settings, unit }: Report, place: 'title' | 'end'): Block[] =>
  settings.signature === place
    ? [
        {
          type: 'signature',
          place,
          unit: unit.name,
          date: dayText(settings.signedOn ?? ''),
          from: { kind: 'title' }
        }
      ]
    : []

/** 2026年1月23日, without leading zeros (GB/T 9704-2012 §7.3.5.4); empty for what is no day. */
function dayText(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const known = new Date(`${day}T00:00Z`)
  // A day like 31 February is moved on by some engines and is none to others.
  if (!year || known.getUTCDate() !== Number(date)) return ''
  return `${year}年${String(Number(month))}月${String(Number(date))}日`
}

const body = (report: Report, section: Section): Block[] =>
  section.kind === 'prose'
    ? prose(report, section.id)
    : [
        {
          type: 'table',
          caption: section.title,
          ...outTable(report, formOf(report).tables[section.id]),
          from: { kind: 'section', section: section.id }
        }
      ]

function prose(report: Report, section: TextKey): Block[] {
  return passages(report.text[section]).flatMap((passage): Block[] => {
    const from = { kind: 'text', section, from: passage.from, to: passage.to } as const
    const chartId = chartOf(passage.text)
    const spec = chartId && chartSpec(report, chartId)
    if (spec) return charted(report, spec)
    const text = quoted(report, passage.text)
    return passage.level
      ? [{ type: 'heading', level: passage.level, text, from }]
      : [{ type: 'paragraph', text, from }]
  })
}

/** A chart, and where its office wants it the same figures as a table. */
function charted(report: Report, spec: ChartSpec): Block[] {
  const from = { kind: 'chart', id: spec.id } as const
  const chart: Block = { type: 'chart', spec, from }
  if (!report.charts.find(({ id }) => id === spec.id)?.table) return [chart]
  const rows = chartTable(spec)
  const widths = [2, ...spec.series.map(() => 1)]
  const parts = rows.flatMap((_, row) => (row > 1 ? [row] : []))
  return [chart, { type: 'table', caption: spec.title, widths, headRows: 1, rows, parts, from }]
}

function outTable(
  report: Report,
  table: TableDef
): Pick<Extract<Block, { type: 'table' }>, 'widths' | 'headRows' | 'rows' | 'parts'> {
  const parts = blockHeads(table).filter((row) => row > 0)
  return {
    widths: table.widths,
    headRows: table.headRows,
    ...(parts.length > 0 && { parts }),
    rows: table.rows.map((row) => {
      const head = row.some(isEntry) ? 'row' : 'column'
      return row.map((cell) => (isEntry(cell) ? outEntry(report, cell) : outLabel(cell, head)))
    })
  }
}

const outEntry = (report: Report, { field, cols, rows }: Entry): OutCell => ({
  text: cellText(report, field),
  field,
  ...(cols && { cols }),
  ...(rows && { rows })
})

const outLabel = (label: Label, head: 'row' | 'column'): OutCell => ({ ...label, head })
