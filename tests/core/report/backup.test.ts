import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupOf, openBackup, openBackupText, restoring } from '../../../src/core/report/backup.ts'
import { newReport } from '../../../src/core/report/new-report.ts'

const now = new Date('2026-01-18T06:32:00Z')
const one = newReport('清川市科学技术局', 2025)
const two = newReport('清川市人民政府', 2025)
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a backup', () => {
  it('gives back every report, and says which it cannot open', () => {
    const opened = openBackup(through(backupOf([one, { format: 'torn' }, two], now)))
    expect(opened).toMatchObject({
      ok: true,
      reports: [{ ok: true, report: one }, { ok: false }, { ok: true, report: two }]
    })
  })

  it('may be a single exchange file', () => {
    expect(openBackup(through(one))).toMatchObject({ ok: true, reports: [{ report: one }] })
  })

  it.each([
    ['nothing', undefined, 'foreign'],
    ['null', null, 'foreign'],
    ['another JSON', { a: 1 }, 'foreign'],
    ['a later backup', { ...backupOf([], now), schema: 2 }, 'newer'],
    ['one without its list', { ...backupOf([], now), reports: {} }, 'damaged'],
    ['a later report', { ...one, schema: 99 }, 'newer']
  ])('that is %s is refused', (_, data, reason) => {
    expect(openBackup(data)).toEqual({ ok: false, reason })
  })

  it('that was cut off on its way is damaged, not something else', () => {
    const text = JSON.stringify(backupOf([one, two], now), null, 2)
    for (const length of [60, 400, text.length >> 1, text.length - 2]) {
      const cut = text.slice(0, length)
      expect(openBackupText(cut)).toEqual({ ok: false, reason: 'damaged' })
    }
    expect(openBackupText(text)).toMatchObject({ ok: true })
    expect(openBackupText('没有')).toEqual({ ok: false, reason: 'foreign' })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        openBackup(data)
        openBackup({ ...backupOf([], now), reports: data })
      })
    )
  })
})

describe('restoring', () => {
  const fates = (here: (typeof one)[], ...reports: unknown[]): string[] => {
    const opened = openBackup(backupOf(reports, now))
    return opened.ok ? restoring(here, opened.reports).map(({ fate }) => fate) : []
  }

  it('adds what is not here', () => {
    expect(fates([], one, two)).toEqual(['added', 'added'])
  })

  it('leaves alone what is here already, even under another revision', () => {
    expect(fates([one], { ...one, rev: 7, updatedAt: now.toISOString() })).toEqual(['same'])
  })

  it('keeps a differing one as one more, once', () => {
    const changed = { ...one, text: { ...one.text, other: '未收取信息处理费。' } }
    expect(fates([one], changed)).toEqual(['copied'])
    const copy = { ...changed, id: two.id }
    expect(fates([one, copy], changed)).toEqual(['same'])
  })

  it('counts what cannot be opened', () => {
    expect(fates([], { ...one, year: '二〇二五' })).toEqual(['refused'])
  })
})
