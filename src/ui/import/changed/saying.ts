import { quotesIn, cellsQuoted } from '../../../core/prose/quotes.ts'
import { formOf, tableOf } from '../../../core/form/form.ts'
import type { WordDifference } from '../../../core/intake/returned/difference.ts'
import type { Report } from '../../../core/report/report.ts'
import { cellName, placeName, tableNames } from '../../../i18n/findings/place.ts'
import { editor, importing } from '../../../i18n/words.ts'

const text = importing.changed

/** Where a document says something otherwise. */
export function differenceName(difference: WordDifference, report: Report): string {
  switch (difference.kind) {
    case 'cell':
      return `${tableNames[tableOf(difference.field)]} ${cellName(formOf(report), difference.field)}`
    case 'absent': {
      const [field] = difference.fields
      return text.names.absent(field ? tableNames[tableOf(field)] : '')
    }
    case 'text': {
      const { kind, section, from, to } = difference
      return placeName({ kind, section, from, to }, report)
    }
    case 'fixed':
      return difference.of === 'title' || difference.of === 'signature' || difference.of === 'chart'
        ? text.fixed[difference.of]
        : editor.short[difference.of]
    case 'unit':
    case 'year':
    case 'signedOn':
    case 'chartTitle':
    case 'stray':
      return text.names[difference.kind]
  }
}

/** What is to be known before one side is chosen; empty where the two sides say it all. */
export function differenceNote(difference: WordDifference, report: Report): string {
  switch (difference.kind) {
    case 'cell': {
      if (!difference.reading) return text.words
      const quotes = Object.values(report.text).flatMap(quotesIn)
      const own = quotes.filter(({ quote }) => cellsQuoted(quote).includes(difference.field))
      return own.length ? text.follows(own.length) : ''
    }
    case 'absent':
      return text.absentWhy(difference.fields.length)
    case 'text':
      return difference.kept + difference.lost ? text.quotes(difference.kept, difference.lost) : ''
    case 'stray':
      return text.strayWhy(editor.short[difference.home])
    case 'fixed':
      return text.fixedWhy
    default:
      return ''
  }
}
