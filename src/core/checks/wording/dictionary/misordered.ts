import { each, type Spotter } from '../../../findings/spotting.ts'
import { toldAs, type WrongWord } from './slip.ts'

/** `right` is made of the groups of the pattern. */
interface Kind {
  readonly pattern: RegExp
  readonly right: (first: string, second: string) => string
}

/** What is counted by the year, and after which 年度 is no word of its own: 2025年度征集 and no more. */
const yearly = '征集|申报|评选|考核|招标|采购|收入|预算|决算|培训|计划|检查|评估|普查|审计|表彰'

/** Numbers in the wrong order with their words, or with a character of them missing or doubled. */
const kinds: readonly Kind[] = [
  {
    pattern: new RegExp(
      `(?<![\\d.])((?:19|20)\\d{2})(${yearly})年度(?![报工计总任目评考预决收指数])`,
      'g'
    ),
    right: (year, what) => `${year}年度${what}`
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})度(?=工作|报告|计划|预算|决算|考核|总结|目标|政府|政务)/g,
    right: (year) => `${year}年度`
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})年年(?=\d|政府|全市|全县|全区|全年|共|以来)/g,
    right: (year) => `${year}年`
  },
  {
    pattern: /(?<![\d.])(\d{1,2})月分(?=[，。；、]?(?:共|全|发|组|召|开展|公|收|为|起|以来|完))/g,
    right: (month) => `${month}月份`
  }
]

/** A look for each kind. */
export const misordered: readonly Spotter<WrongWord>[] = kinds.map(({ pattern, right }) =>
  each(pattern, (match) => {
    const [found, first = '', second = ''] = match
    return toldAs(found, { rights: [right(first, second)] }, match)
  })
)
