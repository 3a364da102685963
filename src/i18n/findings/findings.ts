import type { Finding } from '../../core/findings/finding.ts'
import type { Report } from '../../core/report/report.ts'
import { isRule, type RuleId } from '../../core/checks/pack.ts'
import { spotOfPlace } from '../../core/checks/validate.ts'
import { cellSentences, sumSentences, textYearSentences, yearSentences } from './cells.ts'
import { chartSentences, metricSentences } from './metrics.ts'
import { placeName, platformsName } from './place.ts'
import {
  leadInSentences,
  numeralSentences,
  personalSentences,
  structureSentences,
  wordingSentences
} from './prose.ts'
import { settingSentences } from './settings.ts'
import { textTableSentences } from './text-tables.ts'
import { told, type SentenceOf } from './read.ts'
import { equationWords, type EquationWords } from './equations.ts'

/** A rule without a sentence does not compile. */
const sentences: Record<RuleId, SentenceOf> = {
  ...sumSentences,
  ...cellSentences,
  ...yearSentences,
  ...textYearSentences,
  ...textTableSentences,
  ...structureSentences,
  ...leadInSentences,
  ...wordingSentences,
  ...numeralSentences,
  ...personalSentences,
  ...metricSentences,
  ...chartSentences,
  ...settingSentences
}

/** A finding in words. */
export interface FindingSentence {
  readonly title: string
  /** Where it stands, as in 表三 自然人 · 1.本机关不掌握相关政府信息. */
  readonly place: string
  /** One sentence or two of why. */
  readonly why?: string
  /** The sums that are not equal, where it is about sums. */
  readonly equations: readonly EquationWords[]
}

/** Rules about an account itself, at whichever of its figures they stand. */
const ofAccounts: readonly string[] = ['P-ACCOUNT', 'P-CLOSEDATE']

/** What a finding says of this report. A rule that only a newer version knows is named by its id. */
export function sentence(finding: Finding, report: Report): FindingSentence {
  const facts = told(finding, report)
  const said = isRule(finding.rule)
    ? sentences[finding.rule](facts)
    : { title: `本版不认识的检查项 ${finding.rule}`, why: '由别的版本写入，留着不动。' }
  const { rule, at } = finding
  const whole = at.kind === 'report' || ofAccounts.includes(rule)
  const place =
    whole && spotOfPlace(finding) === 'platforms' ? platformsName : placeName(at, report)
  return { ...said, place, equations: equationWords(facts) }
}
