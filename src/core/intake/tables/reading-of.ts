import { parseNumber, type NumberOptions } from '../../numbers/chinese.ts'
import type { Doubt, Reading } from '../source/reading.ts'
import { isBlank, type Slot, type CellToken } from '../source/placement.ts'
import type { Settled } from './settle-rows.ts'

/** Cells of the source as readings of the form's cells, each with what makes it doubtful. */

const at = ({ at: span }: CellToken) => (span ? { at: span } : {})

/** A reading with a reason to look at it; a doubt is never taken back. */
export function doubted(
  reading: Reading,
  why: Doubt,
  confidence: 'likely' | 'doubt' = 'likely'
): Reading {
  if (reading.confidence === 'doubt' || reading.why) {
    return confidence === 'doubt' ? { ...reading, confidence } : reading
  }
  return { ...reading, confidence, why }
}

/** A cell of the source read as it stands. */
export function readingOf(token: CellToken, options: NumberOptions = {}): Reading {
  const number = options.money ? parseNumber(token.raw, options) : token.number
  const { raw } = token
  if (number.kind === 'text') {
    return { raw, value: null, kind: 'text', confidence: 'doubt', why: number.reason, ...at(token) }
  }
  if (number.kind !== 'number') {
    return { raw, value: null, kind: number.kind, confidence: 'sure', ...at(token) }
  }
  const { value, note, qualifier, sign, unit } = number
  const reading: Reading = {
    raw,
    value,
    kind: value === 0 ? 'zero' : 'number',
    ...(note && { note }),
    confidence: 'sure',
    ...at(token)
  }
  if (sign) return doubted(reading, 'change', 'doubt')
  if (qualifier) return doubted(reading, 'approximate', 'doubt')
  if (options.money && (unit === '元' || (!unit && options.bare === '元'))) {
    return doubted(reading, 'unit')
  }
  return /\d\s+\d/.test(raw) ? doubted(reading, 'spaced') : reading
}

/** Several cells of the source where the form has another number of them: nothing is settled. */
export function unsettled(tokens: readonly CellToken[], count: number): Reading[] {
  const filled = tokens.filter((token) => !isBlank(token))
  const raw = filled.map((token) => token.raw).join('  ')
  const first = filled[0]
  const reading: Reading = {
    raw,
    value: null,
    kind: raw ? 'text' : 'blank',
    confidence: 'doubt',
    why: 'ragged',
    ...(first && at(first))
  }
  return Array.from({ length: count }, () => reading)
}

/** The readings of a settled row. */
export function readingsOf({ slots, open, chosen, suspect, short, from }: Settled): Reading[] {
  const gapped = slots.some(({ how }) => how === 'deduced' || how === 'missing')
  const filled = slots.some(({ value }) => value !== null && value !== 0)
  return slots.map((slot, column) => {
    const reading = readingOfSlot(slot)
    if (open[column]) {
      return { ...reading, value: null, kind: 'text', confidence: 'doubt', why: 'ragged' }
    }
    if (chosen || (gapped && (filled || short || reading.kind === 'blank')))
      return doubted(reading, 'ragged')
    if (from !== undefined && column >= from) return doubted(reading, 'ragged')
    return suspect[column] ? doubted(reading, 'unbalanced') : reading
  })
}

function readingOfSlot({ token, value, how }: Slot): Reading {
  if (!token) {
    const kind = value === null ? 'blank' : value === 0 ? 'zero' : 'number'
    return how === 'deduced'
      ? { raw: '', value, kind, confidence: 'likely', why: 'deduced' }
      : { raw: '', value, kind, confidence: 'doubt', why: 'ragged' }
  }
  if (how === 'split' || how === 'spaced') {
    const kind = value === 0 ? 'zero' : 'number'
    return { raw: token.raw, value, kind, confidence: 'likely', why: how, ...at(token) }
  }
  return readingOf(token)
}
