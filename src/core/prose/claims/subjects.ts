import { documentField } from '../../form/disclosure.ts'
import { remedyField, type RemedyKind } from '../../form/remedies.ts'
import {
  applicants,
  requestField,
  rowsIn,
  type RequestGroup,
  type RequestRow
} from '../../form/requests.ts'
import type { FieldId } from '../../form/table.ts'

/**
 * What figures of prose can be said of: one line a subject, with the cells that it sums up and the
 * words that name it. A line that is put in is read and compared. Long, for it is a table.
 */
interface Line {
  readonly cells: readonly FieldId[]
  /**
   * Words that name it; `a+b` where it takes both, in any order, each a word, a subject or a role of
   * words.ts. Of two subjects that a phrase names, the one further up is meant.
   */
  readonly words: string
}

const line = (cells: readonly FieldId[], words: string): Line => ({ cells, words })
const row = (id: RequestRow, words: string): Line => line([requestField(id, 'total')], words)
const group = (id: RequestGroup, words: string): Line =>
  line(
    rowsIn(id).map((one) => requestField(one, 'total')),
    words
  )
const column = (ids: readonly (typeof applicants)[number]['id'][], words: string): Line =>
  line(
    ids.map((id) => requestField('received', id)),
    words
  )
const organisations = applicants
  .map(({ id }) => id)
  .filter((id) => id !== 'natural' && id !== 'total')

/** A kind of case: the groups of table 四 that it sums up. */
const cases = {
  afterReview: ['afterReview'],
  direct: ['direct'],
  litigation: ['direct', 'afterReview'],
  review: ['review']
} as const satisfies Record<string, readonly RemedyKind[]>
const outcomes = ['upheld', 'corrected', 'other', 'pending'] as const

/** A kind of case in prose: 行政诉讼 counts both of its groups. */
export type CaseKind = keyof typeof cases

const ofCase = (kind: CaseKind, outcome: (typeof outcomes)[number] | 'total', words: string) =>
  line(
    cases[kind].map((one) => remedyField(one, outcome)),
    words
  )
const endings = <Kind extends CaseKind>(kind: Kind) =>
  ({
    [`${kind}.upheld`]: ofCase(kind, 'upheld', `${kind}+upheld`),
    [`${kind}.corrected`]: ofCase(kind, 'corrected', `${kind}+corrected`),
    [`${kind}.other`]: ofCase(kind, 'other', `${kind}+otherResult`),
    [`${kind}.pending`]: ofCase(kind, 'pending', `${kind}+pending`)
  }) as Record<`${Kind}.${(typeof outcomes)[number]}`, Line>

const table = {
  processingFee: line([], '信息处理费'),
  fees: line(['disclosure.fees.amount'], '行政事业性收费 行政事业性收费金额 收费金额'),

  ...endings('afterReview'),
  ...endings('direct'),
  ...endings('litigation'),
  ...endings('review'),
  afterReview: ofCase('afterReview', 'total', '复议后起诉 复议后诉讼 复议后提起诉讼'),
  direct: ofCase('direct', 'total', '未经复议直接起诉 直接起诉 直接诉讼'),
  litigation: ofCase('litigation', 'total', '行政诉讼 诉讼'),
  review: ofCase('review', 'total', '行政复议 复议'),

  carriedOut: row('carriedOut', 'carry+next'),
  carriedIn: row('carriedIn', 'carry+last'),

  'refused.stateSecret': row('refused.stateSecret', '国家秘密'),
  'refused.lawForbids': row('refused.lawForbids', '法律行政法规禁止公开'),
  'refused.safety': row('refused.safety', '三安全一稳定'),
  'refused.thirdParty': row('refused.thirdParty', '第三方合法权益'),
  'refused.internal': row('refused.internal', '内部事务信息'),
  'refused.process': row('refused.process', '过程性信息'),
  'refused.caseFile': row('refused.caseFile', '行政执法案卷'),
  'refused.query': row('refused.query', '行政查询事项'),
  'unavailable.notHeld': row('unavailable.notHeld', '不掌握'),
  'unavailable.needsMaking': row('unavailable.needsMaking', '没有现成信息'),
  'unavailable.unclear': row('unavailable.unclear', '补正后申请内容仍不明确'),
  'declined.petition': row('declined.petition', '信访举报投诉类申请'),
  'declined.repeat': row('declined.repeat', '重复申请'),
  'declined.publication': row('declined.publication', '公开出版物'),
  'declined.excessive': row('declined.excessive', '大量反复申请'),
  'declined.confirm': row('declined.confirm', '重新出具'),
  'other.notCorrected': row('other.notCorrected', '逾期不补正'),
  'other.feeUnpaid': row('other.feeUnpaid', '未按收费通知要求缴纳费用'),
  'other.other': row('other.other', '其他处理的其他情形'),
  grantedOrPartly: line(
    [requestField('granted', 'total'), requestField('partlyGranted', 'total')],
    'granted+partlyGranted'
  ),
  granted: row('granted', '予以公开'),
  partlyGranted: row('partlyGranted', '部分公开'),
  refused: group('refused', '不予公开'),
  unavailable: group('unavailable', '无法提供'),
  declined: group('declined', '不予处理'),
  other: group('other', '其他处理'),

  natural: column(['natural'], '自然人'),
  commercial: column(['commercial'], '商业企业'),
  research: column(['research'], '科研机构'),
  welfare: column(['welfare'], '社会公益组织'),
  legal: column(['legal'], '法律服务机构'),
  otherOrg: column(['otherOrg'], '其他组织'),
  legalPersons: column(organisations, '法人 法人或其他组织'),

  rulesIssued: line([documentField('rules', 'issued')], '规章+issue'),
  rulesRepealed: line([documentField('rules', 'repealed')], '规章+repeal'),
  rulesInForce: line([documentField('rules', 'inForce')], '规章+inForce'),
  normativeIssued: line([documentField('normative', 'issued')], '规范性文件+issue'),
  normativeRepealed: line([documentField('normative', 'repealed')], '规范性文件+repeal'),
  normativeInForce: line([documentField('normative', 'inForce')], '规范性文件+inForce'),
  licensing: line(['disclosure.licensing.decisions'], '行政许可'),
  penalty: line(['disclosure.penalty.decisions'], '行政处罚'),
  compulsion: line(['disclosure.compulsion.decisions'], '行政强制'),

  handled: row('handled', 'done'),
  dealtWith: row('received', 'deal'),
  received: row('received', 'receive')
} satisfies Record<string, Line>

/** What a figure in prose can be said of: a cell of the form, or a sum of cells. */
export type Subject = keyof typeof table

const lines: Readonly<Record<Subject, Line>> = table

/** The cells that a subject sums up; none where no table has it. */
export const cellsOf = (subject: Subject): readonly FieldId[] => lines[subject].cells
