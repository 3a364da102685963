import type { Finding, Severity } from '../../core/finding.ts'
import { exampleReport, examples } from '../../core/rules/examples.ts'
import type { Example } from '../../core/rules/examples/example.ts'
import { pack, type RuleId } from '../../core/rules/pack.ts'
import { validate } from '../../core/validate.ts'
import { sentence, type Sentence } from '../findings.ts'

/** The page that explains a rule, made from the rule pack alone. */

/** What each rule is called. */
export const ruleNames: Record<RuleId, string> = {
  'T3-BAL': '表三各列的勾稽',
  'T3-SUM': '表三各列的合计',
  'T3-ROW': '表三各行的总计',
  'T4-SUM': '表四各组的总计',
  'T3-SPLIT': '一个数拆进两格',
  'T3-SHIFT': '申请人类别错了一列',
  'T3-NONNEG': '表三、表四的数从 0 起',
  'T3-BLANK': '没有填的格',
  'T3-BLANKTOTAL': '没有填的总计',
  'T3-ROWSET': '表三的行与格式不同',
  'T2-NONNEG': '表二的数从 0 起',
  'T2-INT': '表二的件数是整数',
  'T2-FEEDP': '收费金额的小数位数',
  'T2-FEEUNIT': '收费金额的单位',
  'T2-REG-AUTH': '规章的制定权',
  'T2-VALID-GE': '现行有效不少于本年制发',
  'T2-NOAUTH': '规范性文件的制发权',
  'Y-CARRY': '上年结转与上年报告一致',
  'Y-VALID': '现行有效件数与上年衔接',
  'Y-JUMP': '与上年相差悬殊',
  'Y-SAME': '整张表与上年相同',
  'Y-TEXTDUP': '文字与上年雷同',
  'Y-TEXTOLD': '上年的句子没有改',
  'Y-TITLEYEAR': '标题的年份',
  'Y-TEXTYEAR': '正文的年份',
  'Y-PERIOD': '统计期限',
  'X-NEW': '正文的新收件数',
  'X-DONE': '正文的办结件数',
  'X-IN': '正文的上年结转',
  'X-OUT': '正文的结转下年',
  'X-NAT': '正文的自然人件数',
  'X-LEG': '正文的法人件数',
  'X-CLASS': '正文的各类答复',
  'X-PCT': '正文的占比',
  'X-REV': '正文的行政复议件数',
  'X-LIT': '正文的行政诉讼件数',
  'X-WIN': '“均维持”“零败诉”',
  'X-T2': '正文与表二',
  'X-SPLIT': '“共 N 条，其中”',
  'X-NOZERO': '“未收到申请”',
  'D-SEC': '六个部分',
  'D-FIVE': '总体情况的五个方面',
  'D-GOV': '考核、评议和责任追究',
  'D-S5': '存在的主要问题及改进情况',
  'D-S6': '信息处理费',
  'D-GENERIC': '内容泛化',
  'D-TITLE': '标题',
  'D-LABEL': '表格的名称',
  'D-LEADIN': '引言',
  'D-PROSE2': '表格之外的文字',
  'D-TPLRESID': '格式的提示语',
  'D-TYPO': '别字和标点',
  'D-NUMFMT': '数字的写法',
  'D-NAME': '个人姓名',
  'D-PRIV': '个人信息',
  'D-UNITWORD': '概数的写法',
  'P-FOLLOW': '关注数与上年衔接',
  'P-TOTAL': '累计数与上年衔接',
  'P-PARTS': '分项不超过总数',
  'P-MONTHS': '各月与全年',
  'P-SCALE': '差十倍或一万倍',
  'P-FALL': '累计数减少',
  'P-NEGATIVE': '平台数据是负数',
  'P-CLOSED': '关停后仍有发布',
  'P-CLOSEDATE': '关停日期',
  'P-TWICE': '一项指标有两个数',
  'P-ACCOUNT': '同一账号列了两次',
  'P-CHART': '图的数据',
  'P-HEADS': '人数相加',
  'P-QUOTE': '正文引用的数和图'
}

/** A rule explained: what it asks, on what ground, and by examples what it says. */
export interface RulePage {
  readonly id: RuleId
  readonly name: string
  readonly severity: Severity
  readonly source: string
  /** Errors must be mended; a warning can be answered with a reason; a hint asks for nothing. */
  readonly answer: string
  readonly passes: readonly string[]
  readonly faults: readonly { readonly note: string; readonly says: Sentence }[]
}

const answers: Record<Severity, string> = {
  error: '改正后才能报送。',
  warning: '改正，或者说明理由。',
  hint: '供参考，可以不改。'
}

export function rulePage(id: RuleId): RulePage {
  const { severity, source } = pack[id]
  const { pass, fail } = examples[id]
  return {
    id,
    name: ruleNames[id],
    severity,
    source,
    answer: answers[severity],
    passes: pass.map(({ note }) => note),
    faults: fail.flatMap((example) => {
      const says = saidOf(id, example)
      return says ? [{ note: example.note, says }] : []
    })
  }
}

function saidOf(id: RuleId, example: Example): Sentence | undefined {
  const report = exampleReport(example)
  const finding = validate(report).find((one) => involves(one, id))
  return finding && sentence(finding, report)
}

/** A finding about sums goes by the strongest of its rules and names them all. */
const involves = ({ rule, params }: Finding, id: RuleId): boolean =>
  rule === id || [params['rules'] ?? []].flat().some((one) => one === id)
