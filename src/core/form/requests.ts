import type { BalanceOf, CarriedOf, EntryOf, Label, TableOf } from './shape.ts'

/**
 * Table of section 三 (收到和处理政府信息公开申请情况): 25 rows × 7 columns = 175 numbers.
 * Form of 国办公开办函〔2021〕30号; the printed head states the balance of each column. Long, for the
 * table is written out row by row.
 */

/**
 * The columns: who applied. `breaks` as the official form sets its narrow heads; `short` for where
 * there is room for two or three characters.
 */
export const applicants = [
  { id: 'natural', text: '自然人', short: '自然人' },
  { id: 'commercial', text: '商业企业', short: '企业', breaks: [2] },
  { id: 'research', text: '科研机构', short: '科研', breaks: [2] },
  { id: 'welfare', text: '社会公益组织', short: '公益', breaks: [4] },
  { id: 'legal', text: '法律服务机构', short: '法律', breaks: [4] },
  { id: 'otherOrg', text: '其他', short: '其他' },
  { id: 'total', text: '总计', short: '总计' }
] as const

/**
 * The rows. `keys` are the words by which a row is known however its label was typed; the clause
 * behind each is the article of the Regulations (条例) that allows the answer. `subject`: what the
 * row counts, where its label alone does not say.
 */
export const requestRows = [
  { id: 'received', text: '一、本年新收政府信息公开申请数量', keys: ['新收'] },
  { id: 'carriedIn', text: '二、上年结转政府信息公开申请数量', keys: ['上年结转'] },
  { id: 'granted', text: '（一）予以公开', keys: ['予以公开'] },
  {
    id: 'partlyGranted',
    text: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    keys: ['部分公开']
  },
  // 条例第十四条
  { id: 'refused.stateSecret', group: 'refused', text: '1.属于国家秘密', keys: ['国家秘密'] },
  {
    id: 'refused.lawForbids',
    group: 'refused',
    text: '2.其他法律行政法规禁止公开',
    keys: ['禁止公开', '止公开']
  },
  { id: 'refused.safety', group: 'refused', text: '3.危及“三安全一稳定”', keys: ['三安全'] },
  // 第十五条、第三十二条
  { id: 'refused.thirdParty', group: 'refused', text: '4.保护第三方合法权益', keys: ['第三方'] },
  // 第十六条
  { id: 'refused.internal', group: 'refused', text: '5.属于三类内部事务信息', keys: ['内部事务'] },
  { id: 'refused.process', group: 'refused', text: '6.属于四类过程性信息', keys: ['过程性'] },
  { id: 'refused.caseFile', group: 'refused', text: '7.属于行政执法案卷', keys: ['执法案卷'] },
  // 第三十六条（七）
  { id: 'refused.query', group: 'refused', text: '8.属于行政查询事项', keys: ['查询事项'] },
  // 第三十六条（四）（五）、第三十八条、第三十条
  {
    id: 'unavailable.notHeld',
    group: 'unavailable',
    text: '1.本机关不掌握相关政府信息',
    keys: ['不掌握']
  },
  {
    id: 'unavailable.needsMaking',
    group: 'unavailable',
    text: '2.没有现成信息需要另行制作',
    keys: ['另行制作']
  },
  {
    id: 'unavailable.unclear',
    group: 'unavailable',
    text: '3.补正后申请内容仍不明确',
    keys: ['不明确']
  },
  // 第三十九条、第三十六条（六）、第三十五条
  { id: 'declined.petition', group: 'declined', text: '1.信访举报投诉类申请', keys: ['信访'] },
  { id: 'declined.repeat', group: 'declined', text: '2.重复申请', keys: ['重复申请'] },
  { id: 'declined.publication', group: 'declined', text: '3.要求提供公开出版物', keys: ['出版物'] },
  {
    id: 'declined.excessive',
    group: 'declined',
    text: '4.无正当理由大量反复申请',
    keys: ['大量反复']
  },
  {
    id: 'declined.confirm',
    group: 'declined',
    text: '5.要求行政机关确认或重新出具已获取信息',
    keys: ['重新出具']
  },
  {
    id: 'other.notCorrected',
    group: 'other',
    text: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    keys: ['不补正']
  },
  {
    // 国办函〔2020〕109号
    id: 'other.feeUnpaid',
    group: 'other',
    text: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    keys: ['缴纳费用', '不缴费']
  },
  { id: 'other.other', group: 'other', text: '3.其他', keys: ['其他'] },
  { id: 'handled', text: '（七）总计', subject: '本年度办理结果', keys: ['总计', '合计'] },
  { id: 'carriedOut', text: '四、结转下年度继续办理', keys: ['结转下'] }
] as const

