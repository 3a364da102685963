import type { Channel, Chart, Metric } from '../../report/report.ts'
import type { chartRules } from '../rules/charts.ts'
import type { textPlatformRules } from '../figures/text-platforms.ts'
import type { metricRules } from '../rules/metrics.ts'
import type { Example, Examples } from './example.ts'

/** Examples of the rules about platforms and charts. Long, for each rule has several of both kinds. */

const account: Channel = {
  id: 'wechat',
  kind: 'wechat',
  name: '清川档案',
  accountId: '',
  sponsor: '清川市档案局',
  status: 'active',
  openedOn: '',
  closedOn: '',
  closeReason: ''
}
const site: Channel = { ...account, id: 'site', kind: 'website', name: '清川档案网' }
const second: Channel = { ...account, id: 'video', kind: 'video' }

type Figure = Partial<Metric> & Pick<Metric, 'key' | 'value'>

const figure = ({ key, year = 2025, channel = 'wechat', ...rest }: Figure): Metric => ({
  id: [channel, key, rest.period ?? 'year', year, rest.name ?? ''].join('-'),
  channel,
  key,
  name: key === 'followersEnd' ? '关注数' : '发布信息',
  year,
  period: key === 'followersEnd' ? 'end' : 'year',
  qualifier: '',
  shown: '',
  unit: '条',
  source: '后台',
  date: '',
  note: '',
  ...rest
})

const showing = (note: string, list: readonly Figure[], more: Partial<Example> = {}): Example => ({
  note,
  channels: [site, account, second],
  metrics: list.map(figure),
  ...more
})

const followers = (end: number, fresh: number, last = 256): Figure[] => [
  { key: 'followersEnd', value: last, year: 2024 },
  { key: 'followersNew', value: fresh, name: '新增关注' },
  { key: 'followersEnd', value: end }
]
const visits = (total: number, last: number, now: Partial<Figure> = {}): Figure[] => [
  { key: 'visits', value: last, year: 2024, period: 'total', name: '访问量', channel: 'site' },
  { key: 'visits', value: 300_000, name: '访问量', channel: 'site', ...now },
  { key: 'visits', value: total, period: 'total', name: '访问量', channel: 'site' }
]
const about: Partial<Figure> = { qualifier: '约', shown: '30万' }
const months = (...values: (number | null)[]): Partial<Figure> => ({ months: values })
const ten = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]
const closed: Channel = { ...account, status: 'closed', closedOn: '2025-06-30' }

const chart: Chart = {
  id: 'c',
  title: '发布信息',
  type: 'bar',
  metrics: ['wechat-posts-year-2025-', 'video-posts-year-2025-'],
  scale: 'linear',
  alt: ''
}
const posts: Figure[] = [
  { key: 'posts', value: 190 },
  { key: 'posts', value: 60, channel: 'video' }
]
const outlying: Figure[] = [
  { key: 'posts', value: 2636 },
  { key: 'posts', value: 38, channel: 'video' }
]
const heads: Figure[] = [
  { key: 'followersEnd', value: 341 },
  { key: 'followersEnd', value: 120, channel: 'video' }
]
const pie: Chart = {
  ...chart,
  type: 'pie',
  metrics: ['wechat-followersEnd-year-2025-', 'video-followersEnd-year-2025-']
}

const said = (note: string, words: string, list: readonly Figure[] = posts): Example =>
  showing(note, list, { text: { other: `${words}没有收取信息处理费。` } })

export const metricExamples: Record<
  keyof typeof metricRules | keyof typeof chartRules | keyof typeof textPlatformRules,
  Examples
