import { doubledWords } from './doubled-words.ts'
import { each, type Spotter } from '../../findings/spotting.ts'
import { slips } from './dictionary/dictionary.ts'
import type { WrongWord } from './dictionary/slip.ts'

/** Wrong, doubled and missing characters of the prose. */

/** A character that was typed twice, and where two of it are right. */
const doubledCharacters: readonly {
  readonly char: string
  readonly notAfter: string
  readonly notBefore: string
}[] = [
  { char: '的', notAfter: '目|标|之|打|无|中|有|众矢之|鹄', notBefore: '确|士|卢' },
  {
    char: '和',
    notAfter: '祥|温|缓|平|共|谦|饱|随|柔|调|总|暖|亲|讲|应|附',
    notBefore: '气|睦|美|谐|平|解'
  },
  {
    char: '了',
    notAfter: '不|终|于|算|直|明|未|为|聊|没|草|罢|小',
    notBefore: '解|结|断|之|却|事|然|望|无'
  },
  {
    char: '开',
    notAfter: '',
    notBefore:
      '展|放|通|设|启|始|发|辟|门|庭|工|局|源|会|创|具|办|支|拓|盘|列|票|口|车|户|业|学|幕|标|奖|采|垦|心|朗|国'
  },
  { char: '与', notAfter: '参|给|赠|授|付|赋|施|干', notBefore: '' },
  { char: '在', notAfter: '存|现|所|实|内|潜|正|旨|外|好|自|还|都|是|仍', notBefore: '线|于|意' },
  { char: '被', notAfter: '棉|植', notBefore: '子' },
  { char: '或', notAfter: '抑|即', notBefore: '许' },
  {
    char: '是',
    notAfter: '凡|还|就|不|但|只|总|于|可|要|若|乃|正|老|倒|都|也|说|算|更|便|实事求',
    notBefore: '非|否'
  }
]

/** Words of two characters that are said twice on purpose: 研究研究. */
const saidTwice: ReadonlySet<string> = new Set(
  '哔哩 研究 讨论 商量 考虑 学习 调整 整理 了解 休息 交流 非常 许多 很多 大家 轮流 点滴 谢谢 逐步 慢慢 常常 时时 处处 人人'.split(
    ' '
  )
)

const twice = new RegExp(
  doubledCharacters
    .map(({ char, notAfter, notBefore }) =>
      [notAfter ? `(?<!${notAfter})` : '', char + char, notBefore ? `(?!${notBefore})` : ''].join(
        ''
      )
    )
    .join('|'),
  'g'
)

/** 审核审核流程. 一个一个 and 研究研究 are meant so, and 申请申请人, 规范规范性文件 are two words. */
const word = /([\u4e00-\u9fa5]{2,6})\1(?!人|表|书|员|者|率|费|量|日|法|权|性|后|前)/g

/** 政府信信息公开 is told once, as the term that it is a slip of. */
const inWords: Spotter<WrongWord> = (text) => {
  const told = slips.flatMap((look) => look(text))
  return doubledWords(text).filter(
    (one) => !told.some(({ from, to }) => from < one.to && one.from < to)
  )
}

export const typos: readonly Spotter<WrongWord>[] = [
  ...slips,
  inWords,
  each(twice, ([found]) => ({ problem: 'word', found, meant: found.slice(0, 1) })),
  each(word, ([found, once = '']) =>
    /^[一逐]/.test(once) || saidTwice.has(once) || new Set(once).size === 1
      ? undefined
      : { problem: 'word', found, perhaps: once }
  )
]
