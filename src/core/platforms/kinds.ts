import type { Metric } from '../report/report.ts'
import { channelKindOf, type ChannelKind, type FigureGroup } from '../report/channel-kinds.ts'

/**
 * The figures that offices keep of their platforms, with the meaning each has. The web site's are
 * those of the 政府网站工作年度报表 (国办函〔2018〕12号, annex), the accounts' those of the quarterly
 * reporting of 政务新媒体 (国办发〔2018〕123号). An office's own figures have the key `own`.
 */

export type Period = Metric['period']

/** The periods as they are printed behind a name that would not be told apart without. */
export const periodNames: Readonly<Record<Period, string>> = {
  year: '本年',
  end: '年末',
  total: '累计'
}

export interface MetricKind {
  readonly key: string
  /** What it is called where the office says nothing else. */
  readonly name: string
  readonly unit: string
  readonly period: Period
  /** The platforms that have it; `office` goes with the web site or with a platform of its own kind. */
  readonly on: FigureGroup | 'any'
  /** What is counted, for whoever looks it up. */
  readonly definition: string
  /** Offered at once for a new platform. */
  readonly usual?: true
  /** Can be below 0, as the followers lost in a year. */
  readonly signed?: true
  /** A head counted on two platforms is one person: a sum says 未去重. */
  readonly heads?: true
  /** An average or a rate: a sum of several means nothing. */
  readonly average?: true
}

const site = (
  key: string,
  name: string,
  unit: string,
  definition: string,
  more: Partial<MetricKind> = {}
): MetricKind => ({ key, name, unit, period: 'year', on: 'website', definition, ...more })
const office = (
  key: string,
  name: string,
  unit: string,
  definition: string,
  more: Partial<MetricKind> = {}
): MetricKind => ({ key, name, unit, period: 'year', on: 'office', definition, ...more })
const account = (
  key: string,
  name: string,
  unit: string,
  definition: string,
  more: Partial<MetricKind> = {}
): MetricKind => ({ key, name, unit, period: 'year', on: 'account', definition, ...more })

