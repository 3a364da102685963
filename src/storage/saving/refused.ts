import type { RefusedText } from '../../core/findings/rule.ts'
import type { CellProblem } from '../../core/form/cell.ts'
import { isField } from '../../core/form/form.ts'
import { isRecord, jsonValue } from '../../core/report/json.ts'
import { edition } from '../database/edition.ts'

/**
 * What was typed in number fields and is no number, beside the stored report: no part of its data, and
 * there again when the report is opened. It is written with each key, so that it outlives a page that
 * closes in the middle of a word.
 */
export interface KeptText extends RefusedText {
  /** What the report said in the field: where it says something else by now, the text is answered. */
  readonly over: string
}

const prefix = `${edition}.refused.`
/** Where the browser has no `localStorage` or no room in it: as long as the page lives. */
const inMemory = new Map<string, readonly KeptText[]>()

const problems: Readonly<Record<CellProblem, true>> = {
  fraction: true,
  negative: true,
  precision: true,
  range: true,
  stroke: true,
  unit: true,
  vague: true,
  words: true
}

/** Keeps these texts of a report, in place of those before; whether they are sure to outlive the page. */
export function keepRefused(id: string, texts: readonly KeptText[]): boolean {
  inMemory.delete(id)
  try {
    if (texts.length > 0) localStorage.setItem(prefix + id, JSON.stringify(texts))
    else localStorage.removeItem(prefix + id)
    return true
  } catch {
    if (texts.length > 0) inMemory.set(id, texts)
    letGo(id)
    return texts.length === 0
  }
}

/** What was kept before would come back with the next page. */
function letGo(id: string): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    // Without `localStorage` there is nothing in it.
  }
}

/** What is kept of a report; what no version of the app wrote is left out. */
export function keptRefused(id: string): readonly KeptText[] {
  const inPage = inMemory.get(id)
  if (inPage) return inPage
  try {
    const kept = jsonValue(localStorage.getItem(prefix + id) ?? '')
    return Array.isArray(kept) ? kept.filter(isKept) : []
  } catch {
    return []
  }
}

/** Forgets what was kept of reports that are nowhere any more. */
export function forgetRefused(isSomewhere: (id: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && !isSomewhere(key.slice(prefix.length)))
        localStorage.removeItem(key)
  } catch {
    // Without `localStorage` there is nothing in it.
  }
}

function isKept(value: unknown): value is KeptText {
  const { at, key, text, why, over } = isRecord(value) ? value : {}
  return (
    [key, text, over].every((one) => typeof one === 'string') &&
    typeof why === 'string' &&
    Object.hasOwn(problems, why) &&
    isRecord(at) &&
    (at['kind'] === 'metric'
      ? typeof at['id'] === 'string'
      : at['kind'] === 'cells' && Array.isArray(at['fields']) && at['fields'].every(isField))
  )
}
