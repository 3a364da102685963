import { parseNumber } from '../numbers/chinese.ts'
import { claims } from '../prose/claims/claims.ts'
import { fingerprint, type Finding, type Place } from '../findings/finding.ts'
import { isField, isMoney } from '../form/form.ts'
import { bare } from '../prose/likeness.ts'
import { feeDecimalsOf, type Report } from '../report/report.ts'
import type { FieldId } from '../form/table.ts'
import { sumsMeant } from './figures/stated.ts'

/**
 * What the reading of the original noticed, as far as it still holds. What was said of a cell's
 * number lapses when the number changes; what was said of labels and headings stays until somebody
 * accepts it. None of it is an error: the draft is worded and numbered as the form demands.
 */
export function importedFindings(report: Report): Finding[] {
  return (report.imported?.findings ?? []).flatMap((finding): Finding[] => {
    const at = stillAt(report, finding)
    if (!at || isLocalLabel(report, finding)) return []
    const severity = settled(report, finding)
      ? 'hint'
      : finding.severity === 'error'
        ? 'warning'
        : finding.severity
    return [compared(report, { ...finding, severity, at })]
  })
}

/** Whether the label of the original is the one that a local notice prescribes. */
function isLocalLabel({ settings: { labels = {} } }: Report, { rule, params }: Imported): boolean {
  if (rule !== 'D-LABEL') return false
  const local = Object.entries(labels).find(
    ([statutory]) => bare(statutory) === bare(String(params['statutory']))
  )
  return local !== undefined && bare(local[1]) === bare(String(params['found']))
}

/** Prose beside a table, held against the numbers as they are now. */
function compared(report: Report, finding: Finding): Finding {
  if (finding.rule !== 'D-PROSE2') return finding
  const lines = [finding.params['found'] ?? []].flat().map(String)
  const differs = lines.flatMap((line) => contradictions(report, line))
  if (differs.length === 0) return finding
  return {
    ...finding,
    severity: 'warning',
    params: { ...finding.params, differs },
    fingerprint: fingerprint(finding.fingerprint, ...differs)
  }
}

/** What a text states otherwise than the tables, in the words of both: 行政许可15件（表内 130）. */
const contradictions = (report: Report, line: string): string[] =>
  claims(line, report.year).flatMap(({ subject, value, text }) => {
    const meant = sumsMeant(report.cells, subject)
    return meant.length === 0 || meant.includes(value) ? [] : [`${text}（表内 ${meant[0]}）`]
  })

/**
 * Whether the draft has put it right already: the tables are labelled and the sections numbered by
 * the program, the fee is printed with the decimals asked for, the title is composed.
 */
function settled(report: Report, { rule, at, params }: Imported): boolean {
  switch (rule) {
    case 'T2-FEEDP':
      return feeDecimalsOf(report) === params['decimals']
    case 'D-LABEL':
      return at.kind === 'cells'
    case 'D-TITLE':
      return typeof params['statutory'] === 'string'
    case 'D-SEC':
      return params['problem'] === 'numeral' || params['problem'] === 'order'
    default:
      return false
  }
}

type Imported = NonNullable<Report['imported']>['findings'][number]

/** Rules whose finding is about the words that stood in a cell, given in `found`. */
const aboutNumbers = ['T2-FEEDP', 'T2-INT', 'T3-NONNEG', 'T2-NONNEG', 'D-NUMFMT', 'T3-BLANK']

/** The place, without the cells that have changed since; undefined where nothing is left of it. */
function stillAt(report: Report, { rule, at, params }: Imported): Place | undefined {
  if (at.kind !== 'cells') {
    if (at.kind !== 'text') return at
    const words = params['found']
    return typeof words === 'string' && !report.text[at.section].includes(words) ? undefined : at
  }
  const fields = at.fields.filter(isField)
  if (!aboutNumbers.includes(rule)) return fields.length > 0 ? { kind: 'cells', fields } : undefined
  const found = [params['found'] ?? []].flat()
  const kept = fields.filter((field) => {
    const words = found[at.fields.indexOf(field)]
    // What earlier versions could not read of a fee is read now, and yet nobody has filled it in.
    const due = rule === 'T2-INT' ? null : valueOf(field, String(words))
    return words === undefined || report.cells[field] === due
  })
  return kept.length > 0 ? { kind: 'cells', fields: kept } : undefined
}

/** What the reading made of the words in a cell. */
function valueOf(field: FieldId, words: string): number | null {
  const reading = parseNumber(words, { money: isMoney(field) })
  return reading.kind === 'number' ? reading.value : null
}
