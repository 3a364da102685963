import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'

const report = setCell(newReport('清川市科学技术局', 2025), 'requests.received.natural', 12)
const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(report))

describe('openReport', () => {
  it('opens what was written, unchanged', () => {
    expect(openReport(copy())).toEqual({ ok: true, report })
  })

  it('opens a file of schema 1 as it was released, its fee in 分', () => {
    const file = readFileSync(
      new URL('../../fixtures/schema-1.nianbao.json', import.meta.url),
      'utf8'
    )
    const old = JSON.parse(file)
    const opened = openReport(old)
    expect(opened).toMatchObject({ ok: true, migratedFrom: 1 })
    expect(opened.ok && JSON.parse(JSON.stringify(opened.report))).toEqual({
      ...old,
      schema: 2,
      cells: { ...old.cells, 'disclosure.fees.amount': 5_070_000 }
    })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', [report]],
    ['another kind of file', { format: 'something-else', schema: 1 }],
    ['an empty object', {}]
  ])('%s is no report', (_, data) => {
    expect(openReport(data)).toMatchObject({ ok: false, reason: 'foreign' })
  })

  it('refuses a newer schema and says which', () => {
    expect(openReport({ ...copy(), schema: 9 })).toEqual({
      ok: false,
      reason: 'newer',
      detail: '9'
    })
  })

  it.each([
    ['a year that is a word', { year: '今年' }, 'year'],
    [
      'a cell that is text',
      { cells: { 'requests.received.natural': '12' } },
      'cells.requests.received.natural'
    ],
    [
      'a cell with a fraction',
      { cells: { 'requests.received.natural': 1.5 } },
      'cells.requests.received.natural'
    ],
    ['no unit', { unit: {} }, 'unit.name'],
    ['a broken schema number', { schema: 'one' }, 'schema']
  ])('names the place of %s', (_, change, path) => {
    expect(openReport({ ...copy(), ...change })).toEqual({
      ok: false,
      reason: 'damaged',
      detail: path
    })
  })

  it('fills what a hand-made file lacks with its empty value, never with 0', () => {
    const { cells: _cells, waivers: _waivers, settings: _settings, ...rest } = copy()
    const opened = openReport({ ...rest, cells: { 'requests.received.total': 5 } })
    expect(opened.ok && opened.report.cells['requests.received.total']).toBe(5)
    expect(opened.ok && opened.report.cells['requests.received.natural']).toBeNull()
    expect(opened.ok && opened.report.waivers).toEqual([])
  })

  it('keeps what it does not know', () => {
    const opened = openReport({
      ...copy(),
      colour: '靛',
      cells: { ...report.cells, 'new.field': 4 }
    })
    expect(opened.ok && opened.report).toMatchObject({ colour: '靛' })
    expect(opened.ok && opened.report.cells).toMatchObject({ 'new.field': 4 })
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (data) => void openReport(data)))
    fc.assert(
      fc.property(
        fc.object(),
        (data) => void openReport({ ...copy(), ...data, format: report.format })
      )
    )
  })

  it('never throws on a report with anything in any place', () => {
    const keys = Object.keys(report)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        openReport({ ...copy(), [key]: value })
      })
    )
  })
})
