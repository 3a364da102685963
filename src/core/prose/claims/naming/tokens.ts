import { halfWidth } from '../../../numbers/numeral.ts'
import { amountAt, numeralEnd, type ClaimAmount } from './amounts.ts'
import { markOf, wordAt, type Role } from './words.ts'

/** A sentence taken apart into the words that matter to figures, in one pass from left to right. */

export interface ClaimToken {
  readonly role: Role
  readonly from: number
  readonly to: number
  /** Of a figure. */
  readonly amount?: ClaimAmount
  /** Of a year: which. */
  readonly year?: number
}

const digit = /[\d零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]/
/** 件数为零. */
const none = /^零(?:[，。；、]|$)/
/** White space, and the marks of a quotation: “予以公开” 8 件. */
const unseen = /[\s“”"「」]/
/** The longest run of unknown characters that is one token. */
const reach = 14

/** The tokens of a sentence; `year` is the report's own, by which others are last and next. */
export function tokensOf(text: string, year: number): readonly ClaimToken[] {
  const tokens: ClaimToken[] = []
  let at = 0
  const unknown = (to: number): void => {
    const before = tokens.at(-1)
    const joined = before?.role === 'unknown' && before.to === at && to - before.from <= reach
    if (joined) tokens.pop()
    tokens.push({ role: 'unknown', from: joined ? before.from : at, to })
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
    else if (digit.test(char) && (!wordAt(text, at) || none.test(text.slice(at, at + 2)))) {
      const token = numberAt(text, at, year)
      if (token.role === 'unknown') unknown(token.to)
      else {
        tokens.push(token)
        at = token.to
      }
    } else {
      const word = wordAt(text, at)
      const inside = tokens.at(-1)?.role === 'unknown' && tokens.at(-1)?.to === at
      // A single character behind others is part of their word: 验收.
      if (!word || word.role === 'unknown' || (inside && word.text.length === 1)) {
        unknown(at + (word?.role === 'unknown' ? word.text.length : 1))
      } else {
        at += word.text.length
        tokens.push({ role: word.role, from: at - word.text.length, to: at })
      }
    }
  }
  const roles = new Set(tokens.map(({ role }) => role))
  return tokens.flatMap((token, i) => inContext(token, i, tokens, roles, text))
}

const opening: ReadonlySet<Role> = new Set<Role>([
  'comma',
  'colon',
  'stop',
  'pause',
  'open',
  'among'
])
const answers: readonly Role[] = ['partlyGranted', 'refused', 'unavailable', 'declined']

/** What a word means beside others of its sentence. */
function inContext(
  token: ClaimToken,
  i: number,
  tokens: readonly ClaimToken[],
  roles: ReadonlySet<Role>,
  text: string
): ClaimToken | readonly ClaimToken[] {
  const { role, from, to } = token
  switch (role) {
    // 公民申请 9 件、法人申请 5 件: beside legal persons citizens are the natural ones.
    case 'citizen':
      return { ...token, role: roles.has('legalPersons') ? 'natural' : 'anyone' }
    // 自然人、法人或其他组织分别提出 50 件、6 件.
    case 'anyone': {
      const first = /^(?:自然人|公民)(?=[、和或])/.exec(text.slice(from, to))
      if (!first || !roles.has('each')) return token
      const end = from + first[0].length
      return [
        { role: 'natural', from, to: end },
        { role: 'pause', from: end, to: end + 1 },
        { role: 'legalPersons', from: end + 1, to }
      ]
    }
    // 公开30件、部分公开8件.
    case 'about':
      return tokens[i + 1]?.role === 'figure' &&
        opening.has(tokens[i - 1]?.role ?? 'comma') &&
        text.slice(from, to) === '公开' &&
        answers.some((one) => roles.has(one))
        ? { ...token, role: 'granted' }
        : token
    default:
      return token
  }
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
  const plain = halfWidth(text.slice(from, from + 70))
  const named = /^((?:19|20)\d{2})\s?年度?/.exec(plain)
  if (named) {
    const year = Number(named[1])
    const role =
      year === own ? 'present' : year === own - 1 ? 'last' : year === own + 1 ? 'next' : 'elsewhen'
    return { role, from, to: from + named[0].length, year }
  }
  const span = spanAt(text, from, plain)
  if (span) return span
  const amount = amountAt(text, from)
  return amount
    ? { role: 'figure', from, to: amount.to, amount }
    : { role: 'unknown', from, to: numeralEnd(text, from) }
}
