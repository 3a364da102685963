/**
 * Numerals as Chinese text writes them, read digit by digit so that nothing drifts:
 * 1,234 · 1.2万 · 十二 · 一百零三 · 两千五 · 二〇二二 · 3亿2千万 · 30余万.
 */

/** An exact decimal number: `digits` × 10^-`scale`. */
export interface Exact {
  readonly digits: bigint
  readonly scale: number
}

export interface Numeral {
  readonly value: Exact
  /** Offset behind the last character of the numeral. */
  readonly to: number
  /** 余, 多 or 几 stands inside or right behind: at least this many. */
  readonly more?: '余' | '多'
}

const zero: Exact = { digits: 0n, scale: 0 }

const hanDigits = new Map(
  [...'零一二三四五六七八九', ...'〇壹贰叁肆伍陆柒捌玖', ...'○么两參'].map((char, index) => [
    char,
    char === '两' ? 2 : char === '參' ? 3 : index % 10
  ])
)
const units = new Map<string, number>([
  ...[...'十百千'].map((char, i): [string, number] => [char, i + 1]),
  ...[...'拾佰仟'].map((char, i): [string, number] => [char, i + 1]),
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8]
])

const arabic = /\d{1,3}(?:[,，]\d{3})+(?![\d,，])(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d ])|\d*\.?\d+/y

/** The same characters in half width, one for one, so that offsets stay. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000\u00a0\u2000-\u200a\u202f\u205f\u2212]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code === 0x2212) return '-'
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
  })

/** Full-width figures of prose as plain ones, its punctuation left alone; offsets stay. */
export const plainFigures = (text: string): string =>
  text.replace(/[０-９％．]/g, (char) => halfWidth(char))

const add = (a: Exact, b: Exact): Exact => {
  const scale = Math.max(a.scale, b.scale)
  return { digits: raised(a, scale) + raised(b, scale), scale }
}
const raised = ({ digits, scale }: Exact, to: number): bigint => digits * 10n ** BigInt(to - scale)

/** `value` × 10^`exponent`. */
export function shifted({ digits, scale }: Exact, exponent: number): Exact {
  const left = scale - exponent
  return left >= 0 ? { digits, scale: left } : { digits: digits * 10n ** BigInt(-left), scale: 0 }
}

/** The whole number, or why there is none. */
export function integerOf({ digits, scale }: Exact): number | 'fraction' | 'range' {
  const one = 10n ** BigInt(scale)
  if (digits % one !== 0n) return 'fraction'
  const value = Number(digits / one)
  return Number.isSafeInteger(value) ? value : 'range'
}

/** A run of digits, arabic or Chinese, without units. */
function digitsAt(text: string, from: number): (Numeral & { readonly han: boolean }) | null {
  arabic.lastIndex = from
  const match = arabic.exec(text)
  if (match) {
    const [whole = '', fraction = ''] = match[0].replace(/[,， ]/g, '').split('.')
    // Longer numbers are no figures of a report; refusing them bounds the arithmetic.
    if (whole.length + fraction.length > 30) return null
    const value = { digits: BigInt(whole + fraction), scale: fraction.length }
    return { value, to: from + match[0].length, han: false }
  }
  let to = from
  let digits = ''
  let scale = 0
  for (; to - from < 30; to++) {
    const digit = hanDigits.get(text[to] ?? '')
    if (digit !== undefined) {
      digits += String(digit)
      if (scale > 0) scale++
    } else if (text[to] === '点' && digits && !scale && hanDigits.has(text[to + 1] ?? '')) scale = 1
    else break
  }
  return digits
    ? { value: { digits: BigInt(digits), scale: Math.max(0, scale - 1) }, to, han: true }
    : null
}

/** The numeral that begins at `from` of a half-width text, as long as it goes; null where none. */
export function numeralAt(text: string, from: number): Numeral | null {
  let total = zero
  let section = zero
  let to = from
  let more: Numeral['more']
  /** The exponent of the last unit, and of the last one within the section. */
  let last = 0
  let small = 4
  let big = 12

  const take = (value: Exact, exponent: number, end: number) => {
    if (exponent < 4) {
      section = add(section, shifted(value, exponent))
      small = exponent
    } else {
      const whole = add(section, value)
      // 万亿: the 亿 counts all that stands before it.
      total =
        exponent > big ? shifted(add(total, whole), exponent) : add(total, shifted(whole, exponent))
      section = zero
      small = 4
      big = exponent
    }
    last = exponent
    to = end
  }

  for (;;) {
    const run = digitsAt(text, to)
    let end = run?.to ?? to
    const mark = text[end]
    const next = units.get(text[end + 1] ?? '')
    const inner = (mark === '余' || mark === '多') && next !== undefined && next >= 4 && !more
    if (inner && (run || last)) end++
    const exponent = units.get(text[end] ?? '')
    if (exponent === undefined) {
      if (run) {
        const tail = tailOf(run, text, to, last)
        if (tail) {
          section = add(section, tail)
          to = run.to
        }
      }
      break
    }
    const ten = exponent === 1 && !run && small === 4
    const fits = exponent < 4 ? exponent < small && (run || ten) : exponent !== big
    const open = exponent >= 4 && (run !== null || small < 4 || (big < 12 && exponent > big))
    if (!fits || (exponent >= 4 && !open)) {
      if (run && !last) return { value: run.value, to: run.to }
      break
    }
    if (inner) more = mark
    take(run?.value ?? (ten ? { digits: 1n, scale: 0 } : zero), exponent, end + 1)
  }
  if (to === from) return null
  const mark = text[to]
  if (!more && (mark === '余' || mark === '多')) {
    more = mark
    to++
  }
  return { value: add(total, section), to, ...(more && { more }) }
}

/** What the digits behind the last unit are worth; null where they do not belong to the numeral. */
function tailOf(
  { value, han, to }: Numeral & { readonly han: boolean },
  text: string,
  from: number,
  last: number
): Exact | null {
  if (last === 0) return value
  if (!han) return to - from === last && value.scale === 0 ? value : null
  if (text[from] === '零' || text[from] === '〇' || to - from > 1 || last === 1) return value
  // 两千五 is 2500, 一万二 is 12000.
  return shifted(value, last - 1)
}
