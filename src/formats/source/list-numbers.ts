/** Numbers of list paragraphs that Word counts itself (一、 （一） 1.), whichever file they come from. */

export interface Level {
  readonly start: number
  /** How a count is written, by the names of WordprocessingML (ECMA-376 part 1, 17.18.59). */
  readonly format: string
  /** The text of the number, with `%1` for the count of the first level. */
  readonly text: string
}

/** A list as paragraphs name it: lists of the same kind go on counting, unless they begin anew. */
export interface List {
  readonly kind: string
  readonly levels: readonly Level[]
  /** The counts, by level, with which the list begins instead of going on. */
  readonly starts: ReadonlyMap<number, number>
}

/** Counts the paragraphs of a document, in their order: the number before the next one. */
export function counter(): (list: List, index: number) => string {
  const counts = new Map<string, number[]>()
  const begun = new Map<List, Set<number>>()

  return (list, index) => {
    const { kind, levels, starts } = list
    const level = levels[index]
    if (!level) return ''
    const count = counts.get(kind) ?? []
    counts.set(kind, count)
    const begins = begun.get(list) ?? new Set()
    begun.set(list, begins)
    const start = starts.get(index)
    const anew = start !== undefined && !begins.has(index)
    begins.add(index)
    count[index] = anew ? start : (count[index] ?? level.start - 1) + 1
    count.length = index + 1
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const one = levels[at]
      return one ? listNumber(count[at] ?? one.start, one.format) : ''
    })
  }
}

const digits = '零一二三四五六七八九'

/** Circled and bracketed numbers are characters of their own up to 20. */
const signs: Readonly<Record<string, number>> = {
  decimalEnclosedCircle: 0x2460,
  decimalEnclosedCircleChinese: 0x2460,
  decimalEnclosedParen: 0x2474,
  decimalEnclosedFullstop: 0x2488
}

/** A count as it is written in a format: 三, iii, c, ③; in figures in one that is not known. */
export function listNumber(count: number, format: string): string {
  const sign = signs[format]
  if (sign !== undefined && count >= 1 && count <= 20) return String.fromCodePoint(sign + count - 1)
  if (/letter/i.test(format) && count >= 1 && count <= 26) {
    return String.fromCharCode((/upper/.test(format) ? 64 : 96) + count)
  }
  if (/roman/i.test(format) && count >= 1 && count <= 39) {
    const text = 'X'.repeat(count / 10) + (romans[count % 10] ?? '')
    return /upper/.test(format) ? text : text.toLowerCase()
  }
  if (!/chinese|japanese|ideograph|taiwanese/i.test(format) || count < 1 || count > 99) {
    return String(count)
  }
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const ten = tens === 0 ? '' : `${tens > 1 ? (digits[tens] ?? '') : ''}十`
  return ten + (ones ? (digits[ones] ?? '') : '')
}

const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
