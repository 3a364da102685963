import { channelKindOf } from '../../report/channel-kinds.ts'
import type { Channel, Report } from '../../report/report.ts'
import { metricKindOf } from '../kinds.ts'
import { accountsOf } from './register.ts'

/**
 * 政府网站工作年度报表 (国办发〔2017〕47号, as changed by 国办函〔2018〕12号, annex) of one web site: its
 * rows in the order and the words of the form. Long, for half of it is these rows.
 */

/** What a row asks for: a figure, words or a choice kept with the web site, or what is known. */
export type ReturnItem =
  | { readonly kind: 'figure'; readonly of: Channel; readonly key: string }
  | { readonly kind: 'fact'; readonly fact: string; readonly choices?: readonly string[] }
  | { readonly kind: 'known'; readonly text: string }

/** A head of one row or of several. */
export interface ReturnHead {
  readonly text: string
  readonly rows: number
  readonly cols: number
}

/** A row of the form: the heads that begin with it, and what it asks for. */
export interface ReturnRow {
  readonly heads: readonly ReturnHead[]
  /** What it is called out of its place in the form. */
  readonly name: string
  readonly item: ReturnItem
}

/** Columns of heads before what is filled in. */
export const headColumns = 3

interface Entry {
  readonly label: string
  /** Of a row whose label says too little without those above it. */
  readonly name?: string
  readonly unit?: string
  readonly item: ReturnItem
}
interface Group {
  readonly title?: string
  readonly unit?: string
  readonly entries: readonly Entry[]
}
interface Part {
  readonly title?: string
  readonly unit?: string
  readonly groups: readonly Group[]
}

const yes = ['是', '否'] as const
const fact = (id: string, label: string, choices?: readonly string[]): Entry => ({
  label,
  item: { kind: 'fact', fact: id, ...(choices && { choices }) }
})
const known = (label: string, text: string, name = label): Entry => ({
  label,
  name,
  item: { kind: 'known', text }
})

function partsOf(report: Report, site: Channel): readonly Part[] {
  const figure = (key: string, label = metricKindOf(key)?.name ?? key): Entry => {
    const { name = label, unit = '' } = metricKindOf(key) ?? {}
    return { label, name, unit, item: { kind: 'figure', of: site, key } }
  }
  return [
    {
      groups: [
        {
          entries: [
            known('填报单位', report.unit.name),
            known('网站名称', site.name),
            fact('url', '首页网址'),
            known('主办单位', site.sponsor),
            fact('type', '政府网站类型', ['政府门户网站', '部门网站', '专项网站']),
            known('政府网站标识码', site.accountId),
            fact('icp', 'ICP备案号'),
            fact('police', '公安机关备案号'),
            figure('visitors'),
            figure('pv')
          ]
        }
      ]
    },
    {
      title: '信息发布',
      unit: '条',
      groups: [
        {
          entries: [figure('posts', '总数'), figure('briefs'), figure('news'), figure('catalogue')]
        }
      ]
    },
    {
      title: '专栏专题',
      unit: '个',
      groups: [{ entries: [figure('columns', '维护数量'), figure('columnsNew', '新开设数量')] }]
    },
    {
      title: '解读回应',
      groups: [
        {
          title: '解读信息发布',
          entries: [
            figure('readings', '总数'),
            figure('readingTexts'),
            figure('readingMedia'),
            figure('readingPress')
          ]
        },
        { entries: [figure('responses')] }
      ]
    },
    {
      title: '办事服务',
      groups: [
        {
          entries: [
            fact('catalogued', '是否发布服务事项目录', yes),
            figure('users'),
            figure('services'),
            figure('servicesOnline')
          ]
        },
        {
          title: '办件量',
          unit: '件',
          entries: [figure('cases', '总数'), figure('casesNatural'), figure('casesLegal')]
        }
      ]
    },
    {
      title: '互动交流',
      groups: [
        { entries: [fact('unified', '是否使用统一平台', yes)] },
        {
          title: '留言办理',
          entries: [figure('msgsIn'), figure('msgsDone'), figure('msgsDays'), figure('msgsOpen')]
        },
        {
          title: '征集调查',
          entries: [figure('polls'), figure('pollsIn', '收到意见数量'), figure('pollsOpen')]
        },
        {
          title: '在线访谈',
          entries: [
            figure('talks', '访谈期数'),
            figure('talksIn', '网民留言数量'),
            figure('talksDone', '答复网民提问数量')
          ]
        },
        { entries: [fact('robot', '是否提供智能问答', yes)] }
      ]
    },
    {
      title: '安全防护',
      groups: [
        {
          entries: [
            figure('checks'),
            figure('faults'),
            figure('faultsMended'),
            fact('monitored', '是否建立安全监测预警机制', yes),
            fact('drilled', '是否开展应急演练', yes),
            fact('responsible', '是否明确网站安全责任人', yes)
          ]
        }
      ]
    },
    { title: '移动新媒体', groups: accountGroups(report) },
    {
      title: '创新发展',
      groups: [
        {
          entries: [
            fact('searching', '搜索即服务', yes),
            fact('languages', '多语言版本', yes),
            fact('accessible', '无障碍浏览', yes),
            fact('personal', '千人千网', yes),
            { ...fact('innovation', '其他'), name: '创新发展其他' }
          ]
        }
      ]
    }
  ]
}

