import type { TextKey } from '../../form/sections.ts'
import { eachText } from '../../form/sections.ts'
import { replaced } from '../../prose/replaced.ts'
import { withCells } from '../../report/edit.ts'
import type { Report } from '../../report/report.ts'
import type { WordDifference } from './difference.ts'

/**
 * The report with what a document says otherwise; what cannot be taken stays as it is. Totals are not
 * recomputed: a document is taken as it stands, and the checks say what does not add up.
 */
export function withDifferences(report: Report, taken: readonly WordDifference[]): Report {
  const cells = { ...report.cells }
  const notes: Record<string, string> = {}
  for (const one of taken) {
    if (one.kind === 'absent') for (const field of one.fields) cells[field] = null
    if (one.kind !== 'cell' || !one.reading) continue
    cells[one.field] = one.reading.value
    notes[one.field] = one.reading.note
  }
  const settings = taken.reduce(
    (all, one) => (one.kind === 'signedOn' ? { ...all, signedOn: one.day } : all),
    report.settings
  )
  const unit = taken.find(({ kind }) => kind === 'unit')
  const year = taken.find((one) => one.kind === 'year')
  const titles = new Map(
    taken.flatMap((one) => (one.kind === 'chartTitle' ? [[one.id, one.title] as const] : []))
  )
  return {
    ...withCells(report, cells, notes),
    ...(unit && { unit: { ...report.unit, name: unit.theirs } }),
    ...(year?.kind === 'year' && { year: year.year }),
    charts: report.charts.map((chart) => ({
      ...chart,
      title: titles.get(chart.id) ?? chart.title
    })),
    text: eachText((key) => textWith(report.text[key], key, taken)),
    settings
  }
}

function textWith(text: string, section: TextKey, taken: readonly WordDifference[]): string {
  const places = taken
    .flatMap((one) => (one.kind === 'text' && one.section === section ? [one] : []))
    .sort((a, b) => a.from - b.from)
  const strays = taken.flatMap((one) =>
    one.kind === 'stray' && one.home === section ? [one.theirs] : []
  )
  return [replaced(text, places).text, ...strays].filter(Boolean).join('\n')
}
