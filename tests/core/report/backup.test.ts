import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupEnd,
  backupHead,
  contentOf,
  isBackupEnd,
  isBackupPart,
  partsOfText,
  standingOfHead
} from '../../../src/core/report/backup.ts'
import { newReport } from '../../../src/core/report/new-report.ts'

const now = new Date('2026-01-18T06:32:00Z')
const one = newReport('清川市科学技术局', 2025)
const two = newReport('清川市人民政府', 2025)
/** A backup as versions before archives made them. */
const old = (reports: unknown, more = {}): string =>
  JSON.stringify({ format: 'zfxxgk-annual-report-backup', schema: 1, reports, ...more })

describe('a backup that is one text', () => {
  it('gives every report as it is, also what cannot be opened', () => {
    expect(partsOfText(old([one, { format: 'torn' }, two]))).toEqual({
      ok: true,
      parts: [one, { format: 'torn' }, two].map((value) => ({ kind: 'report', value }))
    })
  })

  it('may be a single exchange file', () => {
    const parts = [{ kind: 'report', value: one }]
    expect(partsOfText(JSON.stringify(one))).toEqual({ ok: true, parts })
  })

  it.each([
    ['nothing', '', 'foreign'],
    ['null', 'null', 'foreign'],
    ['another JSON', '{"a":1}', 'foreign'],
    ['a later backup', old([], { schema: 2 }), 'newer'],
    ['one without its list', old({}), 'damaged'],
    ['a later report', JSON.stringify({ ...one, schema: 99 }), 'newer']
  ])('that is %s is refused', (_, text, reason) => {
    expect(partsOfText(text)).toEqual({ ok: false, reason })
  })

  it('that was cut off on its way is damaged, not something else', () => {
    const text = old([one, two])
    for (const length of [60, 400, text.length >> 1, text.length - 2]) {
      expect(partsOfText(text.slice(0, length))).toEqual({ ok: false, reason: 'damaged' })
    }
    expect(partsOfText('没有')).toEqual({ ok: false, reason: 'foreign' })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        partsOfText(JSON.stringify(data))
        partsOfText(old(data))
      })
    )
  })
})

describe('the lines of a backup', () => {
  it('begin with what it is; one of a later version is refused', () => {
    expect(standingOfHead(backupHead(now))).toBeUndefined()
    expect(standingOfHead({ ...backupHead(now), schema: 3 })).toBe('newer')
    expect(standingOfHead(one)).toBe('foreign')
  })

  it('are parts of known kinds, and end with their number', () => {
    expect(isBackupPart({ kind: 'report', value: one })).toBe(true)
    expect(isBackupPart({ kind: 'toast', value: one })).toBe(false)
    expect(isBackupEnd(backupEnd(2))).toBe(true)
    expect(isBackupEnd(backupHead(now))).toBe(false)
  })
})

it('what a report says is apart from which copy it is and when it was written', () => {
  const copy = { ...one, id: two.id, rev: 9, updatedAt: '2026-02-01T00:00:00.000Z' }
  expect(contentOf(copy)).toBe(contentOf(one))
  expect(contentOf({ ...one, year: 2024 })).not.toBe(contentOf(one))
})
