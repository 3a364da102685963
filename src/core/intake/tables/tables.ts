import type { Form } from '../../form/form.ts'
import type { Doubt, Leftover, Reading } from '../source/reading.ts'
import type { FieldId, TableId } from '../../form/table.ts'
import type { FormRow, Labels } from '../source/labels.ts'
import { cutRequests, cutDigits } from './digits.ts'
import { disclosureReadings, fromOldForm } from './disclosure-rows.ts'
import type { Slot } from '../source/placement.ts'
import type { FeeUnit } from './fee.ts'
import { byHead, expanded, inOrder } from './in-order.ts'
import type { Orders } from './orders.ts'
import { doubted, readingsOf, unsettled } from './reading-of.ts'
import type { Segment, UnknownRow, Walked } from '../source/segments.ts'
import { settleRows } from './settle-rows.ts'

/**
 * From labelled rows of the source to the cells of the form. Long, for each of the tables, and the
 * form of 2019, has its own way there and all put into one record.
 */

export type Readings = Partial<Record<FieldId, Reading>>

export interface TablesRead {
  readonly cells: Readings
  readonly leftovers: readonly Leftover[]
  /** Rows without a known label that were taken for a row of the form by their place. */
  readonly placed: ReadonlySet<UnknownRow>
  readonly form: '2021' | '2019'
  /** Whether （六）其他处理 had one row, as in 2019. */
  readonly oldRowSet: boolean
}

/** Reads the three tables; the first reading of a row counts, later ones are left over. */
export function readTables(
  { segments: named, heads, strays }: Walked,
  form: Form,
  labels: Labels,
  { orders, feeUnit }: { readonly orders: Orders; readonly feeUnit: (label: string) => FeeUnit }
): TablesRead {
  const columns = form.tables.requests.columns?.length ?? 0
  const placed = byPlace(named, strays, labels, columns)
  const segments = [...named, ...placed.keys()]
  const old = new Set(heads.filter(({ known }) => known.old).map(({ known }) => known.text))
  const isOld = old.size >= 2
  const cells: Readings = {}
  const leftovers: Leftover[] = []
  const leave = (segment: Segment, reason: Leftover['reason']) => {
    const text = [segment.label, ...segment.tokens.map(({ raw }) => raw)].join('  ').trim()
    const at = segment.tokens.find((token) => token.at)?.at
    leftovers.push({ text, reason, ...(at && { at }) })
  }
  const put = (row: Pick<FormRow, 'fields'>, readings: readonly Reading[], segment: Segment) => {
    const known = row.fields.filter((field) => cells[field] && cells[field].raw !== '')
    const says = readings.some(({ raw }) => raw !== '')
    if (known.length && says) {
      const differs = row.fields.filter((field, i) => cells[field]?.value !== readings[i]?.value)
      if (differs.length) leave(segment, 'twice')
      for (const field of differs) {
        const first = cells[field]
        if (first) cells[field] = doubted(first, 'twice', 'doubt')
      }
      return
    }
    if (known.length) return
    row.fields.forEach((field, i) => {
      const reading = readings[i]
      if (!reading) return
      cells[field] =
        segment.match === 'place'
          ? doubted(reading, 'label', 'doubt')
          : segment.match === 'like'
            ? doubted(reading, 'label')
            : segment.glued
              ? doubted(reading, 'uncut')
              : reading
    })
  }

  const disclosure = disclosureReadings(segments, orders.documents, feeUnit)
  for (const segment of segments) {
    const { row, extra } = segment
    if (row?.table === 'disclosure') {
      if (isOld) fromOldForm(segment, row, put, leave)
      else put(row, disclosure(segment, row), segment)
    } else if (extra === 'old') leave(segment, 'form2019')
  }

  const remedies = labels.rows.filter(({ table }) => table === 'remedies')
  for (const segment of segments.filter((one) => tableOfSegment(one) === 'remedies')) {
    const rows = segment.row ? [segment.row] : remedies
    const target = { fields: rows.flatMap(({ fields }) => fields) }
    const sizes = rows.map(({ fields }) => fields.length)
    const places = (segment.row ? orders.outcomes : orders.remedies).get(segment.source)
    const tokens = inOrder(expanded(segment, target.fields.length), places)
    const [settled] = tokens ? settleRows([tokens], sizes, () => 0) : []
    const readings = settled
      ? byHead(readingsOf(settled), places)
      : (cutDigits(segment.tokens, sizes) ?? unsettled(segment.tokens, target.fields.length))
    put(target, readings, segment)
  }

  const other = labels.rows.find(({ id }) => id === 'requests.other.other')
  const oldRow = segments.find(({ extra }) => extra === 'group')
  const requests = segments.flatMap((segment) => {
    if (segment.row?.table === 'requests') return [{ segment, row: segment.row }]
    return segment === oldRow && other ? [{ segment, row: other }] : []
  })
  const settled = settleRows(
    requests.map(({ segment }) => {
      const tokens = expanded(segment, columns)
      return inOrder(tokens, orders.applicants.get(segment.source)) ?? tokens
    }),
    [columns],
    (rows) =>
      failures(
        requests.map(({ row }) => row),
        rows,
        form
      ),
    requests.map(({ row }) => row.cols)
  )
  const cut = cutRequests(
    requests.map(({ segment, row }, i) => ({
      row,
      tokens: segment.tokens,
      slots: settled[i]?.slots
    }))
  )
  requests.forEach(({ segment, row }, i) => {
    const one = settled[i]
    const merged = segment.tokens.some(({ cols }) => cols > 1)
    const places = orders.applicants.get(segment.source)
    const known = inOrder(expanded(segment, columns), places) !== null
    const readings =
      one && known
        ? byHead(readingsOf(one), places)
        : (cut.get(i) ?? unsettled(segment.tokens, row.fields.length))
    const why: Doubt | undefined = merged ? 'merged' : segment === oldRow ? 'form2019' : undefined
    put(row, why ? readings.map((reading) => doubted(reading, why)) : readings, segment)
  })
  return {
    cells,
    leftovers,
    placed: new Set(placed.values()),
    form: isOld ? '2019' : '2021',
    oldRowSet: oldRow !== undefined
  }
}

