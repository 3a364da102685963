import { markOf, wordAt, type Role } from './words.ts'
import { halfWidth, integerOf, numeralAt } from '../../numbers/numeral.ts'

/** A sentence taken apart into the words that matter to figures, in one pass from left to right. */

export interface ClaimToken {
  readonly role: Role
  readonly from: number
  readonly to: number
  /** Of a figure: its value, where it is exact and whole, and where its number ends. */
  readonly value?: number
  readonly numberTo?: number
  /** Of a figure: its measure word; empty where only a share stands behind it (7，占4.6%). */
  readonly unit?: string
  /** Of a year: which. */
  readonly year?: number
}

const digit = /[\d零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]/
const measure = /^\s{0,3}([件宗起条份例个部])(?!次)/
const shareBehind = /^\s{0,3}[，,（(]\s{0,3}(?:约?占|\d{1,3}(?:\.\d{1,3})?\s?%)/
/** White space, and the marks of a quotation: “予以公开” 8 件. */
const unseen = /[\s“”"「」]/
/** No figure of a report: a rounded number, an ordinal. */
const rough = /(?:[约近超逾第]|超过|不足|不到|至少)\s{0,3}$/
/** The longest run of unknown characters that a statement may reach across. */
const reach = 14

/** The tokens of a sentence; `year` is the report's own, by which others are last and next. */
export function tokensOf(text: string, year: number): readonly ClaimToken[] {
  const tokens: ClaimToken[] = []
  let at = 0
  const unknown = (to: number): void => {
    const before = tokens.at(-1)
    if (before?.role === 'other' && before.to === at && to - before.from <= reach) tokens.pop()
    const joined = before?.role === 'other' && before.to === at && to - before.from <= reach
    tokens.push({ role: 'other', from: joined ? before.from : at, to })
    at = to
  }
  while (at < text.length) {
    const char = text.charAt(at)
    const mark = markOf(char)
    if (unseen.test(char)) at++
    else if (mark === 'open' && asideAt(text, at) > 0) {
      const to = asideAt(text, at)
      tokens.push({ role: 'aside', from: at, to })
      at = to
    } else if (mark) tokens.push({ role: mark, from: at, to: ++at })
    else if (digit.test(char)) {
      const token = numberAt(text, at, year)
      if (token.role === 'other') unknown(token.to)
      else {
        tokens.push(token)
        at = token.to
      }
    } else {
      const word = wordAt(text, at)
      const inside = tokens.at(-1)?.role === 'other' && tokens.at(-1)?.to === at
      // A single character behind others is part of their word: 验收.
      if (!word || word.role === 'other' || (inside && word.text.length === 1)) {
        unknown(at + (word?.role === 'other' ? word.text.length : 1))
      } else {
        at += word.text.length
        tokens.push({ role: word.role, from: at - word.text.length, to: at })
      }
    }
  }
  // 公民申请 9 件、法人申请 5 件: beside legal persons citizens are the natural ones.
  const parted = tokens.some(({ role }) => role === 'legal')
  return tokens.map((token) =>
    token.role === 'citizen' ? { ...token, role: parted ? 'natural' : 'anyone' } : token
  )
}

/** Offset behind a bracket that holds no figure, 0 where there is none. */
function asideAt(text: string, at: number): number {
  const within = /^[^（()）\d。；]{0,30}[）)]/.exec(text.slice(at + 1, at + 32))
  return within ? at + 1 + within[0].length : 0
}

const years = /^(?:[二两三四五六七八九十]|[2-9]|\d{2})年[来间]/
const months = /^(\d{1,2})月?\s?(?:至|到|[-—－~～]+)\s?(\d{1,2})月(?!\d)/
const month = /^\d{1,2}月(?!\d|[底末])/
/** The month is an end of a span, or a day up to which is counted. */
const untilMonth = /(?:[至到止—－~～-]|截[至止][^，。；]{0,6})(?:\d{4}年)?$/

/** Some months, or some years together: 1至6月, 近三年, 五年来; 1至12月 is the year itself. */
function spanAt(text: string, from: number, plain: string): ClaimToken | undefined {
  const before = text.slice(Math.max(0, from - 16), from)
  const ofYears = /近$/.test(before) ? /^[\d一二两三四五六七八九十]{1,2}年/ : years
  const ofMonths = months.exec(plain)
  const found =
    ofYears.exec(plain) ?? ofMonths ?? (untilMonth.test(before) ? null : month.exec(plain))
  if (!found) return undefined
  const whole = ofMonths?.[1] === '1' && ofMonths[2] === '12'
  return { role: whole ? 'present' : 'elsewhen', from, to: from + found[0].length }
}

function numberAt(text: string, from: number, own: number): ClaimToken {
  const near = text.slice(from, from + 70)
  const plain = halfWidth(near)
  const named = /^((?:19|20)\d{2})\s?年度?/.exec(plain)
  if (named) {
    const year = Number(named[1])
    const role =
      year === own ? 'present' : year === own - 1 ? 'last' : year === own + 1 ? 'next' : 'elsewhen'
    return { role, from, to: from + named[0].length, year }
  }
  const span = spanAt(text, from, plain)
  if (span) return span
  const numeral = numeralAt(plain, 0)
  if (!numeral) return { role: 'other', from, to: from + (/^\d+/.exec(plain)?.[0].length ?? 1) }
  const numberTo = from + numeral.to
  const behind = near.slice(numeral.to)
  const unit = measure.exec(behind)
  if (!unit && !shareBehind.test(behind)) return { role: 'other', from, to: numberTo }
  const value = integerOf(numeral.value)
  const exact =
    typeof value === 'number' &&
    !numeral.more &&
    !/[万亿.]/.test(plain.slice(0, numeral.to)) &&
    !rough.test(text.slice(Math.max(0, from - 4), from)) &&
    !/^\s{0,3}[余多]/.test(behind.slice(unit?.[0].length ?? 0))
  return {
    role: 'figure',
    from,
    to: numberTo + (unit?.[0].length ?? 0),
    numberTo,
    unit: unit?.[1] ?? '',
    ...(exact && { value })
  }
}
