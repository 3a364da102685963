import type { Finding } from '../../../core/checks/finding.ts'

/** What is wrong with a figure, by its id: the worst that was found. */
export type FigureMarks = ReadonlyMap<string, 'error' | 'warning'>

/** The marks of all figures that findings stand at; hints leave none. */
export function figureMarksOf(findings: readonly Finding[]): FigureMarks {
  const marks = new Map<string, 'error' | 'warning'>()
  for (const { at, severity } of findings) {
    if (at.kind !== 'metric' || severity === 'hint' || marks.get(at.id) === 'error') continue
    marks.set(at.id, severity)
  }
  return marks
}