const metricKinds: readonly MetricKind[] = [
  site('posts', '信息发布总数', '条', '一年内发布的信息条数，含转载，专题中重复发布的计一次', {
    on: 'any',
    usual: true
  }),
  site('pv', '网站总访问量', '次', '一年内页面打开的次数', { usual: true }),
  site('visitors', '独立用户访问总量', '个', '一年内来访的独立用户数，同一用户一天只计一次', {
    heads: true
  }),
  site('visits', '访问量', '人次', '一年内来访的次数，一次来访可以看多页'),
  account('followersEnd', '关注用户总数', '个', '12月31日关注这个账号的用户数', {
    period: 'end',
    usual: true,
    heads: true
  }),
  account(
    'followersNew',
    '新增关注',
    '个',
    '一年内新增的关注用户数；后台另列净增的，净增记到“净增关注”',
    {
      usual: true,
      signed: true,
      heads: true
    }
  ),
  account('followersNet', '净增关注', '个', '一年内新关注减去取消关注，可以是负数', {
    signed: true,
    heads: true
  }),
  account('originals', '原创信息', '条', '发布总数中自行编写、非转载的'),
  account('videos', '视频', '条', '发布总数中的视频'),
  account('live', '直播', '场', '一年内的直播场次'),
  account('views', '阅读量', '次', '一年内内容被阅读、播放的次数'),
  account('likes', '点赞', '次', '一年内得到的点赞'),
  account('comments', '评论', '条', '一年内收到的评论'),
  site('briefs', '概况类信息更新量', '条', '机构、领导、地区概况等信息的更新'),
  site('news', '政务动态信息更新量', '条', '工作动态、会议、通知等信息的更新'),
  site('catalogue', '信息公开目录信息更新量', '条', '政府信息公开目录中信息的更新'),
  site('columns', '专栏专题维护数量', '个', '年内有更新的专栏、专题', { period: 'end' }),
  site('columnsNew', '专栏专题新开设数量', '个', '年内新开的专栏、专题'),
  site('readings', '解读信息发布总数', '条', '政策解读信息，含材料、产品、评论', {
    on: 'office'
  }),
  site('readingTexts', '解读材料数量', '条', '解读信息中起草部门编写的文字材料'),
  site('readingMedia', '解读产品数量', '个', '解读信息中的图解、音频、视频'),
  site('readingPress', '媒体评论文章数量', '篇', '解读信息中的媒体评论'),
  site('responses', '回应公众关注热点或重大舆情数量', '次', '回应的次数'),
  site('users', '注册用户数', '个', '年末网站注册用户', { period: 'end', heads: true }),
  site('services', '政务服务事项数量', '项', '年末网站上列出的事项', { period: 'end' }),
  site('servicesOnline', '可全程在线办理政务服务事项数量', '项', '上述事项中可全程网办的', {
    period: 'end'
  }),
  site('cases', '办件量总数', '件', '一年内网上办结的件数'),
  site('casesNatural', '自然人办件量', '件', '办件量中自然人的'),
  site('casesLegal', '法人办件量', '件', '办件量中法人和其他组织的'),
  site('msgsIn', '收到留言数量', '条', '一年内收到的留言、咨询', { on: 'any' }),
  site('msgsDone', '办结留言数量', '条', '收到的留言中已答复办结的', { on: 'any' }),
  site('msgsDays', '平均办理时间', '天', '留言从收到到办结的平均天数', { average: true }),
  site('msgsOpen', '公开答复数量', '条', '办结的留言中公开答复的'),
  site('polls', '征集调查期数', '期', '一年内的意见征集和网上调查', { on: 'office' }),
  site('pollsIn', '征集调查收到意见数量', '条', '征集调查收到的意见'),
  site('pollsOpen', '公布调查结果期数', '期', '征集调查中公布结果的'),
  site('talks', '在线访谈期数', '期', '一年内的在线访谈', { on: 'office' }),
  site('talksIn', '在线访谈网民留言数量', '条', '访谈收到的留言'),
  site('talksDone', '在线访谈答复网民提问数量', '条', '访谈中答复的提问'),
  site('checks', '安全检测评估次数', '次', '一年内的安全检测评估'),
  site('faults', '发现问题数量', '个', '检测评估发现的问题'),
  site('faultsMended', '问题整改数量', '个', '发现的问题中已整改的'),
  site('readingCharts', '图解数量', '个', '解读产品中的图解'),
  site('readingVideos', '解读视频数量', '个', '解读产品中的视频、动漫'),
  site('readingNotes', '政策简明问答期数', '期', '一年内发布的政策简明问答'),
  site('cleared', '过期信息清理数量', '条', '一年内清理、归档的过期信息'),
  site('answers', '答问知识库条数', '条', '年末智能问答知识库中的条目', { period: 'end' }),
  office('consults', '在线咨询人次', '人次', '一年内在线咨询的人次，一人咨询两次计两次', {
    on: 'any'
  }),
  office('hotline', '市长热线办理数量', '件', '一年内热线受理的来电、来件'),
  office('briefings', '新闻发布会场次', '场', '一年内举办的新闻发布会'),
  office('gazettes', '政府公报期数', '期', '一年内出版的政府公报'),
  office('gazetteCopies', '政府公报册数', '册', '一年内印发的公报，各期相加'),
  office('corners', '政务公开专区和查阅点', '个', '年末在用的政务公开专区、查阅点', {
    period: 'end'
  }),
  office('boards', '电子屏、公告栏发布次数', '次', '一年内在电子屏、公告栏发布的次数'),
  office('accounts', '在运维账号数', '个', '年末在运维的政务新媒体账号', { period: 'end' }),
  office('accountsFiled', '备案账号数', '个', '在运维账号中已备案的', { period: 'end' }),
  office('accountsClosed', '关停整合账号数', '个', '一年内关停、注销、整合的账号'),
  office('accountsPassed', '抽查合格率', '%', '抽查的账号中合格的百分比', { average: true }),
  office('proposals', '人大代表建议件数', '件', '一年内主办的人大代表建议'),
  office('motions', '政协提案件数', '件', '一年内主办的政协提案'),
  office('meetings', '常务会议公开期数', '期', '一年内公开的常务会议'),
  office('catalogues', '目录清单份数', '份', '年末公布的公开目录、事项清单', { period: 'end' }),
  office('trainings', '培训次数', '次', '一年内政务公开的培训'),
  office('inspections', '检查次数', '次', '一年内对政务公开、平台的检查'),
  { ...site('category', '分类发布', '条', '发布总数中的一类，名称自定'), on: 'any' },
  { ...site('own', '', '', '本单位自己的指标，写上名称和单位'), on: 'any', signed: true }
]

const byKey = new Map(metricKinds.map((kind) => [kind.key, kind]))

/** The meaning of a key; undefined for one that only another version knows. */
export const metricKindOf = (key: string): MetricKind | undefined => byKey.get(key)

/** The figures that a kind of platform can have. */
export function kindsFor(channel: ChannelKind): readonly MetricKind[] {
  const { figures } = channelKindOf(channel)
  return metricKinds.filter(({ on }) => on === 'any' || figures.includes(on))
}
