import type { Finding, RuleId } from './finding.ts'
import { isRule } from './pack.ts'

/**
 * Why something that a rule finds may stay as it is. `number`: the number is right. `change`: it is,
 * though far from those of other years. `alike`: it is, though it equals last year's. `blank`: it
 * cannot be filled in yet. `scope`: the two count different things. `wording`: the words are right.
 * `person`: the name may be published. `content`: nothing has to be added. `again`: what was so last
 * year is so still. `kept`: what is there is right.
 */
export type Answer =
  | 'number'
  | 'change'
  | 'alike'
  | 'blank'
  | 'scope'
  | 'wording'
  | 'person'
  | 'content'
  | 'again'
  | 'kept'

/** How the findings of each rule are answered where they are not mended. */
const answers = {
  'T3-BAL': 'number',
  'T3-SUM': 'number',
  'T3-ROW': 'number',
  'T4-SUM': 'number',
  'T3-SPLIT': 'number',
  'T3-SHIFT': 'number',
  'N-TEXT': 'number',
  // Of a number that was typed they are errors: a warning of theirs is about a blank cell.
  'T3-NONNEG': 'blank',
  'T2-NONNEG': 'blank',
  'T2-INT': 'blank',
  'T3-BLANK': 'blank',
  'T3-BLANKTOTAL': 'blank',
  'T3-ROWSET': 'kept',
  'T2-FEEDP': 'number',
  'T2-FEEUNIT': 'number',
  'T2-REG-AUTH': 'number',
  'T2-VALID-GE': 'number',
  'T2-NOAUTH': 'number',

  'Y-CARRY': 'scope',
  'Y-VALID': 'scope',
  'Y-JUMP': 'change',
  'Y-UNUSUAL': 'change',
  'Y-SAME': 'alike',
  'Y-TEXTDUP': 'again',
  'Y-TEXTOLD': 'again',
  'Y-TITLEYEAR': 'kept',
  'Y-TEXTYEAR': 'wording',
  'Y-EARLY': 'kept',
  'Y-PERIOD': 'kept',

  'X-NEW': 'scope',
  'X-DONE': 'scope',
  'X-IN': 'scope',
  'X-OUT': 'scope',
  'X-NAT': 'scope',
  'X-LEG': 'scope',
  'X-CLASS': 'scope',
  'X-FLOW': 'scope',
  'X-PCT': 'scope',
  'X-GROWTH': 'scope',
  'X-REV': 'scope',
  'X-LIT': 'scope',
  'X-WIN': 'scope',
  'X-T2': 'scope',
  'X-SPLIT': 'scope',
  'X-ROLLTXT': 'scope',
  'X-NOZERO': 'scope',
  'X-FIGURE': 'scope',

  'D-SEC': 'content',
  'D-FIVE': 'content',
  'D-GOV': 'content',
  'D-S5': 'content',
  'D-S6': 'content',
  'D-GENERIC': 'kept',
  'D-TITLE': 'kept',
  'D-LABEL': 'kept',
  'D-LEADIN': 'content',
  'D-PARTS': 'kept',
  'D-PROSE2': 'content',
  'D-TPLRESID': 'kept',
  'D-DOWNLOAD': 'content',
  'D-DEADLINE': 'kept',
  'D-TYPO': 'wording',
  'D-UNIT': 'wording',
  'D-ORDER': 'wording',
  'D-DATE': 'wording',
  'D-CITE': 'wording',
  'D-PLACE': 'wording',
  'D-SENS': 'wording',
  'D-NUMFMT': 'wording',
  'D-UNITWORD': 'wording',
  'D-OWN': 'wording',
  'D-NAME': 'person',
  'D-PRIV': 'person',

  'P-FOLLOW': 'scope',
  'P-TOTAL': 'scope',
  'P-FALL': 'scope',
  'P-PARTS': 'scope',
  'P-MONTHS': 'scope',
  'P-SCALE': 'number',
  'P-NEGATIVE': 'number',
  'P-ODD': 'number',
  'P-CLOSED': 'number',
  'P-CLOSEDATE': 'content',
  'P-TWICE': 'kept',
  'P-ACCOUNT': 'kept',
  'P-CHART': 'kept',
  'P-HEADS': 'kept',
  'P-QUOTE': 'kept',
  'SET-IGNORED': 'kept'
} satisfies Record<RuleId, Answer>

/** How a finding is answered where it may stay; of a rule that this version does not know like most. */
export const answerTo = ({ rule }: Pick<Finding, 'rule'>): Answer =>
  isRule(rule) ? answers[rule] : 'kept'
