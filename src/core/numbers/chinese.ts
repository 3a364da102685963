import { exponents, formatMoney, isMoneyUnit, type MoneyUnit } from './money.ts'
import { halfWidth, integerOf, numeralAt, shifted } from './numeral.ts'

/** Numbers of the tables as people type them, and the way back. */

/** How far a figure may be from the exact number: 约30, 30余, 近30, 超30. */
export type Qualifier = '约' | '余' | '多' | '超' | '近'

/**
 * Why a text is no number for its cell: `words`, no number at all or more than one; `fraction`, a
 * count that is not whole; `precision`, money finer than 1 分 (6 decimals of 万元); `range`, beyond
 * what is stored exactly; `unit`, money in a count or a measure word behind money.
 */
export type NumberFault = 'words' | 'fraction' | 'precision' | 'range' | 'unit'

export type NumberReading =
  | {
      readonly kind: 'number'
      /** A count, or money in 分. Negative only where a sign or 减 was typed. */
      readonly value: number
      /** A remark behind the number: 其中修订16件. */
      readonly note?: string
      readonly qualifier?: Qualifier
      /** `+` or `-` as typed: the cell states a change rather than a number (+1036, 减4). */
      readonly sign?: '+' | '-'
      /** The measure word or unit as typed: 件, 人次, 元, 万元. */
      readonly unit?: string
    }
  /** Nothing typed. */
  | { readonly kind: 'blank' }
  /** A stroke or 无: says that there is nothing to state, which is not the number 0. */
  | { readonly kind: 'na' }
  | { readonly kind: 'text'; readonly reason: NumberFault }

export interface NumberOptions {
  /** The cell holds money: the result is in 分. */
  readonly money?: boolean
  /** What a sum without a unit is counted in; the statutory table says 万元. */
  readonly bare?: MoneyUnit
}

/** No cell with a number and its remark is longer. */
const longest = 200
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const nothing = /^(?:[-/\\_~—–―─|*]+|\.{2,}|…+|无|暂无|没有|不涉及|不适用|n\/?a|none|nil)$/i
const bracketed = /^([^([{【〔]*[^([{【〔\s])\s*[([{【〔](.+)[)\]}】〕]$/
const trailing = /^(.*?\S)\s*[,;:、；。]?\s*((?:其中|包括|包含|含).+)$/
const prefix = /^(?:共计|总计|合计|共|计|为)?\s*(大约|约|将近|近|超过|超|逾)?\s*/
const signs = /^(?:([+-])|(减少?|负)|(增加?))\s*/
const qualifiers: Readonly<Record<string, Qualifier>> = {
  大约: '约',
  约: '约',
  将近: '近',
  近: '近',
  超过: '超',
  超: '超',
  逾: '超',
  左右: '约',
  上下: '约',
  以上: '超'
}
const behind =
  /^\s*(?:(亿元|万元|千元|百元|元整|元|(?!左右|上下|以上)[\u4e00-\u9fa5]{1,2})\s*)?(左右|上下|以上)?$/
const measures = new Set(
  '件条个项次份篇期场册人户家名位起宗例部款种类处批页张卷本台套辆间所座条目人次件次篇次户次余次笔'
)
const longMeasures = new Set([
  '人次',
  '件次',
  '户次',
  '次数',
  '条次',
  '万次',
  '个数',
  '件数',
  '平台'
])
const isMeasure = (word: string) =>
  longMeasures.has(word) || (word.length === 1 && measures.has(word))

/**
 * Reads one cell: full-width digits, separators (`1,234` `1 234`), signs, 十二, 1.2万, 0件,
 * 22（其中修订16件）, and for money 5.07, 5.07万元, 251000.50元. Never throws, never rounds.
 */
export function parseNumber(text: string, options: NumberOptions = {}): NumberReading {
  const typed = text.replace(invisible, '').trim()
  const plain = halfWidth(typed).trim()
  if (!plain) return { kind: 'blank' }
  if (plain.length > longest) return { kind: 'text', reason: 'words' }
  if (nothing.test(plain)) return { kind: 'na' }
  const remark = bracketed.exec(plain) ?? trailing.exec(plain)
  const [, body = plain, note] = remark ?? []
  const reading = parseBody(body.trim(), options)
  if (reading.kind !== 'number' || !note) return reading
  // The remark in the characters it was typed in: half width is one for one.
  const from = plain.indexOf(note, body.length)
  return { ...reading, note: typed.slice(from, from + note.length).trim() }
}

function parseBody(body: string, options: NumberOptions): NumberReading {
  const words: NumberReading = { kind: 'text', reason: 'words' }
  const before = prefix.exec(body)
  let at = before?.[0].length ?? 0
  const signed = signs.exec(body.slice(at))
  at += signed?.[0].length ?? 0
  const sign = signed ? (signed[1] === '-' || signed[2] ? '-' : '+') : undefined
  if (options.money) at += /^[¥￥]?\s*/.exec(body.slice(at))?.[0].length ?? 0
  const numeral = numeralAt(body, at)
  if (!numeral) return words
  const after = behind.exec(body.slice(numeral.to))
  if (!after) return words
  const [, unit, tail] = after
  const counted = unit === '元整' ? '元' : unit
  const money = counted !== undefined && isMoneyUnit(counted)
  if (counted && !money && !isMeasure(counted)) return words
  if (counted && money !== (options.money === true)) return { kind: 'text', reason: 'unit' }
  const typed = body.slice(at, numeral.to)
  // 1.2万 is 12000 元, whatever the table counts in.
  const bare = /[万亿]/.test(typed) ? '元' : (options.bare ?? '万元')
  const scaled = options.money
    ? shifted(numeral.value, exponents[money ? counted : bare])
    : numeral.value
  const whole = integerOf(scaled)
  if (whole === 'fraction') {
    return { kind: 'text', reason: options.money ? 'precision' : 'fraction' }
  }
  if (whole === 'range') return { kind: 'text', reason: 'range' }
  const qualifier = numeral.more ?? qualifiers[before?.[1] ?? tail ?? '']
  return {
    kind: 'number',
    value: sign === '-' && whole !== 0 ? -whole : whole,
    ...(qualifier && { qualifier }),
    ...(sign && { sign }),
    // The numeral has swallowed the 万 of 万元.
    ...(unit && { unit: options.money ? (/[万亿]$/.exec(typed)?.[0] ?? '') + unit : unit })
  }
}

/** What a number field shows, which `parseNumber` reads back to the same value. */
export function fieldText(
  value: number | null,
  { money = false, decimals = null }: { money?: boolean; decimals?: number | null } = {}
): string {
  if (value === null) return ''
  return money ? formatMoney(value, decimals) : String(value)
}
