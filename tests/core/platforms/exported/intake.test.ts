import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureTable, guessColumns } from '../../../../src/core/platforms/exported/columns.ts'
import { readDate } from '../../../../src/core/platforms/dates.ts'
import { takeIn, withTaken } from '../../../../src/core/platforms/exported/intake.ts'
import { openReport } from '../../../../src/core/report/migrate.ts'
import type { Channel, Metric } from '../../../../src/core/report/report.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { channel, figure, reportOf } from '../figures.ts'

const wechat = channel('w', 'wechat', '清川档案')
const video = channel('v', 'video', '清川视频')
const report = reportOf(
  [wechat, video],
  [
    figure({ channel: 'w', key: 'posts', name: '推送信息', year: 2025, value: 190 }),
    figure({
      channel: 'w',
      key: 'followersEnd',
      name: '关注数',
      period: 'end',
      year: 2025,
      value: 341
    })
  ]
)
const from = { source: '后台.csv', date: '2026-01-05' }
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
    expect(result.columns.slice(1)).toEqual([
      { key: 'followersNew', period: 'year' },
      { key: 'followersNet', period: 'year' },
      { key: 'followersEnd', period: 'end' }
    ])
    expect(short(result)).toEqual([
      'w followersNew 2025 99',
      'w followersNet 2025 85',
      'w followersEnd 2025 341'
    ])
    expect(result.taken[1]?.figure.months?.slice(0, 2)).toEqual([7, null])
    expect(result.taken[2]?.figure.months?.[0]).toBe(263)
    const next = withTaken(report, result.taken, { source: '公众号.csv', date: '2026-01-05' })
    expect(next.metrics.find(({ key }) => key === 'followersEnd')).toMatchObject({
      value: 341,
      period: 'end',
      // The number was there, from nowhere that is known.
      source: '公众号.csv',
      date: '2026-01-05'
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
      // 190 is said there, and 190余 here.
      instead: { value: 190, qualifier: '' }
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
    expect(result.taken[0]?.instead).toMatchObject({ value: 190 })
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

  it.each<[string, string[][], number, string[]]>([
    [
      'one day twice',
      [
        ['日期', '发布数'],
        ['2025-03-01', '12'],
        ['2025-03-01', '13']
      ],
      12,
      ['3 twice']
    ],
    [
      'a row twice',
      [
        ['日期', '版面', '阅读数'],
        ['2025-03-01', '甲', '12'],
        ['2025-03-01', '甲', '12']
      ],
      12,
      ['3 same']
    ],
    [
      'an account twice, without a day',
      [
        ['账号', '发布数'],
        ['清川档案', '41'],
        ['清川档案', '42']
      ],
      41,
      ['3 again']
    ],
    [
      'what stands at the end of one day twice',
      [
        ['日期', '地区', '粉丝数'],
        ['2025-03-01', '甲', '41'],
        ['2025-03-01', '乙', '42']
      ],
      41,
      ['3 twice']
    ],
    [
      'all of a day and its parts',
      [
        ['日期', '渠道', '阅读数'],
        ['2025-03-01', '全部', '41'],
        ['2025-03-01', '朋友圈', '40'],
        ['2025-03-01', '聊天', '1']
      ],
      41,
      ['3 朋友圈 part', '4 聊天 part']
    ],
    [
      'the parts of a day and all of it',
      [
        ['日期', '渠道', '阅读数'],
        ['2025-03-01', '朋友圈', '40'],
        ['2025-03-01', '聊天', '1'],
        ['2025-03-01', '全部', '41']
      ],
      41,
      ['2 朋友圈 part', '3 聊天 part']
    ],
    [
      'a month and its days',
      [
        ['日期', '发布数'],
        ['2025年3月', '40'],
        ['2025-03-01', '40']
      ],
      40,
      []
    ],
    [
      'a year and its months',
      [
        ['日期', '发布数'],
        ['2025年1月', '10'],
        ['2025年2月', '30'],
        ['2025年', '40']
      ],
      40,
      []
    ],
    [
      'two columns of one meaning',
      [
        ['日期', '发布数', '发布数'],
        ['2025年1月', '10', '10']
      ],
      10,
      []
    ]
  ])('does not count %s', (_, grid, value, why) => {
    const { refused, left, taken } = intake(grid)
    expect(taken.map(({ figure: one }) => one.value)).toEqual([value])
    const said = [
      ...refused.map((one) => `${one.at} ${one.why}`),
      ...left.map((one) => `${one.at} ${one.name} ${one.why}`)
    ]
    expect(said).toEqual(why)
  })

  it('adds up articles of one day, and says so', () => {
    const { refused, taken } = intake([
      ['日期', '标题', '阅读数'],
      ['2025-03-01', '甲', '40'],
      ['2025-03-01', '乙', '40'],
      ['2025-03-02', '丙', '5']
    ])
    expect(taken).toMatchObject([
      { line: { key: 'posts' }, figure: { value: 3 } },
      { line: { key: 'views' }, figure: { value: 85 }, rows: 3, summed: true }
    ])
    expect(refused).toEqual([])
  })

  it('of ten thousand articles, days as Excel counts them, is read whole', () => {
    const row = (i: number) => [String(45_658 + (i % 365)), `第${i}篇`, '2']
    const { taken, refused } = intake([
      ['日期', '标题', '阅读数'],
      ...Array.from({ length: 10_000 }, (_, i) => row(i))
    ])
    expect(refused).toEqual([])
    expect(taken).toMatchObject([
      { figure: { value: 10_000 } },
      { rows: 10_000, figure: { value: 20_000 } }
    ])
    expect(taken[1]?.figure.months?.every((month) => month !== null && month > 1000)).toBe(true)
  })

  it('with a line for each figure of a day gives all of them', () => {
    const result = intake([
      ['日期', '指标', '数值'],
      ['2025-01-01', '推送信息', '3'],
      ['2025-01-01', '关注数', '40'],
      ['2025-01-02', '推送信息', '4'],
      ['2025-01-02', '关注数', '41']
    ])
    expect(short(result)).toEqual(['w posts 2025 7', 'w followersEnd 2025 41'])
    expect(result.refused).toEqual([])
  })

  it.each([
    ['1900-01-01', 'year'],
    ['0202年3月', 'year'],
    ['2004-12-31', 'year'],
    ['2026-01-01', 'year'],
    ['2025-02-31', 'date'],
    ['1949', 'year'],
    ['上旬', 'date']
  ])('refuses %s, and whatever it takes leaves a report that opens', (date, why) => {
    const grid = [
      ['日期', '发布数'],
      ['2025-01-01', '1'],
      [date, '7']
    ]
    const result = intake(grid)
    expect(result.refused).toEqual([{ at: 3, column: '日期', text: date, why }])
    const next = withTaken(report, result.taken, from)
    expect(openReport(JSON.parse(JSON.stringify(next)))).toMatchObject({ ok: true })
  })

  it('never makes a report that does not open, or loses a cell unsaid', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '—',
        '12',
        '-3',
        '3.5万',
        '10w+',
        '98%',
        '=1+1',
        '很多',
        '999999999999999'
      ),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    )
    const row = fc.tuple(cell, fc.constantFrom('甲', '乙', '全部', ''), cell, cell)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { taken, refused, left } = intake([
          ['日期', '标题', '发布数', '播放量（万）'],
          ...rows
        ])
        const next = withTaken(report, taken, from)
        expect(openReport(JSON.parse(JSON.stringify(next)))).toMatchObject({ ok: true })
        const lost = rows.filter(([date, title, posts, views], i) => {
          const said = [...refused, ...left].some(({ at }) => at === i + 2)
          const empty = [date, title, posts, views].every((one) => !one)
          return !said && !empty && readDate(date, 2025) === undefined
        })
        expect(lost).toEqual([])
      })
    )
  })

  it.each([
    ['3.5', '播放量（万）', 35_000, '3.5万'],
    ['1.2', '播放量(单位：亿次)', 120_000_000, '1.2亿'],
    ['260余', '播放量（万次）', 2_600_000, '260万'],
    ['0', '播放量（万）', 0, '0万'],
    ['3.5', '播放量/万', 35_000, '3.5万'],
    ['35', '播放量（次）', 35, '']
  ])('counts %s under %s as %d', (cell, head, value, shown) => {
    const { taken } = intake([
      ['账号', head],
      ['清川视频', cell]
    ])
    expect(taken.map(({ figure: one }) => [one.value, one.shown])).toEqual([[value, shown]])
  })

  it('refuses 万 in a cell where the head has it, and a share where a number is asked', () => {
    const { taken, refused } = intake([
      ['日期', '播放量（万）', '发布数'],
      ['2025-01-01', '3.5', '4'],
      ['2025-01-02', '4', '5%'],
      ['2025-01-03', '4万', '6']
    ])
    expect(taken.map(({ figure: one }) => one.value)).toEqual([75_000, 10])
    expect(refused.map(({ at, why }) => `${at} ${why}`)).toEqual(['3 percent', '4 scale'])
  })

  it('takes shares for a figure that is one', () => {
    const rate = figure({
      channel: 'w',
      key: 'own',
      name: '完播率',
      year: 2025,
      value: 90,
      unit: '%'
    })
    const table = figureTable([
      ['指标', '本年'],
      ['完播率', '98.5%']
    ])
    const next = reportOf([wechat], [rate])
    const { taken } = takeIn(next, table, guessColumns(table, 2025), wechat)
    expect(taken[0]?.figure).toMatchObject({ value: 98.5, unit: '%' })
  })

  const half = [3, 4, ...Array.from({ length: 10 }, () => null)]
  it.each<[string, Partial<Metric>, boolean]>([
    ['another number', { value: 8 }, true],
    ['the same number', { value: 7 }, false],
    ['the same number, rounded', { value: 7, qualifier: '约' }, true],
    ['no number', { value: null }, false],
    ['the months that the file has', { value: 7, months: half }, false],
    ['another month', { value: 7, months: [2, 5, ...half.slice(2)] }, true],
    ['no number and another month', { value: null, months: [2, ...half.slice(1)] }, true]
  ])('is held against a figure that has %s', (_, now, disputed) => {
    const posts = { ...figure({ channel: 'w', key: 'posts', year: 2025, value: null }), ...now }
    const table = figureTable([
      ['日期', '发布数'],
      ['2025年1月', '3'],
      ['2025年2月', '4']
    ])
    const known = reportOf([wechat], [{ ...posts, source: '台账' }])
    const { taken } = takeIn(known, table, guessColumns(table, 2025), wechat)
    expect(taken.map(({ instead }) => instead !== undefined)).toEqual([disputed])
    const same = !disputed && now.value === 7
    expect(withTaken(known, taken, from).metrics[0]).toMatchObject({
      value: 7,
      ...(same ? { source: '台账', date: '' } : from)
    })
  })

  it('adds the second half of a year to the first', () => {
    const half = (from: number) => [
      ['日期', '发布数', '粉丝数'],
      ...Array.from({ length: 6 }, (_, i) => [`2025年${from + i}月`, '10', String(300 + from + i)])
    ]
    const [first, second] = [half(1), half(7)]
    for (const order of [
      [first, second],
      [second, first]
    ]) {
      const next = order.reduce(
        (report, grid) => {
          const table = figureTable(grid)
          const { taken } = takeIn(report, table, guessColumns(table, 2025), wechat)
          return withTaken(report, taken, from)
        },
        reportOf([wechat], [])
      )
      expect(
        next.metrics.map(({ value, months }) => [value, months?.filter(Boolean).length])
      ).toEqual([
        [120, 12],
        [312, 12]
      ])
      expect(validate(next).filter(({ rule }) => rule === 'P-MONTHS')).toEqual([])
    }
  })

  it('of a name that several platforms have goes to the one chosen, or to its kind, or nowhere', () => {
    const named = [
      channel('a', 'wechat', '清川科技'),
      channel('b', 'toutiao', '清川科技'),
      channel('c', 'toutiao', '清川农业')
    ]
    const table = figureTable([
      ['账号', '发布数'],
      ['清川科技', '7']
    ])
    const into = (chosen: (typeof named)[number], all = named) => {
      const result = takeIn(reportOf(all, []), table, guessColumns(table, 2025), chosen)
      return [...result.taken.map(({ line }) => line.channel), ...result.refused.map((r) => r.why)]
    }
    const [a, b, c] = named as [Channel, Channel, Channel]
    expect([into(a), into(b), into(c)]).toEqual([['a'], ['b'], ['b']])
    expect(into(channel('d', 'weibo', '清川'), named)).toEqual(['accounts'])
  })

  const listed = (rows: readonly (readonly [when: string, source: string, day: string])[]) => {
    const head = ['平台名称', '指标', '年度', '数值（原样）', '数值（计算用）', '来源', '采集日期']
    const cells = rows.map(([when, ...origin]) => [
      '清川档案',
      '推送信息',
      when,
      '7',
      '7',
      ...origin
    ])
    const { taken } = intake([head, ...cells])
    const next = withTaken(reportOf([wechat], []), taken, from)
    expect(openReport(JSON.parse(JSON.stringify(next)))).toMatchObject({ ok: true })
    return taken.map((one) => one.from)
  }

  it.each([
    ['2026-01-03', '2026-01-03'],
    ['2026/1/3', '2026-01-03'],
    ['2026年1月3日', '2026-01-03'],
    ['46025', '2026-01-03'],
    ['2026年1月', ''],
    ['2026', ''],
    ['1月', ''],
    ['2026-02-31', ''],
    ['月初', '']
  ])('as our own list, edited, is of the whole day that it says: %j', (day, date) => {
    expect(listed([['2025', '后台', day]])).toEqual([{ source: '后台', date }])
  })

  it('as a list of several rows a figure is of the first day that they say', () => {
    const days = ['', '月初', '2026/1/3', '2026/1/4', '']
    const rows = days.map((day, i) => [`2025年${i + 1}月`, '后台', day] as const)
    expect(listed(rows)).toEqual([{ source: '后台', date: '2026-01-03' }])
  })

  it('has more rows than a call has arguments', () => {
    const rows = Array.from({ length: 150_000 }, () => ['2025-01-01', '1'])
    expect(figureTable([['日期', '阅读数'], ...rows]).rows).toHaveLength(150_000)
  })

  it.each([
    '阅读完成率',
    '原创占比',
    '转发比例',
    '阅读量%',
    '平均阅读量',
    '粉丝增长率',
    '阅读量同比',
    'constructor',
    '__proto__'
  ])('has no count in the column %s', (head) => {
    const table = figureTable([
      ['日期', head],
      ['2025-01-01', '3']
    ])
    expect(guessColumns(table, 2025)).toEqual(['date', 'skip'])
  })

  it('finds its head where years stand beside words', () => {
    const table = figureTable(
      [
        ['统计表', '', ''],
        ['指标', '2025', '2024'],
        ['推送信息', '195', '172']
      ],
      [3, 5, 9]
    )
    expect(guessColumns(table, 2025)).toEqual(['label', 'this', 'last'])
    expect(table.rows.map(({ at }) => at)).toEqual([9])
  })

  it('has its columns remembered by their heads', () => {
    const table = figureTable([
      ['天', '产量'],
      ['2025-01-01', '3']
    ])
    expect(guessColumns(table, 2025)).toEqual(['date', 'skip'])
    const posts = { key: 'posts', period: 'year' } as const
    expect(guessColumns(table, 2025, { 产量: posts })).toEqual(['date', posts])
  })
})

it.each([
  ['2025-01-03', 2025, 1, 3],
  ['2025/1/3', 2025, 1, 3],
  ['20250103', 2025, 1, 3],
  ['202501', 2025, 1, 0],
  ['2025-01-03 12:30', 2025, 1, 3],
  ['2024-02-29', 2024, 2, 29],
  ['2025年1月3日', 2025, 1, 3],
  ['2025年1月', 2025, 1, 0],
  ['3月', 2025, 3, 0],
  ['2024', 2024, 0, 0],
  ['45660', 2025, 1, 3],
  ['45660.5', 2025, 1, 3]
])('the date %s', (text, year, month, day) => {
  expect(readDate(text, 2025)).toEqual({ year, month, day })
})

it.each([
  '2025-13-01',
  '2025-02-29',
  '2025-04-31',
  '202513',
  '2025-01-01至2025-01-31',
  '12',
  '99999',
  '很久以前',
  ''
])('%j is no date', (text) => {
  expect(readDate(text, 2025)).toBeUndefined()
})
