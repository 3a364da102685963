/** What the pages and the charts would embarrass the office with, beside the findings. */
import type { Origin } from '../../core/compose/blocks.ts'
import type { Place, Severity } from '../../core/findings/finding.ts'
import type { Finding } from '../../core/checks/finding.ts'
import { formOf } from '../../core/form/form.ts'
import { chartOf } from '../../core/prose/quotes.ts'
import { passages } from '../../core/prose/narrative.ts'
import type { Report } from '../../core/report/report.ts'
import { textKeys } from '../../core/form/sections.ts'
import type { Document, Fault } from '../../typeset/page/page.ts'

/** Where a check leads: a place in the report, or to the title, a chart or a section's form. */
export type Where = Place | Exclude<Origin, { readonly kind: 'text' }>

/** A line of the check; the sentence is made elsewhere. */
export interface Check {
  readonly kind: Fault['kind'] | 'alt' | 'blank'
  readonly severity: Severity
  /** A character, the title of a chart, or how many cells. */
  readonly what: string
  /** The words around it. */
  readonly near: string
  /** Undefined where it is on the pages alone. */
  readonly at: Where | undefined
}

const severities = { missing: 'error', overfull: 'warning', dropped: 'hint' } as const

/** Faults of the pages, cells left blank, charts in the text without a description of their own. */
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
  return [...faults, ...blanks(report), ...undescribed(report)].sort((a, b) => rank(a) - rank(b))
}

const rank = ({ severity }: Check | Finding): number =>
  ['error', 'warning', 'hint'].indexOf(severity)

/**
 * Checks and findings as one list, the worst first. Blank cells are told once: by the findings where
 * they name them all, else by the check.
 */
export function checkLinesOf(
  checks: readonly Check[],
  findings: readonly Finding[]
): readonly (Check | Finding)[] {
  const named = findings
    .filter(({ rule }) => rule === 'T3-BLANK' || rule === 'T3-BLANKTOTAL')
    .reduce((sum, { at }) => sum + (at.kind === 'cells' ? at.fields.length : 0), 0)
  const untold = checks.filter(({ kind, what }) => kind !== 'blank' || Number(what) > named)
  return [...untold, ...findings].sort((a, b) => rank(a) - rank(b))
}

const shown = (char: string): boolean => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(char)

function nameOf(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const char = String.fromCodePoint(code)
  return shown(char) ? `${char}（${hex}）` : hex
}

function placeOf({ from, field }: Fault): Where | undefined {
  if (field) return { kind: 'cells', fields: [field] }
  if (from?.kind === 'text') return { kind: 'text', section: from.section, from: from.from }
  return from
}

/** One line for all, which leads to the first. */
function blanks(report: Report): Check[] {
  const empty = formOf(report).fields.filter((field) => report.cells[field] === null)
  const [first] = empty
  if (!first) return []
  const at = { kind: 'cells', fields: [first] } as const
  return [{ kind: 'blank', severity: 'warning', what: String(empty.length), near: '', at }]
}

function undescribed(report: Report): Check[] {
  return textKeys.flatMap((section) =>
    passages(report.text[section]).flatMap(({ text, from }): Check[] => {
      const chart = report.charts.find(({ id }) => id === chartOf(text))
      if (!chart || chart.alt.trim() !== '') return []
      const at = { kind: 'text', section, from } as const
      return [{ kind: 'alt', severity: 'hint', what: chart.title, near: '', at }]
    })
  )
}
