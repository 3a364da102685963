import type { Subject } from '../../core/prose/claims/naming/subjects.ts'
import type { OtherThanTables } from '../../core/checks/figures/text-cells.ts'
import type { TextTableParams } from '../../core/checks/figures/text-tables.ts'
import { formatMoney, fenOf } from '../../core/numbers/money.ts'
import type { TextPlatformParams } from '../../core/checks/figures/text-platforms.ts'
import { and, type LabelledValue, type SentenceOf, type Sentences } from './sentence.ts'

/** Sentences about what the text says against what the tables say. */

/** What the tables call that which the text counts. */
const inTables: Readonly<Record<Subject, string>> = {
  received: '表三新收',
  handled: '表三办理结果总计',
  dealtWith: '表三新收',
  carriedIn: '表三上年结转',
  carriedOut: '表三结转下年度',
  natural: '表三新收自然人',
  legalPersons: '表三新收法人或其他组织',
  granted: '表三予以公开',
  partlyGranted: '表三部分公开',
  grantedOrPartly: '表三予以公开和部分公开',
  refused: '表三不予公开',
  unavailable: '表三无法提供',
  declined: '表三不予处理',
  other: '表三其他处理',
  'refused.stateSecret': '表三国家秘密',
  'refused.lawForbids': '表三法律行政法规禁止公开',
  'refused.safety': '表三三安全一稳定',
  'refused.thirdParty': '表三第三方合法权益',
  'refused.internal': '表三内部事务信息',
  'refused.process': '表三过程性信息',
  'refused.caseFile': '表三行政执法案卷',
  'refused.query': '表三行政查询事项',
  'unavailable.notHeld': '表三本机关不掌握',
  'unavailable.needsMaking': '表三没有现成信息',
  'unavailable.unclear': '表三补正后仍不明确',
  'declined.petition': '表三信访举报投诉类申请',
  'declined.repeat': '表三重复申请',
  'declined.publication': '表三公开出版物',
  'declined.excessive': '表三大量反复申请',
  'declined.confirm': '表三确认或重新出具',
  'other.notCorrected': '表三逾期不补正',
  'other.feeUnpaid': '表三逾期未缴费',
  'other.other': '表三其他处理中的其他',
  commercial: '表三新收商业企业',
  research: '表三新收科研机构',
  welfare: '表三新收社会公益组织',
  legal: '表三新收法律服务机构',
  otherOrg: '表三新收其他组织',
  review: '表四行政复议总计',
  'review.upheld': '表四行政复议结果维持',
  'review.corrected': '表四行政复议结果纠正',
  'review.other': '表四行政复议其他结果',
  'review.pending': '表四行政复议尚未审结',
  litigation: '表四行政诉讼总计',
  'litigation.upheld': '表四行政诉讼结果维持',
  'litigation.corrected': '表四行政诉讼结果纠正',
  'litigation.other': '表四行政诉讼其他结果',
  'litigation.pending': '表四行政诉讼尚未审结',
  direct: '表四未经复议直接起诉总计',
  'direct.upheld': '表四未经复议直接起诉结果维持',
  'direct.corrected': '表四未经复议直接起诉结果纠正',
  'direct.other': '表四未经复议直接起诉其他结果',
  'direct.pending': '表四未经复议直接起诉尚未审结',
  afterReview: '表四复议后起诉总计',
  'afterReview.upheld': '表四复议后起诉结果维持',
  'afterReview.corrected': '表四复议后起诉结果纠正',
  'afterReview.other': '表四复议后起诉其他结果',
  'afterReview.pending': '表四复议后起诉尚未审结',
  rulesIssued: '表二规章制发',
  rulesRepealed: '表二规章废止',
  rulesInForce: '表二规章现行有效',
  normativeIssued: '表二规范性文件制发',
  normativeRepealed: '表二规范性文件废止',
  normativeInForce: '表二规范性文件现行有效',
  licensing: '表二行政许可',
  penalty: '表二行政处罚',
  compulsion: '表二行政强制',
  fees: '表二行政事业性收费',
  processingFee: '信息处理费'
}

/** What else of table 三 the figure happens to be. */
const equalTo: Readonly<Record<Exclude<OtherThanTables['equals'], ''>, string>> = {
  withCarried: '正好是新收与上年结转之和。含上年结转的，写明“含上年结转”。',
  received: '正好是表三新收的数。',
  handled: '正好是表三办理结果总计。',
  both: '正好是予以公开与部分公开之和。合并表述的，写明“予以公开和部分公开”。',
  ten: '与表格差一万倍，疑有一处多写或漏写“万”。'
}

