/** Where lines of labels, titles and names should rather end: between words, and after places. */

/** Costs of a line's end, in the unit of `break-lines.ts`. */
const withinWord = 30
const withinPlace = 60
const withinName = 160

/** Names of peoples that no dictionary need know and that stand in the names of places. */
const peoples = [
  '蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉',
  '毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲',
  '门巴|珞巴|基诺'
].join('|')
const people = new RegExp(`(?:${peoples})(?:族|(?=自治))`, 'g')

const placeEnd = /(?:[省市县旗区州盟镇乡局厅]|街道|政府|办公室|委员会)$/
const placeGoesOn = /^[省市县旗区州盟镇乡]/

/** Tells words apart, where the platform can. */
const segmenter =
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter('zh', { granularity: 'word' })
    : undefined

/**
 * What it costs to end a line at an offset of the text, beyond what it costs anyway. With `places`,
 * words are not enough: a line of a unit's name should end after a place or an office.
 */
export function partingCost(text: string, places: boolean): (offset: number) => number {
  const words = segmenter && new Set([...segmenter.segment(text)].map(({ index }) => index))
  const names = [...text.matchAll(people)].map(({ index, 0: { length } }) => [
    index,
    index + length
  ])
  return (offset) => {
    if (names.some(([from = 0, to = 0]) => offset > from && offset < to)) return withinName
    const inWord = words && !words.has(offset) ? withinWord : 0
    if (!places) return inWord
    const ends = placeEnd.test(text.slice(0, offset)) && !placeGoesOn.test(text.slice(offset))
    return inWord + (ends ? 0 : withinPlace)
  }
}
