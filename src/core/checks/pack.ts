import { cellRules } from './rules/cells.ts'
import { chartRules } from './rules/charts.ts'
import { leadInRules } from './rules/lead-in.ts'
import { metricRules } from './rules/metrics.ts'
import { numeralRules } from './wording/numerals.ts'
import { ownRules } from './wording/own.ts'
import { personalRules } from './wording/personal.ts'
import type { Rules } from '../findings/rule.ts'
import type { RuleId, RuleParams } from './finding.ts'
import { settingRules } from './rules/settings.ts'
import { structureRules } from './rules/structure.ts'
import { sumRules } from './rules/sums.ts'
import { textPlatformRules } from './figures/text-platforms.ts'
import { textTableRules } from './figures/text-tables.ts'
import { textYearRules } from './figures/text-years.ts'
import { wordingRules } from './wording/wording.ts'
import { yearRules } from './rules/years.ts'

/**
 * Every rule of the form of 2021, under its id. To add one: the rule with the type of its params, its
 * examples, its name and its sentence; what is missing does not compile.
 */
export const pack: Rules<RuleParams> = {
  ...sumRules,
  ...cellRules,
  ...yearRules,
  ...textYearRules,
  ...textTableRules,
  ...textPlatformRules,
  ...structureRules,
  ...leadInRules,
  ...wordingRules,
  ...numeralRules,
  ...personalRules,
  ...ownRules,
  ...metricRules,
  ...chartRules,
  ...settingRules
}

/** Rises with every change of what the rules say; written into the proof of an export. */
export const packVersion = '2021.5'

export const ruleIds = Object.keys(pack) as readonly RuleId[]

export const isRule = (id: string): id is RuleId => Object.hasOwn(pack, id)
