import { channelKindOf } from '../../core/report/channel-kinds.ts'
import { cellText } from '../../core/compose/quote.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { spots, type Spot } from '../../core/form/outline.ts'
import { isTextKey, sections } from '../../core/form/sections.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { Report } from '../../core/report/report.ts'
import { sentence } from '../../i18n/findings/findings.ts'
import { tableNames } from '../../i18n/findings/place.ts'
import * as words from '../../i18n/words.ts'
import type { Summary } from '../../state/library/library.svelte.ts'
import type { Router } from '../../state/app/route.svelte.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import { located } from '../checks/card/acting.ts'
import { focusField, focusFigure } from '../parts/focus/fields.ts'
import { focusCentre } from '../parts/focus/panes.ts'
import { sectionKeys } from '../parts/keys.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import type { PaletteEntry } from './entry.ts'

/** Every place in a report that one can go to. */
export const placesIn = (session: Session, view: ViewState): readonly PaletteEntry[] => [
  ...sectionEntries(view),
  ...findingEntries(session, view),
  ...formOf(session.report).fields.map((field) => cellEntry(session.report, view, field)),
  ...platformEntries(session.report, view)
]

const sectionEntries = (view: ViewState): PaletteEntry[] =>
  spots.map((spot) => {
    const section = sections.find(({ id }) => id === spot)
    return {
      id: `section ${spot}`,
      kind: 'section',
      name: section ? `${section.numeral}、${section.title}` : words.editor.short[spot],
      also: words.editor.short[spot],
      keys: sectionKeys.get(spot),
      run: () => openSection(view, spot)
    }
  })

/** Opens a section and leads into its cell or its text, whose editor may have to come first. */
export function openSection(view: ViewState, spot: Spot): void {
  if (isTextKey(spot) && spot !== view.spot) view.openText(spot, 0)
  else {
    view.open(spot)
    focusCentre()
  }
}

const findingEntries = (session: Session, view: ViewState): PaletteEntry[] => {
  const { report, findings } = session.checkedNow
  return findings.map((finding) => {
    const { title, place } = sentence(finding, report)
    const { severity } = finding
    return {
      id: `finding ${finding.fingerprint}`,
      kind: 'finding',
      name: title,
      place,
      also: `${finding.rule} ${words.checks.severity[severity]}`,
      severity,
      run: () => located(view, finding)
    }
  })
}

/** A cell under its own words and under its field's name, as `requests.received.total`. */
function cellEntry(report: Report, view: ViewState, field: FieldId): PaletteEntry {
  const { row, column, group = '', subject } = formOf(report).entryOf(field)
  return {
    id: `cell ${field}`,
    kind: 'cell',
    name: `${row} · ${column}`,
    place: `${tableNames[tableOf(field)]} ${[group, subject].filter(Boolean).join(' ')}`.trim(),
    also: field,
    value: cellText(report, field) || words.common.verdict.empty,
    run: () => {
      view.show(field)
      focusField(field)
    }
  }
}

const platformEntries = ({ channels, metrics, year }: Report, view: ViewState): PaletteEntry[] =>
  channels.map(({ id, name, kind }) => ({
    id: `platform ${id}`,
    kind: 'platform',
    name: name || channelKindOf(kind).name,
    place: channelKindOf(kind).name,
    run: () => {
      view.open('platforms')
      const first = metrics.find((figure) => figure.channel === id && figure.year === year)
      if (first) focusFigure(view, first.id)
    }
  }))

/** What a report is called in a list of many. */
export const reportName = ({ unit, year }: Pick<Summary, 'unit' | 'year'>): string =>
  `${unit.name || words.library.unnamed} ${words.common.year(year)}`

/** What tells reports of one name apart: that one sums up others, else when it was changed; mostly nothing. */
export function marksOf(reports: readonly Summary[]): (report: Summary) => readonly string[] {
  const kind = ({ scope }: Summary) => (scope === 'rollup' ? [words.common.rollup] : [])
  const called = (report: Summary) => [reportName(report), ...kind(report)].join(' ')
  const alike = new Map<string, number>()
  for (const report of reports) alike.set(called(report), (alike.get(called(report)) ?? 0) + 1)
  return (report) => {
    if (alike.get(called(report)) === 1) return kind(report)
    return [...kind(report), words.library.when(new Date(report.updatedAt), new Date())]
  }
}

/** The reports of this browser; the one that is open is named and out of use. */
export function reportEntries(
  reports: readonly Summary[],
  router: Router,
  open?: string
): readonly PaletteEntry[] {
  const marks = marksOf(reports)
  return reports.map((report) => ({
    id: `report ${report.id}`,
    kind: 'report',
    name: reportName(report),
    place: marks(report).join(' ') || undefined,
    why: report.id === open ? words.palette.why.here : undefined,
    run: () => router.go({ at: 'report', id: report.id })
  }))
}
