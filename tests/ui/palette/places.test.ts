import { describe, expect, it, vi } from 'vitest'
import { summaryOf } from '../../../src/core/checks/summary.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { reportEntries } from '../../../src/ui/palette/places.ts'

const summary = (name: string, changes: object = {}) => {
  const report = { ...newReport(name, 2025), ...changes }
  return summaryOf(report.id, report)
}

describe('reports in the palette', () => {
  it.each([
    ['of different names by them alone', [summary('甲局'), summary('乙局')], ['', '']],
    [
      'the sum of others by that',
      [summary('甲局'), summary('甲局', { scope: 'rollup' })],
      ['', '汇总']
    ],
    [
      'of one name by when they were changed',
      [
        summary('甲局', { updatedAt: '2020-01-10T12:00:00.000Z' }),
        summary('甲局', { updatedAt: '2021-02-20T12:00:00.000Z' })
      ],
      ['2020-01-10', '2021-02-20']
    ]
  ])('are told apart: %s', (_, reports, places) => {
    const entries = reportEntries(reports, { go: vi.fn() } as never)
    expect(entries.map(({ place = '' }) => place)).toEqual(places)
  })
})
