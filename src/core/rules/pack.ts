import { cellRules } from './cells.ts'
import { chartRules } from './charts.ts'
import { leadInRules } from './lead-in.ts'
import { metricRules } from './metrics.ts'
import { numeralRules } from './numerals.ts'
import { personalRules } from './personal.ts'
import type { Rule } from './rule.ts'
import { settingRules } from './settings.ts'
import { structureRules } from './structure.ts'
import { sumRules } from './sums.ts'
import { textTableRules } from './text-tables.ts'
import { textYearRules } from './text-years.ts'
import { wordingRules } from './wording.ts'
import { yearRules } from './years.ts'

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
