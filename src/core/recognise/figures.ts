import { readFigure } from '../metrics/figure.ts'
import { kindOf } from '../metrics/kinds.ts'
import { halfWidth } from '../numeral.ts'
import type { Channel, Metric } from '../report.ts'

/**
 * Figures of platforms in the prose of section 一 (公众号推送190余条), as proposals for the metrics
 * of a report. A figure is a number with a measure word in a clause that says what was counted; the
 * platform is the last one named before it. Long, for a third of it are the words of platforms.
 */
export interface Figure extends Pick<
  Metric,
  'key' | 'name' | 'period' | 'value' | 'qualifier' | 'shown' | 'unit'
> {
  readonly platform: Pick<Channel, 'kind' | 'name'>
  /** The platform was closed in the year; it has no figure, but the report has to name it. */
  readonly closed?: true
  /** The clause it was found in. */
  readonly quote: string
  /** Offset of the number in the text of the section. */
  readonly from: number
}

type Kind = Channel['kind']

const platforms: readonly (readonly [Kind, string, RegExp])[] = [
  ['wechatService', '微信服务号', /服务号/],
  ['wechat', '微信公众号', /微信公众(?:平台|号)|公众号|订阅号|微信/],
  ['weibo', '政务微博', /微博/],
  ['toutiao', '今日头条号', /今日头条|头条号/],
  ['douyin', '抖音号', /抖音/],
  ['kuaishou', '快手号', /快手/],
  ['video', '微信视频号', /视频号/],
  ['baijia', '百家号', /百家号/],
  ['bilibili', '哔哩哔哩账号', /哔哩哔哩|B站/],
  ['miniProgram', '小程序', /小程序/],
  ['app', '移动客户端', /客户端|APP/i],
  ['website', '门户网站', /网站|门户/]
]
const anyPlatform = new RegExp(platforms.map(([, , { source }]) => source).join('|'), 'gi')

/** What a number counts, by the words before it and its measure word; the more special first. */
const counted: readonly (readonly [key: string, words: RegExp, measures: RegExp])[] = [
  [
    'followersNew',
    /(?:新增|净增|增加)(?:关注|粉丝|用户|订阅)?(?:用户|人?数)?[^，。；]{0,4}$/,
    /^[个人名位户]?$/
  ],
  [
    'followersEnd',
    /(?:关注|粉丝|总?用户|订阅)(?:用户|人)?(?:总?数|量|总量)?[^，。；]{0,6}$/,
    /^[个人名位户]?$/
  ],
  ['followersEnd', /(?:粉丝|关注者)$/, /^[个人名位户]?$/],
  ['visitors', /(?:独立用户|独立访客|访客)[^，。；]{0,8}$/, /^[个人名位次]?$/],
  ['pv', /(?:总访问量|浏览量|点击量|页面访问)[^，。；]{0,6}$/, /^次?$/],
  ['visits', /(?:访问量|访问人次|访问总?次数|访问)[^，。；]{0,6}$/, /^(?:人次|次|人)?$/],
  ['views', /(?:阅读|播放|观看)(?:总?量|次数|人次)?[^，。；]{0,6}$/, /^(?:人次|次|人)?$/],
  ['likes', /点赞[^，。；]{0,6}$/, /^[次个]?$/],
  ['msgsIn', /(?:收到|受理)[^，。；]{0,8}(?:留言|咨询|来信)[^，。；]{0,6}$/, /^[条件个次]$/],
  [
    'msgsDone',
    /(?:办结|答复|回复)[^，。；]{0,8}(?:留言|咨询|来信)?[^，。；]{0,6}$/,
    /^[条件个次]$/
  ],
  ['own', /在线咨询[^，。；]{0,8}$/, /^(?:人次|次|人|条|件)$/],
  ['live', /直播[^，。；]{0,6}$/, /^[场次]$/],
  ['originals', /原创[^，。；]{0,12}$/, /^[条篇个]$/],
  ['videos', /(?:短视频|视频|动漫)(?:作品|产品)?[^，。；号]{0,4}$/, /^[条个部]$/],
  ['polls', /(?:征集|调查)[^，。；]{0,8}$/, /^[期次]$/],
  ['talks', /在线访谈[^，。；]{0,6}$/, /^[期次场]$/],
  ['columnsNew', /(?:新开设|新增|开设)[^，。；]{0,6}(?:专题|专栏)[^，。；]{0,4}$/, /^[个]$/],
  ['posts', /(?:发布|推送|更新|推出|刊发|编发|转发|公开)[^。；]*$/, /^[条篇则]$/]
]

