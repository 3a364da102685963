import { describe, expect, it } from 'vitest'
import { columnOf, type Column } from '../../../../src/core/platforms/exported/column.ts'
import { figureTable, guessColumns } from '../../../../src/core/platforms/exported/columns.ts'
import { takeIn } from '../../../../src/core/platforms/exported/intake.ts'
import { figureLinesOf } from '../../../../src/core/platforms/lines.ts'
import { setFigure } from '../../../../src/core/platforms/edit.ts'
import type { Channel, Metric } from '../../../../src/core/report/report.ts'
import { channel, figure, reportOf } from '../figures.ts'

/**
 * The exports of platforms' back ends, with the heads that those write and numbers of our own: what
 * each column is taken for, and what comes of the rows.
 */

const read = (text: string): string[][] => text.split('\n').map((line) => line.split('|'))

function intake(kind: Channel['kind'], text: string, known: readonly Metric[] = []) {
  const own = channel('a', kind, '清川发布')
  const report = reportOf([own], known)
  const table = figureTable(read(text))
  const figures = new Map(figureLinesOf(report, 'a').map((line) => [line.name, columnOf(line)]))
  const columns = guessColumns(table, 2025, {}, { kind, figures })
  return { columns, head: table.head, ...takeIn(report, table, columns, own) }
}

/** `key value` of this year, `key/year value` of others. */
const figuresIn = ({ taken }: ReturnType<typeof intake>): string[] =>
  taken.map(
    ({ line, year, figure: { value } }) =>
      [line.key === 'own' ? line.name : line.key, ...(year === 2025 ? [] : [year])].join('/') +
      ` ${value}`
  )