> = {
  'X-FIGURE': {
    pass: [
      said('正文与平台数据一致', '“清川档案”微信公众号推送信息190条。'),
      said('概数合得上', '微信公众号推送信息180余条。'),
      said('各部门的公众号，不是这一个', '各部门微信公众号共推送信息2300条。'),
      said('上一年的', '2024年微信公众号推送信息150条。'),
      said('引用平台数据', '微信公众号推送信息{{metric:wechat-posts-year-2025-}}条。'),
      said('另一个账号', '“清川文旅”微信公众号推送信息75条。'),
      said('其中一类', '微信公众号推送信息190条，其中通知12条。')
    ],
    fail: [
      said('正文 190 条，平台数据 180 条', '微信公众号推送信息190条。', [
        { key: 'posts', value: 180 }
      ]),
      said('“余”也合不上', '微信公众号全年推送信息260余条。'),
      said('写明了名称', '“清川档案”微信公众号年末粉丝500人。', [
        { key: 'followersEnd', value: 341 }
      ])
    ]
  },
  'P-FOLLOW': {
    pass: [
      showing('256 + 85 = 341', followers(341, 85)),
      showing('取消关注的多，净增 −12', followers(244, -12)),
      showing('不知道上年的数', followers(341, 85).slice(1)),
      showing('新增 99、净增 85：走了 14', [
        ...followers(341, 99),
        { key: 'followersNet', value: 85, name: '净增关注' }
      ])
    ],
    fail: [
      showing('新增 85 对得上，净增 58 对不上', [
        ...followers(341, 85),
        { key: 'followersNet', value: 58, name: '净增关注' }
      ]),
      showing('256 + 85 = 341，年末填 431', followers(431, 85)),
      showing('新增少填一半', followers(341, 42))
    ]
  },
  'P-TOTAL': {
    pass: [
      showing('170万 + 约30万 = 200万', visits(2_000_000, 1_700_000, about)),
      showing('171.5万 + 约30万，200万在概数之内', visits(2_000_000, 1_715_000, about)),
      showing('30万是准数，也正好', visits(2_000_000, 1_700_000))
    ],
    fail: [
      showing('170万 + 30万，累计填 250万', visits(2_500_000, 1_700_000)),
      showing('累计比本年还少', visits(200_000, 0).slice(1)),
      showing('累计另有名称', [
        ...visits(2_500_000, 1_700_000).map((one) =>
          one.period === 'total' ? { ...one, name: '累计访问量' } : one
        )
      ])
    ]
  },
  'P-PARTS': {
    pass: [
      showing('三类之和不超过总数', [
        { key: 'posts', value: 500, channel: 'site', name: '信息发布总数' },
        { key: 'news', value: 300, channel: 'site', name: '政务动态' },
        { key: 'catalogue', value: 200, channel: 'site', name: '公开目录' }
      ]),
      showing('两类合起来够', [
        { key: 'posts', value: 289, channel: 'site', name: '全市科技动态' },
        { key: 'posts', value: 2636, channel: 'site', name: '国内科技动态' },
        { key: 'news', value: 2900, channel: 'site', name: '政务动态' }
      ]),
      showing('自然人与法人正好是总数', [
        { key: 'cases', value: 50, channel: 'site', name: '办件量' },
        { key: 'casesNatural', value: 30, channel: 'site', name: '自然人' },
        { key: 'casesLegal', value: 20, channel: 'site', name: '法人' }
      ])
    ],
    fail: [
      showing('三类之和多于总数', [
        { key: 'posts', value: 480, channel: 'site', name: '信息发布总数' },
        { key: 'news', value: 300, channel: 'site', name: '政务动态' },
        { key: 'catalogue', value: 200, channel: 'site', name: '公开目录' }
      ]),
      showing('自然人与法人不等于总数', [
        { key: 'cases', value: 60, channel: 'site', name: '办件量' },
        { key: 'casesNatural', value: 30, channel: 'site', name: '自然人' },
        { key: 'casesLegal', value: 20, channel: 'site', name: '法人' }
      ]),
      showing('公开答复多于收到的，办结没有填', [
        { key: 'msgsIn', value: 8, channel: 'site', name: '收到留言' },
        { key: 'msgsDone', value: null, channel: 'site', name: '办结留言' },
        { key: 'msgsOpen', value: 9, channel: 'site', name: '公开答复' }
      ]),
      showing('解读材料、产品多于解读总数', [
        { key: 'readings', value: 12, channel: 'site', name: '解读信息' },
        { key: 'readingTexts', value: 9, channel: 'site', name: '解读材料' },
        { key: 'readingMedia', value: 4, channel: 'site', name: '解读产品' }
      ]),
      showing('分两类发布，合起来少于动态', [
        { key: 'posts', value: 280, channel: 'site', name: '全市科技动态' },
        { key: 'posts', value: 100, channel: 'site', name: '国内科技动态' },
        { key: 'news', value: 400, channel: 'site', name: '政务动态' }
      ]),
      showing('办结的留言多于收到的', [
        { key: 'msgsIn', value: 8, channel: 'site', name: '收到留言' },
        { key: 'msgsDone', value: 9, channel: 'site', name: '办结留言' }
      ])
    ]
  },
  'P-MONTHS': {
    pass: [
      showing('十二个月合计 120', [{ key: 'posts', value: 120, ...months(...ten, 10) }]),
      showing('只填了两个月，没有超过全年', [{ key: 'posts', value: 120, ...months(30, 40) }]),
      showing('全年是“余”', [{ key: 'posts', value: 110, qualifier: '余', ...months(...ten, 7) }])
    ],
    fail: [
      showing('合计 119，全年填 120', [{ key: 'posts', value: 120, ...months(...ten, 9) }]),
      showing('两个月已经超过全年', [{ key: 'posts', value: 60, ...months(30, 40) }]),
      showing('年末数不等于 12 月', [{ key: 'followersEnd', value: 120, ...months(...ten, 119) }])
    ]
  },
  'P-SCALE': {
    pass: [
      showing('由 300 到 700', [
        { key: 'posts', value: 300, year: 2024 },
        { key: 'posts', value: 700 }
      ]),
      showing('数值较小，不比较', [
        { key: 'posts', value: 1, year: 2024 },
        { key: 'posts', value: 10 }
      ])
    ],
    fail: [
      showing('由 28万 到 30', [
        { key: 'visits', value: 280_000, year: 2024, shown: '28万' },
        { key: 'visits', value: 30 }
      ]),
      showing('由 289 到 3120', [
        { key: 'posts', value: 289, year: 2024 },
        { key: 'posts', value: 3120 }
      ])
    ]
  },
  'P-FALL': {
    pass: [showing('累计没有减少', visits(2_000_000, 1_700_000))],
    fail: [showing('累计由 200万 减到 170万', visits(1_700_000, 2_000_000))]
  },
  'P-NEGATIVE': {
    pass: [
      showing('净增可以是负数', [{ key: 'followersNew', value: -12 }]),
      showing('没有发布', [{ key: 'posts', value: 0 }])
    ],
    fail: [showing('发布 −5 条', [{ key: 'posts', value: -5 }])]
  },
  'P-ODD': {
    pass: [
      showing('平均天数可以有小数', [{ key: 'msgsDays', value: 1.5, unit: '天' }]),
      showing('增长可以超过一倍', [{ key: 'own', value: 150, name: '阅读量增长', unit: '%' }]),
      showing('28.6万是整数', [{ key: 'posts', value: 286_000, shown: '28.6万' }])
    ],
    fail: [
      showing('0.5 条', [{ key: 'posts', value: 0.5 }]),
      showing('一千万亿人关注', [{ key: 'followersEnd', value: 1e15, unit: '个' }]),
      showing('合格率 150%', [{ key: 'own', value: 150, name: '合格率', unit: '%' }])
    ]
  },
  'P-CLOSED': {
    pass: [
      showing('当年发布的，看不出在关停之后', [{ key: 'posts', value: 41 }], {
        channels: [closed]
      }),
      showing('关停以后没有', [{ key: 'posts', value: 41, ...months(20, 21, 0, 0, 0, 0, 0) }], {
        channels: [closed]
      })
    ],
    fail: [
      showing(
        '关停后 8 月还有 5 条',
        [{ key: 'posts', value: 46, ...months(20, 21, 0, 0, 0, 0, 0, 5) }],
        { channels: [closed] }
      ),
      showing('上年已经关停', [{ key: 'posts', value: 5 }], {
        channels: [{ ...closed, closedOn: '2024-05-01' }]
      })
    ]
  },
  'P-CLOSEDATE': {
    pass: [showing('写了关停日期', [], { channels: [closed] })],
    fail: [showing('没有写', [], { channels: [{ ...closed, closedOn: '' }] })]
  },
  'P-TWICE': {
    pass: [
      showing('两类分开', [
        { key: 'posts', value: 289, name: '全市科技动态' },
        { key: 'posts', value: 2636, name: '国内科技动态' }
      ])
    ],
    fail: [
      showing('同名两个数', [
        { key: 'posts', value: 289 },
        { key: 'posts', value: 2636, id: 'again' }
      ])
    ]
  },
  'P-ACCOUNT': {
    pass: [showing('同名的公众号和视频号', [])],
    fail: [showing('同名公众号两个', [], { channels: [account, { ...account, id: 'again' }] })]
  },
  'P-CHART': {
    pass: [
      showing('两个数都有', posts, { charts: [chart] }),
      showing('大的那个已经是对数轴', outlying, { charts: [{ ...chart, scale: 'log' }] })
    ],
    fail: [
      showing('一个数是其余的几十倍', outlying, { charts: [chart] }),
      showing(
        '本年和累计放在一起',
        [
          { key: 'posts', value: 289 },
          {
            key: 'posts',
            value: 292,
            channel: 'video',
            period: 'total',
            id: 'video-posts-year-2025-'
          }
        ],
        { charts: [chart] }
      ),
      showing(
        '中间一年没有',
        [2021, 2023, 2025].map((year) => ({ key: 'posts', value: 190, year })),
        {
          charts: [{ ...chart, metrics: [2021, 2023, 2025].map((y) => `wechat-posts-year-${y}-`) }]
        }
      ),
      showing(
        '一个没有填',
        [...posts.slice(0, 1), { key: 'posts', value: null, channel: 'video' }],
        {
          charts: [chart]
        }
      ),
      showing(
        '单位不同',
        [
          { key: 'posts', value: 190 },
          { key: 'posts', value: 60, channel: 'video', unit: '次' }
        ],
        { charts: [chart] }
      )
    ]
  },
  'P-HEADS': {
    pass: [
      showing('标题注明未去重', heads, { charts: [{ ...pie, title: '关注数（未去重）' }] }),
      showing('并列不是相加', heads, { charts: [{ ...pie, type: 'bar' }] })
    ],
    fail: [
      showing('饼图把关注数合在一起', heads, { charts: [pie] }),
      {
        note: '正文将关注数相加',
        text: { other: '各平台关注用户共2.3万人。没有收取信息处理费。' }
      }
    ]
  },
  'P-QUOTE': {
    pass: [
      showing('引用的数有', posts, {
        text: { other: '推送{{metric:wechat-posts-year-2025-}}条。信息处理费0元。' }
      }),
      { note: '其他大括号不是引用', text: { other: '信息处理费0元，格式为{年度}。' } }
    ],
    fail: [
      { note: '引用的数已删除', text: { other: '推送{{metric:gone}}条。信息处理费0元。' } },
      showing('图夹在句子里', posts, {
        charts: [chart],
        text: { other: '信息处理费0元。\n见图{{chart:c}}。' }
      }),
      { note: '图表已删除', text: { other: '信息处理费0元。\n{{chart:gone}}' } },
      {
        note: '引用缺一边括号',
        text: { other: '新收申请{{requests.received.total}件。信息处理费0元。' }
      },
      {
        note: '引用的格未填',
        cells: { 'disclosure.penalty.decisions': null },
        text: { other: '行政处罚{{disclosure.penalty.decisions}}件。信息处理费0元。' }
      },
      {
        note: '机关全称中有引用',
        unit: { name: '清川市档案局{{' }
      }
    ]
  }
}
