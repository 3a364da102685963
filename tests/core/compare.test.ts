import { expect, it } from 'vitest'
import { differences, standing } from '../../src/core/compare.ts'
import { takeTheirs } from '../../src/core/merge.ts'
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
    { kind: 'part', part: 'unit', inside: [{ name: 'code', mine: '', theirs: '11410000' }] }
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

it.each([
  [3, '2026-01-05T08:00:00.000Z', 'newer'],
  [1, '2026-01-03T08:00:00.000Z', 'older'],
  [2, '2026-01-05T08:00:00.000Z', 'diverged'],
  [3, '2026-01-03T08:00:00.000Z', 'diverged'],
  [1, '2026-01-05T08:00:00.000Z', 'diverged']
])('revision %i of %s, against 2 of 4 January, is %s', (rev, updatedAt, expected) => {
  const here = { ...mine, rev: 2, updatedAt: '2026-01-04T08:00:00.000Z' }
  expect(standing(here, { ...theirs, rev, updatedAt })).toBe(expected)
  expect(standing(here, { ...here, rev, updatedAt })).toBe('same')
})

it('brings the platforms of chosen figures and the figures of chosen charts', () => {
  const channel = { ...base, id: 'c' }
  const withFigures = {
    ...theirs,
    channels: [{ ...channel, kind: 'wechat', name: '微信公众号' }],
    metrics: [{ id: 'm', channel: 'c' }],
    charts: [{ id: 'k', metrics: ['m'] }]
  } as unknown as Report
  const all = differences(mine, withFigures)
  const only = (part: string) =>
    all.filter((difference) => difference.kind === 'part' && difference.part === part)
  for (const part of ['metrics', 'charts']) {
    const taken = takeTheirs(mine, withFigures, only(part))
    expect(taken.metrics.map(({ id }) => id)).toEqual(['m'])
    expect(taken.channels.map(({ id }) => id)).toEqual(['c'])
  }
})
