import { beforeEach, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { columnText } from '../../../src/core/platforms/exported/column.ts'
import { FigureImport } from '../../../src/state/import/figure-import.svelte.ts'
import type { Session } from '../../../src/state/report/session.svelte.ts'
import { writeReportXlsx } from '../../../src/formats/write/sheet/report-xlsx.ts'
import { channel, figure } from '../../core/platforms/figures.ts'
import { packed, utf16 } from '../../fixtures/writers/old/compound.ts'
import {
  at,
  floating,
  record,
  sharedTexts,
  short,
  workbook97
} from '../../fixtures/writers/old/excel97.ts'

const posts = { key: 'posts', period: 'year' } as const
const followers = { key: 'followersEnd', period: 'end' } as const

/** A session as the import needs it: a report, and its edits. */
function sessionOf() {
  const edit = vi.fn((change: (report: Session['report']) => Session['report']) => {
    session.report = change(session.report) as typeof session.report
  })
  const session = {
    report: { ...newReport('清川市档案局', 2025), channels: [channel('w', 'wechat', '清川档案')] },
    edit,
    editMuch: edit
  }
  return session as typeof session & Session
}

const day = new Date(2026, 0, 5)
const csv = (text: string) => new File([text], '导出.csv', { lastModified: day.getTime() })
const opened = async (text: string, session = sessionOf()) => {
  const intake = new FigureImport(session)
  await intake.open(csv(text))
  return { intake, session }
}

beforeEach(() => localStorage.clear())

it('reads a file, and puts its figures into the report as one edit', async () => {
  const { intake, session } = await opened('日期,发布数\n2025-01-01,3\n2025-01-02,4')
  expect(intake.result?.taken).toMatchObject([{ figure: { value: 7 } }])
  intake.take()
  expect(session.edit).toHaveBeenCalledTimes(1)
  expect(session.report.metrics).toMatchObject([
    { key: 'posts', value: 7, source: '导出.csv', date: '2026-01-05' }
  ])
})

it.each([
  ['手工填写', 8],
  ['', 8],
  ['公众号后台', 8],
  ['上半年.csv', 7]
])(
  'a figure from “%s” is %d after the file says 7, unless it is told otherwise',
  async (source, value) => {
    const session = sessionOf()
    const now = figure({ channel: 'w', key: 'posts', year: 2025, value: 8, source })
    session.report = { ...session.report, metrics: [now] }
    const file = '日期,发布数\n2025-01-01,3\n2025-01-02,4'
    const { intake } = await opened(file, session)
    const taken = intake.result?.taken ?? []
    expect(taken).toMatchObject([{ figure: { value: 7 }, instead: now }])
    intake.take()
    expect(session.report.metrics).toMatchObject([{ value }])
    session.report = { ...session.report, metrics: [now] }
    intake.replace(taken, value === 8)
    intake.take()
    expect(session.report.metrics).toMatchObject([{ value: value === 8 ? 7 : 8 }])
  }
)

it('takes the figures of a workbook of a report, though its other tables are larger', async () => {
  const session = sessionOf()
  const counted = { source: '公众号后台', date: '2026-01-03' }
  const views = {
    ...figure({ channel: 'w', key: 'views', name: '阅读量', year: 2025, value: 30 }),
    ...counted
  }
  const last = {
    ...views,
    id: 'last',
    source: '',
    year: 2024,
    value: 20_000,
    shown: '2万',
    qualifier: '约'
  } as const
  const made = await writeReportXlsx(
    { ...session.report, metrics: [views, last] },
    { draft: false }
  )
  if (!made.ok) throw new Error('not written')
  const intake = new FigureImport(session)
  const file = new File([made.bytes], '年报.xlsx', { lastModified: day.getTime() })
  await intake.open(file)
  expect(intake.result).toMatchObject({
    taken: [
      { year: 2025, figure: { value: 30 } },
      { year: 2024, figure: { value: 20_000, shown: '2万', qualifier: '约' } }
    ],
    refused: []
  })
  // Of the one it says where it is from, of the other it does not.
  intake.take()
  expect(session.report.metrics).toMatchObject([
    counted,
    { source: '年报.xlsx', date: '2026-01-05' }
  ])
})

it('names rows as the file counts them, titles and blank lines too', async () => {
  const { intake } = await opened('运营报表\n\n日期,发布数\n2025-01-01,3\n\n2025-01-03,很多')
  expect(intake.result?.refused).toEqual([{ at: 6, column: '发布数', text: '很多', why: 'number' }])
})

it('remembers what the columns were, for platforms of this kind', async () => {
  const { intake } = await opened('日期,产量\n2025-01-01,3')
  expect(intake.columns).toEqual(['date', 'skip'])
  intake.mean(1, posts)
  intake.take()
  const { intake: again } = await opened('日期,产量\n2025-01-01,3')
  expect(again.columns).toEqual(['date', posts])
})

it('after our own list, 来源 in an export still tells the rows of a day apart', async () => {
  const session = sessionOf()
  const list = [
    '平台名称,指标,年度,数值（原样）,数值（计算用）,来源,采集日期',
    '清川档案,阅读数,2024,7,7,后台,2025-01-03'
  ]
  const { intake } = await opened(list.join('\n'), session)
  expect(intake.columns).toContain('source')
  intake.take()
  const days = ['日期,来源,阅读数', '2025-03-01,朋友圈,40', '2025-03-01,搜一搜,5']
  const { intake: next } = await opened(days.join('\n'), session)
  expect(next.result).toMatchObject({ taken: [{ figure: { value: 45 } }], refused: [] })
})

it('takes over and keeps what the version before remembered', async () => {
  const kept = {
    产量: 'posts year',
    总人数: 'followersEnd end',
    天: 'date',
    今年: 'this',
    备考: 'skip'
  }
  localStorage.setItem('nianbao-columns-wechat', JSON.stringify(kept))
  const { intake } = await opened('天,产量,总人数,阅读量\n2025-01-01,3,9,7')
  expect(intake.columns).toEqual(['date', posts, followers, { key: 'views', period: 'year' }])
  intake.take()
  expect(JSON.parse(localStorage.getItem('nianbao-columns-wechat') ?? '')).toEqual({
    ...kept,
    阅读量: 'views year'
  })
})

it('offers each meaning once, what is chosen for a column among them', async () => {
  const { intake } = await opened('指标,2025,2021\n推送信息,195,172')
  expect(intake.columns).toEqual(['label', 'this', { year: 2021 }])
  const texts = intake.choices.map(columnText)
  expect(texts).toContain('in 2021')
  expect(new Set(texts).size).toBe(texts.length)
})

it.each(['{"产量":"made up"}', '{"产量":7}', '["产量"]', 'null', '{"产量":"pv year"}', '{{'])(
  'takes nothing that no column can be from %s',
  async (stored) => {
    localStorage.setItem('nianbao-columns-wechat', stored)
    const { intake } = await opened('日期,产量\n2025-01-01,3')
    expect(intake.columns).toEqual(['date', 'skip'])
  }
)

it('says that a file has no table', async () => {
  const { intake } = await opened('没有表格')
  expect([intake.failed, intake.table]).toEqual([true, undefined])
})

const exported = [
  ['日期', '发布数', '累积关注人数'],
  ['2025-01-01', '5', '259'],
  ['2025-12-31', '7', '1263']
]
/** The day as Excel counts days, from 1900 on. */
const dayNumber = (day: string) => Date.parse(day) / 86_400_000 + 25_569

/** The export as a workbook of Excel 97: days with their format, numbers, texts shared. */
function workbook(): Uint8Array<ArrayBuffer> {
  const [head = [], ...days] = exported
  const cellFormat = (id: number) => record(0xe0, packed([2, 0], [2, id]), new Uint8Array(16))
  const rows = [
    ...head.map((_, column) => record(0xfd, at(0, column), packed([4, column]))),
    ...days.flatMap(([day = '', ...counts], r) => [
      record(0x203, at(r + 1, 0, 1), floating(dayNumber(day))),
      ...counts.map((count, c) => record(0x27e, at(r + 1, c + 1), short(Number(count))))
    ])
  ]
  return workbook97([{ rows }], [cellFormat(0), cellFormat(14), sharedTexts(head, 30)])
}
const page = `<table>${exported.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`

it.each<[string, BlobPart]>([
  ['a workbook of Excel 97', workbook()],
  ['a page', page],
  ['values separated by commas', exported.join('\n')],
  [
    'values separated by tabs, in two bytes each',
    utf16(`\ufeff${exported.map((row) => row.join('\t')).join('\n')}`) as Uint8Array<ArrayBuffer>
  ]
])('reads what is named .xls by what it is: %s', async (_, content) => {
  const intake = new FigureImport(sessionOf())
  await intake.open(new File([content], '用户分析.xls'))
  expect(intake.failed).toBe(false)
  expect(intake.columns).toEqual(['date', posts, followers])
  expect(intake.result?.taken.map(({ figure }) => figure.value)).toEqual([12, 1263])
  expect(intake.result?.refused).toEqual([])
})
