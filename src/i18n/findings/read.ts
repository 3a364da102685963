import type { Finding, Params } from '../../core/findings/finding.ts'
import { isField } from '../../core/form/form.ts'
import type { Report } from '../../core/report/report.ts'
import type { FieldId } from '../../core/form/table.ts'

/**
 * The values of a finding, read with care: findings travel in files, and a file may hold anything.
 * What is missing reads as empty or 0, so that a sentence can always be made.
 */
export interface ReadFinding {
  readonly finding: Finding
  readonly report: Report
  /** The cells the finding stands at. */
  readonly fields: readonly FieldId[]
  readonly word: (name: string) => string
  readonly number: (name: string) => number
  readonly words: (name: string) => readonly string[]
  readonly numbers: (name: string) => readonly number[]
}

export function told(finding: Finding, report: Report): ReadFinding {
  const { at } = finding
  const params: Params = finding.params
  const list = (name: string): readonly (string | number)[] => [params[name] ?? []].flat()
  return {
    finding,
    report,
    fields: at.kind === 'cells' ? at.fields.filter(isField) : [],
    word: (name) => String(params[name] ?? ''),
    number: (name) => Number(params[name] ?? 0),
    words: (name) => list(name).map(String),
    numbers: (name) => list(name).map(Number)
  }
}

/** What a rule says: the finding in one line, and why it matters where the line does not say it. */
export interface FindingWords {
  readonly title: string
  readonly why?: string
}

export type SentenceOf = (told: ReadFinding) => FindingWords

/** 一年级 of counting: 一 两 三 … as one counts things in Chinese; figures from eleven on. */
export const count = (n: number): string =>
  ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? `${n} `

/** A list as Chinese writes it. */
export const and = (list: readonly string[]): string => list.join('、')
