/** What is not content: the proof, and what every saving changes. */
const passing = new Set(['proof', 'rev', 'createdAt', 'updatedAt'])

/** The content of a report as one text: keys in order of their code points, no white space. */
export function canonical(file: unknown): string {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return stableJson(file)
  const content = Object.entries(file).filter(([key]) => !passing.has(key))
  return stableJson(Object.fromEntries(content))
}

/** A value as JSON that is the same in whatever order its keys were written. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableJson(inner)}`).join()}}`
}
