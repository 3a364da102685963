import { cellName, tableNames } from '../../i18n/findings/place.ts'
import * as words from '../../i18n/words.ts'
import type { Difference, ComparedPart } from '../../core/versions/compare.ts'
import { formOf, isField, tableOf } from '../../core/form/form.ts'
import { numberText } from '../../core/compose/quote.ts'
import type { Report } from '../../core/report/report.ts'
import type { Outcome } from '../../state/import/importing.svelte.ts'

/** What is to be said of a file whose report is in the library already. */
export function saidOfVersion(outcome: Extract<Outcome, { kind: 'known' }>): string {
  const { merged, standing } = outcome
  if (typeof merged === 'number') return words.versions.settled(merged)
  return merged === undefined ? words.versions.standing[standing] : words.versions[merged]
}

/** Where two states of a report differ; unique within it. */
export function nameOf(difference: Difference, report: Report): string {
  switch (difference.kind) {
    case 'cell':
      return `${tableNames[tableOf(difference.field)]} ${cellName(formOf(report), difference.field)}`
    case 'text':
      return words.editor.short[difference.section]
    case 'part':
      return words.conflict.parts[difference.part]
  }
}

/** What one of the states says there. */
export function says(difference: Difference, report: Report): string {
  switch (difference.kind) {
    case 'cell':
      return numberText(report, difference.field) || words.common.verdict.empty
    case 'text':
      return report.text[difference.section] || words.versions.empty
    case 'part':
      return partText(report, difference.part)
  }
}

function partText(report: Report, part: ComparedPart): string {
  if (part === 'unit') {
    const { name, kind, level, code } = report.unit
    const { kinds, levels } = words.editor.unit
    return [name, kinds[kind], levels[level], code].filter(Boolean).join('，')
  }
  if (part === 'year') return String(report.year)
  if (part === 'notes') {
    const notes = Object.entries(report.notes).flatMap(([field, note]) =>
      isField(field) ? [`${cellName(formOf(report), field)}：${note}`] : []
    )
    return notes.join('\n') || words.versions.empty
  }
  if (part === 'published') return report.published ?? words.versions.empty
  return part === 'scope' ? words.common[report.scope] : words.conflict.changed
}
