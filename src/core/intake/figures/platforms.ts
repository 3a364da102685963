import type { Channel } from '../../report/report.ts'
import { channelKindOf, proseKinds, type ChannelKind } from '../../report/channel-kinds.ts'
import { anyPlatform, generic } from './words.ts'

/** Which platforms a stretch of prose names, and by which name. */

export interface Platform extends Pick<Channel, 'kind' | 'name'> {
  /** Called by the words before it, with no marks around them: 甲县交警微信. May be no name. */
  readonly bare?: string
}

/** The platforms that the figures behind are of: one, or several together. */
export interface Owners {
  readonly all: readonly Platform[]
  /** Other ways in are named with them: 网站、公告栏等渠道. */
  readonly amongOthers: boolean
}

/** Whose the figures of work are that no platform has: 新闻发布会, 培训. */
export const theOffice: Platform = { kind: 'other', name: '政务公开工作' }

interface Mention {
  readonly from: number
  readonly to: number
  readonly platform: Platform
  /** It may be what was published, and not where. */
  readonly published?: true
  /** Others of the kind named right before it. */
  readonly also?: readonly string[]
}

const usualNames = new Set<string>(proseKinds.map(({ name }) => name))
export const isUsual = (name: string): boolean => usualNames.has(name)

const quotedBefore =
  /[“"「《]([^“”"「」《》]{1,20})[”"」》](?:政务|官方|门户|政府|移动|手机|微信)*$/
const quotedBehind =
  /^[“"「《]([^“”"「」《》]{1,20})(?<!信箱|热线|留言板|平台)[”"」》](?!专栏|栏目|板块|专题|专区|平台|系统|频道)/
/** 微信公众号：清川发布，推送12条. */
const colonBehind =
  /^[:：]\s?(?!全年|本年|今年|年内|共|累计|推送|发布|更新|访问|粉丝|关注|开通|开设|现有|目前|截至|持续|加强|不断|积极|及时|主动)([\u4e00-\u9fa5]{2,12})(?=[，,])/
/** 清川发布（微信公众号）推送12条. */
const bracketBefore = /(?:^|[，、；。：:,“”"\d])([\u4e00-\u9fa5]{2,12})[（(]$/
const verbBefore = /(?:发布|推送|更新|转发|制作|发)$/
/** How far around a mention its name and its neighbours are looked for. */
const near = 30

function mentionAt(text: string, match: RegExpExecArray): Mention | undefined {
  const [words] = match
  const from = match.index
  const to = from + words.length
  const before = text.slice(Math.max(0, from - near), from)
  const found =
    proseKinds.find(({ words: pattern }) => pattern.exec(words)?.[0] === words) ??
    proseKinds.find(({ words: pattern }) => pattern.test(words)) ??
    // 中国青石网: known by what stands before it.
    proseKinds.at(-1)
  if (!found) return undefined
  const { kind, name: usual, behind } = found
  // 发布微博120条: what is published; where, only if nothing else says it.
  if (verbBefore.test(before)) return { from, to, platform: { kind, name: usual }, published: true }
  const after = text.slice(to, to + near)
  const marked = quotedBefore.exec(before)?.[1]
  const name =
    marked ??
    (quotedBehind.exec(after) ?? colonBehind.exec(after))?.[1] ??
    (/^[）)]/.test(after) ? bracketBefore.exec(before)?.[1]?.replace(generic, '') : undefined)
  if (name)
    return { from, to, platform: { kind, name: `${name}${behind}` }, also: alsoNamed(before) }
  const prefix = (before.split(/[，、；。：！？（）(),;:“”"\d\s]/).at(-1) ?? '').replace(
    generic,
    ''
  )
  const bare = /^[\u4e00-\u9fa5]{2,10}$/.test(prefix) ? prefix : ''
  // 清川党政网 is called so; a portal and an account have their kind behind.
  if (bare && words !== '官网' && words.endsWith('网'))
    return { from, to, platform: { kind, name: bare + words } }
  if (officeEnd.test(bare)) return { from, to, platform: { kind, name: `${bare}${behind}` } }
  return { from, to, platform: { kind, name: usual, ...(bare && { bare: `${bare}${behind}` }) } }
}

/** The names that stand before a named account, in their order. */
function alsoNamed(before: string): string[] {
  const names: string[] = []
  let rest = before.replace(quotedBefore, '')
  for (let found; (found = namedBefore.exec(rest)) && names.length < 5;) {
    names.unshift(found[1] ?? '')
    rest = rest.slice(0, found.index)
  }
  return names
}

const joiner = /^[^，。；\d]{0,3}(?:[、和及与或/]|以及)[^，。；\d]{0,14}$/
const others =
  /^[^，。；\d、和及与]{0,4}(?:(?:[、和及与][^，。；\d、]{2,8}){1,5}等?|等)(?:多种|多个|各类|线上|线下){0,2}(?:渠道|平台|载体|媒介|途径|方式|媒体)/
/** Those of several offices: 各乡镇网站, 所属单位公众号. */
const ofOthers =
  /(?:各(?:乡镇|部门|单位|街道|科室|级|地|县|区|局)|所属|下属|基层|上级|中央|国家)[^，。；、]{0,8}$/
const listedBefore =
  /[\u4e00-\u9fa5”"」》][、]$|(?:网|报|栏|屏|台|端|媒体|大厅|窗口|微信群|电视)[”"」》]?、[^，。；、]{0,8}$/
/** An office before the kind of its account: 县融媒体中心视频号. */
const officeEnd = /[\u4e00-\u9fa5]{2}(?:[局委厅院所队]|中心|公司|集团)$/
/** Names before the last: “甲”、乙局“丙”公众号. */
const namedBefore = /[“"「]([^“”"「」]{1,20})[”"」](?:[、和及与][^，。；、“”"「」]{0,10})?$/

/** The platforms named last in a stretch, undefined where there are none. */
export function ownersIn(stretch: string): Owners | undefined {
  const all = Array.from(stretch.matchAll(anyPlatform)).flatMap(
    (match) => mentionAt(stretch, match) ?? []
  )
  const where = all.filter(({ published }) => !published)
  const mentions = where.length > 0 ? where : all
  const last = mentions.at(-1)
  if (!last) return undefined
  let first = mentions.length - 1
  while (first > 0 && joiner.test(between(stretch, mentions[first - 1], mentions[first]))) first--
  const group = mentions.slice(first)
  const [{ from, also = [] } = last] = group
  const unnamed = stretch
    .slice(Math.max(0, from - near), from)
    .replace(/[“"「《][^“”"「」《》]{1,20}[”"」》]$/, '')
  const before = also.reduce((rest) => rest.replace(namedBefore, ''), unnamed)
  return {
    all: unlike(
      group.flatMap(({ platform, also = [] }) => [
        ...also.map((name) => ({ kind: platform.kind, name: name + behindName(platform.kind) })),
        platform
      ])
    ),
    amongOthers:
      ofOthers.test(before) ||
      others.test(stretch.slice(last.to, last.to + 2 * near)) ||
      listedBefore.test(before)
  }
}

/** 12条信息通过公众号推送; 发布信息12条，均可在网站检索: a platform named behind the number. */
const namedBehind =
  /^(?:[\u4e00-\u9fa5]{1,8}?(?:通过|经|在|由)|(?:[，,][^，。；]{0,20}){0,2}?[，,](?:均|全部|都)可?(?:通过|在|于))([^，。；\d]{2,40})/

/** Whether a platform is an account, and no web site. */
export const isAccount = ({ kind }: Platform): boolean =>
  channelKindOf(kind).figures.includes('account')

/** The accounts of a group that have a name of their own. */
export const accountsNamed = (owners: Owners | undefined): readonly Platform[] =>
  owners?.all.filter((one) => isAccount(one) && !isUsual(one.name)) ?? []

/**
 * Accounts without a name, behind others that have one: the same account, or one of another kind that
 * is called like them. “甲”微博推送12条，微信推送8条.
 */
export function calledLike(
  owners: Owners | undefined,
  known: readonly Platform[]
): Owners | undefined {
  const stems = new Set(known.map(({ kind, name }) => name.slice(0, -behindName(kind).length)))
  const [stem, ...others] = stems
  if (!owners || stem === undefined) return owners
  const all = owners.all.map((one): Platform => {
    if (!isAccount(one) || !isUsual(one.name) || one.bare) return one
    const same = known.filter(({ kind }) => kind === one.kind)
    if (same.length > 0) return same.length === 1 ? (same[0] ?? one) : one
    return others.length === 0 ? { kind: one.kind, name: stem + behindName(one.kind) } : one
  })
  return { ...owners, all }
}

/** The platforms that are named behind a number, and only there. */
export const ownersBehind = (rest: string): Owners | undefined =>
  ownersIn(namedBehind.exec(rest)?.[1] ?? '')

const between = (text: string, a: Mention | undefined, b: Mention | undefined): string =>
  a && b ? text.slice(a.to, b.from) : ''

/** Each kind once; “甲”微博、微信公众号 share the name. */
function unlike(group: readonly Platform[]): Platform[] {
  const shared = group[0] && !isUsual(group[0].name) ? group[0] : undefined
  const stem = shared?.name.slice(0, -behindName(shared.kind).length)
  const named = group.map((platform): Platform =>
    stem && group.length > 1 && isUsual(platform.name) && !platform.bare
      ? { kind: platform.kind, name: stem + behindName(platform.kind) }
      : platform
  )
  return named.filter((one, i) => named.findIndex(({ name }) => name === one.name) === i)
}

/** What prose writes behind the name of a platform of this kind. */
export const behindName = (kind: ChannelKind): string =>
  proseKinds.find((known) => known.kind === kind)?.behind ?? ''
