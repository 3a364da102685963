import { startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { byPiece } from '../../prose/pieces.ts'
import { each, before, type Spotter, type Spotted } from '../../findings/spotting.ts'

/** A number without its measure word, a measure word without its number, an address cut short. */

/** A number without its measure word, or a measure word without its number. */
export interface CutFigure {
  readonly problem: 'noUnit' | 'noNumber'
  readonly found: string
}

/** An address of mail without its @. */
export interface CutAddress {
  readonly problem: 'mail'
  readonly found: string
}

/** What offices count, right before a number: 公开信息 260. */
const counted =
  '信息|申请|文件|公文|留言|建议|提案|粉丝|关注|用户|公告|动态|图解|解读|视频|短视频|年报|稿件|预决算|简报|' +
  '予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|自然人|法人|其他组织|办结|答复|结转|新收|收到|受理|' +
  '行政复议|行政诉讼|行政许可|行政处罚|行政强制|发布|公布|推送|制发|废止|举办|召开|开展|发布会|座谈会|培训|访谈|稿件|诉求'
/** A number that stands at a mark right behind: nothing says what it counts. */
const bareNumber = new RegExp(
  `(?:${counted})(?:总数|总量|共计|共|达|约|近|超|为|了)?[ \\u3000]*(\\d+(?:\\.\\d+)?[万亿]?[余多]?)(?=\\s*(?:[，。；、）)]|$))`,
  'gm'
)
/** 260余 counts something, whatever stands before it. */
const bareMore =
  /(?<![\d.])(\d{1,9}(?:\.\d{1,4})? *(?:[万亿]余|余[万亿]?))(?=\s*(?:[，。；、）)]|$))/gm
/** The unit is said once for all, or the numbers are none of things. */
const saidOnce =
  /分别|依次|单位[：:]|比例|之比|编号|代码|电话|邮编|第\s*$|\d\s*[件条篇次个][（(][^）)]*$/

/** 粉丝 61.5 万: of people a round number says enough. */
const roundOfPeople = /(?:粉丝|用户|关注)\D{0,20}\d{1,12}(?:\.\d+)?[万亿]余?$/

/** Measure words with the words that end in the same character. */
const measures: Readonly<Record<string, string>> = {
  条: '头|信|线|面|链|教|柳|逐|几|多|数|每|各|这|该|第|一|两|戒|便|发|萧|枝|油|收|萝|荐',
  件: '文|邮|案|条|事|稿|软|硬|证|附|信|元|零|部|要|急|来|收|构|组|插|办|逐|整|每|单|函|原|复印|批|挂|配|密|抄|投|逐|几|多|一|两|各|该|这|固|退|转|交|快|器|申请|留言|信访|投诉|举报|诉求|办结',
  篇: '长|短|一|首|开|通|全|每|逐|几|多|两|各',
  次: '层|档|批|名|场|班|频|人|多|首|再|逐|本|此|每|依|其|历|两|几|初|数|上|车|架|轮|梯|页|期|一|下|这|该|各|主|座|版|户|屡|席|造|渐|序'
}
const unitAlone = new RegExp(
  Object.entries(measures)
    .map(
      ([unit, fine]) =>
        `(?<=[\\u4e00-\\u9fa5])(?<!${fine}|[零〇一二三四五六七八九十百千万亿两余])${unit}(?=[、，；。）)])`
    )
    .join('|'),
  'g'
)

const blank = '[ \\t\\u3000]'
const measure = '条|件|篇|次|个|份|期|场|人次|人|起|宗|元|家|项|处|[%％]|万[元条次人]'
/** 信息  条, 申请（）件: the number was left out, and its room is there. */
const room = new RegExp(
  `(?<=[\\u4e00-\\u9fa5])(?:${blank}{1,20}(?=(?:${measure})[，。；、）]|(?:${measure})$)|[（(]${blank}{0,20}[）)]${blank}{0,3}(?=(?:${measure})[，。；、]|(?:${measure})$))(?:${measure})`,
  'gm'
)

