import {
  applicants,
  requestField,
  rowsIn,
  type Applicant,
  type RequestGroup,
  type RequestRow
} from '../form/requests.ts'
import {
  remedyField,
  remedyKinds,
  remedyOutcomes,
  type RemedyKind,
  type RemedyOutcome
} from '../form/remedies.ts'
import type { Report } from '../report/report.ts'
import { amount, parts, cellSum, type NamedCells } from './telling.ts'

/** What tables 三 and 四 say, in sentences: requests and what became of them, cases before others. */

const rows = (words: string, ids: readonly RequestRow[]): NamedCells => ({
  words,
  fields: ids.map((id) => requestField(id, 'total'))
})

/** How prose calls the answers of each group, by their rows. */
const reasons: Readonly<Record<RequestGroup, readonly NamedCells[]>> = {
  refused: [
    rows('属于国家秘密', ['refused.stateSecret']),
    rows('法律行政法规禁止公开', ['refused.lawForbids']),
    rows('危及“三安全一稳定”', ['refused.safety']),
    rows('保护第三方合法权益', ['refused.thirdParty']),
    rows('属于三类内部事务信息', ['refused.internal']),
    rows('属于四类过程性信息', ['refused.process']),
    rows('属于行政执法案卷', ['refused.caseFile']),
    rows('属于行政查询事项', ['refused.query'])
  ],
  unavailable: [
    rows('本机关不掌握相关政府信息', ['unavailable.notHeld']),
    rows('没有现成信息需要另行制作', ['unavailable.needsMaking']),
    rows('补正后申请内容仍不明确', ['unavailable.unclear'])
  ],
  declined: [
    rows('信访举报投诉类申请', ['declined.petition']),
    rows('重复申请', ['declined.repeat']),
    rows('要求提供公开出版物', ['declined.publication']),
    rows('无正当理由大量反复申请', ['declined.excessive']),
    rows('要求确认或重新出具已获取信息', ['declined.confirm'])
  ],
  other: [
    rows('申请人逾期不补正', ['other.notCorrected']),
    rows('逾期未按收费通知要求缴纳费用', ['other.feeUnpaid']),
    rows('其他情形', ['other.other'])
  ]
}

const organisations = applicants
  .map(({ id }) => id)
  .filter((id) => id !== 'natural' && id !== 'total')

const newBy = (words: string, ids: readonly Applicant[]): NamedCells => ({
  words,
  fields: ids.map((id) => requestField('received', id))
})

const received = rows('新收政府信息公开申请', ['received'])
const carriedIn = rows('上年结转', ['carriedIn'])

/** Section 一（二）in full; empty where it is not known whether there were any requests. */
export function requestsTold(report: Report): string {
  const [fresh, old] = [cellSum(report, received.fields), cellSum(report, carriedIn.fields)]
  if (fresh === undefined || old === undefined) return ''
  const year = `${report.year}年`
  if (fresh + old === 0) return `${year}没有收到政府信息公开申请，也没有上年结转的申请。`
  const who = parts(report, [newBy('自然人', ['natural']), newBy('法人或其他组织', organisations)])
  const [came = '没有新收政府信息公开申请'] = amount(report, received)
  const first = [came + (who && `（${who}）`), ...amount(report, carriedIn)].join('，')
  return [`${year}${first}`, ...handled(report), ...amount(report, carriedOut)]
    .map((sentence) => `${sentence}。`)
    .join('')
}

const carriedOut = rows('结转下年度继续办理', ['carriedOut'])

function handled(report: Report): string[] {
  const [all] = amount(report, rows('办结政府信息公开申请', ['handled']))
  if (all === undefined) return []
  const group = (id: RequestGroup, words: string): string[] => {
    const why = parts(report, reasons[id])
    return amount(report, rows(words, rowsIn(id))).map((sum) => sum + (why && `（${why}）`))
  }
  const answers = [
    ...amount(report, rows('予以公开', ['granted'])),
    ...amount(report, rows('部分公开', ['partlyGranted'])),
    ...group('refused', '不予公开'),
    ...group('unavailable', '无法提供'),
    ...group('declined', '不予处理'),
    ...group('other', '其他处理')
  ].join('、')
  return [answers ? `${all}，其中${answers}` : all]
}

const cases = (
  words: string,
  kinds: readonly RemedyKind[],
  outcome: RemedyOutcome
): NamedCells => ({
  words,
  fields: kinds.map((kind) => remedyField(kind, outcome))
})

/** How the cases of these kinds ended: 结果维持{{…}}件、尚未审结{{…}}件. */
const endings = (report: Report, kinds: readonly RemedyKind[]): string =>
  parts(
    report,
    remedyOutcomes.filter(({ id }) => id !== 'total').map(({ id, text }) => cases(text, kinds, id))
  )

const litigation = remedyKinds.map(({ id }) => id).filter((id) => id !== 'review')

/** Reviews and lawsuits with their outcomes; empty where it is not known whether there were any. */
export function remediesTold(report: Report): string {
  const review = cases('因政府信息公开引起的行政复议', ['review'], 'total')
  const lawsuits = cases('因政府信息公开引起的行政诉讼', litigation, 'total')
  const [reviews, sued] = [cellSum(report, review.fields), cellSum(report, lawsuits.fields)]
  if (reviews === undefined || sued === undefined) return ''
  if (reviews + sued === 0) {
    return `${report.year}年没有发生因政府信息公开引起的行政复议和行政诉讼。`
  }
  const ways = parts(report, [
    cases('未经复议直接起诉', ['direct'], 'total'),
    cases('复议后起诉', ['afterReview'], 'total')
  ])
  const ended = (kinds: readonly RemedyKind[]) => {
    const how = endings(report, kinds)
    return how ? `，其中${how}。` : '。'
  }
  return [
    ...amount(report, review).map((sum) => sum + ended(['review'])),
    ...amount(report, lawsuits).map((sum) => `${sum}（${ways}）${ended(litigation)}`)
  ].join('')
}
