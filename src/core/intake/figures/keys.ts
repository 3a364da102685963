import {
  anyPlatform,
  clauseEnd,
  comparison,
  grownTo,
  opening,
  otherMatter,
  published
} from './words.ts'
import { counted, type Counted } from './counted.ts'

/** What a number of the prose counts. */

/** The last word is a platform, whose accounts the number counts: 微博2个. */
export const endsWithPlatform = new RegExp(`(?:${anyPlatform.source})(?:账号)?$`, 'i')

/** 发布甲289条、乙2636条: the verb stands before the first alone. */
const continued = /^(?:[、，和及（：]?(?:其中|含|包括)[，：]?|[、，和及（：])[^，。；]{2,30}$/

/** What a number counts, and whose such a figure is. */
export interface Key extends Pick<Counted, 'key' | 'of'> {
  /** A part of what was counted before, which has no place of its own: 解读46篇，其中图文解读21篇. */
  readonly part?: true
}
const ofWork: ReadonlySet<string | undefined> = new Set(['readings', 'readingCharts'])

export const posts: Key = { key: 'posts', of: 'platform' }
const msgsDone: Key = { key: 'msgsDone', of: 'platform' }

/** What a number counts: by the words before it, its measure word, and what stands behind it. */
export function keyOf(
  gap: string,
  measure: string,
  behind: string,
  last: Key | undefined
): Key | undefined {
  const before = shortened(gap)
  const clause = before.split(clauseEnd).at(-1) ?? ''
  if (
    ofWork.has(last?.key) &&
    (/^[，,]?[（(]?其中/.test(gap) || (last?.part && /^[、和]/.test(gap)))
  )
    return last && { ...last, part: true }
  if (grownTo.test(gap)) return last?.key === 'posts' ? undefined : last
  const one = (place: 'before' | 'behind', words: string): Counted | undefined =>
    counted.find(
      ({ [place]: pattern, measures, unless }) =>
        measures.test(measure) && pattern.test(words) && !unless?.test(clause)
    )
  const special = one('before', before)
  // 8个便民主题: the number counts what stands behind it.
  const things =
    /^[个]$/.test(measure) &&
    /^[\u4e00-\u9fa5]/.test(behind) &&
    !/^(?:左右|以上|[增减升降整精压合])/.test(behind)
  // 制作图解21幅, but 动态197条（图解32条）.
  const charts = special?.key === 'readingCharts' && !published.test(clause)
  // 发布信息86条，其中分析18篇、解读6篇: a part of what was published.
  if (last?.key === 'posts' && ofWork.has(special?.key) && /^(?:[、和]|，?其中)/.test(gap))
    return posts
  if (special && !things && !charts) return special
  const named = measure === '' ? undefined : one('behind', behind)
  if (named) return named
  if (special && !charts) return undefined
  // 净增粉丝1200人，总数达到1.8万人.
  if (last?.key === 'followersNew' && /^[，,](?:现有)?总(?:人?数|量)(?:达到?|为)?$/.test(gap))
    return { key: 'followersEnd', of: 'platform' }
  // 推送326期、共1120条.
  if (/^[期次]$/.test(measure) && published.test(before)) return { ...posts, part: true }
  if (last?.key === 'posts' && last.part && /^[、，,（(]?(?:共|合计|累计)?$/.test(gap)) return posts
  // 收到留言40条，办结38条.
  if (last?.key === 'msgsIn' && /^[，、,](?:全部|已|均|按期|及时)*(?:办结|答复|回复)$/.test(gap))
    return /^[条件个次]$/.test(measure) ? msgsDone : undefined
  if (!/^[条篇则]$/.test(measure) && !(measure === '个' && /作品$/.test(gap))) return undefined
  if (otherMatter.test(clause.replace(opening, ''))) return undefined
  if (published.test(before) && !otherMatter.test(before.replace(/^.*[，,]/, ''))) return posts
  // 发布政策解读8篇、图解5篇.
  const goesOn = last?.key === 'posts' || last?.key === 'readings'
  return goesOn && continued.test(gap) ? posts : undefined
}

/** The words before a number, as far as they bear on it, without the titles of documents. */
const shortened = (gap: string): string =>
  gap
    .replace(comparison, '')
    .replace(/《[^《》]{0,100}?([^《》]{0,4})》/g, '《$1》')
    .slice(-60)
