import { parseNumber } from '../numbers/chinese.ts'
import { claims } from '../prose/claims/claims.ts'
import { fingerprint, type FindingOf, type Place } from '../findings/finding.ts'
import { readStored, type OriginalFinding, type StoredFinding } from '../findings/original.ts'
import { isMoney } from '../form/form.ts'
import { bare } from '../prose/likeness.ts'
import { feeDecimalsOf, type Report } from '../report/report.ts'
import type { FieldId } from '../form/table.ts'
import { contradicts, dueOf } from './figures/stated.ts'
import type { Finding } from './finding.ts'

/**
 * What the reading of the original noticed, as far as it still holds. What was said of a cell's
 * number lapses when the number changes; what was said of labels and headings stays until somebody
 * accepts it. None of it is an error: the draft is worded and numbered as the form demands.
 */
export function importedFindings(report: Report): Finding[] {
  return readAll(report.imported?.findings ?? []).flatMap((finding): Finding[] => {
    const severity = finding.severity === 'error' ? 'warning' : finding.severity
    if (finding.unread) return [{ ...finding, severity }]
    const at = stillAt(report, finding)
    if (!at || isLocalLabel(report, finding)) return []
    const still = { ...finding, at, severity: isSettled(report, finding) ? 'hint' : severity }
    return [still.rule === 'D-PROSE2' ? compared(report, still) : still]
  })
}

/** By the list as it is stored, which no edit of the report changes: each is read once. */
const known = new WeakMap<readonly StoredFinding[], ReturnType<typeof readStored>[]>()

function readAll(stored: readonly StoredFinding[]): ReturnType<typeof readStored>[] {
  const read = known.get(stored) ?? stored.map(readStored)
  known.set(stored, read)
  return read
}

/** Whether the label of the original is the one that a local notice prescribes. */
function isLocalLabel({ settings }: Report, finding: OriginalFinding): boolean {
  if (finding.rule !== 'D-LABEL') return false
  const { found, statutory } = finding.params
  const local = Object.entries(settings.labels ?? {}).find(
    ([label]) => bare(label) === bare(statutory)
  )
  return local !== undefined && bare(local[1]) === bare(found)
}

/** Prose beside a table, held against the numbers as they are now. */
function compared<Params extends { readonly found: readonly string[] }>(
  report: Report,
  finding: FindingOf<'D-PROSE2', Params>
): FindingOf<'D-PROSE2', Params & { readonly differs?: readonly string[] }> {
  const differs = finding.params.found.flatMap((line) => contradictions(report, line))
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
  claims(line, report.year)
    .filter((claim) => contradicts(report.cells, claim))
    .map(({ subject, text }) => `${text}（表内 ${dueOf(report.cells, subject)}）`)

/**
 * Whether the draft has put it right already: the tables are labelled and the sections numbered by
 * the program, the fee is printed with the decimals asked for, the title is composed.
 */
function isSettled(report: Report, finding: OriginalFinding): boolean {
  switch (finding.rule) {
    case 'T2-FEEDP':
      return feeDecimalsOf(report) === finding.params.decimals
    case 'D-LABEL':
      return finding.at.kind === 'cells'
    case 'D-TITLE':
      return true
    case 'D-SEC':
      return ['numeral', 'name', 'order'].includes(finding.params.problem)
    default:
      return false
  }
}

/** The place, without the cells that have changed since; undefined where nothing is left of it. */
function stillAt(report: Report, finding: OriginalFinding): Place | undefined {
  const { at } = finding
  if (at.kind !== 'cells') return at
  const words = wordsIn(finding)
  // What earlier versions could not read of a fee is read now, and yet nobody has filled it in.
  const due = (field: FieldId, was: string) =>
    finding.rule === 'T2-INT' ? null : valueOf(field, was)
  const kept = at.fields.filter((field, i) => {
    const was = words[i]
    return was === undefined || report.cells[field] === due(field, was)
  })
  return kept.length > 0 ? { kind: 'cells', fields: kept } : undefined
}

/** The words that stood in each of the cells, where the finding is about these. */
function wordsIn(finding: OriginalFinding): readonly string[] {
  switch (finding.rule) {
    case 'T2-FEEDP':
      return [finding.params.found]
    case 'T2-INT':
    case 'T2-NONNEG':
    case 'T3-NONNEG':
    case 'D-NUMFMT':
      return finding.params.found
    default:
      return []
  }
}

/** What the reading made of the words in a cell. */
function valueOf(field: FieldId, words: string): number | null {
  const reading = parseNumber(words, { money: isMoney(field) })
  return reading.kind === 'number' ? reading.value : null
}