/** Words that say what a post is about, when it is not simply everything that was published. */
const everything =
  /^(?:各类|各项|政务|政府|主动公开|有关|相关|工作|的|文章|稿件|内容|推文|作品|图文|信息|动态|消息|政务动态)*$/
const numberPattern =
  /(?:大约|约|将近|近|超过|超|逾)?\s*\d[\d,.]*\s*(?:[余多])?\s*[万亿]?\s*(?:[余多])?/g
const totals = /(?:截至|截止|累计|历年|开通以来|上线以来|至今|目前)/
const thisYear = /(?:全年|本年|年内|今年|本年度|20\d{2}年)/
const clauseEnd = /[，、；。！？（）()]/

/** The figures that a text states; nothing that is not a platform's. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = []
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    found.push(...inParagraph(halfWidth(paragraph[0]), paragraph[0], paragraph.index))
  }
  const seen = new Set<string>()
  return named(found).filter(({ platform, key, name, period, value }) => {
    const mark = [platform.name, key, name, period, value === null].join('|')
    return !seen.has(mark) && Boolean(seen.add(mark))
  })
}

/** A platform called by its kind alone is the one of this kind that has a name, where one has. */
function named(figures: readonly Figure[]): Figure[] {
  const usual = new Set(platforms.map(([, name]) => name))
  return figures.map((figure) => {
    const { kind, name } = figure.platform
    if (!usual.has(name)) return figure
    const names = new Set(
      figures
        .map(({ platform }) => platform)
        .flatMap((one) => (one.kind === kind && !usual.has(one.name) ? [one.name] : []))
    )
    const [only] = names
    return names.size === 1 && only ? { ...figure, platform: { kind, name: only } } : figure
  })
}

const closing = /(?:关停|注销|关闭|停更)/

/** Accounts that a paragraph says were closed. */
function closedIn(half: string, typed: string, offset: number): Figure[] {
  return [...half.matchAll(/[^。；]+/g)].flatMap(({ 0: sentence, index }) => {
    const platform = closing.test(sentence) ? platformIn(sentence) : undefined
    if (!platform || platform.kind === 'website' || /\d+\s*个/.test(sentence)) return []
    const rest = { key: 'posts', name: '', period: 'year', value: null, qualifier: '' } as const
    const from = index + sentence.search(anyPlatform)
    return [
      {
        ...rest,
        shown: '',
        unit: '',
        closed: true,
        platform,
        quote: quoteAt(typed, from),
        from: offset + from
      }
    ]
  })
}

function inParagraph(half: string, typed: string, offset: number): Figure[] {
  if (half.length > 20_000) return []
  const found: Figure[] = closedIn(half, typed, offset)
  let listed = false
  let last = 0
  let platform: Figure['platform'] | undefined
  let total = false
  for (const match of half.matchAll(numberPattern)) {
    const from = match.index
    const number = match[0]
    const gap = half.slice(last, from)
    last = from + number.length
    platform =
      platformIn(gap) ??
      (/[。；]|[一二三四五六七八九]是/.test(gap) ? afterStop(gap, platform) : platform)
    total = totalIn(gap, total)
    if (!platform || /^\s*[年月日%点]/.test(half.slice(last)) || /第\s*$/.test(gap)) continue
    const before = gap.slice(-60)
    const measure =
      /^\s*(人次|[条篇则个人名位户次场期件部])(?![月年])/.exec(half.slice(last))?.[1] ?? ''
    const key: string | undefined =
      counted.find(([, words, measures]) => words.test(before) && measures.test(measure))?.[0] ??
      (listed && /^[条篇则]$/.test(measure) && continued.test(gap) ? 'posts' : undefined)
    const reading = readFigure(number)
    listed = key === 'posts'
    if (!key || reading.kind !== 'figure') continue
    found.push(figureOf(key, { before, measure, platform, total, reading }, typed, from, offset))
  }
  return found
}

