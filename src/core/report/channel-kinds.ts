/**
 * The kinds of platforms: web sites, accounts of 政务新媒体, and what else an office runs. All that
 * is known of a kind stands here; the file, the figures, the returns, the screen and the reading of
 * prose take it from here. In the order of the register.
 */

/** Whose figures a platform can have: a site's, an account's, or those of the office itself. */
export type FigureGroup = 'website' | 'account' | 'office'

interface KindOfChannel {
  /** The kind as the file has it. */
  readonly id: string
  readonly name: string
  /** As it is printed behind a name that several platforms have. */
  readonly short: string
  readonly figures: readonly FigureGroup[]
  /** The yearly return that it stands in: the one of web sites, or the register of accounts. */
  readonly return: 'website' | 'register'
  /** How prose writes it; absent from a kind that prose cannot be known to mean. */
  readonly prose?: {
    /** The name of one that the text gives no name. */
    readonly name: string
    /** What stands behind the name of one that has one, where it is not `name`: 清川市科技网站. */
    readonly behind?: string
    /** A kind whose words contain another's stands below that one: 微信服务号 below 微信. */
    readonly words: RegExp
  }
}

const account = { figures: ['account'], return: 'register' } as const

export const channelKinds = [
  {
    id: 'website',
    name: '门户网站',
    short: '网站',
    figures: ['website', 'office'],
    return: 'website',
    prose: {
      name: '门户网站',
      behind: '网站',
      words:
        /门户网站|网站(?!集约|群|[“"]?找错)(?<!信用网站)|门户|官网|(?:党政|政务|政府|信息|科技|[市县区省])网(?![站上络民友格点页])|网(?![站上络民友格点页])(?<=(?:在|于|通过)[\u4e00-\u9fa5]{2,10}网)(?<!(?:互联|物联|因特|人民|新华|光明|央视|央广|中新|日报|晚报|[官外内域联])网)|网(?=[”"」])(?<=[“"「][\u4e00-\u9fa5]{2,12}网)/
    }
  },
  {
    id: 'wechat',
    name: '微信公众号',
    short: '公众号',
    ...account,
    prose: {
      name: '微信公众号',
      words: /微信公众(?:平台|号)|公众号|订阅号|微信(?!群|工作群|支付)/
    }
  },
  {
    id: 'wechatService',
    name: '微信服务号',
    short: '服务号',
    ...account,
    prose: { name: '微信服务号', words: /(?:微信)?服务号/ }
  },
  {
    id: 'weibo',
    name: '微博',
    short: '微博',
    ...account,
    prose: { name: '政务微博', words: /微博/ }
  },
  {
    id: 'toutiao',
    name: '今日头条',
    short: '头条号',
    ...account,
    prose: { name: '今日头条号', words: /今日头条号?|头条号/ }
  },
  {
    id: 'douyin',
    name: '抖音',
    short: '抖音号',
    ...account,
    prose: { name: '抖音号', words: /抖音号?/ }
  },
  {
    id: 'kuaishou',
    name: '快手',
    short: '快手号',
    ...account,
    prose: { name: '快手号', words: /快手号?/ }
  },
  {
    id: 'video',
    name: '视频号',
    short: '视频号',
    ...account,
    prose: { name: '微信视频号', words: /(?:微信)?视频号/ }
  },
  {
    id: 'baijia',
    name: '百家号',
    short: '百家号',
    ...account,
    prose: { name: '百家号', words: /百家号/ }
  },
  {
    id: 'bilibili',
    name: '哔哩哔哩',
    short: '哔哩哔哩',
    ...account,
    prose: { name: '哔哩哔哩账号', words: /哔哩哔哩(?:账号|号)?|B站/ }
  },
  {
    id: 'app',
    name: '移动客户端',
    short: '客户端',
    ...account,
    prose: { name: '移动客户端', words: /客户端|APP/i }
  },
  {
    id: 'miniProgram',
    name: '小程序',
    short: '小程序',
    ...account,
    prose: { name: '小程序', words: /小程序/ }
  },
  {
    id: 'other',
    name: '其他',
    short: '其他',
    figures: ['account', 'office'],
    return: 'register'
  }
] as const satisfies readonly KindOfChannel[]

/** A kind of platform, as the file has it. */
export type ChannelKind = (typeof channelKinds)[number]['id']

const byId = new Map<ChannelKind, KindOfChannel>(channelKinds.map((kind) => [kind.id, kind]))

/** What is known of a kind. */
export function channelKindOf(id: ChannelKind): KindOfChannel {
  const kind = byId.get(id)
  if (!kind) throw new RangeError(`no such kind of platform: ${id}`)
  return kind
}

/** A kind that prose can name, by the words that it uses. */
export interface ProseKind {
  readonly kind: ChannelKind
  readonly name: string
  readonly behind: string
  readonly words: RegExp
}

/** The kinds that prose can name, the more special first. */
export const proseKinds: readonly ProseKind[] = channelKinds
  .flatMap((kind) =>
    'prose' in kind ? [{ kind: kind.id, behind: kind.prose.name, ...kind.prose }] : []
  )
  .reverse()
