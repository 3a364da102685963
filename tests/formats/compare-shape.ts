import { formatMoney } from '../../src/core/chinese.ts'
import type { FieldId } from '../../src/core/table.ts'
import { requestRows } from '../../src/core/tables/requests.ts'
import type { Page } from './html-shapes.ts'

/** The same report with the other tool's keys, in the order in which our rows stand. */
export function compared({ unit, year, cells }: Page) {
  const at = (field: string) => cells[field as FieldId]
  const documents = (kind: string) => ({
    made: at(`disclosure.${kind}.issued`),
    repealed: at(`disclosure.${kind}.repealed`),
    valid: at(`disclosure.${kind}.inForce`)
  })
  const applicant = (column: string) => {
    const values = requestRows.map(({ id }) => at(`requests.${id}.${column}`))
    const take = (keys: string) =>
      Object.fromEntries(keys.split(' ').map((key) => [key, values.shift()]))
    return {
      ...take('newReceived carriedOver'),
      results: {
        ...take('granted partialGrant'),
        denied: take(
          'stateSecret lawForbidden safetyStability thirdPartyRights internalAffairs processInfo enforcementCase adminQuery'
        ),
        unableToProvide: take('noInfo needCreation unclear'),
        notProcessed: take('complaint repeat publication massiveRequests confirmInfo'),
        other: take('overdueCorrection overdueFee otherReasons'),
        ...take('totalProcessed carriedForward')
      }
    }
  }
  const remedy = (kind: string) => ({
    maintain: at(`remedies.${kind}.upheld`),
    correct: at(`remedies.${kind}.corrected`),
    other: at(`remedies.${kind}.other`),
    unfinished: at(`remedies.${kind}.pending`),
    total: at(`remedies.${kind}.total`)
  })
  return {
    unitName: unit,
    year,
    sections: [
      { type: 'text', title: '一、总体情况', content: '甲。\n乙。' },
      {
        type: 'table_2',
        title: '二、主动公开政府信息情况',
        activeDisclosureData: {
          regulations: documents('rules'),
          normativeDocuments: documents('normative'),
          licensing: { processed: at('disclosure.licensing.decisions') },
          punishment: { processed: at('disclosure.penalty.decisions') },
          coercion: { processed: at('disclosure.compulsion.decisions') },
          fees: { amount: Number(formatMoney(cells['disclosure.fees.amount'] ?? 0, null)) }
        }
      },
      {
        type: 'table_3',
        title: '三、收到和处理政府信息公开申请情况',
        tableData: {
          naturalPerson: applicant('natural'),
          legalPerson: {
            commercial: applicant('commercial'),
            research: applicant('research'),
            social: applicant('welfare'),
            legal: applicant('legal'),
            other: applicant('otherOrg')
          },
          total: applicant('total')
        }
      },
      {
        type: 'table_4',
        title: '四、政府信息公开行政复议、行政诉讼情况',
        reviewLitigationData: {
          review: remedy('review'),
          litigationDirect: remedy('direct'),
          litigationPostReview: remedy('afterReview')
        }
      },
      { type: 'text', title: '五、存在的主要问题及改进情况', content: '丙。' },
      { type: 'text', title: '六、其他需要报告的事项', content: '丁。' }
    ]
  }
}
