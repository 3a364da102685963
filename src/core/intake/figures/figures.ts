import { readFigure } from '../../platforms/figure.ts'
import { metricKindOf } from '../../platforms/kinds.ts'
import { channelKindOf } from '../../report/channel-kinds.ts'
import { halfWidth } from '../../numbers/numeral.ts'
import { distinctFigures, named, type NamedFigure } from './accounts.ts'
import { endsWithPlatform, isNoWhole, keyOf, type Key } from './keys.ts'
import type { FoundFigure } from './found-figure.ts'
import { ownersIn, theOffice, type Owners, type Platform } from './platforms.ts'
import {
  anyPlatform,
  clauseEnd,
  closing,
  everythingPattern,
  opening,
  otherMedia,
  published,
  spanAfter,
  summed,
  type Span
} from './words.ts'

/**
 * Figures of platforms in the prose of section 一 (公众号推送190余条), as proposals for the metrics
 * of a report. A figure is a number with a measure word in a clause that says what was counted; the
 * platform is the last one named before it.
 */

type Place = Pick<FoundFigure, 'quote' | 'from' | 'to'>

/** The figures that a text states of its year; without the year, those of other years too. */
export function figuresOf(text: string, year?: number): FoundFigure[] {
  const found = Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: typed, index }) =>
    inParagraph(typed, index, year)
  )
  return distinctFigures(named(found)).map(
    ({ words: _words, platform: { kind, name }, ...figure }) => ({
      ...figure,
      platform: { kind, name }
    })
  )
}

/** The number with the words that say how exact it is, and its measure word. */
const number =
  /((?:大约|约|将近|接近|近|超过|突破|超|逾|不足)?\s{0,3})(\d[\d,.]*\s{0,3}(?:[余多])?\s{0,3}[千百]?[万亿]?\s{0,3}(?:[余多])?|(?<![第每逐同统唯进])[一二两三四五六七八九十百千万零〇]{1,9}[余多]?)\s{0,3}(人次|场次|[条篇则个人名位户次场期件部项份册轮班家](?![月年]))?/g
const rounding: Readonly<Record<string, string>> = { 突破: '超', 不足: '近', 接近: '近' }
const sentences = /[^。；！？;]+/g

/** A new sentence goes on about the platform of the one before if it opens like this. */
const goesOn =
  /^\s{0,3}(?:其中|同时|截至|累计|全年|本年|年内|共|访问|在线|粉丝|关注|用户|推送|发布(?!政策解读|解读|新闻)|另|平均|开展直播|举办直播|观看|原创|阅读|点赞|直播|播放|留言)/

function inParagraph(typed: string, offset: number, year: number | undefined): NamedFigure[] {
  const found: NamedFigure[] = []
  let owners: Owners | undefined
  // The figures in the title of a document count nothing.
  const plain = halfWidth(typed).replace(/《[^《》]{0,100}》/g, (title) =>
    title.replace(/\d/g, '#')
  )
  for (const { 0: sentence, index } of plain.matchAll(sentences)) {
    if (!goesOn.test(sentence)) owners = undefined
    const at = (from: number, words: string): Place => ({
      quote: quoteAt(typed, index + from),
      from: offset + index + from,
      to: offset + index + from + words.length
    })
    found.push(...closedIn(sentence, at))
    let span: Span
    let last = 0
    let lastKey: Key | undefined
    let accounts = 0
    for (const match of sentence.matchAll(number)) {
      const [whole, about = '', digits = '', measure = ''] = match
      const to = match.index + whole.length
      const behind = sentence.slice(to, to + 16)
      if (/^\+/.test(behind) || (!measure && /^[年月日号%点]/.test(behind))) continue
      const gap = sentence.slice(last, match.index)
      const key = /第\s?$/.test(gap) ? undefined : keyOf(gap, measure, behind, lastKey)
      // 进一步, 一批: in words nearly anything can be a number.
      if (!/^\d/.test(digits) && (!measure || !key)) continue
      last = to
      owners = ownersIn(gap) ?? (otherMedia.test(gap) ? undefined : owners)
      span = spanAfter(gap, span, year)
      const lead = about.trim()
      const around = /^(?:左右|上下|以上)/.exec(behind)?.[0] ?? ''
      const reading = readFigure((rounding[lead] ?? lead) + digits + around)
      lastKey = key
      // 公众号1个、微博2个，全年发布300条: of none of them alone.
      if (measure === '个' && reading.kind === 'figure' && endsWithPlatform.test(gap))
        accounts += reading.value
      if (accounts > 1 && !ownersIn(gap)) owners = undefined
      if (isNoWhole(gap) || span === 'other' || !key || reading.kind !== 'figure') continue
      found.push(
        ...figuresAt(key, { gap, measure, owners, span, reading }).map((figure) => ({
          ...figure,
          ...at(match.index, (about + digits).trimEnd())
        }))
      )
    }
    owners = ownersIn(sentence.slice(last)) ?? owners
  }
  return found
}

