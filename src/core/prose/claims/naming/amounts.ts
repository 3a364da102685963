import { halfWidth, integerOf, numeralAt, type Exact } from '../../../numbers/numeral.ts'

/** How far a stated figure may be from the exact one: 约20, 20余, 超20, 近20, 不足20. */
export type Rounding = '约' | '余' | '超' | '近' | '不足'

/** A number of prose with its measure word: 约1.2万件, 20余件, 5.07万元. Offsets are into its text. */
export interface ClaimAmount {
  readonly value: number
  /** Where the number ends, and where its measure word does. */
  readonly numberTo: number
  readonly to: number
  /** The measure word, with its 万; empty where only a share stands behind it (7，占4.6%). */
  readonly unit: string
  readonly qualifier?: Rounding
}

const measure = /^\s{0,3}([件宗起条份例个部元次])(?!次)/
const shareBehind = /^\s{0,3}[，,（(]\s{0,3}(?:约?占|\d{1,3}(?:\.\d{1,3})?\s?%)/
const roughly: Readonly<Record<string, Rounding>> = {
  约: '约',
  大约: '约',
  左右: '约',
  上下: '约',
  近: '近',
  将近: '近',
  接近: '近',
  超: '超',
  超过: '超',
  逾: '超',
  突破: '超',
  以上: '超',
  余: '余',
  多: '余',
  不足: '不足',
  不到: '不足'
}
const before = /(大约|约|将近|接近|近|超过|超|逾|突破|不足|不到)\s{0,3}$/
const behind = /^\s{0,3}(余|多|左右|上下|以上)/
/** 百余件. */
const hundreds = /^([百千万])[余多]([件宗起条份])/
const either = /^[一二三四五六七八九]{2}[十百千万余件宗起条份]/
/** An ordinal, the end of a span, a change. */
/** No measure word, and nothing that is not counted either: 收到申请56，办结57. */
const alone = /^\s{0,2}(?:[，。；、）),;]|$)/
const countedAlone = /[\u4e00-\u9fa5]\s?$/
const notAlone = /^(?:19|20)\d\d(?!\d)|^\d{6}|^[^\d零]/
const noFigure =
  /(?:第|至少|最多|\d[-—－~～]|(?:增加|减少|增长|下降|上升|提高|净增|少|多)了?)\s{0,3}$/

/** The number that begins at `from`, where it counts something; `plain` is the text from there on. */
export function amountAt(text: string, from: number): ClaimAmount | undefined {
  const round = hundreds.exec(text.slice(from, from + 6))
  if (round) {
    const [words, power = '', unit = ''] = round
    const value = { 百: 100, 千: 1000, 万: 10_000 }[power] ?? 0
    return { value, numberTo: from + 2, to: from + words.length, unit, qualifier: '余' }
  }
  const near = text.slice(from, from + 70)
  const plain = halfWidth(near)
  const numeral = numeralAt(plain, 0)
  // 五六十件 is of either.
  if (!numeral || either.test(plain)) return undefined
  const numberTo = from + numeral.to
  const after = plain.slice(numeral.to)
  const unit = measure.exec(after)
  const lead = text.slice(Math.max(0, from - 5), from)
  const isAlone = alone.test(after) && countedAlone.test(lead) && !notAlone.test(plain)
  if (!unit && !shareBehind.test(after) && !isAlone) return undefined
  const value = valueOf(numeral.value, unit?.[1] === '元')
  if (value === undefined || noFigure.test(lead)) return undefined
  const to = numberTo + (unit?.[0].length ?? 0)
  const word = before.exec(lead)?.[1] ?? numeral.more ?? behind.exec(text.slice(to, to + 6))?.[1]
  const qualifier = word === undefined ? undefined : roughly[word]
  const scale = /[万亿]/.exec(plain.slice(0, numeral.to))?.[0] ?? ''
  return { value, numberTo, to, unit: scale + (unit?.[1] ?? ''), ...(qualifier && { qualifier }) }
}

/** Where a word that begins here and holds a number ends, should it be none that counts. */
export function numeralEnd(text: string, from: number): number {
  const plain = halfWidth(text.slice(from, from + 70))
  return from + (numeralAt(plain, 0)?.to ?? (/^\d+/.exec(plain)?.[0].length || 1))
}

/** A count is whole; money may have its 角 and 分. */
function valueOf(exact: Exact, money: boolean): number | undefined {
  const value = integerOf(exact)
  if (typeof value === 'number') return value
  return money && value === 'fraction' ? Number(exact.digits) / 10 ** exact.scale : undefined
}
