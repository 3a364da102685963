import { childrenNamed, descend, type XmlElement } from '../../source/xml.ts'

/**
 * What a workbook shows in place of a stored number: a share as a percentage, a count of days as a
 * day (ISO/IEC 29500-1, 18.8.30 numFmt). Other formats change how a number looks, not what it says.
 */
export type CellFormat = 'percent' | 'day' | 'month'

/** The formats of Excel that need no definition in the file; those above 26 are of East Asia. */
export const builtIn = (id: number): CellFormat | undefined =>
  id === 9 || id === 10
    ? 'percent'
    : id === 17 || id === 27 || id === 55 || id === 57
      ? 'month'
      : (id >= 14 && id <= 16) || id === 22 || (id >= 28 && id <= 31) || id === 36 || id === 58
        ? 'day'
        : id >= 50 && id <= 54
          ? 'day'
          : undefined

/** What a format's code shows; words, colours and locales in it do not count. */
export function formatOfCode(code: string): CellFormat | undefined {
  const plain = code.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '')
  const bare = (plain.split(';')[0] ?? '').toLowerCase()
  if (bare.includes('%')) return 'percent'
  if (/general|[#0?]/.test(bare)) return undefined
  if (bare.includes('d')) return 'day'
  return bare.includes('y') || (bare.includes('m') && !/[hs]/.test(bare)) ? 'month' : undefined
}

/** The formats of a workbook's cells by the number of their style. */
export function cellFormats(styles: XmlElement | undefined): readonly (CellFormat | undefined)[] {
  const own = new Map(
    childrenNamed(descend(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'] ?? '',
      formatOfCode(attributes['formatCode'] ?? '')
    ])
  )
  return childrenNamed(descend(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? ''
    return own.has(id) ? own.get(id) : builtIn(Number(id))
  })
}

/** Excel counts days from here; the days before 1 March 1900 are off by one. */
const epoch = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000
/** 31 December 9999, the last day that Excel knows. */
const lastDay = 2_958_465
/** What a workbook of the old Mac counts from, 1 January 1904. */
const macDays = 1462

/**
 * A stored number as its cell shows it, 98.5% or 2025-01-03, and otherwise as the number that it is.
 * Nothing is rounded but what no sheet shows: 0.1 + 0.2 is stored with 17 digits, and 15 are shown. A
 * day keeps its time.
 */
export function formattedNumber(
  value: number,
  format: CellFormat | undefined,
  from1904: boolean
): string {
  if (format === 'percent') return `${Number((value * 100).toPrecision(15))}%`
  const days = value + (from1904 ? macDays : 0)
  if (!format || !(days >= 1 && days <= lastDay)) return String(Number(value.toPrecision(15)))
  const text = new Date(epoch + Math.round(days * dayLength)).toISOString()
  if (format === 'month') return text.slice(0, 7)
  return Number.isInteger(days) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
