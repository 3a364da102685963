import type { Severity } from '../../core/findings/finding.ts'
import { exampleOptions, exampleReport, examples } from '../../core/checks/examples/examples.ts'
import type { Example } from '../../core/checks/examples/example.ts'
import { pack } from '../../core/checks/pack.ts'
import { isOfSums, type Finding, type RuleId } from '../../core/checks/finding.ts'
import { validate } from '../../core/checks/validate.ts'
import { sentence, type FindingSentence } from './findings.ts'
import { ruleNames } from './rule-names.ts'

/** The page that explains a rule, made from the rule pack alone. */

/** A rule explained: what it asks, on what ground, and by examples what it says. */
export interface RulePage {
  readonly id: RuleId
  readonly name: string
  readonly severity: Severity
  readonly asks: string
  /** A clause, or the practice it was learnt from. */
  readonly ground: string
  /**
   * Errors must be mended; a warning can be answered with a reason; a hint asks for nothing. What
   * only the reading of an original can tell says so.
   */
  readonly answer: string
  /** Whether only the reading of an original can tell. */
  readonly ofOriginals: boolean
  readonly passes: readonly string[]
  readonly faults: readonly { readonly note: string; readonly says: FindingSentence }[]
}

const answers: Record<Severity, string> = {
  error: '改正后才能报送。',
  warning: '改正，或说明理由。',
  hint: '供参考，可不修改。'
}

export function rulePage(id: RuleId): RulePage {
  const { severity, asks, ground, ofOriginals } = pack[id]
  const { pass, fail } = examples[id]
  return {
    id,
    name: ruleNames[id],
    severity,
    asks,
    ground,
    answer: answers[severity] + (ofOriginals ? '只在导入原文时检查。' : ''),
    ofOriginals: ofOriginals === true,
    passes: pass.map(({ note }) => note),
    faults: fail.flatMap((example) => {
      const says = saidOf(id, example)
      return says ? [{ note: example.note, says }] : []
    })
  }
}

function saidOf(id: RuleId, example: Example): FindingSentence | undefined {
  const report = exampleReport(example)
  const finding = validate(report, exampleOptions(example)).find((one) => involves(one, id))
  return finding && sentence(finding, report)
}

/** A finding about sums goes by the strongest of its rules and names them all. */
const involves = (finding: Finding, id: RuleId): boolean =>
  finding.rule === id || (isOfSums(finding) && finding.params.rules.some((one) => one === id))