const scopes: Readonly<Record<OtherThanTables['scope'], string>> = {
  rollup: '正文疑为汇总的数，表格是本机关的数，须写明口径。',
  own: '正文疑为本机关的数，表格是汇总的数，须写明口径。'
}

const differs: SentenceOf<OtherThanTables> = (params) => {
  const { found, subject, stated, due, scope, equals, said, otherwise } = params
  const amount = (value: number) =>
    subject === 'fees' ? `${formatMoney(fenOf(value), null)} 万元` : `${value} 件`
  return {
    title: `正文写“${found}”，${inTables[subject]} ${amount(due)}`,
    values: values(amount(stated), inTables[subject], amount(due)),
    why: said
      ? scopes[said]
      : otherwise === 1
        ? '正文按备案或按月计，与表格口径可不同，须写明口径。'
        : equals
          ? equalTo[equals]
          : `表格是${scope === 'rollup' ? '汇总' : '本机关'}的数。口径不同的，写明口径。`
  }
}

/** What the sentence says, and what is said of the same elsewhere. */
const values = (said: string, label: string, due: string): LabelledValue[] => [
  { label: '正文', value: said },
  { label, value: due }
]

const cases = { '': '', review: '行政复议', litigation: '行政诉讼' }

export const textTableSentences: Sentences<TextTableParams> = {
  'X-NEW': differs,
  'X-DONE': differs,
  'X-IN': differs,
  'X-OUT': differs,
  'X-NAT': differs,
  'X-LEG': differs,
  'X-CLASS': differs,
  'X-REV': differs,
  'X-LIT': differs,
  'X-T2': differs,
  'X-PCT': ({ subject, value, all, percent, due, own }) => ({
    title: `正文写占 ${percent}%，${value} ÷ ${all} = ${due}%`,
    values: values(`${percent}%`, '计算结果', `${due}%`),
    why: own
      ? '占比按句中的总数计算。'
      : subject === 'natural' || subject === 'legalPersons'
        ? '占比按收到的申请计算。'
        : subject === 'handled'
          ? '占比按新收和上年结转之和计算。'
          : '占比按办理结果总计计算。'
  }),
  'X-FLOW': ({ received, carriedIn, handled, carriedOut, left }) => {
    const out = carriedOut !== undefined
    return {
      title:
        left > 0 ? `正文收到与办结相差 ${left} 件，没有写明去向` : `正文办结比收到多 ${-left} 件`,
      why: `收到 ${received} + 上年结转 ${carriedIn} = ${received + carriedIn}，办结 ${handled}${out ? ` + 结转下年度 ${carriedOut}` : ''}。${left > 0 && !out ? '结转下年度的写明件数。' : ''}`
    }
  },
  'X-GROWTH': ({ percent, due, last, value, year, own, counted }) => {
    const said = counted ? difference : change
    return {
      title: `正文写${said(percent)}，由 ${last} 到 ${value} 是${said(due)}`,
      values: values(said(percent), '计算结果', said(due)),
      why: own ? '按句中的数计算。' : `${year} 年报告为 ${last}。`
    }
  },
  'X-WIN': ({ found, corrected, pending, of }) => ({
    title: `正文写“${found}”，表四${cases[of]}纠正 ${corrected} 件、尚未审结 ${pending} 件`
  }),
  'X-SPLIT': ({ whole, parts, sum, ten }) => ({
    title: `正文写 ${whole}${ten ? ' 万' : ''}，列出的 ${and(parts.map(String))} 合计 ${sum}`,
    why: ten
      ? '疑有一处多写或漏写“万”。'
      : sum > whole
        ? '分项之和不能超过总数。'
        : '列出全部的，合计应等于总数。没有列全的，写“其中”。'
  }),
  'X-ROLLTXT': ({ whole, parts, sum }) => ({
    title: `各单位的 ${and(parts.map(String))} 合计 ${sum}，正文写 ${whole}`,
    why: '逐个单位列出的，合计应等于总数。没有列全的，写“等”。'
  }),
  'X-NOZERO': ({ due }) => ({
    title: `正文写“未收到申请”，表三新收 ${due} 件`,
    values: values('0 件', inTables.received, `${due} 件`)
  })
}

export const textPlatformSentences: Sentences<TextPlatformParams> = {
  'X-FIGURE': ({ found, channel, name, due }) => ({
    title: `正文写“${found}”，平台数据中“${channel}”的${name}是 ${due}`,
    values: values(found, `${channel} ${name}`, due),
    why: '两处为同一项，数应一致。正文改为引用后，随平台数据变化。'
  })
}

const change = (percent: number): string => (percent < 0 ? `下降 ${-percent}%` : `增长 ${percent}%`)
const difference = (count: number): string => (count < 0 ? `减少 ${-count}` : `增加 ${count}`)