const isAccount = ({ kind }: Platform): boolean => channelKindOf(kind).figures.includes('account')

/** What a site calls otherwise: who registers follows an account, and its pages are read. */
const ofAccounts: Readonly<Record<string, string>> = { users: 'followersEnd', pv: 'views' }

interface Context {
  readonly gap: string
  readonly measure: string
  readonly owners: Owners | undefined
  readonly span: Span
  readonly reading: Extract<ReturnType<typeof readFigure>, { kind: 'figure' }>
}

type Unplaced = Omit<NamedFigure, keyof Place>

function figuresAt({ key, of }: Key, context: Context): Unplaced[] {
  const { gap, measure, owners, span, reading } = context
  const { value, qualifier, shown } = reading
  const words = wordsOf(gap)
  const [platform, ...others] = owners?.amongOthers ? [] : (owners?.all ?? [])
  // A kind of posts that is not all of them keeps its own name: 全市科技动态信息.
  const all = everythingPattern.test(words) || (summed.test(words) && published.test(gap))
  const figure = (counts: string, name?: string): Omit<Unplaced, 'platform'> => {
    const kind = metricKindOf(counts)
    const usual = kind?.period ?? 'year'
    const total = span === 'total' && usual === 'year' && counts !== 'followersNew'
    return {
      key: counts,
      name: (name ?? kind?.name ?? '').slice(0, 30),
      period: total ? 'total' : usual,
      unit: measure || (kind?.unit ?? ''),
      words,
      value,
      qualifier,
      shown
    }
  }
  if (of !== 'platform') {
    const single = platform && others.length === 0 ? platform : undefined
    const own =
      of === 'office' ||
      !single ||
      (key === 'readings' ? published.test(gap) && !ownersIn(gap) : isAccount(single))
    return own
      ? [{ ...figure(key), platform: theOffice }]
      : [{ ...(key === 'readings' ? figure('category', words) : figure(key)), platform: single }]
  }
  if (!platform) {
    // 发布“甲”“乙”等通知公告12条: a kind of posts that the office counts by itself.
    const kind = key === 'posts' && !owners ? /等([^，、等]{3,14})$/.exec(words)?.[1] : undefined
    return kind && !all ? [{ ...figure('category', kind), platform: theOffice }] : []
  }
  const counts = isAccount(platform) ? (ofAccounts[key] ?? key) : key
  const stated = key === 'posts' && !all ? figure('category', words) : figure(counts)
  if (others.length === 0) return [{ ...stated, platform }]
  // Of accounts counted together each is known, its own number is not.
  const unknown = { value: null, qualifier: '', shown: '' } as const
  return key === 'followersEnd'
    ? [platform, ...others].map((one) => ({ ...stated, ...unknown, platform: one }))
    : []
}

/** What a number counts, in the words of its clause, without platform, verb and sum. */
function wordsOf(gap: string): string {
  const clause = gap.slice(-60).split(clauseEnd).at(-1) ?? ''
  const mention = Array.from(clause.matchAll(anyPlatform)).at(-1)
  const behind = mention ? clause.slice(mention.index + mention[0].length) : clause
  // What a column of the site has is a part: “政务公开”专栏发布信息12条.
  const column = /^[“"「《]([^“”"「」《》]{1,20})[”"」》](专栏|栏目|板块|专题|专区)/.exec(behind)
  if (column) return `${column[1] ?? ''}${column[2] ?? ''}信息`
  return behind
    .replace(/^(?:[“"「《][^“”"「」《》]{1,20}[”"」》]|平台|账号|上(?![传线载])|中)+/, '')
    .replace(opening, '')
    .replace(closing, '')
    .trim()
}

const shut = /关停|注销|关闭|停更/

/** Accounts that a sentence says were closed. */
function closedIn(sentence: string, at: (from: number, words: string) => Place): NamedFigure[] {
  const platform = shut.test(sentence) ? ownersIn(sentence)?.all.at(-1) : undefined
  if (!platform || !isAccount(platform) || /\d\s?个/.test(sentence)) return []
  const rest = { key: 'posts', name: '', period: 'year', value: null, qualifier: '' } as const
  const from = sentence.search(anyPlatform)
  return [{ ...rest, shown: '', unit: '', words: '', closed: true, platform, ...at(from, '') }]
}

/** The sentence around a number, or what of it stands near. */
function quoteAt(text: string, at: number): string {
  const from = Math.max(0, at - 40)
  const before = text.slice(from, at)
  const begin = from + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1
  const near = text.slice(at, at + 40)
  const stop = /[。；]/.exec(near)
  return text.slice(begin, at + (stop?.index ?? near.length)).trim()
}
