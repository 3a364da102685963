import { halfWidth, numeralAt } from '../numbers/numeral.ts'
import type { Metric } from '../report/report.ts'
import type { Period } from './kinds.ts'

/** A platform's figure as people type it: 341, 约30万, 260余人次, 30万余, 98.5%. */

export type FigureQualifier = Metric['qualifier']

export const qualifiers: readonly FigureQualifier[] = ['', '约', '余', '多', '超', '近']

export type FigureReading =
  | {
      readonly kind: 'figure'
      /** In single units: 30万 is 300000; 98.5% is 98.5. */
      readonly value: number
      readonly qualifier: FigureQualifier
      /** The number as it is to be printed; empty where its digits say the same. */
      readonly shown: string
      /** The measure word behind it, when one was typed. */
      readonly unit?: string
    }
  | { readonly kind: 'blank' }
  /** A stroke, 无: nothing to state, which is not the number 0. */
  | { readonly kind: 'na' }
  /** `words`: no number, or more than one. `range`: finer or larger than is kept exactly. */
  | { readonly kind: 'text'; readonly reason: 'words' | 'range' }

const before = /^(大约|约|将近|近|超过|超|逾)?([+-]?)/
const behind = /^(左右|上下|以上|\+)?([\u4e00-\u9fa5]{1,3}?|%)?(左右|上下|以上|\+)?$/
const meanings: Readonly<Record<string, FigureQualifier>> = {
  大约: '约',
  约: '约',
  左右: '约',
  上下: '约',
  将近: '近',
  近: '近',
  超过: '超',
  超: '超',
  逾: '超',
  以上: '超',
  '+': '超'
}
/** 三四十 is thirty to forty and no number. */
const guessed = /[一二三四五六七八九]{2}[十百千万亿]/
/** 十几件, 30来件, 百把人, 50以下: somewhere about or below, and no number to keep. */
const vague =
  /^(?:几|[数来把许](?:[件条次人篇个份项场期万]|$)|[件条次人篇个份项场期]{0,2}(?:以下|以内|之内|开外|出头|不等))/
const nothing = /^(?:[-/\\_—–―─]+|无|暂无|没有|不适用|n\/?a)$/i

/** Reads what was typed or imported. Never throws, never rounds. */
export function readFigure(typed: string): FigureReading {
  // Platforms write 万 as w: 10w+.
  const text = halfWidth(typed)
    .replace(/\s+/g, '')
    .replace(/(\d)w(?![a-z])/gi, '$1万')
  if (!text) return { kind: 'blank' }
  if (nothing.test(text)) return { kind: 'na' }
  const words: FigureReading = { kind: 'text', reason: 'words' }
  if (text.length > 60 || guessed.test(text)) return words
  const [lead = '', front = '', sign = ''] = before.exec(text) ?? []
  const numeral = numeralAt(text, lead.length)
  if (!numeral || vague.test(text.slice(numeral.to))) return words
  const tail = behind.exec(text.slice(numeral.to))
  if (!tail) return words
  const [, close = '', unit = '', far = ''] = tail
  const { digits, scale } = numeral.value
  const size = Number(digits) / 10 ** scale
  if (digits > 10n ** 15n || scale > 6) return { kind: 'text', reason: 'range' }
  const value = sign === '-' ? -size : size
  const qualifier = meanings[front] ?? meanings[close || far] ?? numeral.more ?? ''
  const body = sign.replace('+', '') + text.slice(lead.length, numeral.to)
  const number = body.replace(/[余多]$/, '')
  const asTyped = front + body + (close || far)
  const plain = number === String(value) ? '' : number
  return {
    kind: 'figure',
    value: value === 0 ? 0 : value,
    qualifier,
    // Words that the qualifier alone would not bring back are kept with the number: 30余万, 逾3万.
    shown: printedFigure(plain || String(value), qualifier) === asTyped ? plain : asTyped,
    ...(unit && { unit })
  }
}

const worded = /[约近超逾余多左右上下以+]/

/** Whether a printed figure says that it is rounded. */
export const hasQualifier = (printed: string): boolean => worded.test(printed)

/** A number with its qualifier, as it is printed: 约30万, 190余; 30余万 has it inside already. */
export function printedFigure(number: string, qualifier: FigureQualifier): string {
  if (!number || worded.test(number)) return number
  return qualifier === '余' || qualifier === '多' ? number + qualifier : qualifier + number
}

/** A figure as it is printed, without its unit; empty when it is not filled in. */
export const figureText = ({
  value,
  shown,
  qualifier
}: Pick<Metric, 'value' | 'shown' | 'qualifier'>): string =>
  printedFigure(shown || (value === null ? '' : String(value)), qualifier)

/** What a field shows beside the choice of the qualifier, and reads back to the same. */
export const fieldFigure = ({ value, shown }: Pick<Metric, 'value' | 'shown'>): string =>
  shown || (value === null ? '' : String(value))

/** The same number with another qualifier; words inside the number give way to the choice. */
export function requalified<M extends Pick<Metric, 'value' | 'shown' | 'qualifier'>>(
  figure: M,
  qualifier: FigureQualifier
): M {
  const { shown, value } = figure
  return { ...figure, qualifier, shown: worded.test(shown) ? unworded(shown, value) : shown }
}

/** 30余万 → 30万; where nothing sensible is left, the digits. */
function unworded(shown: string, value: number | null): string {
  const bare = shown.replace(/大约|将近|超过|左右|以上|[约近超逾余多+]/g, '')
  const reading = readFigure(bare)
  return reading.kind === 'figure' && reading.value === value ? reading.shown : ''
}

/** A figure counted in 万 or the like by the head of its column; undefined where that is too large. */
export function scaledFigure(
  reading: Extract<FigureReading, { kind: 'figure' }>,
  { name, times }: { readonly name: string; readonly times: number }
): Extract<FigureReading, { kind: 'figure' }> | undefined {
  const { unit: _unit, ...rest } = reading
  const value = Math.round(reading.value * times * 1e6) / 1e6
  if (Math.abs(value) > 1e15) return undefined
  const shown = worded.test(reading.shown) ? '' : fieldFigure(reading) + name
  const read = readFigure(shown)
  return { ...rest, value, shown: read.kind === 'figure' && read.value === value ? shown : '' }
}

/** What months come to: their sum, or the last of them for what stands at the end of a year. */
export function monthsTotal(
  months: readonly (number | null)[] | undefined,
  period: Period
): number | undefined {
  const known = (months ?? []).filter((month) => month !== null)
  if (known.length === 0) return undefined
  if (period !== 'year') return months?.[11] ?? undefined
  return Math.round(known.reduce((sum, month) => sum + month, 0) * 1e6) / 1e6
}
