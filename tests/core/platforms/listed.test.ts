import { describe, expect, it } from 'vitest'
import { figureTable, guessColumns } from '../../../src/core/platforms/exported/columns.ts'
import { takeIn, withTaken } from '../../../src/core/platforms/exported/intake.ts'
import {
  isListHead,
  listedFigures,
  listHeads,
  listTexts
} from '../../../src/core/platforms/listed.ts'
import { figureAt, knownFigures, lineOf } from '../../../src/core/platforms/lines.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { channel, consistentHistory, figure, livedHistory, reportOf } from './figures.ts'
import { random } from '../report/reports.ts'

const grid = (report: Report): string[][] => [
  Object.values(listHeads),
  ...listedFigures(report).map((one) => Object.values(listTexts(one)))
]

describe('the figures of all platforms as a list', () => {
  it('are those of the report and those that only last year had, each once, platform by platform', () => {
    const report = livedHistory(random(3), 4, 6)
    const list = listedFigures(report)
    const listed = new Set(list.map((one) => one.figure))
    expect(listed.size).toBe(list.length)
    for (const one of knownFigures(report)) {
      const counts = figureAt(report, lineOf(report, one), one.year)
      expect(counts && listed.has(counts)).toBe(true)
    }
    const platforms = list.map((one) => one.figure.channel)
    expect(platforms.filter((id, i) => id !== platforms[i - 1])).toEqual([...new Set(platforms)])
  })

  it('go by this year where both years state one', () => {
    const now = figure({ channel: 'w', key: 'posts', year: 2024, value: 5 })
    const { cells, text, ...report } = reportOf([channel('w', 'wechat')], [now])
    const previous = { year: 2024, cells, text, metrics: [{ ...now, id: 'old', value: 4 }] }
    const list = listedFigures({ ...report, cells, text, previous })
    expect(list.map((one) => one.figure.value)).toEqual([5])
  })

  it('are taken in again as what they were', () => {
    const report = consistentHistory(random(5), 3, 6)
    // What is told apart by its period alone, a list by names cannot tell.
    const metrics = report.metrics.filter(({ key }) => key !== 'visits')
    const whole = { ...report, metrics }
    const emptied = {
      ...whole,
      metrics: metrics.map((one) => ({ ...one, value: null, shown: '', qualifier: '' as const }))
    }
    const table = figureTable(grid(whole))
    expect(isListHead(table.head)).toBe(true)
    const [first] = whole.channels
    if (!first) throw new Error('no platform')
    const { taken, refused, left } = takeIn(emptied, table, guessColumns(table, whole.year), first)
    expect({ refused, left }).toEqual({ refused: [], left: [] })
    const said = ({ metrics }: Report) =>
      metrics.map(({ id, value, shown, qualifier }) => ({ id, value, shown, qualifier }))
    expect(said(withTaken(emptied, taken, { source: '年报.xlsx', date: '' }))).toEqual(said(whole))
  })
})
