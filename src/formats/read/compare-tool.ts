import { formOf } from '../../core/form/form.ts'
import type { RawBlock, RawCell } from '../../core/intake/source/raw.ts'
import { reportTitle } from '../../core/form/sections.ts'
import { isEntry, type FieldId, type TableId } from '../../core/form/table.ts'
import { shown, type ShownText } from '../source/shown.ts'

/**
 * The JSON of the public tool for comparing annual reports: sections of text, and the three tables
 * under keys of its own. It becomes the form's tables again, so that it is recognised and reviewed
 * like any other source.
 */

const documents = { issued: 'made', repealed: 'repealed', inForce: 'valid' }
const applicants = {
  natural: 'naturalPerson',
  commercial: 'legalPerson.commercial',
  research: 'legalPerson.research',
  welfare: 'legalPerson.social',
  legal: 'legalPerson.legal',
  otherOrg: 'legalPerson.other',
  total: 'total'
}
const rows = {
  received: 'newReceived',
  carriedIn: 'carriedOver',
  granted: 'results.granted',
  partlyGranted: 'results.partialGrant',
  'refused.stateSecret': 'results.denied.stateSecret',
  'refused.lawForbids': 'results.denied.lawForbidden',
  'refused.safety': 'results.denied.safetyStability',
  'refused.thirdParty': 'results.denied.thirdPartyRights',
  'refused.internal': 'results.denied.internalAffairs',
  'refused.process': 'results.denied.processInfo',
  'refused.caseFile': 'results.denied.enforcementCase',
  'refused.query': 'results.denied.adminQuery',
  'unavailable.notHeld': 'results.unableToProvide.noInfo',
  'unavailable.needsMaking': 'results.unableToProvide.needCreation',
  'unavailable.unclear': 'results.unableToProvide.unclear',
  'declined.petition': 'results.notProcessed.complaint',
  'declined.repeat': 'results.notProcessed.repeat',
  'declined.publication': 'results.notProcessed.publication',
  'declined.excessive': 'results.notProcessed.massiveRequests',
  'declined.confirm': 'results.notProcessed.confirmInfo',
  'other.notCorrected': 'results.other.overdueCorrection',
  'other.feeUnpaid': 'results.other.overdueFee',
  'other.other': 'results.other.otherReasons',
  handled: 'results.totalProcessed',
  carriedOut: 'results.carriedForward'
}
const remedyKinds = {
  review: 'review',
  direct: 'litigationDirect',
  afterReview: 'litigationPostReview'
}
const outcomes = {
  upheld: 'maintain',
  corrected: 'correct',
  other: 'other',
  pending: 'unfinished',
  total: 'total'
}

/** Where that tool keeps each of our fields, within the data of its table. */
const paths = new Map<string, string>([
  ...cross(documents, (key, at): [string, string] => [
    `disclosure.rules.${key}`,
    `regulations.${at}`
  ]),
  ...cross(documents, (key, at): [string, string] => [
    `disclosure.normative.${key}`,
    `normativeDocuments.${at}`
  ]),
  ['disclosure.licensing.decisions', 'licensing.processed'],
  ['disclosure.penalty.decisions', 'punishment.processed'],
  ['disclosure.compulsion.decisions', 'coercion.processed'],
  ['disclosure.fees.amount', 'fees.amount'],
  ...cross(rows, (row, at) =>
    cross(applicants, (who, whose): [string, string] => [
      `requests.${row}.${who}`,
      `${whose}.${at}`
    ])
  ).flat(),
  ...cross(remedyKinds, (kind, at) =>
    cross(outcomes, (outcome, key): [string, string] => [
      `remedies.${kind}.${outcome}`,
      `${at}.${key}`
    ])
  ).flat()
])

function cross<Result>(
  map: Readonly<Record<string, string>>,
  make: (key: string, value: string) => Result
): Result[] {
  return Object.entries(map).map(([key, value]) => make(key, value))
}

type Data = Readonly<Record<string, unknown>>
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number as it was meant: the last of its 17 digits are of the machine that computed it. */
const wordsOf = (value: unknown): string =>
  typeof value === 'number'
    ? String(Number(value.toPrecision(15)))
    : typeof value === 'string'
      ? value
      : ''

const tables: Readonly<Record<string, readonly [TableId, string]>> = {
  table_2: ['disclosure', 'activeDisclosureData'],
  table_3: ['requests', 'tableData'],
  table_4: ['remedies', 'reviewLitigationData']
}

/** The report in that tool's JSON as blocks; null when the data are something else. */
export function comparedBlocks(data: unknown): { blocks: RawBlock[]; shownText: string } | null {
  if (!isData(data)) return null
  const root = isData(data['parsed_json']) ? data['parsed_json'] : data
  const sections = root['sections']
  if (!Array.isArray(sections) || !sections.some((one) => isData(one) && 'type' in one)) return null
  const source = shown()
  const blocks: RawBlock[] = titleOf(data, root).map((text) => textBlock(text, source))
  for (const section of sections) {
    if (!isData(section)) continue
    const heading = wordsOf(section['title']).trim()
    if (heading) blocks.push(textBlock(heading, source))
    const [table, key = ''] = tables[wordsOf(section['type'])] ?? []
    const values = section[key]
    if (table && isData(values)) blocks.push(gridBlock(table, values, source))
    for (const line of wordsOf(section['content'] ?? section['text']).split(/\r?\n/)) {
      if (line.trim()) blocks.push(textBlock(line.trim(), source))
    }
  }
  return { blocks, shownText: source.text() }
}

function titleOf(...places: readonly Data[]): string[] {
  const all = places.flatMap((place) => [place, place['meta'], place['basic_info']]).filter(isData)
  const first = (...keys: readonly string[]) =>
    all.flatMap((one) => keys.map((key) => wordsOf(one[key]).trim())).find(Boolean)
  const unit = first('unitName', 'unit_name', 'unit')
  const year = Number(first('year', 'reportYear', 'report_year'))
  if (unit && year > 2000 && year < 2100) return [reportTitle(unit, year)]
  const title = first('title')
  return title ? [title] : []
}

function textBlock(text: string, source: ShownText): RawBlock {
  return { type: 'text', text, at: source.line(text) }
}

/** The form that this tool knows. */
const { tables: known } = formOf({ form: '2021' })

function gridBlock(id: TableId, data: Data, source: ShownText): RawBlock {
  const cells = known[id].rows.map((row) =>
    row.map((cell): RawCell => ({
      text: isEntry(cell) ? valueAt(data, cell.field) : cell.text,
      ...(cell.cols && { cols: cell.cols }),
      ...(cell.rows && { rows: cell.rows })
    }))
  )
  return { type: 'grid', rows: cells.map(source.cells), spans: 'kept' }
}

function valueAt(data: Data, field: FieldId): string {
  const path = paths.get(field)?.split('.') ?? []
  const value = path.reduce<unknown>((at, key) => (isData(at) ? at[key] : undefined), data)
  return wordsOf(value).trim()
}
