import { expect, it } from 'vitest'
import { differences, takeTheirs } from '../../src/core/compare.ts'
import { newReport, setCell, type Report } from '../../src/core/report.ts'

const base = newReport('清川市科学技术局', 2025)
const mine: Report = setCell(base, 'remedies.review.upheld', 2)
const theirs: Report = {
  ...setCell(base, 'remedies.review.upheld', 3),
  text: { ...base.text, other: '没有收取信息处理费。' },
  unit: { ...base.unit, code: '11410000' }
}

it('names what two states say differently, in the order of the report', () => {
  expect(differences(mine, theirs)).toEqual([
    { kind: 'cell', field: 'remedies.review.upheld', mine: 2, theirs: 3 },
    { kind: 'cell', field: 'remedies.review.total', mine: 2, theirs: 3 },
    { kind: 'text', section: 'other', mine: '', theirs: '没有收取信息处理费。' },
    { kind: 'part', part: 'unit' }
  ])
  expect(differences(mine, mine)).toEqual([])
})

it('takes exactly what is chosen', () => {
  const all = differences(mine, theirs)
  expect(differences(takeTheirs(mine, theirs, all), theirs)).toEqual([])
  expect(takeTheirs(mine, theirs, [])).toEqual(mine)
  const text = takeTheirs(mine, theirs, all.slice(2, 3))
  expect(text.text.other).toBe('没有收取信息处理费。')
  expect(text.cells['remedies.review.upheld']).toBe(2)
})
