import { quoted } from '../compose/quote.ts'
import type { Previous, Report } from '../report/report.ts'
import { newReport } from '../report/new-report.ts'
import { without } from '../report/json.ts'
import {
  keysThat,
  reportParts,
  settingParts,
  unitParts,
  type KeysThat,
  type Rows
} from '../report/parts.ts'
import type { Cells } from '../form/cells.ts'
import { eachText } from '../form/sections.ts'
import { emptyOutline } from '../prose/headings/under-heading.ts'
import type { FieldId } from '../form/table.ts'
import { formOf, type Form } from '../form/form.ts'
import { handedOn, nextFigures, requoted } from './next-figures.ts'

/** From one year's report to the next. */

/** What the new report takes over. */
export interface NextYearOptions {
  /** The unit's particulars and the office's settings; its name is always kept. */
  readonly settings: boolean
  /** 结转下年度 into 上年结转, in all columns. */
  readonly carried: boolean
  /** The platforms and the list of their figures, not filled in, and the charts of them. */
  readonly platforms: boolean
  /** Last year's report, to be compared with. */
  readonly previous: boolean
  /** Whether last year's report is published: its figures then no longer change. */
  readonly final: boolean
  /** The whole text as a first draft; else the headings that a report should have. */
  readonly text: boolean
}

/** What is proposed at first: everything but the text. */
export const takeOver: NextYearOptions = {
  settings: true,
  carried: true,
  platforms: true,
  previous: true,
  final: true,
  text: false
}

/** A report's part in the next one: its text as printed, with the figures it quotes. */
export function asPrevious(last: Report, final: boolean): Previous {
  return {
    year: last.year,
    cells: last.cells,
    text: eachText((key) => quoted(last, last.text[key])),
    metrics: handedOn(last),
    final
  }
}

/** Whether a year's report must be published by now: 31 March of the year after is past (第四十九条). */
export const mustBePublished = (year: number, today: Date): boolean =>
  today.getFullYear() > year + 1 || (today.getFullYear() === year + 1 && today.getMonth() > 2)

/** What the cells of 上年结转 must say after last year's numbers. */
export const carriedOver = (
  { carried }: Form,
  last: Cells
): Partial<Record<FieldId, number | null>> =>
  Object.fromEntries(carried.map(({ from, to }) => [to, last[from]]))

/** What goes on of a part as it is: all but what is another each year. */
const lasting = <Value extends object>(value: Value, rows: Rows): Value =>
  without(value, (key) => rows[key]?.nextYear === 'anew')

/** The draft of the year after a report: a report of its own, with nothing filled in but 上年结转. */
export function draftOfNextYear(last: Report, options: NextYearOptions = takeOver): Report {
  const fresh = newReport(last.unit.name, last.year + 1)
  const kept = new Set<string>(keysThat(reportParts, 'nextYear', 'kept'))
  return {
    ...fresh,
    ...without<Partial<Report>>(last, (key) => !kept.has(key)),
    ...carried(last, fresh, options)
  }
}

/** The parts that go on in a way of their own. */
function carried(
  last: Report,
  fresh: Report,
  options: NextYearOptions
): Pick<Report, KeysThat<typeof reportParts, 'nextYear', 'own'>> {
  const { metrics, charts, renamed } = options.platforms
    ? nextFigures(last)
    : { metrics: [], charts: [], renamed: new Map<string, string>() }
  return {
    unit: options.settings ? lasting(last.unit, unitParts) : fresh.unit,
    year: fresh.year,
    cells: { ...fresh.cells, ...(options.carried && carriedOver(formOf(fresh), last.cells)) },
    text: eachText((key) =>
      options.text ? requoted(last.text[key], { renamed, charts }) : emptyOutline(key)
    ),
    channels: options.platforms ? running(last) : [],
    metrics,
    charts,
    ...(options.previous && { previous: asPrevious(last, options.final) }),
    settings: options.settings ? lasting(last.settings, settingParts) : fresh.settings
  }
}

/** Last year's platforms but those closed; one that was new is no longer. */
const running = (last: Report): Report['channels'] =>
  last.channels
    .filter(({ status }) => status !== 'closed')
    .map((channel) => (channel.status === 'opened' ? { ...channel, status: 'active' } : channel))

/** An existing draft with another report as last year's. Nothing else of it changes. */
export const withPrevious = (report: Report, last: Report, final: boolean): Report => ({
  ...report,
  previous: asPrevious(last, final)
})
