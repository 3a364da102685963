import type { Finding } from './finding.ts'
import type { Patch } from './reading.ts'
import { blankCells, newReport, type Report } from './report.ts'
import type { FieldId } from './table.ts'

export interface DraftOptions {
  /** The file or page the reading came from. */
  readonly name: string
  /** For a source that does not say its year. */
  readonly year: number
  /** What `recognise` found in the original, kept with the draft. */
  readonly findings: readonly Finding[]
}

/**
 * A new draft of what was recognised. Cells that were not found or not settled stay empty; totals
 * are taken as they stand, so that a difference shows.
 */
export function reportFrom(patch: Patch, { name, year, findings }: DraftOptions): Report {
  const report = newReport(patch.unitName ?? '', patch.year ?? year)
  const cells: Record<FieldId, number | null> = { ...blankCells() }
  for (const [field, reading] of Object.entries(patch.cells)) {
    cells[field as FieldId] = reading?.value ?? null
  }
  return {
    ...report,
    cells,
    notes: { ...patch.notes },
    text: { ...patch.text },
    settings: { ...report.settings, ...patch.settings },
    imported: {
      name,
      at: report.createdAt,
      findings: [...findings],
      ...(patch.leftovers.length && { leftovers: patch.leftovers.map(({ text }) => text) })
    }
  }
}
