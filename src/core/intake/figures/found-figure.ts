import type { Metric } from '../../report/report.ts'
import type { Platform } from './platforms.ts'

/** A figure of a platform that the prose of section 一 states, as a proposal for the report. */
export interface FoundFigure extends Pick<
  Metric,
  'key' | 'name' | 'period' | 'value' | 'qualifier' | 'shown' | 'unit'
> {
  readonly platform: Pick<Platform, 'kind' | 'name'>
  /** The platform was closed in the year; it has no figure, but the report has to name it. */
  readonly closed?: true
  /** The clause it was found in. */
  readonly quote: string
  /** Where the number stands in the text of the section, with 约 or 余, without its measure word. */
  readonly from: number
  readonly to: number
}
