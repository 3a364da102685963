import type { FigureReading } from '../../platforms/figure.ts'
import { metricKindOf } from '../../platforms/kinds.ts'
import type { NamedFigure } from './accounts.ts'
import type { Key } from './keys.ts'
import { isAccount, ownersIn, theOffice, type Owners } from './platforms.ts'
import {
  anyPlatform,
  clauseEnd,
  closing,
  column,
  everythingPattern,
  opening,
  published,
  summed,
  type Span
} from './words.ts'

/** What is proposed of a number, once it is known what it counts: whose figure, by which name. */

/** What a site calls otherwise: who registers follows an account, and its pages are read. */
const ofAccounts: Readonly<Record<string, string>> = { users: 'followersEnd', pv: 'views' }

/** A number with what its sentence says of it. */
interface Context {
  /** The words between the number before and this. */
  readonly gap: string
  readonly measure: string
  /** It is one of the parts that a clause lists. */
  readonly ofPart: boolean
  readonly owners: Owners | undefined
  readonly span: Span
  readonly reading: Extract<FigureReading, { kind: 'figure' }>
}

type Unplaced = Omit<NamedFigure, 'quote' | 'from' | 'to'>

/** The figures that a number is: none, one, or one of each account that it counts together. */
export function proposals({ key, of }: Key, context: Context): Unplaced[] {
  const { gap, measure, ofPart, owners, span, reading } = context
  const { value, qualifier, shown } = reading
  const words = wordsOf(gap)
  const [platform, ...others] = owners?.amongOthers ? [] : (owners?.all ?? [])
  // A kind of posts that is not all of them keeps its own name: 全市科技动态信息.
  const part = ofPart && words !== '' && !ownersIn(gap)
  const all =
    !part && (everythingPattern.test(words) || (summed.test(words) && published.test(gap)))
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
    const kind =
      key === 'posts' && !owners
        ? /等((?:(?!领域|方面|公开)[^，、等]){3,14})$/.exec(words)?.[1]
        : undefined
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
  const behind = (mention ? clause.slice(mention.index + mention[0].length) : clause).replace(
    /^[”"」》]/,
    ''
  )
  // What a column of the site has is a part: “政务公开”专栏发布信息12条.
  const [whole = '', marked = '', plain = '', kind = '', said = ''] = column.exec(behind) ?? []
  const name = said.replace(closing, '')
  if (whole) return everythingPattern.test(name) ? `${marked}${plain}${kind}信息` : name
  return behind
    .replace(/^(?:[“"「《][^“”"「」《》]{1,20}[”"」》]|平台|账号|上(?![传线载])|中)+/, '')
    .replace(opening, '')
    .replace(closing, '')
    .replace(/的$/, '')
    .replace(/^.{0,30}(?:发布|推送|刊发|刊登|上传)(?=.)(?![类会情])/, '')
    .trim()
}
