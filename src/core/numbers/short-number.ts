/** 300000 as 30万 where that loses nothing, as people say large numbers. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万']
  ] as const) {
    if (size >= unit && Number.isInteger((size / unit) * 100)) return `${value / unit}${name}`
  }
  return String(Math.round(value * 1e6) / 1e6)
}
