/**
 * `part` of `whole` in percent, exact and rounded half up, without zeros at its end: 27.3, 50. Of what
 * is not nothing at least one digit is told, however small it is: 0.04. Whole numbers, `whole` not 0.
 */
export function percentText(part: number, whole: number, decimals = 1): string {
  const [over, under] = [BigInt(Math.abs(part)), BigInt(Math.abs(whole))]
  for (let places = decimals; ; places++) {
    const scale = 10n ** BigInt(places)
    const rounded = (over * 200n * scale + under) / (under * 2n)
    if (rounded === 0n && over !== 0n) continue
    const fraction = String(rounded % scale)
      .padStart(places, '0')
      .replace(/0{1,9}$/, '')
    return fraction ? `${rounded / scale}.${fraction}` : String(rounded / scale)
  }
}
