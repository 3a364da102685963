import type { FindingsOf } from '../findings/finding.ts'
import type { UnreadFinding } from '../findings/original.ts'
import type { TextPlatformParams } from './figures/text-platforms.ts'
import type { TextTableParams } from './figures/text-tables.ts'
import type { TextYearParams } from './figures/text-years.ts'
import type { CellParams } from './rules/cells.ts'
import type { ChartParams } from './rules/charts.ts'
import type { LeadInParams } from './rules/lead-in.ts'
import { doubtedBy, metricRules, type MetricParams } from './rules/metrics.ts'
import type { SettingParams } from './rules/settings.ts'
import type { StructureParams } from './rules/structure.ts'
import type { BalanceRule, SumParams } from './rules/sums.ts'
import type { YearParams } from './rules/years.ts'
import type { NumeralParams } from './wording/numerals.ts'
import type { OwnParams } from './wording/own.ts'
import type { PersonalParams } from './wording/personal.ts'
import { wordingRules, type WordingParams } from './wording/wording.ts'

/** The params of the findings of every rule, by the id of the rule. Each rule declares its own. */
export interface RuleParams
  extends
    SumParams,
    CellParams,
    YearParams,
    TextYearParams,
    TextTableParams,
    TextPlatformParams,
    StructureParams,
    LeadInParams,
    WordingParams,
    NumeralParams,
    PersonalParams,
    OwnParams,
    MetricParams,
    ChartParams,
    SettingParams {}

export type RuleId = keyof RuleParams

/** A finding of a rule that this version knows: its `rule` tells which params it has. */
export type KnownFinding<Id extends RuleId = RuleId> = FindingsOf<RuleParams, Id>

/**
 * Something that was found in a report: by a rule, or by the reading of its original. Of what a file
 * of another version says nothing is known but its place: it is `unread`.
 */
export type Finding = KnownFinding | UnreadFinding

/** Whether a finding is about broken sums: it goes by the strongest of its rules and names them all. */
export const isOfSums = (finding: Finding): finding is FindingsOf<SumParams, BalanceRule> =>
  !finding.unread &&
  (finding.rule === 'T3-BAL' ||
    finding.rule === 'T3-SUM' ||
    finding.rule === 'T3-ROW' ||
    finding.rule === 'T4-SUM')

/** Whether a finding is about a platform or one of its figures, apart from charts. */
const isOfFigures = (finding: Finding): finding is FindingsOf<MetricParams> =>
  !finding.unread && Object.hasOwn(metricRules, finding.rule)

/** Whether a finding is about platforms, their figures or the charts of these. */
export const isOfPlatforms = (finding: Finding): boolean =>
  !finding.unread &&
  (isOfFigures(finding) || finding.rule === 'P-CHART' || finding.rule === 'P-HEADS')

/** Whether a finding is about words and marks alone, not about what the text says. */
export const isOfWording = (finding: Finding): boolean =>
  !finding.unread && Object.hasOwn(wordingRules, finding.rule)

/** The figures that findings doubt, by their ids. */
export const doubtedFigures = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.filter(isOfFigures).flatMap(doubtedBy))