/**
 * Rows of table 三 whose label nobody knows, where the rows around them leave one place for them.
 * They are taken for that row and asked about.
 */
function byPlace(
  named: readonly Segment[],
  strays: readonly UnknownRow[],
  { rows }: Labels,
  columns: number
): ReadonlyMap<Segment, UnknownRow> {
  const list = rows.filter(({ table }) => table === 'requests')
  const known = new Set(named.map(({ row }) => row))
  const found = new Map<Segment, UnknownRow>()
  strays.forEach((stray, i) => {
    if (stray.source.section !== 'requests' || strays[i - 1]?.after === stray.after) return
    if (strays[i + 1]?.after === stray.after || !hasWords(stray.text)) return
    const above = named[stray.after - 1]?.row
    const below = named[stray.after]?.row
    const before = above?.table === 'requests' ? list.indexOf(above) : -1
    const behind = below?.table === 'requests' ? list.indexOf(below) : list.length
    const at = before + 1
    const row = list[at]
    const fits = behind === at + 1
    if (!row || !fits || known.has(row)) return
    const { source, text, tokens } = stray
    const segment: Segment = { source, row, label: text, match: 'place', tokens }
    if (expanded(segment, columns).length === columns) found.set(segment, stray)
  })
  return found
}

const hasWords = (text: string): boolean => /\p{Script=Han}{2}/u.test(text)

const tableOfSegment = ({ row, extra }: Segment): TableId | undefined =>
  row ? row.table : extra ? undefined : 'remedies'

/** How many sums over the rows of a column do not hold, among those that can be told. */
function failures(
  rows: readonly FormRow[],
  slots: readonly (readonly Slot[] | null)[],
  form: Form
): number {
  const values = new Map<FieldId, number | null>()
  rows.forEach(({ fields }, i) => {
    fields.forEach((field, column) => values.set(field, slots[i]?.[column]?.value ?? null))
  })
  return form.balances.filter(({ rule, left, right }) => {
    if (rule !== 'T3-SUM' && rule !== 'T3-BAL') return false
    const sides = [left, right].map((side) => side.map((field) => values.get(field)))
    if (sides.flat().some((value) => value === null || value === undefined)) return false
    const [a = 0, b = 0] = sides.map((side) => side.reduce<number>((sum, n) => sum + (n ?? 0), 0))
    return a !== b
  }).length
}
