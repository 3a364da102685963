import { knownIn, unknownIn, type Difference, type ComparedPart } from './compare.ts'
import { withCells } from './edit.ts'
import type { Report } from './report.ts'
import type { FieldId } from '../form/table.ts'

/** Two states of a report made into one. */

/**
 * `mine` with the chosen differences taken from `theirs`. Totals are not recomputed. Figures bring
 * the platforms they belong to, charts the figures they show: nothing is left without its owner. The
 * remark that other hands changed the file comes with whatever is taken from it.
 */
export function takeTheirs(mine: Report, theirs: Report, chosen: readonly Difference[]): Report {
  if (chosen.length === 0) return mine
  const chosenOnly = chosen.reduce((report, difference): Report => {
    switch (difference.kind) {
      case 'cell':
        return withCells(
          report,
          { ...report.cells, [difference.field]: difference.theirs },
          // A number comes as it is printed there, with its note.
          { [difference.field]: theirs.notes[difference.field] ?? '' }
        )
      case 'text':
        return { ...report, text: { ...report.text, [difference.section]: difference.theirs } }
      case 'part':
        return withPart(report, theirs, difference.part)
    }
  }, mine)
  const taken = chosen.some((one) => one.kind === 'part' && one.part === 'notes')
    ? { ...chosenOnly, notes: notesOfBoth(chosenOnly, mine, theirs) }
    : chosenOnly
  const { proof } = theirs
  const warned = proof && 'changed' in proof ? { ...taken, proof } : taken
  return chosen.some(({ kind }) => kind === 'part') ? withOwners(warned, [theirs, mine]) : warned
}

/** Their notes behind their numbers; behind a number that stayed mine, mine. */
function notesOfBoth({ cells }: Report, mine: Report, theirs: Report): Report['notes'] {
  const isTheirs = (field: string) => cells[field as FieldId] === theirs.cells[field as FieldId]
  return Object.fromEntries([
    ...Object.entries(theirs.notes).filter(([field]) => isTheirs(field)),
    ...Object.entries(mine.notes).filter(([field]) => !isTheirs(field))
  ])
}

/** The report with a part of another; without it where the other has none. */
function withPart(report: Report, theirs: Report, part: ComparedPart): Report {
  if (part !== 'unknown') {
    const { [part]: _mine, ...others } = report
    return { ...others, ...(theirs[part] !== undefined && { [part]: theirs[part] }) } as Report
  }
  const [known, unknown] = [knownIn(report), unknownIn(theirs)]
  return {
    ...known,
    ...unknown.report,
    cells: { ...known.cells, ...unknown.cells },
    text: { ...known.text, ...unknown.text }
  }
}

/** The report with the figures its charts show and the platforms of its figures, from others. */
function withOwners(report: Report, others: readonly Report[]): Report {
  const known = new Set(report.metrics.map(({ id }) => id))
  const shown = new Set(report.charts.flatMap((chart) => chart.metrics))
  const metrics = firstById(
    others.flatMap((one) => one.metrics).filter(({ id }) => shown.has(id) && !known.has(id))
  )
  const all = [...report.metrics, ...metrics]
  const owners = new Set(all.map(({ channel }) => channel))
  const here = new Set(report.channels.map(({ id }) => id))
  const channels = firstById(
    others.flatMap((one) => one.channels).filter(({ id }) => owners.has(id) && !here.has(id))
  )
  return { ...report, metrics: all, channels: [...report.channels, ...channels] }
}

const firstById = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.filter(({ id }, i) => list.findIndex((other) => other.id === id) === i)
