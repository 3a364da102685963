import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../../../../src/core/compose/compose.ts'
import { fields } from '../../../../src/core/form/form.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { random, sizes, validCells, validReport } from '../../../core/report/reports.ts'
import { times } from '../../../run.ts'
import { readAgain, recognised, written } from './opened.ts'

/** What Word writes is read by the very reader that takes offices' files. */

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: han, minLength: 2, maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('，', '《甲》', '“乙”', '〔2025〕7号', '12.8%', '㎡', '𬭊')
  },
  { weight: 1, arbitrary: fc.constantFrom('<b>', '&amp;', ']]>', 'A4', 'www.example.gov.cn', '😀') }
)
const line = fc
  .array(piece, { minLength: 2, maxLength: 8 })
  .map((pieces) => `本年${pieces.join('')}。`)
const prose = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))

const written2025: fc.Arbitrary<Report> = fc
  .record({
    seed: fc.nat(),
    size: fc.constantFrom(...Object.values(sizes)),
    blank: fc.subarray([...fields], { maxLength: 12 }),
    notes: fc.dictionary(
      fc.constantFrom('requests.received.natural', 'remedies.review.upheld'),
      fc.constantFrom('其中修订2件', '含上年转入1件'),
      { maxKeys: 2 }
    ),
    text: fc.record({ leadIn: prose, overview: prose, problems: prose, other: prose }),
    look: fc.constantFrom('official' as const, 'compact' as const)
  })
  .map(({ seed, size, blank, notes, text, look }) => {
    const report = validReport(1)
    const cells = validCells(random(seed), size)
    const kept = Object.entries(notes).filter(([field]) => !blank.some((one) => one === field))
    return {
      ...report,
      cells: { ...cells, ...Object.fromEntries(blank.map((field) => [field, null])) },
      notes: Object.fromEntries(kept),
      text,
      settings: { ...report.settings, look }
    }
  })

test('what is read again has the same cells, remarks and text', async () => {
  await fc.assert(
    fc.asyncProperty(written2025, async (report) => {
      const patch = await recognised(report)
      const cells = Object.fromEntries(
        fields.map((field) => [field, patch.cells[field]?.value ?? null])
      )
      expect(cells).toEqual(report.cells)
      expect(patch.notes).toEqual(report.notes)
      expect(patch.text).toEqual(report.text)
      expect(patch.leftovers).toEqual([])
      expect([patch.unitName, patch.year]).toEqual([report.unit.name, report.year])
    }),
    { numRuns: times(30, 8) }
  )
}, 120_000)

test('every table is read cell by cell as it was composed, in place and in extent', async () => {
  await fc.assert(
    fc.asyncProperty(written2025, async (report) => {
      const grids = (await readAgain(await written(report))).filter(({ type }) => type === 'grid')
      const tables = compose(report).filter(({ type }) => type === 'table')
      const bare = (text: string) => text.replace(/\s/g, '')
      const shape = (cell: { text: string; cols?: number; rows?: number }) => ({
        text: bare(cell.text),
        cols: cell.cols ?? 1,
        rows: cell.rows ?? 1
      })
      const rowsOf = (block: (typeof grids)[number] | (typeof tables)[number]) =>
        'rows' in block ? block.rows.map((row) => row.map(shape)) : []
      expect(grids.map(rowsOf)).toEqual(tables.map(rowsOf))
    }),
    { numRuns: times(30, 8) }
  )
}, 120_000)
