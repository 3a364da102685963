/** Whether two plain values say the same; what was set before is shared and costs nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in x) if (!same(x[key], y[key])) return false
  for (const key in y) if (!(key in x)) return false
  return true
}
