import { partsOf } from '../../core/form/field-name.ts'
import type { RemedyKind, RemedyOutcome } from '../../core/form/remedies.ts'
import type { FieldId } from '../../core/form/table.ts'
import { decisionMeanings, documentMeanings, feesMeaning } from './disclosure.ts'
import { applicantMeanings, requestMeanings } from './requests.ts'

/** What a row or a cell counts, what it does not, and where that is laid down. */
export interface Meaning {
  readonly counts: string
  readonly not: string
  /** An article of the 条例, or the document that set the form. */
  readonly clause: string
}

/** The same of a cell, with what its column stands for where the column is one of several. */
export interface CellHelp extends Meaning {
  readonly column?: string
}

/** What table 四 counts: the ways to contest a decision, and how the cases ended. */
const remedyKindMeanings: Readonly<Record<RemedyKind, Meaning>> = {
  review: {
    counts: '不服本机关政府信息公开工作，申请行政复议的案件，包括上年结转的。',
    not: '因其他行政行为申请复议的不计入。本机关作为复议机关办理的，不计入。',
    clause: '条例第五十一条'
  },
  direct: {
    counts: '不服本机关政府信息公开工作，未经行政复议提起行政诉讼的案件，包括上年结转的。',
    not: '先申请复议再起诉的，计入“复议后起诉”。',
    clause: '条例第五十一条'
  },
  afterReview: {
    counts: '不服本机关政府信息公开工作，申请行政复议后提起行政诉讼的案件，包括上年结转的。',
    not: '未经复议起诉的，计入“未经复议直接起诉”。',
    clause: '条例第五十一条'
  }
}

const remedyOutcomeMeanings: Readonly<Record<RemedyOutcome, string>> = {
  upheld: '结果维持：维持原行政行为、驳回复议请求或诉讼请求的。',
  corrected: '结果纠正：撤销、变更、确认违法、责令履行职责的。',
  other: '其他结果：撤回、终止、不予受理、驳回起诉等。',
  pending: '尚未审结：12月31日未审结的。',
  total: '总计：前四项之和。'
}

/** What a cell of the statutory tables counts. Every row and every column has words, or nothing compiles. */
export function cellHelp(field: FieldId): CellHelp {
  const at = partsOf(field)
  switch (at.table) {
    case 'requests':
      return { ...requestMeanings[at.row], column: applicantMeanings[at.column] }
    case 'remedies':
      return { ...remedyKindMeanings[at.row], column: remedyOutcomeMeanings[at.column] }
    case 'disclosure':
      if (at.column === 'amount') return feesMeaning
      return at.column === 'decisions'
        ? decisionMeanings[at.row]
        : documentMeanings[at.row][at.column]
  }
}
