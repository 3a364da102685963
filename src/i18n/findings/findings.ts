import type { Report } from '../../core/report/report.ts'
import {
  isOfSums,
  type Finding,
  type KnownFinding,
  type RuleId,
  type RuleParams
} from '../../core/checks/finding.ts'
import { formOf } from '../../core/form/form.ts'
import { isRule } from '../../core/checks/pack.ts'
import { spotOfPlace } from '../../core/checks/validate.ts'
import { cellSentences, sumSentences, textYearSentences, yearSentences } from './cells.ts'
import { chartSentences, metricSentences } from './metrics.ts'
import { placeName, platformsName } from './place.ts'
import {
  leadInSentences,
  numeralSentences,
  ownSentences,
  personalSentences,
  structureSentences,
  wordingSentences
} from './prose.ts'
import { settingSentences } from './settings.ts'
import { textPlatformSentences, textTableSentences } from './text-tables.ts'
import { ruleNames } from './rule-names.ts'
import type { FindingWords, LabelledValue, Sentences, FindingPlace } from './sentence.ts'
import { equationWords, type EquationWords } from './equations.ts'

/** A rule without a sentence does not compile. */
const sentences: Sentences<RuleParams> = {
  ...sumSentences,
  ...cellSentences,
  ...yearSentences,
  ...textYearSentences,
  ...textTableSentences,
  ...textPlatformSentences,
  ...structureSentences,
  ...leadInSentences,
  ...wordingSentences,
  ...numeralSentences,
  ...personalSentences,
  ...ownSentences,
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
  /** Both sides of a contradiction. */
  readonly values?: readonly LabelledValue[]
  /** The sums that are not equal, where it is about sums. */
  readonly equations: readonly EquationWords[]
}

const wordsOf = <Id extends RuleId>(finding: KnownFinding<Id>, where: FindingPlace): FindingWords =>
  sentences[finding.rule](finding.params, where)

/** Of what another version wrote only the rule can be told, and where it stands. */
const unreadWords = (rule: string): FindingWords => ({
  title: isRule(rule)
    ? `检查项“${ruleNames[rule]}”有一处，当前版本无法读取`
    : `当前版本没有检查项 ${rule}`,
  why: '由其他版本写入，予以保留。'
})

/** What a finding says of this report. */
export function sentence(finding: Finding, report: Report): FindingSentence {
  const { rule, at } = finding
  const where = { report, form: formOf(report), at, fields: at.kind === 'cells' ? at.fields : [] }
  const said = finding.unread ? unreadWords(rule) : wordsOf(finding, where)
  // About an account itself, at whichever of its figures it stands.
  const whole = at.kind === 'report' || rule === 'P-ACCOUNT' || rule === 'P-CLOSEDATE'
  const place =
    whole && spotOfPlace(finding) === 'platforms' ? platformsName : placeName(at, report)
  return {
    ...said,
    place,
    equations: isOfSums(finding) ? equationWords(report, finding.params) : []
  }
}
