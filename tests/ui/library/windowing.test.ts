import fc from 'fast-check'
import { expect, it } from 'vitest'
import { summaryOf, type Summary } from '../../../src/core/checks/summary.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { shownOf, type Shown } from '../../../src/ui/library/windowing.ts'

const blank = newReport('清川市水利局', 2025)
const report = (id: string): Summary => ({ ...summaryOf(id, blank), id })
/** Groups of so many reports each, named by their places. */
const groupsOf = (sizes: readonly number[]) =>
  sizes.map((size, g) => ({
    by: g,
    reports: Array.from({ length: size }, (_, i) => report(`${g}.${i}`))
  }))

/** Heights as the styles have them: rows 44, heads of groups 34. */
const heightOf = ({ groups, below }: Shown): number =>
  groups.reduce(
    (sum, { above, rows }) => sum + above + 34 + rows.reduce((all, row) => all + row.above + 44, 0),
    below
  )
const idsOf = ({ groups }: Shown): string[] =>
  groups.flatMap(({ rows }) => rows.map((row) => row.report.id))

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })

it('is as high as all rows, and has each in its place, whatever is seen of it', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: -500, max: 20_000 }), (sizes, from) => {
      const groups = groupsOf(sizes)
      const shown = shownOf(groups, { from, to: from + 768 })
      const all = sizes.reduce((sum, size) => sum + size, 0)
      expect(heightOf(shown)).toBe(all * 44 + sizes.length * 34)
      expect(shown.count).toBe(1 + all + sizes.length)
      // From the top of the list to each row there is as much as all rows before it take.
      let top = 0
      for (const group of shown.groups) {
        top += group.above
        const heads = Number(group.by)
        expect(top).toBe((group.index - 2 - heads) * 44 + heads * 34)
        top += 34
        for (const row of group.rows) {
          top += row.above
          expect(top).toBe((row.index - 3 - heads) * 44 + (heads + 1) * 34)
          top += 44
        }
      }
    })
  )
})

it('holds every row that is seen, and not many more', () => {
  const groups = groupsOf([1000, 1000])
  const shown = shownOf(groups, { from: 10_000, to: 10_768 })
  const ids = idsOf(shown)
  expect(ids).toContain(`0.${Math.floor((10_000 - 34) / 44)}`)
  expect(ids).toContain(`0.${Math.floor((10_768 - 34) / 44)}`)
  expect(ids.length).toBeLessThan(40)
})

it('keeps the row that has the focus, wherever it is', () => {
  const groups = groupsOf([1000, 1000])
  expect(idsOf(shownOf(groups, { from: 10_000, to: 10_768 }, '1.900'))).toContain('1.900')
  expect(idsOf(shownOf(groups, { from: 80_000, to: 80_768 }, '0.3'))).toContain('0.3')
})
