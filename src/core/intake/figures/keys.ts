import {
  anyPlatform,
  clauseEnd,
  counted,
  grownFrom,
  grownTo,
  noWhole,
  opening,
  otherMatter,
  published
} from './words.ts'

/** What a number of the prose counts, and whether it counts the whole of it. */

/** The last word is a platform, whose accounts the number counts: 微博2个. */
export const endsWithPlatform = new RegExp(`(?:${anyPlatform.source})(?:账号)?$`, 'i')

/** Whether a number is an average, a change, or the one that another grew from. */
export const isNoWhole = (gap: string): boolean => {
  const clause = gap.slice(-60).split(clauseEnd).at(-1) ?? ''
  return noWhole.test(clause) || (grownFrom.test(clause) && !grownTo.test(clause))
}

/** 发布甲289条、乙2636条: the verb stands before the first alone. */
const continued = /^(?:[、,，和及（(]|其中)[^，。；]{2,30}$/

/** What a number counts: by the words before it, its measure word, and what stands behind it. */
export function keyOf(
  gap: string,
  measure: string,
  behind: string,
  last: string | undefined
): string | undefined {
  const before = gap.slice(-60)
  const clause = before.split(clauseEnd).at(-1) ?? ''
  if (grownTo.test(gap)) return last === 'posts' ? undefined : last
  const special = counted.find(
    ([, words, measures]) => words.test(before) && measures.test(measure)
  )
  // 8个便民主题: the number counts what stands behind it.
  const things =
    /^[个]$/.test(measure) && /^[\u4e00-\u9fa5]/.test(behind) && !/^(?:左右|以上)/.test(behind)
  if (special) return things ? undefined : special[0]
  // 收到留言40条，办结38条.
  if (last === 'msgsIn' && /^[，、,](?:全部|已|均|按期|及时)*(?:办结|答复|回复)$/.test(gap))
    return /^[条件个次]$/.test(measure) ? 'msgsDone' : undefined
  if (!/^[条篇则]$/.test(measure) && !(measure === '个' && /作品$/.test(gap))) return undefined
  if (otherMatter.test(clause.replace(opening, ''))) return undefined
  if (published.test(before) && !otherMatter.test(before.replace(/^.*[，,]/, ''))) return 'posts'
  return last === 'posts' && continued.test(gap) ? 'posts' : undefined
}
