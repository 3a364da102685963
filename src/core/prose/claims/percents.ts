/** Percentages behind the figures of prose: 9件（64.3%）, 14件，同比增长16.7%. */

/** A percentage as printed. */
export interface Percent {
  readonly value: number
  readonly decimals: number
  /** What the share is said to be of, where it is said: 申请总数. */
  readonly of?: string
}

const percentage = '(\\d+)(?:\\.(\\d+))?\\s*%'
const share = new RegExp(
  `^\\s*(?:[（(，,]\\s*约?占比?(?!分别)([^，。；、\\d（(）)]{0,12}?)[为是达]?|[（(])\\s*${percentage}`
)
const growth = new RegExp(
  `^\\s*[，,（(、]\\s*(?:同比|[较比](?:上一?|去|(?:19|20)\\d\\d)年(?:度|同期)?)(?:同期)?(增长|增加|上升|提高|下降|减少|降低)了?\\s*${percentage}`
)

/** The share or the change that stands right behind a figure. */
export function percents(after: string): { readonly share?: Percent; readonly growth?: Percent } {
  const stated = share.exec(after)
  const change = stated ? null : growth.exec(after)
  return {
    ...(stated && {
      share: { ...percentOf(stated[2], stated[3]), ...(stated[1] && { of: stated[1] }) }
    }),
    ...(change && { growth: percentOf(change[2], change[3], /[下减降]/.test(change[1] ?? '')) })
  }
}

const percentOf = (whole = '', decimals = '', fell = false): Percent => ({
  value: Number(`${fell ? '-' : ''}${whole}.${decimals || '0'}`),
  decimals: decimals.length
})
