import { solve, type Solution } from '../sums/solve.ts'
import { fingerprint, idsAt, type Place, type Severity } from '../findings/finding.ts'
import { isOfPlatforms, type Finding, type KnownFinding, type RuleId } from './finding.ts'
import type { Report } from '../report/report.ts'
import { importedFindings } from './imported.ts'
import { pack, ruleIds } from './pack.ts'
import type { Facts, RefusedText } from '../findings/rule.ts'
import type { OwnWord } from '../findings/own-words.ts'
import { remembered } from '../prose/remembered.ts'
import { choiceOf, ignoredSettings } from './settings.ts'
import type { PastYear } from '../form/cells.ts'
import { spots, type Spot } from '../form/outline.ts'
import type { FieldId } from '../form/table.ts'
import { formOf, tableOf } from '../form/form.ts'

export interface ValidateOptions {
  /** The sums of these cells, where they are solved already. */
  readonly solution?: Solution
  /** The unit's earlier years, as far as the library knows them: what is unusual against them. */
  readonly history?: readonly PastYear[]
  /** The day of checking, `2026-01-18`; without it nothing is said about deadlines. */
  readonly today?: string
  /** The office's own list of words; what is not in it is not judged. */
  readonly own?: readonly OwnWord[]
  /** What was typed in number fields and refused; a stored report has none. */
  readonly refused?: readonly RefusedText[]
}

/**
 * All that the rules have to say about a report: errors, warnings, hints, each in the order of the
 * report. What somebody accepted is in it too; waivers.ts tells the two apart. Broken sums with one
 * explanation are one finding.
 */
export function validate(
  report: Report,
  { solution = solve(formOf(report), report), history, today, own, refused }: ValidateOptions = {}
): Finding[] {
  const facts: Facts = {
    report,
    ...solution,
    ignored: ignoredSettings(report),
    ...(history && { history }),
    ...(today !== undefined && { today }),
    ...(own && { own }),
    ...(refused && { refused })
  }
  const off = (id: string): boolean => choiceOf(report, id) === 'off'
  const found = ruleIds.flatMap((id) => (off(id) ? [] : findingsOf(id, facts)))
  const known = new Set(found.map((finding) => finding.fingerprint))
  const imported = importedFindings(report).filter(
    (finding) => !off(finding.rule) && !known.has(finding.fingerprint)
  )
  return [...found, ...imported]
    .map((finding) => ({ finding, rank: rankOf(facts, finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => withSeverity(report, finding))
}

/** What a rule finds, named. Of equal findings (a slip made twice) each is one of its own. */
function findingsOf<Id extends RuleId>(rule: Id, facts: Facts): KnownFinding<Id>[] {
  const { severity, check } = pack[rule]
  const hits = check?.(facts) ?? []
  if (hits.length === 0) return []
  const { report } = facts
  const seen = new Map<string, number>()
  return hits.map((hit) => {
    const { at, params } = hit
    const said = [rule, idsAt(at).join(), JSON.stringify(params), ...wholeText(at, report)]
    const key = fingerprint(...said)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    const mark = before === 0 ? key : fingerprint(...said, String(before))
    return { rule, severity: hit.severity ?? severity, at, params, fingerprint: mark }
  })
}

/**
 * The words of a section, where a finding is about all of it: what was accepted of one text says
 * nothing of another. Figures, punctuation and white space may change.
 */
const wholeText = (at: Place, { text }: Report): string[] =>
  at.kind === 'text' && at.from === undefined ? [wordsOf(text[at.section])] : []

const wordsOf = remembered((text) => fingerprint(text.replace(/[\s\p{P}\p{N}]/gu, '')))

function severityOf(report: Report, { rule, severity }: Finding): Severity {
  const choice = choiceOf(report, rule)
  return choice === undefined || choice === 'off' ? severity : choice
}

const withSeverity = (report: Report, finding: Finding): Finding => {
  const severity = severityOf(report, finding)
  return severity === finding.severity ? finding : { ...finding, severity }
}

const severityRank = { error: 0, warning: 1, hint: 2 } as const
const spotRank = new Map<Spot, number>(spots.map((spot, i) => [spot, i]))

/** Severity, then section, then place in the section; ties keep the order of the pack. */
function rankOf({ report, numbers }: Facts, finding: Finding): number {
  const { at } = finding
  const spot = spotOfPlace(finding)
  const within =
    at.kind === 'cells'
      ? (numbers.matrix.indexOf.get(at.fields[0] as FieldId) ?? 0)
      : at.kind === 'text'
        ? (at.from ?? 0)
        : 0
  const section = spot === undefined ? -1 : (spotRank.get(spot) ?? 0)
  return severityRank[severityOf(report, finding)] * 1e9 + (section + 1) * 1e7 + within
}

/** The part of the report that a finding lies in; undefined for the report as a whole. */
export function spotOfPlace(finding: Finding): Spot | undefined {
  const { at } = finding
  switch (at.kind) {
    case 'cells':
      return at.fields[0] ? tableOf(at.fields[0]) : undefined
    case 'text':
      return at.section
    case 'metric':
      return 'platforms'
    case 'report':
      // An account or a chart without figures is a platform's; a quote may stand in the unit's name.
      return isOfPlatforms(finding) ? 'platforms' : undefined
  }
}
