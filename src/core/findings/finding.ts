import type { FieldId } from '../form/table.ts'
import type { TextKey } from '../form/sections.ts'

/** `error` blocks 可报送, `warning` must be mended or explained, `hint` is for consideration. */
export type Severity = 'error' | 'warning' | 'hint'

/** Where a finding stands in the report. */
export type Place =
  | { readonly kind: 'cells'; readonly fields: readonly FieldId[] }
  /** Character offsets into `report.text[section]`; the whole section when absent. */
  | {
      readonly kind: 'text'
      readonly section: TextKey
      readonly from?: number
      readonly to?: number
    }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'report' }

/**
 * What a place is about, by id: its cells, its section or its figure; nothing where it is the whole
 * report. Offsets in a text are left out, for they move with every word before them.
 */
export function idsAt(at: Place): readonly string[] {
  switch (at.kind) {
    case 'cells':
      return at.fields
    case 'text':
      return [at.section]
    case 'metric':
      return [at.id]
    case 'report':
      return []
  }
}

/** Whether two places share some characters of a section. */
export const overlap = (one: Place, other: Place): boolean =>
  one.kind === 'text' &&
  other.kind === 'text' &&
  one.section === other.section &&
  (one.from ?? 0) < (other.to ?? Infinity) &&
  (other.from ?? 0) < (one.to ?? Infinity)

/**
 * Something that a rule has to say about a report. The sentence is made elsewhere (i18n/findings),
 * from `rule` and `params`.
 */
export interface FindingOf<Id extends string, Params> {
  /** Id of the rule, its key in the pack: `T3-BAL`, `D-S6` … */
  readonly rule: Id
  readonly severity: Severity
  readonly at: Place
  /** Numbers, words of the report, lists of them: what the rule declares, as JSON can hold it. */
  readonly params: Params
  /** Hash of rule, place and the values involved: a waiver holds until one of these changes. */
  readonly fingerprint: string
  /** Set only in an `UnreadFinding`, whose params this version cannot read. */
  readonly unread?: never
}

/** The findings of several rules, of which `Params` gives the params by rule: `rule` tells them apart. */
export type FindingsOf<Params, Id extends keyof Params & string = keyof Params & string> = {
  [One in Id]: FindingOf<One, Params[One]>
}[Id]

/**
 * A short, stable hash (cyrb53, 53 bits in base 36) of strings. Not for security: it only has to
 * tell one finding from another.
 */
export function fingerprint(...parts: readonly string[]): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (const part of parts) {
    for (let i = 0; i <= part.length; i++) {
      // The NUL after each part keeps ('ab', 'c') and ('a', 'bc') apart.
      const code = i < part.length ? part.charCodeAt(i) : 0
      a = Math.imul(a ^ code, 2654435761)
      b = Math.imul(b ^ code, 1597334677)
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
