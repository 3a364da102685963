import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { fileName } from '../../../src/formats/write/writer.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import { anyReport } from '../../fixtures/random-reports.ts'

const report = setCell(newReport('清川市科学技术局', 2025), 'requests.received.natural', 3)
const reversed = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).reverse()) as T

describe('the exchange file', () => {
  it('opens again as the same report', () => {
    const opened = openReport(JSON.parse(writeJson(report)))
    expect(opened).toEqual({ ok: true, report })
  })

  it('is the same bytes whatever order the keys had in memory', () => {
    const noted = {
      ...report,
      notes: { 'remedies.review.total': '含上年', 'disclosure.rules.inForce': '其中修订16件' }
    }
    const shuffled = reversed({
      ...noted,
      cells: reversed(noted.cells),
      unit: reversed(noted.unit),
      notes: reversed(noted.notes)
    })
    expect(writeJson(shuffled)).toBe(writeJson(noted))
  })

  it('has its keys in the order of the schema and its cells in the order of the form', () => {
    const data = JSON.parse(writeJson(report)) as { cells: object }
    expect(Object.keys(data).slice(0, 9)).toEqual([
      ...['format', 'schema', 'form', 'id', 'rev', 'unit', 'year', 'scope', 'cells']
    ])
    expect(Object.keys(data.cells)).toEqual(fields)
  })

  it('keeps what this version does not know', () => {
    const data: unknown = JSON.parse(writeJson({ ...report, later: { kept: true } } as never))
    expect(data).toMatchObject({ later: { kept: true } })
  })

  it('opens again as the same report, whatever is in it', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(openReport(JSON.parse(writeJson(report)))).toEqual({ ok: true, report })
      }),
      { numRuns: 200 }
    )
  })

  it('is written even of a report that the schema would refuse', () => {
    const odd = { ...report, year: 12 }
    expect(JSON.parse(writeJson(odd))).toEqual(odd)
  })
})

describe('the name of a file', () => {
  it.each([
    ['清川市科学技术局', '.nianbao.json', '清川市科学技术局-2025.nianbao.json'],
    ['甲/乙:丙?', '-草稿.pdf', '甲乙丙-2025-草稿.pdf'],
    ['  ', '.pdf', '未命名-2025.pdf']
  ])('of %j with %s is %s', (name, ending, expected) => {
    expect(fileName({ ...report, unit: { ...report.unit, name } }, ending)).toBe(expected)
  })
})