/** What the form asks of accounts: of 微博 and 微信 their figures, of the others their names. */
function accountGroups(report: Report): Group[] {
  const running = accountsOf(report).filter(({ status }) => status !== 'closed')
  const groupOf = (title: string, of: Channel, followers: string): Group => {
    const asked = (key: string, label: string): Entry => ({
      label,
      name: `${of.name}（${title}）${label}`,
      unit: metricKindOf(key)?.unit ?? '',
      item: { kind: 'figure', of, key }
    })
    return {
      title,
      entries: [
        known('名称', of.name, `${title}名称`),
        asked('posts', '信息发布量'),
        asked('followersEnd', followers)
      ]
    }
  }
  const weibo = running.filter(({ kind }) => kind === 'weibo')
  const wechat = running.filter(({ kind }) => kind === 'wechat' || kind === 'wechatService')
  const others = running.filter((one) => !weibo.includes(one) && !wechat.includes(one))
  const named = others.map(({ name, kind }) => `${name}（${channelKindOf(kind).name}）`)
  return [
    { entries: [known('是否有移动新媒体', running.length ? '是' : '否')] },
    ...weibo.map((one) => groupOf('微博', one, '关注量')),
    ...wechat.map((one) => groupOf('微信', one, '订阅数')),
    { entries: [known('其他', named.join('、'), '移动新媒体其他')] }
  ]
}

const withUnit = (text: string, unit: string | undefined): string =>
  unit ? `${text}（单位：${unit}）` : text

/** The rows of the form for one web site. */
export const websiteRows = (report: Report, site: Channel): readonly ReturnRow[] =>
  partsOf(report, site).flatMap((part) => {
    const rows = part.groups.reduce((sum, { entries }) => sum + entries.length, 0)
    return part.groups.flatMap((group, g) =>
      group.entries.map(({ label, name = label, unit, item }, i): ReturnRow => {
        const above = [part, group].filter(({ title }) => title !== undefined).length
        const own = part.unit || group.unit ? '' : unit
        return {
          name,
          item,
          heads: [
            ...(part.title && g === 0 && i === 0
              ? [{ text: withUnit(part.title, part.unit), rows, cols: 1 }]
              : []),
            ...(group.title && i === 0
              ? [{ text: withUnit(group.title, group.unit), rows: group.entries.length, cols: 1 }]
              : []),
            { text: withUnit(label, own), rows: 1, cols: headColumns - above }
          ]
        }
      })
    )
  })
