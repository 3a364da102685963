import { describe, expect, it } from 'vitest'
import { figureTable, guessColumns } from '../../../src/core/metrics/columns.ts'
import { readDate } from '../../../src/core/metrics/dates.ts'
import { takeIn, withTaken } from '../../../src/core/metrics/intake.ts'
import { channel, figure, reportOf } from './figures.ts'

const wechat = channel('w', 'wechat', '清川档案')
const video = channel('v', 'video', '清川视频')
const report = reportOf(
  [wechat, video],
  [figure({ channel: 'w', key: 'posts', name: '推送信息', year: 2025, value: 190 })]
)
const intake = (grid: string[][], at = wechat) => {
  const table = figureTable(grid)
  const columns = guessColumns(table, 2025)
  return { columns, ...takeIn(report, table, columns, at) }
}
const short = ({ taken }: ReturnType<typeof intake>) =>
  taken.map(({ line, year, figure: { value } }) => `${line.channel} ${line.key} ${year} ${value}`)

describe('an export of a platform', () => {
  it('day by day makes months and a year; what stands at the end is the last', () => {
    const result = intake([
      ['用户分析', '', '', ''],
      ['日期', '新关注人数', '净增关注人数', '累积关注人数'],
      ['2025-01-01', '5', '3', '259'],
      ['2025-01-31', '4', '4', '263'],
      ['2025-12-31', '90', '78', '341']
    ])
    expect(result.columns).toEqual(['date', 'skip', 'followersNew year', 'followersEnd end'])
    expect(short(result)).toEqual(['w followersNew 2025 85', 'w followersEnd 2025 341'])
    expect(result.taken[0]?.figure.months?.slice(0, 2)).toEqual([7, null])
    expect(result.taken[1]?.figure.months?.[0]).toBe(263)
    const next = withTaken(report, result.taken, '公众号后台')
    expect(next.metrics.find(({ key }) => key === 'followersEnd')).toMatchObject({
      value: 341,
      period: 'end',
      source: '公众号后台'
    })
  })

  it('of several accounts goes to each by its name; an unknown one is named with its row', () => {
    const result = intake([
      ['账号名称', '发布数', '粉丝数', '播放量'],
      ['清川档案', '190余', '341', '—'],
      ['清川视频', '60', '1.2万', '3亿'],
      ['别的账号', '1', '2', '3'],
      ['合计', '251', '12343', '']
    ])
    expect(short(result)).toEqual([
      'w posts 2025 190',
      'w followersEnd 2025 341',
      'v posts 2025 60',
      'v followersEnd 2025 12000',
      'v views 2025 300000000'
    ])
    expect(result.taken[0]).toMatchObject({
      line: { name: '推送信息' },
      figure: { qualifier: '余' },
      instead: undefined
    })
    expect(result.refused).toEqual([
      { at: 4, column: '账号名称', text: '别的账号', why: 'account' }
    ])
  })

  it('with a column of names gives this year and last', () => {
    const result = intake([
      ['指标', '2025年', '2024年'],
      ['推送信息', '195', '172'],
      ['没有的指标', '1', '2']
    ])
    expect(short(result)).toEqual(['w posts 2025 195', 'w posts 2024 172'])
    expect(result.taken[0]?.instead).toBe(190)
    expect(result.refused).toHaveLength(2)
  })

  it.each([
    ['words', '很多', 'number'],
    ['a negative number', '-3', 'negative'],
    ['a formula', '=SUM(A1)', 'number']
  ])('says in which row there is %s', (_, cell, why) => {
    const { refused, taken } = intake([
      ['日期', '发布数'],
      ['2025-03-01', '12'],
      ['2025-04-01', cell]
    ])
    expect(refused).toEqual([{ at: 3, column: '发布数', text: cell, why }])
    expect(taken[0]?.figure.value).toBe(12)
  })

  it('does not count one day twice', () => {
    const { refused, taken } = intake([
      ['日期', '发布数'],
      ['2025-03-01', '12'],
      ['2025-03-01', '12']
    ])
    expect(taken[0]?.figure.value).toBe(12)
    expect(refused).toMatchObject([{ at: 3, why: 'twice' }])
  })

  it('of ten thousand rows is read whole', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [String(36_892 + i), '1'])
    const { taken, refused } = intake([['日期', '发布数'], ...rows])
    expect(refused).toEqual([])
    expect(taken.reduce((sum, { rows: n }) => sum + n, 0)).toBe(10_000)
  })

  it('has its columns remembered by their heads', () => {
    const table = figureTable([
      ['天', '产量'],
      ['2025-01-01', '3']
    ])
    expect(guessColumns(table, 2025)).toEqual(['date', 'skip'])
    expect(guessColumns(table, 2025, { 产量: 'posts year' })).toEqual(['date', 'posts year'])
  })
})

it.each([
  ['2025-01-03', 2025, 1, 3],
  ['2025/1/3', 2025, 1, 3],
  ['20250103', 2025, 1, 3],
  ['2025年1月3日', 2025, 1, 3],
  ['2025年1月', 2025, 1, 0],
  ['3月', 2025, 3, 0],
  ['2024', 2024, 0, 0],
  ['45660', 2025, 1, 3],
  ['45660.5', 2025, 1, 3]
])('the date %s', (text, year, month, day) => {
  expect(readDate(text, 2025)).toEqual({ year, month, day })
})

it.each(['2025-13-01', '12', '99999', '很久以前', ''])('%j is no date', (text) => {
  expect(readDate(text, 2025)).toBeUndefined()
})
