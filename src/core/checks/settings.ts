import { deadlineOf, localDeadline } from '../duties/deadlines.ts'
import type { Severity } from '../findings/finding.ts'
import { feeDecimalsOf, severities, type Report } from '../report/report.ts'
import { isRule, pack } from './pack.ts'
import type { IgnoredSetting } from '../findings/rule.ts'

/**
 * What an office's settings mean. A file keeps every setting that it came with, also one of a newer
 * version or of another hand; what it means is settled here, on use.
 */

/** What an office may make of a rule. */
export type Choice = Severity | 'off'

const choices: readonly string[] = ['off', ...severities]
const isChoice = (value: string): value is Choice => choices.includes(value)
/** From the weakest to the strongest. */
const strength = ['off', 'hint', 'warning', 'error'] as const
const weaker = (choice: Choice, severity: Severity): boolean =>
  strength.indexOf(choice) < strength.indexOf(severity)

function ignoredBecause(id: string, value: string): IgnoredSetting['why'] | undefined {
  if (!isRule(id)) return 'unknownRule'
  if (!isChoice(value)) return 'unknownValue'
  const rule = pack[id]
  if (!weaker(value, rule.severity)) return undefined
  return rule.statutory ? 'statutory' : rule.fixed ? 'fixed' : undefined
}

/** What the office has made of a rule; undefined where it has not, or where that does not count. */
export function choiceOf({ settings }: Report, id: string): Choice | undefined {
  // A rule may be called like something that every object has.
  const value = Object.hasOwn(settings.rules, id) ? settings.rules[id] : undefined
  if (value === undefined || ignoredBecause(id, value)) return undefined
  return isChoice(value) ? value : undefined
}

/** Every setting that is kept and not applied, each with the reason. */
export function ignoredSettings(report: Report): IgnoredSetting[] {
  const { rules, deadline, feeDecimals } = report.settings
  const found = Object.entries(rules).flatMap(([rule, value]): IgnoredSetting[] => {
    const why = ignoredBecause(rule, value)
    return why ? [{ setting: 'rules', rule, value, why }] : []
  })
  if (feeDecimals !== null && feeDecimalsOf(report) === null) {
    const value = String(feeDecimals)
    found.push({ setting: 'feeDecimals', rule: '', value, why: 'unknownValue' })
  }
  if (deadline !== '') {
    const date = localDeadline(report)
    const why = date === undefined ? 'noDate' : 'later'
    if (date === undefined || date > deadlineOf(report, '').date) {
      found.push({ setting: 'deadline', rule: '', value: deadline, why })
    }
  }
  return found
}
