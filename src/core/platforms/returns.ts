import { channelKindOf, channelKinds } from '../report/channel-kinds.ts'
import type { Channel, Metric, Report } from '../report/report.ts'
import type { Sheet, SheetCell } from '../form/sheet.ts'
import { figureText } from './figure.ts'
import { metricKindOf, type Period } from './kinds.ts'
import { figureAt, figureLinesOf, type FigureLine } from './lines.ts'

/**
 * The two yearly returns, as views over the same figures: 政府网站工作年度报表 (国办发〔2017〕47号,
 * as changed by 国办函〔2018〕12号) and the register of 政务新媒体 accounts (国办发〔2018〕123号).
 * Long, for half of it is the rows of the official form.
 */

/** A row that is a figure of the web site. */
interface FigureItem {
  readonly key: string
}
/** A row that is a word or a choice, kept with the web site. */
export interface FactItem {
  readonly fact: string
  readonly label: string
  readonly choices?: readonly string[]
}
export type ReturnItem = FigureItem | FactItem

export const isFact = (item: ReturnItem): item is FactItem => 'fact' in item

const figures = (...keys: readonly string[]): FigureItem[] => keys.map((key) => ({ key }))
const yes = ['是', '否'] as const
const fact = (id: string, label: string, choices?: readonly string[]): FactItem => ({
  fact: id,
  label,
  ...(choices && { choices })
})

/** The parts of 政府网站工作年度报表 in their order; the head of the form is the first. */
export const websiteReturn: readonly {
  readonly title: string
  readonly items: readonly ReturnItem[]
}[] = [
  {
    title: '网站',
    items: [
      fact('url', '首页网址'),
      fact('type', '政府网站类型', ['政府门户网站', '部门网站', '专项网站']),
      fact('icp', 'ICP备案号'),
      fact('police', '公安机关备案号')
    ]
  },
  { title: '访问量', items: figures('visitors', 'pv') },
  { title: '信息发布', items: figures('posts', 'briefs', 'news', 'catalogue') },
  { title: '专栏专题', items: figures('columns', 'columnsNew') },
  {
    title: '解读回应',
    items: figures('readings', 'readingTexts', 'readingMedia', 'readingPress', 'responses')
  },
  {
    title: '办事服务',
    items: [
      fact('catalogued', '是否发布服务事项目录', yes),
      ...figures('users', 'services', 'servicesOnline', 'cases', 'casesNatural', 'casesLegal')
    ]
  },
  {
    title: '互动交流',
    items: [
      fact('unified', '是否使用统一平台', yes),
      ...figures('msgsIn', 'msgsDone', 'msgsDays', 'msgsOpen'),
      ...figures('polls', 'pollsIn', 'pollsOpen', 'talks', 'talksIn', 'talksDone'),
      fact('robot', '是否提供智能问答', yes)
    ]
  },
  {
    title: '安全防护',
    items: [
      ...figures('checks', 'faults', 'faultsMended'),
      fact('monitored', '是否建立安全监测预警机制', yes),
      fact('drilled', '是否开展应急演练', yes),
      fact('responsible', '是否明确网站安全责任人', yes)
    ]
  },
  {
    title: '创新发展',
    items: [fact('innovation', '搜索即服务、多语言版本、无障碍浏览、千人千网、其他')]
  }
]

/** Where a figure of the return is kept; a platform that has no such line yet gets it. */
export function returnLine(report: Report, channel: Channel, key: string): FigureLine {
  const kind = metricKindOf(key)
  const name = kind?.name ?? key
  const period: Period = kind?.period ?? 'year'
  const lines = figureLinesOf(report, channel.id).filter(
    (line) => line.key === key && line.period === period && line.again === 0
  )
  return (
    lines.find((line) => line.name === name) ??
    (lines.length === 1 ? lines[0] : undefined) ?? {
      channel: channel.id,
      key,
      name,
      period,
      again: 0
    }
  )
}

/** The line's figure, or the categories that an office keeps instead of the total, added up. */
export function returnFigure(
  report: Report,
  channel: Channel,
  key: string
): Metric | { readonly sum: number; readonly about?: true } | undefined {
  const own = figureAt(report, returnLine(report, channel, key), report.year)
  if (own) return own
  // Averages added up mean nothing.
  if (metricKindOf(key)?.average) return undefined
  const parts = figureLinesOf(report, channel.id)
    .filter((line) => line.key === key && line.period === metricKindOf(key)?.period)
    .flatMap((line) => figureAt(report, line, report.year) ?? [])
    .filter(({ value }) => value !== null)
  if (parts.length < 2) return undefined
  const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0)
  return { sum, ...(parts.some(({ qualifier }) => qualifier) && { about: true }) }
}

const numberCell = (figure: ReturnType<typeof returnFigure>): SheetCell => {
  if (!figure) return { text: '' }
  if ('sum' in figure) {
    const { sum, about } = figure
    return about ? { text: `约${sum}` } : { text: String(sum), value: sum }
  }
  const text = figureText(figure)
  // With its qualifier it is a text: a sum of it would claim too much.
  return figure.value === null || figure.qualifier ? { text } : { text, value: figure.value }
}

