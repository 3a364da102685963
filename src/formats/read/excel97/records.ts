/** A record of a workbook's stream ([MS-XLS] 2.1.4) with what was continued in others. */
export interface XlsRecord {
  readonly type: number
  readonly view: DataView
  /** Its bytes, and those of each record that goes on with it. */
  readonly pieces: readonly Uint8Array[]
}

export const recordType = {
  formula: 0x06,
  end: 0x0a,
  date1904: 0x22,
  locked: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  columns: 0x7d,
  sheet: 0x85,
  numbers: 0xbd,
  blanks: 0xbe,
  richLabel: 0xd6,
  cellFormat: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  sharedLabel: 0xfd,
  blank: 0x201,
  number: 0x203,
  label: 0x204,
  fact: 0x205,
  formulaText: 0x207,
  row: 0x208,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809
} as const

/** The records from a place on; a file that is cut off in one is a RangeError. */
function* recordsFrom(bytes: Uint8Array, place: number): Generator<XlsRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const bodyAt = (at: number): Uint8Array => {
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > bytes.length) throw new RangeError('record')
    return bytes.subarray(at + 4, at + 4 + length)
  }
  for (let at = place; at + 4 <= bytes.length;) {
    const type = view.getUint16(at, true)
    const body = bodyAt(at)
    const pieces = [body]
    at += 4 + body.length
    while (at + 4 <= bytes.length && view.getUint16(at, true) === recordType.continued) {
      const more = bodyAt(at)
      pieces.push(more)
      at += 4 + more.length
    }
    yield { type, view: new DataView(body.buffer, body.byteOffset, body.length), pieces }
  }
}

/**
 * The records of one part of the workbook (its common part, or a sheet), up to its end; parts within
 * it, such as charts, are left out.
 */
export function* partFrom(bytes: Uint8Array, place: number): Generator<XlsRecord> {
  let depth = 0
  for (const record of recordsFrom(bytes, place)) {
    if (record.type === recordType.begin) depth++
    else if (record.type === recordType.end) {
      if (--depth <= 0) return
    } else if (depth === 1) yield record
  }
  throw new RangeError('part without an end')
}
