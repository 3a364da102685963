import type { OriginalFinding } from '../findings/original.ts'
import type { Patch } from './source/reading.ts'
import { uuid } from '../report/identity.ts'
import type { FoundFigure } from './figures/found-figure.ts'
import type { Channel, Metric, Report } from '../report/report.ts'
import { newReport } from '../report/new-report.ts'
import { blankCells } from '../form/cells.ts'
import type { FieldId } from '../form/table.ts'

export interface DraftOptions {
  /** The file or page the reading came from. */
  readonly name: string
  /** For a source that does not say its year. */
  readonly year: number
  /** What `recognise` found in the original, kept with the draft. */
  readonly findings: readonly OriginalFinding[]
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
    ...platformsOf(patch.figures, report, name),
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

/** The platforms that the prose names, each once, with their figures of the report's year. */
function platformsOf(
  figures: readonly FoundFigure[],
  { year, unit }: Report,
  source: string
): { readonly channels: readonly Channel[]; readonly metrics: readonly Metric[] } {
  const channels = new Map<string, Channel>()
  const metrics: Metric[] = []
  for (const { platform, closed, quote, from: _from, to: _to, ...figure } of figures) {
    const key = `${platform.kind} ${platform.name}`
    const channel = channels.get(key) ?? {
      id: uuid(),
      ...platform,
      accountId: '',
      sponsor: unit.name,
      status: 'active' as const,
      openedOn: '',
      closedOn: '',
      closeReason: ''
    }
    channels.set(key, closed ? { ...channel, status: 'closed' } : channel)
    if (figure.value === null) continue
    metrics.push({
      id: uuid(),
      channel: channel.id,
      ...figure,
      year,
      source,
      date: '',
      note: quote
    })
  }
  return { channels: [...channels.values()], metrics }
}