/** The return of one web site. */
export function websiteSheet(report: Report, channel: Channel): Sheet {
  const row = (label: string, cell: SheetCell, unit = ''): SheetCell[] => [
    { text: unit ? `${label}（${unit}）` : label, head: 'row', align: 'left' },
    cell
  ]
  const head: SheetCell[][] = [
    ['填报单位', report.unit.name],
    ['网站名称', channel.name],
    ['主办单位', channel.sponsor],
    ['政府网站标识码', channel.accountId]
  ].map(([label = '', text = '']) => row(label, { text, align: 'left' }))
  const parts = websiteReturn.map(({ title, items }) => ({
    title,
    rows: [
      ...(title === '网站' ? head : []),
      ...items.map((item) => {
        if (isFact(item)) {
          return row(item.label, { text: channel.facts?.[item.fact] ?? '', align: 'left' })
        }
        const kind = metricKindOf(item.key)
        const cell = numberCell(returnFigure(report, channel, item.key))
        return row(kind?.name ?? item.key, cell, kind?.unit)
      })
    ]
  }))
  return {
    name: channel.name || '网站',
    title: `政府网站工作年度报表（${report.year}年度）`,
    widths: [6, 22, 18],
    headRows: 0,
    rows: [...parts, { title: '移动新媒体', rows: accountRows(report) }].flatMap(
      ({ title, rows }) =>
        rows.map((cells, i) =>
          i === 0 ? [{ text: title, head: 'row' as const, rows: rows.length }, ...cells] : cells
        )
    )
  }
}

/** What the return asks of the accounts: how much each published, how many follow it. */
function accountRows(report: Report): SheetCell[][] {
  const accounts = accountsOf(report).filter(({ status }) => status !== 'closed')
  const has: SheetCell[] = [
    { text: '有无', head: 'row', align: 'left' },
    { text: accounts.length ? '有' : '无' }
  ]
  return [
    has,
    ...accounts.flatMap((account): SheetCell[][] =>
      (['posts', 'followersEnd'] as const).map((key) => [
        { text: `${account.name}：${metricKindOf(key)?.name ?? ''}`, head: 'row', align: 'left' },
        numberCell(returnFigure(report, account, key))
      ])
    )
  ]
}

/** The platforms that have a return of their own. */
export const sitesOf = ({ channels }: Report): Channel[] =>
  channels.filter(({ kind }) => channelKindOf(kind).return === 'website')

/** All others, in the order of the register. */
export const accountsOf = (report: Report): Channel[] =>
  channelKinds.flatMap(({ id, ...kind }) =>
    kind.return === 'register'
      ? report.channels.filter((one) => one.kind === id && !isWork(report, one))
      : []
  )

/** No account: the figures are those of the office's work, as 培训 and 新闻发布会. */
function isWork({ metrics }: Report, { id, kind }: Channel): boolean {
  if (!channelKindOf(kind).figures.includes('office')) return false
  const groups = metrics
    .filter(({ channel }) => channel === id)
    .map(({ key }) => metricKindOf(key)?.on)
  return groups.includes('office') && !groups.includes('account')
}

/** Words of the register that the law has: state and result of an inspection. */
const states: Record<Channel['status'], string> = {
  active: '正常',
  opened: '新增',
  closed: '关停注销'
}
const results = { pass: '合格', fail: '不合格', none: '' } as const

/** Share of inspected accounts that passed, in percent with one decimal; undefined for none. */
function passRate(accounts: readonly Channel[]): number | undefined {
  const all = accounts.flatMap(({ inspections }) => inspections ?? [])
  const inspected = all.filter((one) => one !== 'none')
  const passed = inspected.filter((one) => one === 'pass')
  return inspected.length ? Math.round((passed.length / inspected.length) * 1000) / 10 : undefined
}

/** The register of accounts. */
export function registerSheet(report: Report): Sheet {
  const accounts = accountsOf(report)
  const heads = [
    '序号',
    '平台',
    '名称',
    '账号',
    '主办单位',
    '状态',
    '开设日期',
    '关停日期',
    '关停原因'
  ]
  const quarters = ['一季度', '二季度', '三季度', '四季度']
  const head: SheetCell[][] = [
    [
      ...heads.map((text): SheetCell => ({ text, head: 'column', rows: 2 })),
      { text: '季度抽查', head: 'column', cols: 4 },
      { text: '发布条数', head: 'column', rows: 2 },
      { text: '关注数', head: 'column', rows: 2 }
    ],
    quarters.map((text): SheetCell => ({ text, head: 'column' }))
  ]
  const lines = accounts.map((one, i): SheetCell[] => [
    { text: String(i + 1), value: i + 1 },
    ...[channelKindOf(one.kind).name, one.name, one.accountId, one.sponsor, states[one.status]].map(
      (text): SheetCell => ({ text, align: 'left' })
    ),
    ...[one.openedOn, one.closedOn, one.closeReason].map((text): SheetCell => ({ text })),
    ...quarters.map((_, q): SheetCell => ({ text: results[one.inspections?.[q] ?? 'none'] })),
    numberCell(returnFigure(report, one, 'posts')),
    numberCell(returnFigure(report, one, 'followersEnd'))
  ])
  const rate = passRate(accounts)
  const running = accounts.filter(({ status }) => status !== 'closed').length
  const foot = `在运维账号 ${running} 个，关停注销 ${accounts.length - running} 个${rate === undefined ? '' : `，抽查合格率 ${rate}%`}。各账号关注数不相加，相加则未去重。`
  return {
    name: '政务新媒体',
    title: `政务新媒体账号情况（${report.year}年度）`,
    widths: [3, 6, 8, 8, 10, 5, 6, 6, 8, 4, 4, 4, 4, 5, 5],
    headRows: 2,
    rows: [...head, ...lines, [{ text: foot, cols: 15, align: 'left' }]],
    landscape: true
  }
}
