import type { Finding } from '../../finding.ts'
import type { Channel, Chart, Metric, Report, Unit } from '../../report.ts'
import type { TextKey } from '../../sections.ts'
import type { FieldId } from '../../table.ts'

/** What is different from a report without findings, and in Chinese what it shows. */
export interface Example {
  readonly note: string
  readonly cells?: Readonly<Partial<Record<FieldId, number | null>>>
  readonly text?: Readonly<Partial<Record<TextKey, string>>>
  readonly unit?: Partial<Unit>
  readonly settings?: Partial<Report['settings']>
  readonly channels?: readonly Channel[]
  readonly metrics?: readonly Metric[]
  readonly charts?: readonly Chart[]
  /** Last year's report is known, and in this differs from what led to this year's figures. */
  readonly last?: {
    readonly cells?: Readonly<Partial<Record<FieldId, number | null>>>
    readonly text?: Readonly<Partial<Record<TextKey, string>>>
    readonly final?: boolean
  }
  /** What the reading of the original noticed. */
  readonly imported?: readonly Finding[]
}

export interface Examples {
  readonly pass: readonly Example[]
  readonly fail: readonly Example[]
}

/** Something that the reading of an original noticed. */
export const noticed = (
  rule: string,
  at: Finding['at'],
  params: Finding['params']
): readonly Finding[] => [
  { rule, severity: 'warning', at, params, fingerprint: `original-${rule}` }
]
