import { parseNumber } from '../numbers/chinese.ts'
import { fingerprint, type FindingsOf, type Place } from '../findings/finding.ts'
import type { OriginalFinding, OriginalParams } from '../findings/original.ts'
import { isMoney, tableOf, type Form } from '../form/form.ts'
import type { Patch } from './source/reading.ts'
import { reportTitle, sections } from '../form/sections.ts'
import { requestRowName, rowNameOf } from '../form/field-name.ts'
import { rowsIn } from '../form/requests.ts'
import { tableIds, type FieldId } from '../form/table.ts'
import type { Heading } from './source/headings.ts'
import type { Walked } from './source/segments.ts'
import type { TablesRead } from './tables/tables.ts'
import { isStatutory, type Title } from './source/title.ts'
import { bare } from '../prose/likeness.ts'

/**
 * What the reading has to say about the original: what the draft made of it no longer shows.
 * Nothing here is an error, for the draft is already worded and numbered as the form demands. Long,
 * for each thing that can be noticed is made here.
 */
export interface Read {
  /** The form into which it is brought. */
  readonly form: Form
  readonly patch: Patch
  readonly walked: Walked
  readonly read: TablesRead
  readonly headings: readonly Heading[]
  readonly title: Title | null
  /** Decimals of 万元 that the head of the fee demands. */
  readonly decimals: number | undefined
}

export function findingsOf(source: Read): OriginalFinding[] {
  return [
    ...aboutTitle(source),
    ...aboutSections(source),
    ...aboutLabels(source),
    ...aboutFee(source),
    ...aboutNumbers(source),
    ...aboutProse(source)
  ]
}

const whole: Place = { kind: 'report' }

function warning<Id extends keyof OriginalParams>(
  rule: Id,
  at: Place,
  params: OriginalParams[Id]
): FindingsOf<OriginalParams, Id> {
  const mark = fingerprint(rule, JSON.stringify(at), JSON.stringify(params))
  return { rule, severity: 'warning', at, params, fingerprint: mark }
}

function aboutTitle({ title }: Read): OriginalFinding[] {
  if (!title || isStatutory(title) || title.year === undefined) return []
  const statutory = reportTitle(title.unitName, title.year)
  return [warning('D-TITLE', whole, { found: title.text, statutory })]
}

/** A prose of so many characters without a heading is no lead-in. */
const longLeadIn = 300

const isOfDisclosure = ({ text }: Patch) => text.leadIn.includes('信息公开')

/** Whether a heading has the words of the form, in whatever marks; 四 has two names in the order. */
const isCalled = (heading: string, title: string): boolean => {
  const words = bare(heading)
  return words.endsWith(bare(title)) || /^因?政府信息公开.*行政复议.*行政诉讼/.test(words)
}

/** A source with one heading is a piece of a report: nothing is missing from it. */
function aboutSections({ headings, patch, title }: Read): OriginalFinding[] {
  const long = patch.text.leadIn.length > longLeadIn
  const own = title ? long || Object.keys(patch.cells).length > 0 : long && isOfDisclosure(patch)
  if (headings.length === 0 && own) return [warning('D-SEC', whole, { problem: 'none' })]
  if (headings.length < 2) return []
  const order = sections.map(({ id }) => id)
  return sections.flatMap(({ id, numeral, title }, index) => {
    const at = headings.findIndex(({ section }) => section === id)
    const heading = headings[at]
    if (!heading) return [warning('D-SEC', whole, { problem: 'missing', section: title })]
    const above = headings[at - 1]
    if (above && order.indexOf(above.section) > index) {
      return [warning('D-SEC', whole, { problem: 'order', section: title })]
    }
    if (heading.numeral !== numeral) {
      const found = heading.numeral
      return [
        warning('D-SEC', whole, { problem: 'numeral', section: title, found, statutory: numeral })
      ]
    }
    return isCalled(heading.text, title)
      ? []
      : [
          warning('D-SEC', whole, {
            problem: 'name',
            section: title,
            found: heading.text,
            statutory: title
          })
        ]
  })
}

const differs = (found: string, statutory: string): boolean =>
  !bare(found).includes(bare(statutory)) &&
  !bare(statutory + statutory).includes(bare(found + found))

