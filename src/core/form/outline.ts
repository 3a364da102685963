import type { SectionId } from './sections.ts'

/** A place one can be in a report: the lead-in, one of the six sections, the platforms' figures. */
export type Spot = 'leadIn' | SectionId | 'platforms'

/** All of them, in the order of the report. */
export const spots: readonly Spot[] = [
  'leadIn',
  'overview',
  'disclosure',
  'requests',
  'remedies',
  'problems',
  'other',
  'platforms'
]
