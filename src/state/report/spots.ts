import { cellText } from '../../core/compose/quote.ts'
import type { RefusedText } from '../../core/findings/rule.ts'
import type { FieldId } from '../../core/form/table.ts'
import { placeId, standsAt, type FigurePlace } from '../../core/platforms/entering.ts'
import { allLines, type FigureLine } from '../../core/platforms/lines.ts'
import { sitesOf } from '../../core/platforms/returns/register.ts'
import { returnLine } from '../../core/platforms/returns/return-figures.ts'
import { websiteRows } from '../../core/platforms/returns/website-form.ts'
import type { Report } from '../../core/report/report.ts'
import type { EditedField } from './editing.svelte.ts'

/** How the field of a cell is called among those that are typed in. */
export const cellKey = (field: FieldId): string => `cell:${field}`

/** The field of a cell. */
export const cellSpot = (field: FieldId): EditedField => ({
  key: cellKey(field),
  stored: (report) => cellText(report, field)
})

/** How the field of a place among the platforms' figures is called. */
export const figureKey = (place: FigurePlace): string => `figure:${placeId(place)}`

/**
 * The field of such a place. What stands there is the number alone: one table shows the qualifier with
 * it and another beside it, and the key is the same.
 */
export const figureSpot = ({ whole: _whole, ...place }: FigurePlace): EditedField => ({
  key: figureKey(place),
  stored: (report) => standsAt(report, place)
})

/** The field in which a text was refused; undefined where the report has no such field any more. */
export function spotOf(report: Report, { at, key }: RefusedText): EditedField | undefined {
  const [field] = at.kind === 'cells' ? at.fields : []
  if (field) return cellSpot(field)
  const place = placesOf(report).find((one) => figureKey(one) === key)
  return place && figureSpot(place)
}

const months = [undefined, ...Array.from({ length: 12 }, (_, month) => month)]

/** The places that have a field in one of the tables: five years of each line, and their months. */
const placesOf = (report: Report): FigurePlace[] =>
  [...allLines(report), ...returnLines(report)].flatMap((line) =>
    [0, 1, 2, 3, 4].flatMap((ago) =>
      months.map((month) => ({
        line,
        year: report.year - ago,
        ...(month !== undefined && { month })
      }))
    )
  )

/** The lines of the web sites' return, which has fields also for figures that nobody has entered. */
const returnLines = (report: Report): FigureLine[] =>
  sitesOf(report)
    .flatMap((site) => websiteRows(report, site))
    .flatMap(({ item }) => (item.kind === 'figure' ? [returnLine(report, item.of, item.key)] : []))