function aboutLabels({ form, walked, read }: Read): OriginalFinding[] {
  const found: OriginalFinding[] = []
  const seen = new Set<string>()
  const add = (label: string, statutory: string, at: Place) => {
    if (!label || seen.has(label + statutory) || !differs(label, statutory)) return
    seen.add(label + statutory)
    found.push(warning('D-LABEL', at, { found: label, statutory }))
  }
  for (const { label, row, extra } of walked.segments) {
    if (row && !extra) add(label, row.text, { kind: 'cells', fields: row.fields })
  }
  if (read.form === '2021') {
    for (const { text, known } of walked.heads) {
      const own = form
        .fieldsOf(known.table)
        .filter((field) => form.entryOf(field).column === known.text)
      add(text, known.text, own.length ? { kind: 'cells', fields: own } : whole)
    }
  }
  if (read.oldRowSet && read.form === '2021') {
    const rows = new Set(rowsIn('other').map(requestRowName))
    const fields = form.fieldsOf('requests').filter((field) => rows.has(rowNameOf(field)))
    found.push(warning('T3-ROWSET', { kind: 'cells', fields }, {}))
  }
  return found
}

function aboutFee({ patch, decimals }: Read): OriginalFinding[] {
  const fee: FieldId = 'disclosure.fees.amount'
  const reading = patch.cells[fee]
  const printed = /\d+(?:\.(\d+))?/.exec(reading?.raw ?? '')
  if (decimals === undefined || !reading || reading.value === null || !printed) return []
  const places = printed[1]?.length ?? 0
  if (places === decimals || reading.value === 0) return []
  return [
    warning('T2-FEEDP', { kind: 'cells', fields: [fee] }, { found: printed[0], decimals, places })
  ]
}

/** Rules whose findings hold what stood in each cell. */
type OfCells = 'T2-INT' | 'T2-NONNEG' | 'T3-NONNEG' | 'D-NUMFMT'

/** Numbers not typed in plain digits, and cells that hold words or no whole number instead. */
function aboutNumbers({ form, patch }: Read): OriginalFinding[] {
  const unusual: FieldId[] = []
  const fractions: FieldId[] = []
  const words = new Map<'T2-NONNEG' | 'T3-NONNEG', FieldId[]>([
    ['T2-NONNEG', []],
    ['T3-NONNEG', []]
  ])
  for (const field of form.fields) {
    const reading = patch.cells[field]
    if (!reading || !reading.raw) continue
    const alone = reading.note ? reading.raw.replace(/[（(].*$/, '').trim() : reading.raw.trim()
    const plain = /^-?\d+(?:\.\d+)?$/.test(alone)
    const own = tableOf(field) === 'disclosure'
    if (reading.kind === 'text' && parseNumber(reading.raw).kind === 'text') {
      // Table 二 alone has a rule of its own for what is a number but not a whole one.
      if (own && (reading.why === 'fraction' || reading.why === 'precision')) fractions.push(field)
      else words.get(own ? 'T2-NONNEG' : 'T3-NONNEG')?.push(field)
    } else if (reading.value !== null && !plain) unusual.push(field)
  }
  const about = (rule: OfCells, list: readonly FieldId[]): OriginalFinding[] =>
    list.length
      ? [
          warning(
            rule,
            { kind: 'cells', fields: list },
            { found: list.map((field) => patch.cells[field]?.raw ?? '') }
          )
        ]
      : []
  return [
    ...about('D-NUMFMT', unusual),
    ...about(
      'T2-INT',
      fractions.filter((field) => !isMoney(field))
    ),
    ...about('T2-INT', fractions.filter(isMoney)),
    ...Array.from(words).flatMap(([rule, list]) => about(rule, list))
  ]
}

/** A sentence, or a line that states a figure; captions and units of measure are neither. */
const statement = /[。；！？]|\d\s*[件条个次份]/
const templateWords = /表格形式报告|表格如下/

/** Prose in a section that is a table, one finding for each. */
function aboutProse({ patch }: Read): OriginalFinding[] {
  return tableIds.flatMap((table) => {
    const found = patch.leftovers
      .filter(
        ({ section, reason }) => section === table && (reason === 'prose' || reason === 'row')
      )
      .map(({ text }) => text)
      .filter((text) => statement.test(text) && !templateWords.test(text))
    return found.length
      ? [{ ...warning('D-PROSE2', whole, { table, found }), severity: 'hint' as const }]
      : []
  })
}
