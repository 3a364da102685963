import type { Report } from '../../core/report/report.ts'
import type { Look } from './page.ts'

/** The look that a report's settings ask for: the same for preview, paper and PDF. */
export const lookOf = ({ settings }: Report, draft: boolean): Look => ({
  style: settings.look,
  digits: settings.digits ?? 'own',
  draft
})
