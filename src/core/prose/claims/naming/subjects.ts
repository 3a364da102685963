import { documentField, type DocumentCount } from '../../../form/disclosure.ts'
import { remedyField, type RemedyKind, type RemedyOutcome } from '../../../form/remedies.ts'
import {
  requestField,
  requestRows,
  rowsIn,
  type Applicant,
  type RequestGroup,
  type RequestRow
} from '../../../form/requests.ts'
import type { FieldId } from '../../../form/table.ts'

/**
 * What figures of prose can be said of: one line a subject, with the cells that it sums up and the
 * words that name it. A line that is put in is read and compared. Long, for it is a table.
 */

/** What a subject is one of; this says which passages and which measure words can be about it. */
type SubjectKind =
  'fee' | 'case' | 'carried' | 'outcome' | 'applicant' | 'document' | 'act' | 'work'

interface SubjectLine {
  readonly kind: SubjectKind
  readonly cells: readonly FieldId[]
  /**
   * Words that name it, parted by spaces; `a+b` where it takes both, in any order: each a word, a
   * subject or a role of words.ts. Of two subjects that a phrase names, the one further up is meant.
   */
  readonly words: string
  /** The subject of which it is a part. */
  readonly within?: RequestGroup
  readonly caseKind?: CaseKind
}

const line = (kind: SubjectKind, cells: readonly FieldId[], words: string): SubjectLine => ({
  kind,
  cells,
  words
})

function row(id: RequestRow, words: string, kind: SubjectKind = 'outcome'): SubjectLine {
  const found = requestRows.find((one) => one.id === id)
  return {
    ...line(kind, [requestField(id, 'total')], words),
    ...(found && 'group' in found && { within: found.group })
  }
}

const group = (id: RequestGroup, words: string): SubjectLine =>
  line(
    'outcome',
    rowsIn(id).map((one) => requestField(one, 'total')),
    words
  )
const column = (words: string, ...ids: readonly Applicant[]): SubjectLine =>
  line(
    'applicant',
    ids.map((id) => requestField('received', id)),
    words
  )
const documents = (kind: 'rules' | 'normative', count: DocumentCount): SubjectLine => {
  const deed = { issued: 'issue', repealed: 'repeal', inForce: 'inForce' }[count]
  return line('document', [documentField(kind, count)], `${kind}+${deed}`)
}
/** The kinds of cases with the groups of table 四 that they sum up. */
const cases = {
  review: ['review'],
  litigation: ['direct', 'afterReview'],
  direct: ['direct'],
  afterReview: ['afterReview']
} as const satisfies Record<string, readonly RemedyKind[]>
export type CaseKind = keyof typeof cases
const ofCase = (caseKind: CaseKind, outcome: RemedyOutcome, words: string): SubjectLine => ({
  ...line(
    'case',
    cases[caseKind].map((kind) => remedyField(kind, outcome)),
    words
  ),
  caseKind
})

