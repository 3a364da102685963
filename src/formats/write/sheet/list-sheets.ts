/** Lists beside the tables: the figures of platforms, and the remarks in cells. */
import type { Sheet, SheetCell } from '../../../core/form/sheet.ts'
import { longHeads, noteTitle } from '../../../core/form/own-heads.ts'
import { listedFigures, listHeads, listTexts, listTitle } from '../../../core/platforms/listed.ts'
import type { Report } from '../../../core/report/report.ts'
import { longRows } from './csv.ts'

const head = (texts: readonly string[]): SheetCell[] =>
  texts.map((text) => ({ text, head: 'column' }))

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)

/** The figures of platforms, with their months where any is kept by month; none without figures. */
export function figureSheets(report: Report): Sheet[] {
  const list = listedFigures(report)
  if (!list.length) return []
  const monthly = list.some(({ figure }) => figure.months?.some((value) => value !== null))
  return [
    {
      name: '平台数据',
      title: listTitle,
      widths: [6, 9, 10, 3, 3, 7, 8, 4, 8, 6, 8, ...(monthly ? months.map(() => 4) : [])],
      headRows: 1,
      headColumns: 3,
      rows: [
        head([...Object.values(listHeads), ...(monthly ? months : [])]),
        ...list.map((one): SheetCell[] => {
          const { value, year, months: kept } = one.figure
          const texts = listTexts(one)
          return [
            { text: texts.kind },
            { text: texts.platform },
            { text: texts.name },
            { text: texts.year, value: year, align: 'center' },
            { text: texts.period, align: 'center' },
            { text: texts.printed, align: 'center' },
            figureCell(value),
            { text: texts.unit, align: 'center' },
            { text: texts.source },
            { text: texts.date, align: 'center' },
            { text: texts.note },
            ...(monthly ? months.map((_, i) => figureCell(kept?.[i] ?? null)) : [])
          ]
        })
      ],
      landscape: true
    }
  ]
}

const figureCell = (value: number | null): SheetCell =>
  value === null ? { text: '' } : { text: String(value), value }

/** The remarks in cells, each with its cell; none where there are no remarks. */
export function noteSheets(report: Report): Sheet[] {
  const noted = longRows(report).filter(({ note }) => note)
  const { table, row, column, field, note } = longHeads
  if (!noted.length) return []
  return [
    {
      name: '格内注',
      title: noteTitle,
      widths: [3, 14, 6, 12, 12],
      headRows: 1,
      rows: [
        head([table, row, column, field, note]),
        ...noted.map((one): SheetCell[] => [
          { text: one.table, align: 'center' },
          ...[one.row, one.column, one.field, one.note].map((text) => ({ text }))
        ])
      ]
    }
  ]
}
