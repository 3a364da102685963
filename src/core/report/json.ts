/** Data from outside, of which nothing is known yet. */

/** The value of a JSON text; undefined, which no JSON says, where it is none. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a value has keys: neither a list nor a single value. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same without the keys that are not wanted: such as its type does not know, or can do without. */
export function without<Value extends object>(
  value: Value,
  unwanted: (key: string) => boolean
): Value {
  const rest = { ...value }
  for (const key of Object.keys(rest)) if (unwanted(key)) Reflect.deleteProperty(rest, key)
  return rest
}
