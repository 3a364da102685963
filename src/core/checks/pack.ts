import { cellRules } from './rules/cells.ts'
import { chartRules } from './rules/charts.ts'
import { leadInRules } from './rules/lead-in.ts'
import { metricRules } from './rules/metrics.ts'
import { numeralRules } from './wording/numerals.ts'
import { personalRules } from './wording/personal.ts'
import type { Rule } from '../findings/rule.ts'
import { settingRules } from './rules/settings.ts'
import { structureRules } from './rules/structure.ts'
import { sumRules } from './rules/sums.ts'
import { textTableRules } from './figures/text-tables.ts'
import { textYearRules } from './figures/text-years.ts'
import { wordingRules } from './wording/wording.ts'
import { yearRules } from './rules/years.ts'

/** Every rule of the form of 2021, under its id. To add one: here, its examples, its sentence. */
export const pack = {
  ...sumRules,
  ...cellRules,
  ...yearRules,
  ...textYearRules,
  ...textTableRules,
  ...structureRules,
  ...leadInRules,
  ...wordingRules,
  ...numeralRules,
  ...personalRules,
  ...metricRules,
  ...chartRules,
  ...settingRules
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof pack

/** Rises with every change of what the rules say; written into the proof of an export. */
export const packVersion = '2021.3'

export const ruleIds = Object.keys(pack) as readonly RuleId[]

export const isRule = (id: string): id is RuleId => Object.hasOwn(pack, id)