describe.each<[string, Channel['kind'], string, string[], string[]?]>([
  [
    '公众号 用户分析: those who came, those who stayed, and how many there are',
    'wechat',
    `时间|新关注人数|取消关注人数|净增关注人数|累积关注人数
2025-02-01|9|4|5|1,205
2025-02-02|||||
2025-11-30|6|8|-2|1,203`,
    ['followersNew 15', 'followersNet 3', 'followersEnd 1203'],
    []
  ],
  [
    'the same from another version of it',
    'wechatService',
    `时间|新增关注人数|取消关注人数|净增关注人数|累计关注人数
2025-02-01|9|4|5|1205`,
    ['followersNew 9', 'followersNet 5', 'followersEnd 1205']
  ],
  [
    '公众号 群发 by day: two tables side by side, shares of a day beside the day',
    'wechat',
    `图文群发每日数据||||||
日期|渠道|阅读人数|阅读次数||日期|分享人数|发表篇数
2025-03-01|全部|700|900||2025-03-01|12|3
2025-03-01|朋友圈|300|310||2025-03-02|1|0
2025-03-01|聊天会话|100|120||||
2025-03-02|全部|50|61||||`,
    ['views 961', 'posts 3'],
    ['朋友圈 1 part', '聊天会话 1 part']
  ],
  [
    '公众号 流量: the times of all channels, no persons',
    'wechat',
    `日期|阅读次数|阅读人数|分享次数|分享人数|阅读原文次数|收藏次数|群发篇数|渠道
20250304|1520|1280|40|35|13|8|2|公众号消息
20250304|2300|1900|60|51|20|9|2|全部
20250305|10|9|0|0|0|0|0|全部`,
    ['views 2310', 'posts 2'],
    ['公众号消息 1 part']
  ],
  [
    '公众号 文章: one row each',
    'wechat',
    `内容标题|发表时间|总阅读人数|总阅读次数|总分享次数|阅读后关注人数|送达人数|公众号消息阅读次数|阅读完成率|内容url
=解读|20250109|96|110|0|4|3392|70|48.0%|
汇总|20250110|10|12|0|0|3400|9|50%|
通知|20250110|10|12|0|0|3400|9|50%|`,
    ['posts 3', 'views 134'],
    []
  ],
  [
    '视频号: those who came by a video are no stock; 推荐 is not 喜欢',
    'video',
    `视频描述|视频ID|发布时间|完播率|平均播放时长|播放量|推荐|喜欢|评论量|分享量|关注量|转发聊天和朋友圈
防汛|export/Uz|2025/07/24|4.41%|14.73秒|5000|58|73|31|12|6|9
节气|export/Ux|2025/07/25|9%|10秒|100|1|2|3|0|1|0`,
    ['posts 2', 'views 5100', 'likes 75', 'comments 34', 'followersNew 7']
  ],
  [
    '抖音 作品: states and kinds are no numbers, strokes are no noughts',
    'douyin',
    `作品名称|发布时间|体裁|发布状态|播放量|完播率|作品时长|点赞量|评论量|分享量|收藏量|主页访问量|粉丝增量
指南|2025-05-06 10:00:12|视频|公开|1.2万|18.32%|36秒|210|13|45|60|88|12
图集|2025-05-08 16:20:00|图文|公开|920|-|-|8|0|1|2|5|-20`,
    ['posts 2', 'views 12920', 'likes 218', 'comments 13', 'followersNet -8']
  ],
  [
    '头条号 数据: the line of totals stands first',
    'toutiao',
    `时间|展现量|粉丝展现量|阅读(播放)量|粉丝阅读(播放)量|点赞量|评论量
累计|9|9|30|9|9|9
2025-01-01|5|1|10|2|4|3
2025-01-02|4|8|20|7|5|6`,
    ['views 30', 'likes 9', 'comments 9'],
    ['累计 1 total']
  ],
  [
    '头条号 粉丝: iron followers are not all of them',
    'toutiao',
    `时间|总铁粉数|活跃粉丝数|总粉丝数|粉丝变化数|新增粉丝数|流失粉丝数
2025-01-01|11|240|1820|3|5|2
2025-01-02|11|238|1817|-3|1|4`,
    ['followersEnd 1817', 'followersNet 0', 'followersNew 6']
  ],
  [
    '微博 by day',
    'weibo',
    `日期|粉丝总数|粉丝净增数|新增粉丝数|减少粉丝数|阅读数|发博数|转评赞数|转发数|评论数|点赞数
2025-01-01|7701|12|30|18|189|12|95|30|25|40
2025-01-02|7695|-6|4|10||0|0|0|0|0`,
    [
      'followersEnd 7695',
      'followersNet 6',
      'followersNew 34',
      'views 189',
      'posts 12',
      'comments 25',
      'likes 40'
    ]
  ],
  [
    '微博 one row each',
    'weibo',
    `微博id|微博正文|头条文章url|微博视频url|发布位置|发布时间|发布工具|点赞数|转发数|评论数
O1|今日提示|无|无|无|2025-01-01 09:00|网页|12|3|1
O2|今日提示|无|无|无|2025-01-02 09:00|网页|12|3|1`,
    ['posts 2', 'likes 24', 'comments 2']
  ],
  [
    'statistics of a web site: pages, visits and visitors apart',
    'website',
    `日期|浏览量(PV)|访问次数|访客数(UV)|新访客数|新访客比率|IP数|跳出率|平均访问时长
汇总|5300|1830|1201|700|55%|1160|47%|00:02:36
2025/01/01|5200|1800|1200|700|58.33%|1160|50.00%|00:02:01
2025/01/02|100|30|1|--|--|--|--|--`,
    ['pv 5300', 'visits 1830', 'visitors 1201'],
    ['汇总 1 total']
  ],
  [
    'the same of another service',
    'website',
    `日期|浏览次数(PV)|独立访客(UV)|IP|人均浏览页数|输出PV|页面平均停留时间
2025-01-01|5200|1200|1160|4.33|3900|00:01:12`,
    ['pv 5200', 'visitors 1200']
  ],
  [
    '知乎 by day',
    'other',
    `日期|阅读|播放|点赞|喜欢|评论|收藏|分享
2025-01-01|120|0|3|1|0|2|1`,
    ['views 120', 'likes 3', 'comments 0']
  ],
  [
    'years in columns without a word over the names',
    'weibo',
    `统计|2023|2024|2025
关注用户总数|70|80|90`,
    ['followersEnd/2023 70', 'followersEnd/2024 80', 'followersEnd 90']
  ],
  [
    'years in columns, figures that the report has not yet, and shares beside them',
    'weibo',
    `指标名称|单位|2023年|2024年数据|2025年|同比增长
信息发布总数|条|100|120|150|25%
阅读量|次|12.5万|13万|15.25万|17%
别的|次|1|2|3|4%`,
    [
      'posts/2023 100',
      'posts/2024 120',
      'posts 150',
      'views/2023 125000',
      'views/2024 130000',
      'views 152500'
    ]
  ],
  [
    'a table by month that somebody keeps, its year as the last row',
    'wechat',
    `月份|推文数量|总阅读数|总点赞数|总在看数|月末粉丝数
1月|12|3000|40|5|6000
2月|10|2800|30|4|6100
全年|22|5800|70|9|6100`,
    ['posts 22', 'views 5800', 'likes 70', 'followersEnd 6100'],
    ['全年 1 total']
  ],
  [
    '视频号 by day',
    'video',
    `日期|播放|喜欢|评论|分享|推荐|净增关注|新增关注|取消关注|关注者总数
2025-03-01|5000|73|31|12|58|6|9|3|1200
2025-03-02|500|7|3|1|5|-1|1|2|1199`,
    [
      'views 5500',
      'likes 80',
      'comments 34',
      'followersNet 5',
      'followersNew 10',
      'followersEnd 1199'
    ]
  ],
  [
    'years in rows',
    'weibo',
    `年度|发博数
2023|70
2024|80`,
    ['posts/2023 70', 'posts/2024 80']
  ]
])('%s', (_, kind, text, wanted, left = []) => {
  const known = [
    figure({
      channel: 'a',
      key: 'followersEnd',
      name: '关注用户总数',
      year: 2022,
      period: 'end',
      value: 1
    })
  ]
  const result = intake(kind, text, known)
  it('gives its figures', () => expect(figuresIn(result)).toEqual(wanted))
  it('names the rows it leaves out', () => {
    expect(result.left.map(({ name, rows, why }) => `${name} ${rows} ${why}`)).toEqual(left)
    expect(result.left.flatMap(({ differs }) => differs)).toEqual([])
  })
})

