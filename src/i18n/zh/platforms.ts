import type { Change } from '../../core/metrics/change.ts'
import { shortNumber } from '../../core/metrics/change.ts'
import type { Qualifier } from '../../core/metrics/figure.ts'
import type { Period } from '../../core/metrics/kinds.ts'
import type { Channel } from '../../core/report.ts'

const kinds: Record<Channel['kind'], string> = {
  website: '门户网站',
  wechat: '微信公众号',
  wechatService: '微信服务号',
  weibo: '微博',
  toutiao: '今日头条',
  douyin: '抖音',
  kuaishou: '快手',
  video: '视频号',
  baijia: '百家号',
  bilibili: '哔哩哔哩',
  app: '移动客户端',
  miniProgram: '小程序',
  other: '其他'
}
const periods: Record<Period, string> = { year: '本年', end: '年末', total: '累计' }
const qualifiers: Record<Qualifier, string> = {
  '': '准确',
  约: '约',
  余: '余',
  多: '多',
  超: '超',
  近: '近'
}
const status: Record<Channel['status'], string> = {
  active: '运行',
  opened: '新开',
  closed: '已关停'
}

/** Platforms: their figures. */
export const platforms = {
  note: '不是法定表格，写进一（四）平台建设',
  add: '平台',
  addFigure: '加指标',
  kinds,
  periods,
  qualifiers,
  status,
  of: (name: string, kind: Channel['kind']) => `${name}（${kinds[kind]}）`,
  columns: {
    name: '指标',
    period: '口径',
    qualifier: '限定',
    year: (year: number) => `${year} 年`,
    unit: '单位',
    change: '增减',
    source: '来源',
    actions: '操作'
  },
  cell: (line: string, year: number, blank: boolean) =>
    `${line}，${year}年${blank ? '，未填' : ''}`,
  label: (line: string, column: string) => `${line}，${column}`,
  more: (name: string) => `${name}：更多`,
  remove: '删去',
  removeChannel: '删去平台',
  removed: (name: string) => `已删去${name}。`,
  undo: '撤销',
  edit: '平台资料',
  up: '上移',
  down: '下移',
  reopen: '重新启用',
  closedOn: '关停日期',
  noClosedOn: '没有写关停日期',
  notAfterClosing: '关停后不再填',
  own: '自己的指标',
  empty: '还没有平台。网站、公众号的发布数、访问量填在这里，正文可以引用。',
  problem: (typed: string, why: 'words' | 'range' | 'stroke') =>
    why === 'stroke'
      ? `“${typed}”不是数字；没有就填 0。`
      : why === 'range'
        ? `“${typed}”太大或太细，原来的数没有变。`
        : `“${typed}”读不成数，原来的数没有变。`,
  change: ({ kind, by, about }: Change) => {
    const sign = by > 0 ? '+' : by < 0 ? '−' : ''
    const size = kind === 'share' ? `${Math.abs(by).toFixed(1)}%` : shortNumber(Math.abs(by))
    return by === 0 ? '持平' : `${about ? '约' : ''}${sign}${size}`
  },
  current: '当前格',
  prints: '印成',
  quoted: (times: number) => (times ? `正文引用 ${times} 处` : '正文没有引用'),
  details: {
    title: '平台资料',
    kind: '类别',
    name: '名称',
    accountId: '账号',
    siteId: '网站标识码',
    sponsor: '主办单位',
    status: '状态',
    openedOn: '开设日期',
    closedOn: '关停日期',
    closeReason: '关停原因',
    inspections: '季度抽查',
    quarter: (quarter: number) => `${quarter}季度`,
    result: { pass: '合格', fail: '不合格', none: '未抽查' },
    done: '完成'
  }
} as const
