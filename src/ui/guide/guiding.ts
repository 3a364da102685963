import { formOf } from '../../core/form/form.ts'
import { isWritten } from '../../core/prose/written.ts'
import { textKeys } from '../../core/form/sections.ts'
import type { Report } from '../../core/report/report.ts'
import { recall, remember } from '../../state/app/local.ts'

/**
 * Whether the guide stands beside a report: it does beside the first one that is begun in this
 * browser, until somebody says that it need not. What is kept is the id of that report, or `done`.
 */
const key = 'nianbao-guide'

/** Whether the guide is to be shown when a report is opened. */
export function guides(report: Report): boolean {
  const kept = recall(key)
  if (kept === undefined && isNew(report)) remember(key, report.id)
  return recall(key) === report.id
}

/** It has been seen, or is not wanted: it comes only when it is asked for. */
export const endGuide = (): void => remember(key, 'done')

/** Nothing is written in it, and no number but those carried over from the year before. */
function isNew(report: Report): boolean {
  const { fields, carried } = formOf(report)
  const carriedIn = new Set(carried.map(({ to }) => to))
  return (
    textKeys.every((section) => !isWritten(report.text[section])) &&
    fields.every((field) => report.cells[field] === null || carriedIn.has(field))
  )
}
