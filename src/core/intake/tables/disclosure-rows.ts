import type { Leftover, Reading } from '../source/reading.ts'
import { documents2019 } from '../../form/form-2019.ts'
import { cutDigits } from './digits.ts'
import { feeReading, type FeeUnit } from './fee.ts'
import { framesOf, type Framed } from './frames.ts'
import { byHead, inOrder } from './in-order.ts'
import type { FormRow } from '../source/labels.ts'
import type { Orders } from './orders.ts'
import {
  isBlank,
  trimmings,
  valueOf,
  whole,
  type Placement,
  type Slot,
  type CellToken
} from '../source/placement.ts'
import { doubted, readingOf, unsettled } from './reading-of.ts'
import type { Segment } from '../source/segments.ts'

/** Rows of table 二: three numbers of documents, or one; and what the form of 2019 had there. */

/**
 * The readings of each row of table 二.
 *
 * @param orders in which order the sources have the columns of documents
 * @param feeUnit what the fee is counted in, by the label of its row
 */
export function disclosureReadings(
  segments: readonly Segment[],
  orders: Orders['documents'],
  feeUnit: (label: string) => FeeUnit
): (segment: Segment, row: FormRow) => Reading[] {
  const own = segments.filter(({ row }) => row?.table === 'disclosure')
  const rows = own.map(({ tokens }) => tokens)
  const ways = own.map(({ row, tokens }) =>
    trimmings(tokens, row?.fields.length ?? 0).map(({ front, cells }): Placement => ({
      front,
      fit: whole,
      slots: cells.map((token): Slot => ({ token, value: valueOf(token) }))
    }))
  )
  const framed = framesOf(ways, rows, [], [])
  return (segment, row) => {
    const { tokens, source, label } = segment
    const frame = framed(own.indexOf(segment))
    if (row.fields.length > 1) return documentReadings(tokens, row, frame, orders.get(source))
    const reading = singleReading(tokens, row, feeUnit(label))
    return [frame.strange ? doubted(reading, 'ragged') : reading]
  }
}

/** The one number of a row of table 二; a merged cell may have been filled in for all it covered. */
function singleReading(tokens: readonly CellToken[], row: FormRow, feeUnit: FeeUnit): Reading {
  const filled = tokens.filter((token) => !isBlank(token))
  const [only = tokens[0]] = filled
  const alike = filled.every(({ raw }) => raw === only?.raw)
  const [unread] = unsettled(tokens, 1)
  if (only && alike) {
    return row.fields[0] === 'disclosure.fees.amount' ? feeReading(only, feeUnit) : readingOf(only)
  }
  return unread ?? { raw: '', value: null, kind: 'blank', confidence: 'doubt', why: 'ragged' }
}

/** The three numbers of a row of documents. */
function documentReadings(
  tokens: readonly CellToken[],
  { fields }: FormRow,
  { way, strange }: Framed,
  places: readonly number[] | undefined
): Reading[] {
  const cells = way?.slots.flatMap(({ token }) => token ?? []) ?? []
  // Where each number covers several columns, a sheet's columns are only finer than the form's.
  const wide = cells.filter(({ cols }) => cols > 1).length
  const merged = wide > 0 && wide < cells.length
  const own = merged || cells.length !== fields.length ? null : inOrder(cells, places)
  if (!own) return cutDigits(tokens, [fields.length], false) ?? unsettled(tokens, fields.length)
  const readings = byHead(
    own.map((token) => readingOf(token)),
    places
  )
  return strange ? readings.map((reading) => doubted(reading, 'ragged')) : readings
}

/** What of table 二 of the 2019 form still has a place; the meaning changed, so all is marked. */
export function fromOldForm(
  segment: Segment,
  row: FormRow,
  put: (row: Pick<FormRow, 'fields'>, readings: readonly Reading[], segment: Segment) => void,
  leave: (segment: Segment, reason: Leftover['reason']) => void
): void {
  const { tokens } = segment
  const mark = (token: CellToken) => doubted(readingOf(token), 'form2019')
  const last = tokens.at(-1)
  leave(segment, 'form2019')
  if (row.fields[0] === 'disclosure.fees.amount') return
  if (row.fields.length === 1) {
    if (last && tokens.length === 3) put(row, [mark(last)], segment)
    return
  }
  if (tokens.length !== documents2019.length) return
  documents2019.forEach((count, i) => {
    const field = row.fields.find((one) => count !== null && one.endsWith(`.${count}`))
    const token = tokens[i]
    if (field && token) put({ fields: [field] }, [mark(token)], segment)
  })
}