/** What is counted, with the measure word that makes no other word with it: 信息条, 发布会场. */
const countedIn: readonly (readonly [nouns: string, unit: string])[] = [
  ['信息|动态|公告|留言|资讯|推文|图解', '条'],
  ['解读|稿件|文章|推文|图解', '篇'],
  ['监督检查|专项检查|抽查|演练|座谈|巡查|督查|通报|访谈|业务培训|专题培训', '次'],
  ['新闻发布会|座谈会|听证会|宣讲', '场'],
  ['简报|公报|访谈|培训班|月刊|专刊', '期'],
  ['账号|专区|公众号', '个'],
  ['处理费|费用', '元']
]
/** The noun and its measure word, with a verb before them and nothing between that could count. */
const unnumbered = new RegExp(
  `(?:公开|发布|推送|更新|收到|召开|举办|组织|开展|编发|出版|关停|注销|收取|制作|处理|办理)[^，。；、\\d一二两三四五六七八九十几数每各逐{}]{0,10}?(?<!每|各|逐)(?:${countedIn
    .map(([nouns, unit]) => `(?:${nouns})${unit}`)
    .join(
      '|'
    )})(?=[，。；]|$)|(?:收到|新收|受理)[^，。；、\\d]{0,10}申请件(?=，(?:均|其中|全部|已|办结|同比|较|比))`,
  'gm'
)
/** 答复率为%, 同比增长%, 访问量达万次. */
const noFigure =
  /[\u4e00-\u9fa5]{0,4}(?:率[为达]?|增长|下降|占比?为?|提高)[ \t\u3000]{0,20}[%％](?=[，。；）]|$)|[\u4e00-\u9fa5]{0,3}量[为达]?[ \t\u3000]{0,20}万[次人条](?=[，。；）]|$)/gm

/** Whether the list around a place counts in the same measure: 资质条、许可76条. */
function listsOthers(match: RegExpExecArray): boolean {
  const { 0: unit, index, input } = match
  const from = startOf(input, index, '。；\n')
  const clause = input.slice(startOf(input, index, '，。；\n'), index)
  const mark = input.charAt(index + 1)
  const behind = input.slice(index + 2, index + 30)
  const next = new RegExp(`^[^，。；、\\d]{0,12}\\d+\\s*${unit}`)
  const last = new RegExp(`\\d\\s*${unit}[、，][^，。；、\\d]{0,12}$`)
  if (mark === '、' && next.test(behind)) return true
  if (last.test(input.slice(from, index))) return true
  return (
    new RegExp(`(?:共|合计|总计|累计|全年)[^，。；、\\d]{1,14}$`).test(input.slice(from, index)) &&
    !/每|逐|各/.test(clause)
  )
}

/** An address of mail that lost its @: 邮箱abc163.com. */
const mail =
  /(?:邮箱|电子邮件|邮件地址|E-?mail)(?:地址)?[:：为是]?\s{0,3}(?!www\.|https?:)([A-Za-z0-9][\w.#*-]{0,40}\.(?:com|cn|net|org))(?![@\w.])/gi

/** The last words before a place, without figures. */
const wordsBefore = (text: string, at: number): string =>
  /[\u4e00-\u9fa5]{0,6}$/.exec(text.slice(Math.max(0, at - 6), at))?.[0] ?? ''

const spot = (from: number, words: string, params: CutFigure): Spotted<CutFigure> => ({
  from,
  to: from + words.length,
  params
})

const numbers: Spotter<CutFigure> = (source) => {
  const text = plainFigures(source)
  const found = new Map<number, Spotted<CutFigure>>()
  for (const pattern of [bareNumber, bareMore]) {
    for (const match of text.matchAll(pattern)) {
      const [words, figure = ''] = match
      const at = match.index + words.length - figure.length
      if (
        found.has(at) ||
        /^(?:19|20)\d\d$/.test(figure) ||
        saidOnce.test(before(match) + words) ||
        roundOfPeople.test(words)
      )
        continue
      found.set(at, spot(match.index, words, { problem: 'noUnit', found: words }))
    }
  }
  return [...found.values()]
}

const units: Spotter<CutFigure> = (source) => {
  const text = plainFigures(source)
  const found = [
    ...Array.from(text.matchAll(unitAlone)).flatMap((match): Spotted<CutFigure>[] => {
      if (!listsOthers(match)) return []
      const words = wordsBefore(text, match.index) + match[0]
      return [spot(match.index + 1 - words.length, words, { problem: 'noNumber', found: words })]
    }),
    ...Array.from(text.matchAll(room)).map((match): Spotted<CutFigure> => {
      const named = wordsBefore(text, match.index)
      const words = named + match[0]
      return spot(match.index - named.length, words, {
        problem: 'noNumber',
        found: words.replace(/[\s（()）]+/g, '')
      })
    }),
    ...[unnumbered, noFigure].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ 0: words, index }) =>
        spot(index, words, { problem: 'noNumber', found: words.replace(/\s+/g, '') })
      )
    )
  ]
  // One place is told of once.
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, i, all) => from >= (all[i - 1]?.to ?? 0))
}

export const cutFigures: readonly Spotter<CutFigure>[] = [byPiece(numbers), byPiece(units)]
export const cutAddresses: readonly Spotter<CutAddress>[] = [
  each(mail, ([, address = '']) => ({ problem: 'mail', found: address }))
]