/** The groups of 三、本年度办理结果 whose label spans several rows. */
const requestGroups = [
  { id: 'refused', text: '（三）不予公开', breaks: [3], keys: ['不予公开'] },
  { id: 'unavailable', text: '（四）无法提供', breaks: [3], keys: ['无法提供'] },
  { id: 'declined', text: '（五）不予处理', breaks: [3], keys: ['不予处理'] },
  { id: 'other', text: '（六）其他处理', breaks: [3], keys: ['其他处理'] }
] as const

/** A row of table 三. */
export type RequestRow = (typeof requestRows)[number]['id']
/** A group of rows. */
export type RequestGroup = (typeof requestGroups)[number]['id']
/** A column of table 三. */
export type Applicant = (typeof applicants)[number]['id']
/** A number of table 三. */
export type RequestsField = `requests.${RequestRow}.${Applicant}`

type Entry = EntryOf<RequestsField>
type Balance = BalanceOf<RequestsField>

const parts = applicants.filter(({ id }) => id !== 'total')
const outcomes = requestRows
  .map(({ id }) => id)
  .filter((id) => !['received', 'carriedIn', 'handled', 'carriedOut'].includes(id))

/** The field of a row and a column. */
export const requestField = (row: RequestRow, column: Applicant): RequestsField =>
  `requests.${row}.${column}`

/** The rows that stand under the label of a group. */
export const rowsIn = (group: RequestGroup): RequestRow[] =>
  requestRows.filter((row) => 'group' in row && row.group === group).map(({ id }) => id)

/** Where the form lets its two long labels break. */
const labelBreaks: Partial<Record<RequestRow, readonly number[]>> = {
  'other.notCorrected': [16],
  'other.feeUnpaid': [20]
}

function bodyRow(row: (typeof requestRows)[number]): (Label | Entry)[] {
  const group = requestGroups.find(({ id }) => 'group' in row && row.group === id)
  const members = group ? rowsIn(group.id) : []
  const outside = ['received', 'carriedIn', 'carriedOut'].includes(row.id)
  const breaks = labelBreaks[row.id]
  const label: Label = {
    text: row.text,
    align: 'left',
    ...(outside ? { cols: 3 } : group ? {} : { cols: 2 }),
    ...(breaks && { breaks })
  }
  return [
    ...(row.id === 'granted'
      ? [{ text: '三、本年度办理结果', rows: 22, vertical: true } as const]
      : []),
    ...(group && members[0] === row.id
      ? [{ text: group.text, breaks: group.breaks, rows: members.length }]
      : []),
    label,
    ...applicants.map((applicant): Entry => ({
      field: requestField(row.id, applicant.id),
      row: row.text,
      column: applicant.text,
      ...('subject' in row && { subject: row.subject }),
      ...(group && { group: group.text })
    }))
  ]
}

/** Table 三 as it is printed. */
export const requests: TableOf<'requests', RequestsField> = {
  id: 'requests',
  widths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
  headRows: 3,
  rows: [
    [
      {
        text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        cols: 3,
        rows: 3,
        breaks: [22]
      },
      { text: '申请人情况', cols: 7 }
    ],
    [
      { text: '自然人', rows: 2 },
      { text: '法人或其他组织', cols: 5 },
      { text: '总计', rows: 2 }
    ],
    applicants
      .filter(({ id }) => id !== 'natural' && id !== 'total')
      .map((applicant) => ({
        text: applicant.text,
        ...('breaks' in applicant && { breaks: applicant.breaks })
      })),
    ...requestRows.map(bodyRow)
  ],
  closing: 2,
  columns: applicants.map(({ id, text }) => ({
    text,
    fields: requestRows.map((row) => requestField(row.id, id))
  }))
}

/** What a year carries over is what the next year had carried over to it. */
export const requestCarried: readonly CarriedOf<RequestsField>[] = applicants.map(
  ({ id, short }) => ({
    from: requestField('carriedOut', id),
    to: requestField('carriedIn', id),
    column: short
  })
)

/** Its rows, its columns of answers, and what came in against what was done with it. */
export const requestBalances: readonly Balance[] = [
  ...requestRows.map(({ id }): Balance => ({
    id: `T3-ROW:${id}`,
    rule: 'T3-ROW',
    left: parts.map((part) => requestField(id, part.id)),
    right: [requestField(id, 'total')],
    fills: requestField(id, 'total')
  })),
  ...applicants.map(({ id }): Balance => ({
    id: `T3-SUM:${id}`,
    rule: 'T3-SUM',
    left: outcomes.map((row) => requestField(row, id)),
    right: [requestField('handled', id)],
    fills: requestField('handled', id)
  })),
  ...applicants.map(({ id }): Balance => ({
    id: `T3-BAL:${id}`,
    rule: 'T3-BAL',
    left: [requestField('received', id), requestField('carriedIn', id)],
    right: [requestField('handled', id), requestField('carriedOut', id)]
  }))
]
