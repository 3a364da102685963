/** What the pages and the charts would embarrass the office with, beside the findings. */
import type { Place, Severity } from '../../core/finding.ts'
import { chartOf } from '../../core/quote.ts'
import { passages } from '../../core/narrative.ts'
import type { Report } from '../../core/report.ts'
import type { TextKey } from '../../core/sections.ts'
import type { Document, Fault } from '../../typeset/page.ts'

/** A line of the check; the sentence is made elsewhere. */
export interface Check {
  readonly kind: Fault['kind'] | 'alt'
  readonly severity: Severity
  /** A character, or the title of a chart. */
  readonly what: string
  /** The words around it. */
  readonly near: string
  /** Where to go; undefined where it is on the pages alone. */
  readonly at: Place | undefined
}

const severities = { missing: 'error', overfull: 'warning', dropped: 'hint' } as const

/** Faults of the pages, then charts in the text without a description of their own. */
export function checksOf(report: Report, document: Document | undefined): Check[] {
  const faults = (document?.faults ?? []).map((fault): Check => {
    return {
      kind: fault.kind,
      severity: severities[fault.kind],
      what: 'code' in fault ? nameOf(fault.code) : '',
      near: [...fault.near].map((char) => (shown(char) ? char : '□')).join(''),
      at: placeOf(fault)
    }
  })
  return [...faults, ...undescribed(report)].sort((a, b) => rank(a) - rank(b))
}

const rank = ({ severity }: Check): number => ['error', 'warning', 'hint'].indexOf(severity)

const shown = (char: string): boolean => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(char)

function nameOf(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const char = String.fromCodePoint(code)
  return shown(char) ? `${char}（${hex}）` : hex
}

function placeOf({ from, field }: Fault): Place | undefined {
  if (field) return { kind: 'cells', fields: [field] }
  if (from?.kind === 'text') return { kind: 'text', section: from.section, from: from.from }
  return undefined
}

function undescribed(report: Report): Check[] {
  const sections: readonly TextKey[] = ['leadIn', 'overview', 'problems', 'other']
  return sections.flatMap((section) =>
    passages(report.text[section]).flatMap(({ text, from }): Check[] => {
      const chart = report.charts.find(({ id }) => id === chartOf(text))
      if (!chart || chart.alt.trim() !== '') return []
      const at = { kind: 'text', section, from } as const
      return [{ kind: 'alt', severity: 'hint', what: chart.title, near: '', at }]
    })
  )
}
