import {
  decisionKinds,
  documentCounts,
  documentField,
  documentKinds,
  type DecisionKind
} from '../form/disclosure.ts'
import type { FieldId, TableId } from '../form/table.ts'
import { textHeadings } from '../prose/headings/headings.ts'
import { putAtEnd, putUnder, type PutIn } from '../prose/headings/under-heading.ts'
import { isWritten } from '../prose/written.ts'
import type { Report } from '../report/report.ts'
import { besideLast } from '../years/year-over-year.ts'
import { amount, parts } from './telling.ts'
import { changedFiguresTold, figuresTold } from './told-figures.ts'
import { remediesTold, requestsTold } from './told-requests.ts'

/** The sentences that the facts of a report make: of each table, of platforms, against last year. */

/** What a telling is about. */
export type TellingId =
  'disclosure' | 'requests' | 'remedies' | 'changes' | 'decided' | 'figures' | 'changedFigures'

/** Sentences on offer, with the heading of section 一 that they belong under. */
export interface Telling {
  readonly id: TellingId
  readonly under: string
  readonly text: string
}

/** A number of this year beside last year's, and by how much it grew. */
interface Compared {
  readonly words: string
  readonly field: FieldId
}

const ofRequests: readonly Compared[] = [
  { words: '新收政府信息公开申请', field: 'requests.received.total' },
  { words: '办结政府信息公开申请', field: 'requests.handled.total' },
  { words: '因政府信息公开引起的行政复议', field: 'remedies.review.total' }
]
const ofDisclosure: readonly Compared[] = [
  { words: '作出行政许可决定', field: 'disclosure.licensing.decisions' },
  { words: '作出行政处罚决定', field: 'disclosure.penalty.decisions' },
  { words: '作出行政强制决定', field: 'disclosure.compulsion.decisions' }
]

/** 与2024年相比，…{{now}}件（上年{{last}}件），同比{{growth}}; empty where nothing can be compared. */
function comparedTold({ year, cells, previous }: Report, all: readonly Compared[]): string {
  const told = all.flatMap(({ words, field }) => {
    const [now, last] = [cells[field], previous?.cells[field]]
    if (now == null || last == null || now + last === 0) return []
    return [besideLast(words, field, last)]
  })
  return told.length ? `与${previous?.year ?? year - 1}年相比，${told.join('；')}。` : ''
}

const did = { issued: '制发', repealed: '废止', inForce: '现行有效' } as const
const decisions: Readonly<Record<DecisionKind, string>> = {
  licensing: '行政许可决定',
  penalty: '行政处罚决定',
  compulsion: '行政强制决定'
}

/** What table 二 says of documents, decisions and fees; empty where all of it is 0 or blank. */
function disclosureTold(report: Report): string {
  const documents = documentKinds.map(({ id, text }) =>
    documentCounts
      .flatMap((count) =>
        amount(report, { words: did[count.id] + text, fields: [documentField(id, count.id)] })
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
  const fees = amount(
    report,
    { words: '行政事业性收费', fields: ['disclosure.fees.amount'] },
    '万元'
  )
  const told = [...documents, decided && `作出${decided}`, ...fees].filter(Boolean)
  return told.length ? `${report.year}年${told.join('；')}。` : ''
}

/** The heading of section 一 under which a number of a table is spoken of. */
export const headingOf = (table: TableId): string =>
  table === 'disclosure' ? '主动公开' : '依申请公开'

/** Every telling that the report has facts for, in the order of section 一. */
export const tellings = (report: Report): Telling[] =>
  (
    [
      { id: 'disclosure', under: '主动公开', text: disclosureTold(report) },
      { id: 'decided', under: '主动公开', text: comparedTold(report, ofDisclosure) },
      { id: 'requests', under: '依申请公开', text: requestsTold(report) },
      { id: 'remedies', under: '依申请公开', text: remediesTold(report) },
      { id: 'changes', under: '依申请公开', text: comparedTold(report, ofRequests) },
      { id: 'figures', under: '政府信息公开平台建设', text: figuresTold(report) },
      { id: 'changedFigures', under: '政府信息公开平台建设', text: changedFiguresTold(report) }
    ] as const
  ).filter(({ text }) => text !== '')

/**
 * Section 一 with a telling under its heading, which is made where the section has others; a text
 * without any goes on at its end.
 */
export const withTelling = (overview: string, { under, text }: Omit<Telling, 'id'>): PutIn =>
  textHeadings(overview).length === 0 && isWritten(overview)
    ? putAtEnd(overview, text)
    : putUnder('overview', overview, under, text)
