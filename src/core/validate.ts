import { causesOf } from './causes.ts'
import { fingerprint, type Finding, type Place, type Severity } from './finding.ts'
import type { Report } from './report.ts'
import { indexOf, numbersOf, sumsOf } from './rules/balances.ts'
import { importedFindings } from './rules/imported.ts'
import { pack, ruleIds } from './rules/pack.ts'
import type { Facts, Hit, Rule } from './rules/rule.ts'
import { spots, type Spot } from './outline.ts'
import type { FieldId } from './table.ts'
import { tableOf } from './form.ts'

export interface ValidateOptions {
  /** Cells typed lately, newest first: of equal suspects, the likelier ones. */
  readonly recent?: readonly FieldId[]
}

/**
 * All that the rules have to say about a report: errors, warnings, hints, each in the order of the
 * report. What somebody accepted is in it too; waivers.ts tells the two apart. Broken sums with one
 * explanation are one finding.
 */
export function validate(report: Report, { recent }: ValidateOptions = {}): Finding[] {
  const numbers = numbersOf(report.cells)
  const sums = sumsOf(numbers)
  const causes = causesOf(report, numbers, sums, recent)
  const facts: Facts = { report, numbers, sums, causes }
  const found = ruleIds.flatMap((id) => {
    const rule: Rule = pack[id]
    if (!rule.check || report.settings.rules[id] === 'off') return []
    return rule.check(facts).map((hit) => findingOf(id, rule, hit))
  })
  const known = new Set(found.map((finding) => finding.fingerprint))
  const imported = importedFindings(report).filter(
    (finding) => report.settings.rules[finding.rule] !== 'off' && !known.has(finding.fingerprint)
  )
  return [...found, ...imported]
    .map((finding) => ({ finding, rank: rankOf(report, finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => withSeverity(report, finding))
}

function findingOf(rule: string, { severity }: Rule, hit: Hit): Finding {
  const { at, params } = hit
  return {
    rule,
    severity: hit.severity ?? severity,
    at,
    params,
    fingerprint: fingerprint(rule, marks(at), JSON.stringify(params))
  }
}

/** What of a place a waiver is bound to: not the offsets, which move with every word before them. */
function marks(at: Place): string {
  switch (at.kind) {
    case 'cells':
      return at.fields.join()
    case 'text':
      return at.section
    case 'metric':
      return at.id
    case 'report':
      return ''
  }
}

function severityOf(report: Report, { rule, severity }: Finding): Severity {
  const chosen = report.settings.rules[rule]
  return chosen === undefined || chosen === 'off' ? severity : chosen
}

const withSeverity = (report: Report, finding: Finding): Finding => {
  const severity = severityOf(report, finding)
  return severity === finding.severity ? finding : { ...finding, severity }
}

const severityRank = { error: 0, warning: 1, hint: 2 } as const
const spotRank = new Map<Spot, number>(spots.map((spot, i) => [spot, i]))

/** Severity, then section, then place in the section; ties keep the order of the pack. */
function rankOf(report: Report, finding: Finding): number {
  const { at } = finding
  const spot = spotOf(at)
  const within =
    at.kind === 'cells'
      ? (indexOf.get(at.fields[0] as FieldId) ?? 0)
      : at.kind === 'text'
        ? (at.from ?? 0)
        : 0
  const section = spot === undefined ? -1 : (spotRank.get(spot) ?? 0)
  return severityRank[severityOf(report, finding)] * 1e9 + (section + 1) * 1e7 + within
}

/** The part of the report that a place lies in; undefined for the report as a whole. */
export function spotOf(at: Place): Spot | undefined {
  switch (at.kind) {
    case 'cells':
      return at.fields[0] ? tableOf(at.fields[0]) : undefined
    case 'text':
      return at.section
    case 'metric':
      return 'platforms'
    case 'report':
      return undefined
  }
}
