import {
  decisionKinds,
  documentCounts,
  documentField,
  documentKinds,
  type DecisionKind
} from '../form/disclosure.ts'
import type { Report } from '../report/report.ts'
import { counted, parts } from './telling.ts'

/** What table 二 says, in sentences. */

const did = { issued: '制发', repealed: '废止', inForce: '现行有效' } as const
const decisions: Readonly<Record<DecisionKind, string>> = {
  licensing: '行政许可决定',
  penalty: '行政处罚决定',
  compulsion: '行政强制决定'
}

/** Documents, decisions and fees; empty where all of it is 0 or blank. */
export function disclosureTold(report: Report): string {
  const documents = documentKinds.map(({ id, text }) =>
    documentCounts
      .flatMap((count) =>
        counted(report, { words: did[count.id] + text, fields: [documentField(id, count.id)] })
      )
      .join('，')
  )
  const decided = parts(
    report,
    decisionKinds.map((kind) => ({
      words: decisions[kind],
      fields: [`disclosure.${kind}.decisions`]
    }))
  )
  const fees = counted(
    report,
    { words: '行政事业性收费', fields: ['disclosure.fees.amount'] },
    '万元'
  )
  const told = [...documents, decided && `作出${decided}`, ...fees].filter(Boolean)
  return told.length ? `${report.year}年${told.join('；')}。` : ''
}