const table = {
  processingFee: line('fee', [], '信息处理费 信息处理费用 信息公开处理费 信息公开费用 none+charge'),
  fees: line(
    'fee',
    ['disclosure.fees.amount'],
    '行政事业性收费 事业性收费 收费金额 收费总额 行政收费'
  ),

  'afterReview.upheld': ofCase('afterReview', 'upheld', 'afterReview+upheld'),
  'afterReview.corrected': ofCase('afterReview', 'corrected', 'afterReview+corrected'),
  'afterReview.other': ofCase('afterReview', 'other', 'afterReview+otherResult'),
  'afterReview.pending': ofCase('afterReview', 'pending', 'afterReview+pending'),
  'direct.upheld': ofCase('direct', 'upheld', 'direct+upheld'),
  'direct.corrected': ofCase('direct', 'corrected', 'direct+corrected'),
  'direct.other': ofCase('direct', 'other', 'direct+otherResult'),
  'direct.pending': ofCase('direct', 'pending', 'direct+pending'),
  'litigation.upheld': ofCase('litigation', 'upheld', 'litigation+upheld'),
  'litigation.corrected': ofCase('litigation', 'corrected', 'litigation+corrected'),
  'litigation.other': ofCase('litigation', 'other', 'litigation+otherResult'),
  'litigation.pending': ofCase('litigation', 'pending', 'litigation+pending'),
  'review.upheld': ofCase('review', 'upheld', 'review+upheld'),
  'review.corrected': ofCase('review', 'corrected', 'review+corrected'),
  'review.other': ofCase('review', 'other', 'review+otherResult'),
  'review.pending': ofCase('review', 'pending', 'review+pending'),
  afterReview: ofCase(
    'afterReview',
    'total',
    '复议后起诉 复议后诉讼 复议后提起诉讼 复议后提起行政诉讼 复议后行政诉讼 复议后再起诉 复议后又起诉 经复议后起诉 经复议后诉讼 经复议后提起诉讼 经复议后提起行政诉讼 经复议后提起的行政诉讼 复议后提起的行政诉讼 复议后提起的诉讼 先复议后起诉 先复议后诉讼 复议后起诉到法院 复议后向法院起诉'
  ),
  direct: ofCase(
    'direct',
    'total',
    '未经复议直接起诉 直接起诉 直接诉讼 直接提起诉讼 直接提起行政诉讼 直接提起的行政诉讼 直接向法院起诉 直接行政诉讼 未经复议直接提起诉讼 未经复议直接提起行政诉讼 未经复议的行政诉讼 未经复议起诉 未经复议直接诉讼 未经复议直接向法院起诉 未经复议直接提起的行政诉讼 未经复议'
  ),
  litigation: ofCase(
    'litigation',
    'total',
    '行政诉讼 诉讼 行政应诉 起诉 被起诉 被诉 被诉至法院 诉至法院'
  ),
  review: ofCase('review', 'total', '行政复议 复议'),

  carriedOut: row(
    'carriedOut',
    'carry+next postpone across next+goOn next+deal next+done carry unfinished',
    'carried'
  ),
  carriedIn: row('carriedIn', 'carry+last last+unfinished', 'carried'),

  'refused.stateSecret': row('refused.stateSecret', '国家秘密 涉密 涉及秘密'),
  'refused.lawForbids': row(
    'refused.lawForbids',
    '禁止公开 禁止性规定 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开 法律、法规禁止公开'
  ),
  'refused.safety': row(
    'refused.safety',
    '三安全一稳定 三安全 危及国家安全 国家安全 公共安全 经济安全 社会稳定'
  ),
  'refused.thirdParty': row(
    'refused.thirdParty',
    '第三方 第三方合法权益 第三方权益 第三人 第三人合法权益 第三方不同意公开 第三方不同意 商业秘密 个人隐私'
  ),
  'refused.internal': row('refused.internal', '内部事务 内部事务信息 内部管理信息 内部信息'),
  'refused.process': row('refused.process', '过程性 过程性信息 过程信息'),
  'refused.caseFile': row('refused.caseFile', '行政执法案卷 执法案卷 执法卷宗 案卷信息'),
  'refused.query': row('refused.query', '行政查询事项 行政查询 查询事项 查询类'),
  'unavailable.notHeld': row(
    'unavailable.notHeld',
    '不掌握 未掌握 信息不存在 不存在 未制作 未获取 未制作或获取 未保存 非本机关 不属于本机关 不属本机关 不属于本行政机关 不属于我局'
  ),
  'unavailable.needsMaking': row(
    'unavailable.needsMaking',
    '没有现成信息 无现成信息 现成信息 另行制作 另行加工 加工分析 加工、分析 汇总加工 加工汇总'
  ),
  'unavailable.unclear': row(
    'unavailable.unclear',
    '不明确 仍不明确 内容不明确 申请内容不明确 无法确定 指向不明'
  ),
  'declined.petition': row(
    'declined.petition',
    '信访 举报 投诉 信访类 投诉类 举报类 信访举报投诉 信访举报投诉类 信访、举报、投诉 信访、投诉、举报 信访投诉举报 投诉举报 投诉举报类 信访、举报、投诉类 信访投诉举报类'
  ),
  'declined.repeat': row(
    'declined.repeat',
    '重复 重复申请 重复提交 重复提出 再次提出 再次申请 不予重复处理'
  ),
  'declined.publication': row('declined.publication', '公开出版物 出版物'),
  'declined.excessive': row(
    'declined.excessive',
    '大量反复 反复申请 大量反复申请 反复大量 大量、反复 大量申请'
  ),
  'declined.confirm': row(
    'declined.confirm',
    '重新出具 确认或重新出具 确认或者重新出具 出具已获取 确认已获取 确认或重新'
  ),
  'other.notCorrected': row(
    'other.notCorrected',
    '不补正 未补正 逾期不补正 逾期未补正 未按期补正 未按要求补正 未予补正 不予补正 none+amend'
  ),
  'other.feeUnpaid': row(
    'other.feeUnpaid',
    '未缴费 不缴费 未缴纳 不缴纳 未交费 未按收费通知 未按通知缴费 未按期缴费 未按要求缴费'
  ),
  'other.other': row('other.other', '撤回 主动撤回 自行撤回 申请撤回 撤回申请 主动撤销 撤销申请'),
  grantedOrPartly: line(
    'outcome',
    [requestField('granted', 'total'), requestField('partlyGranted', 'total')],
    'granted+partlyGranted 全部或部分公开 全部或者部分公开 全部及部分公开 全部和部分公开 公开和部分公开 公开或部分公开 公开及部分公开 公开、部分公开 公开类 公开答复类'
  ),
  granted: row(
    'granted',
    '予以公开 同意公开 全部公开 准予公开 决定公开 决定予以公开 全文公开 完全公开 予以全部公开 全部予以公开 公开答复 予以提供 提供信息'
  ),
  partlyGranted: row(
    'partlyGranted',
    '部分公开 予以部分公开 部分予以公开 同意部分公开 决定部分公开 准予部分公开 区分处理 作区分处理 部分同意公开 部分提供 区分处理后部分提供 区分处理后部分公开'
  ),
  refused: group(
    'refused',
    '不予公开 不公开 不同意公开 决定不予公开 决定不公开 不予以公开 未予公开 未予以公开 不准予公开 拒绝公开'
  ),
  unavailable: group('unavailable', '无法提供 无法予以提供 不能提供'),
  declined: group('declined', '不予处理 决定不予处理 不予以处理'),
  other: group(
    'other',
    '其他处理 其它处理 其他类处理 其他类型处理 其他方式处理 其他处理方式 其他处理情形'
  ),

  natural: column('自然人 公民个人 个人 个人名义', 'natural'),
  commercial: column('商业企业 企业 企业法人 商业公司 公司', 'commercial'),
  research: column('科研机构 科研单位 科研院所 科研', 'research'),
  welfare: column('社会公益组织 公益组织 社会公益', 'welfare'),
  legal: column('法律服务机构 法律服务组织 律师事务所 律所', 'legal'),
  otherOrg: column('其他组织 其它组织 其他类组织 其他类法人', 'otherOrg'),
  legalPersons: column(
    '法人 法人组织 法人及组织 法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人以及其他组织 法人或者其他组织 法人或组织 法人和组织 法人单位 法人（其他组织） 法人与其他组织 法人及其它组织 法人或其它组织 单位名义 企业等单位 企业等组织 企业等法人',
    'commercial',
    'research',
    'welfare',
    'legal',
    'otherOrg'
  ),

  rulesIssued: documents('rules', 'issued'),
  rulesRepealed: documents('rules', 'repealed'),
  rulesInForce: documents('rules', 'inForce'),
  normativeIssued: documents('normative', 'issued'),
  normativeRepealed: documents('normative', 'repealed'),
  normativeInForce: documents('normative', 'inForce'),
  licensing: line('act', ['disclosure.licensing.decisions'], '行政许可 行政许可决定'),
  penalty: line('act', ['disclosure.penalty.decisions'], '行政处罚 行政处罚决定'),
  compulsion: line(
    'act',
    ['disclosure.compulsion.decisions'],
    '行政强制 行政强制措施 行政强制执行 行政强制决定'
  ),

  handled: row('handled', 'done', 'work'),
  dealtWith: row('received', 'deal', 'work'),
  received: row('received', 'receive register+request none+request', 'work')
} satisfies Record<string, SubjectLine>

/** What a figure in prose can be said of: a cell of the form, or a sum of cells. */
export type Subject = keyof typeof table

export const subjects: Readonly<Record<Subject, SubjectLine>> = table

export const isSubject = (name: string): name is Subject => Object.hasOwn(table, name)

/** The cells that a subject sums up; none where no table has it. */
export const cellsOf = (subject: Subject): readonly FieldId[] => subjects[subject].cells

/** The subjects in the order of their weight. */
export const subjectsInOrder: readonly Subject[] = Object.keys(table) as Subject[]
