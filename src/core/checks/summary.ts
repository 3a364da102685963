import { fields } from '../form/form.ts'
import { textKeys } from '../form/sections.ts'
import type { Severity } from '../findings/finding.ts'
import { isRecord } from '../report/json.ts'
import type { Opened } from '../report/migrate.ts'
import { currentSchema, type Report } from '../report/report.ts'
import type { Verdict } from './state-of.ts'

/** Why a stored value is no report that this version can open. */
export type Refusal = Extract<Opened, { ok: false }>['reason']

/** What the rules say of a report, as far as a list says it. */
export interface Overview {
  readonly verdict: Verdict
  /** Whether anything is written in any of the six sections. */
  readonly begun: boolean
  /** Findings by severity, without those that somebody explained. */
  readonly counts: Readonly<Record<Severity, number>>
  /** Findings that somebody explained. */
  readonly waived: number
}

/** What came of judging a stored value. */
export type Judged =
  | ({ readonly fate: 'checked' } & Overview)
  | { readonly fate: 'refused'; readonly reason: Refusal }
  /** The rules took longer than a list may wait, or broke. */
  | { readonly fate: 'slow' | 'broken' }

/** What a list says of a report, a few hundred bytes of it: enough to find, sort and count it. */
export interface Summary {
  readonly form: typeof form
  readonly id: string
  readonly rev: number
  readonly updatedAt: string
  readonly unit: { readonly name: string }
  readonly year: number
  readonly scope: Report['scope']
  /** How many of the numbers of the form are filled in. */
  readonly filled: number
  /** Whether last year's report is in it. */
  readonly carried: boolean
  /** The day it was published, where somebody has marked that. */
  readonly published?: string
  /** Missing until the report of this revision has been judged. */
  readonly judged?: Judged
  /** What it was judged by: its own state, the earlier years, the rules, the day. */
  readonly judgedBy?: string
}

/** Rises whenever a summary says something else or more: older ones are made anew. */
const form = 1
/** Characters of a name that are kept; no unit's is a tenth as long. */
const longestName = 1000

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The summary of whatever is stored under an id, without opening it. What is plainly no report of
 * this version is refused at sight; what else is wrong with it comes out when it is judged.
 */
export function summaryOf(id: string, stored: unknown): Summary {
  const value = isRecord(stored) ? stored : {}
  const { unit, year, rev, cells, published, schema, previous } = value
  const numbers = isRecord(cells) ? cells : {}
  const isYear = typeof year === 'number' && Number.isInteger(year)
  const reason: Refusal | undefined =
    value['format'] !== 'zfxxgk-annual-report'
      ? 'foreign'
      : typeof schema === 'number' && schema > currentSchema
        ? 'newer'
        : isYear
          ? undefined
          : 'damaged'
  return {
    form,
    id,
    rev: typeof rev === 'number' ? rev : 0,
    updatedAt: text(value['updatedAt']),
    unit: { name: text(isRecord(unit) ? unit['name'] : '').slice(0, longestName) },
    year: isYear ? year : 0,
    scope: value['scope'] === 'rollup' ? 'rollup' : 'own',
    filled: fields.filter((field) => typeof numbers[field] === 'number').length,
    carried: isRecord(previous),
    ...(typeof published === 'string' && { published }),
    ...(reason && { judged: { fate: 'refused', reason } })
  }
}

/** Whether a stored value is a summary as this version makes them. */
export const isSummary = (value: unknown): value is Summary =>
  isRecord(value) && value['form'] === form && typeof value['id'] === 'string'

/** The prose of a stored report, in which a list can be searched; capitals are not told apart. */
export function searchedProse(stored: unknown): string {
  const texts = isRecord(stored) && isRecord(stored['text']) ? stored['text'] : {}
  return textKeys
    .map((key) => text(texts[key]))
    .join('\n')
    .toLowerCase()
}
