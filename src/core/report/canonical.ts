import { isRecord, without } from './json.ts'
import { keysThat, reportParts } from './parts.ts'

/** What is not content: the proof itself, and what every saving changes. */
const passing = new Set<string>(keysThat(reportParts, 'proved', false))

/** The content of a report as one text: keys in order of their code points, no white space. */
export const canonical = (file: unknown): string =>
  stableJson(isRecord(file) ? without(file, (key) => passing.has(key)) : file)

/** A value as JSON that is the same in whatever order its keys were written. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableJson(inner)}`).join()}}`
}