describe('a line of totals', () => {
  it('that says something else than its rows is named with both numbers', () => {
    const { left } = intake('website', '日期|浏览量(PV)|访问次数\n汇总|1,896|30\n2025/01/01|52|30')
    expect(left).toEqual([
      {
        name: '汇总',
        why: 'total',
        at: 2,
        rows: 1,
        differs: [{ column: '浏览量(PV)', said: 1896, sum: 52 }]
      }
    ])
  })

  it.each(['小计', '合计', '总计：', '本月合计', '1月小计', '平均值', '总计（31天）'])(
    '%s is left out by its name',
    (name) => {
      const { left, taken } = intake('weibo', `日期|发博数\n2025-01-01|7\n${name}|7`)
      expect(left.map((one) => one.name)).toEqual([name])
      expect(taken.map(({ figure: { value } }) => value)).toEqual([7])
    }
  )

  it('is none where a work is called so', () => {
    const result = intake('weibo', '微博正文|发布时间|点赞数\n汇总|2025-01-01|7')
    expect(figuresIn(result)).toEqual(['posts 1', 'likes 7'])
  })
})

describe('what is counted', () => {
  it.each([
    ['2025.1', 'decimal'],
    ['5.07', 'decimal'],
    ['很多', 'number']
  ])('is never %s', (cell, why) => {
    const { refused, taken } = intake('weibo', `日期|发博数\n2025-01-01|${cell}\n2025-01-02|4`)
    expect(refused).toEqual([{ at: 2, column: '发博数', text: cell, why }])
    expect(taken.map(({ figure: { value } }) => value)).toEqual([4])
  })

  it('may be written in 万', () => {
    expect(figuresIn(intake('weibo', '日期|阅读数\n2025-01-01|1.25万'))).toEqual(['views 12500'])
  })
})

describe('a column', () => {
  const own = figure({
    channel: 'a',
    key: 'own',
    name: '办事指南',
    year: 2024,
    value: 5,
    unit: '篇'
  })

  it('with the name of a figure of the report is that figure', () => {
    const result = intake('wechat', '日期|办事指南|发布数\n2025-01-01|6|7', [own])
    expect(result.columns).toEqual<Column[]>([
      'date',
      { name: '办事指南' },
      { key: 'posts', period: 'year' }
    ])
    expect(figuresIn(result)).toEqual(['办事指南 6', 'posts 7'])
    const [first] = result.taken
    const next = first && setFigure(reportOf([], [own]), first.line, 2025, first.figure)
    expect(next?.metrics.at(-1)).toMatchObject({
      key: 'own',
      name: '办事指南',
      value: 6,
      unit: '篇'
    })
  })

  it('is not taken for what such a platform has not', () => {
    expect(intake('website', '日期|粉丝数|原创\n2025-01-01|6|7').columns).toEqual<Column[]>([
      'date',
      'skip',
      'skip'
    ])
  })
})

it('a day of another year is said to be one, and what is no day is said to be none', () => {
  const text =
    '视频标题|发布时间|播放量|涨粉量\n甲|2026/5/1 20:19|5|1\n乙|去年|5|1\n丙|2025/5/1|6|2'
  const result = intake('douyin', text)
  expect(result.refused.map(({ at, why }) => `${at} ${why}`)).toEqual(['2 year', '3 date'])
  expect(figuresIn(result)).toEqual(['posts 1', 'views 6', 'followersNew 2'])
})