/** 发布甲289条、乙2636条: the verb stands before the first alone. */
const continued = /^[条篇则]?[、，,和及][^，。；]{2,30}$/

/** A new sentence about something else than a platform leaves the platform. */
const afterStop = (gap: string, platform: Figure['platform'] | undefined) =>
  /(?:^|[。；])(?:其中|同时|截至|累计|全年|共|访问|在线|粉丝|关注|用户|推送|发布|另)/.test(gap)
    ? platform
    : undefined

function totalIn(gap: string, total: boolean): boolean {
  const sums = [...gap.matchAll(new RegExp(totals, 'g'))].at(-1)?.index ?? -1
  const years = [...gap.matchAll(new RegExp(thisYear, 'g'))].at(-1)?.index ?? -1
  if (sums < 0 && years < 0) return total && !/[。；]/.test(gap)
  return sums > years
}

/** The last platform named, with the name the office gives it: “濮上”微信公众号. */
function platformIn(gap: string): Figure['platform'] | undefined {
  const last = [...gap.matchAll(anyPlatform)].at(-1)
  if (!last) return undefined
  const [kind, name] = platforms.find(([, , pattern]) => pattern.test(last[0])) ?? []
  if (!kind || !name) return undefined
  const quoted = /[“"「《]([^”"」》]{2,20})[”"」》](?:政务|官方|门户|政府)?$/.exec(
    gap.slice(0, last.index)
  )
  return { kind, name: quoted?.[1] ? `${quoted[1]}${kind === 'website' ? '网站' : name}` : name }
}

interface Found {
  readonly before: string
  readonly measure: string
  readonly platform: Figure['platform']
  readonly total: boolean
  readonly reading: Extract<ReturnType<typeof readFigure>, { kind: 'figure' }>
}

function figureOf(
  key: string,
  { before, measure, platform, total, reading }: Found,
  typed: string,
  from: number,
  offset: number
): Figure {
  const clause = before.split(clauseEnd).at(-1) ?? ''
  const subject = clause
    .replace(/.*(?:发布|推送|更新|推出|刊发|编发|转发|公开)/, '')
    .replace(/[共计达到为约]+$/, '')
    .trim()
  const kindName = kindOf(key)?.name ?? ''
  // A kind of posts that is not all of them keeps its own name: 全市科技动态信息.
  const part = key === 'posts' && subject !== '' && !everything.test(subject)
  const finalKey = part ? 'category' : key
  const name = part ? subject.slice(0, 30) : key === 'own' ? '在线咨询人数' : kindName
  const usual = kindOf(finalKey)?.period ?? 'year'
  return {
    key: finalKey,
    name,
    period: total && usual === 'year' && key !== 'followersNew' ? 'total' : usual,
    value: reading.value,
    qualifier: reading.qualifier,
    shown: reading.shown,
    unit: measure || (kindOf(key)?.unit ?? ''),
    platform,
    quote: quoteAt(typed, from),
    from: offset + from
  }
}

/** The sentence around a number, or what of it stands near. */
function quoteAt(text: string, at: number): string {
  const begin = Math.max(text.lastIndexOf('。', at) + 1, text.lastIndexOf('；', at) + 1, at - 40)
  const stop = /[。；]/.exec(text.slice(at))
  return text.slice(begin, Math.min(at + (stop?.index ?? 40), at + 40)).trim()
}
