/** Money: kept in 分, stated in 元, written in 万元. */

/** What a unit of money counts, in powers of ten of a 分. */
export const exponents = { 元: 2, 百元: 4, 千元: 5, 万元: 6, 亿元: 10 }

export type MoneyUnit = keyof typeof exponents
export const isMoneyUnit = (unit: string): unit is MoneyUnit => Object.hasOwn(exponents, unit)

/** Money of cells, in 分, as findings state it: in 元. And the way back. */
export const yuanOf = (fen: number): number => fen / 100
export const fenOf = (yuan: number): number => Math.round(yuan * 100)

/**
 * Money in 万元 as it is printed: exact, with at least `decimals` decimals (null: as many as it
 * needs). 5070000 分 → 5.07, with 4 decimals 5.0700; what 2 decimals cannot hold is not cut off.
 */
export function formatMoney(fen: number, decimals: number | null): string {
  const digits = String(Math.abs(fen)).padStart(7, '0')
  const fraction = digits
    .slice(-6)
    .replace(/0{1,6}$/, '')
    .padEnd(decimals ?? 0, '0')
  const whole = digits.slice(0, -6)
  return `${fen < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
