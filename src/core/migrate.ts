import * as v from 'valibot'
import { blankCells, newReport, reportSchema, type Report } from './report.ts'

/** The version of the file that this code writes. */
const currentSchema = 1

type Data = Readonly<Record<string, unknown>>

/**
 * Append-only: `steps[n]` takes data of schema n + 1 to schema n + 2. A released step never changes;
 * each has a fixture of a real old file in tests/fixtures/schema-N.
 */
const steps: readonly ((data: Data) => Data)[] = []

export type Opened =
  | { readonly ok: true; readonly report: Report; readonly migratedFrom?: number }
  | {
      readonly ok: false
      /**
       * `foreign`: not a report file at all. `newer`: written by a later version, left untouched.
       * `damaged`: a report file with a value that cannot be, named in `detail`.
       */
      readonly reason: 'foreign' | 'newer' | 'damaged'
      readonly detail: string
    }

const isObject = (data: unknown): data is Data =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/**
 * The one door for data from outside: a file, a backup, the database. Takes anything, never throws.
 * What an older or hand-made file lacks is filled with its empty value; what this version does not
 * know is kept; a value that is there but cannot be is refused with its path.
 */
export function openReport(data: unknown): Opened {
  if (!isObject(data) || data['format'] !== 'zfxxgk-annual-report') {
    return { ok: false, reason: 'foreign', detail: '' }
  }
  const schema = data['schema']
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return { ok: false, reason: 'damaged', detail: 'schema' }
  }
  if (schema > currentSchema) return { ok: false, reason: 'newer', detail: String(schema) }
  const current = steps.slice(schema - 1).reduce((old, step) => step(old), data)
  const parsed = v.safeParse(reportSchema, completed(current))
  if (!parsed.success) {
    const [issue] = parsed.issues
    return { ok: false, reason: 'damaged', detail: v.getDotPath(issue) ?? issue.message }
  }
  const report: Report = parsed.output
  return { ok: true, report, ...(schema < currentSchema && { migratedFrom: schema }) }
}

/** Empty values for what is missing; unit and year are never made up. */
function completed(data: Data): Data {
  const { unit, year: _year, ...empty } = newReport('', 2021)
  const own = isObject(data['unit']) ? data['unit'] : {}
  const cells = (given: unknown): unknown =>
    isObject(given) ? { ...blankCells(), ...given } : given
  return {
    ...empty,
    ...data,
    schema: currentSchema,
    unit: { ...unit, name: undefined, ...own },
    cells: cells(data['cells'] ?? {}),
    text: isObject(data['text'])
      ? { ...empty.text, ...data['text'] }
      : (data['text'] ?? empty.text),
    settings: isObject(data['settings'])
      ? { ...empty.settings, ...data['settings'] }
      : (data['settings'] ?? empty.settings),
    ...(isObject(data['previous']) && {
      previous: {
        text: empty.text,
        metrics: [],
        ...data['previous'],
        cells: cells(data['previous']['cells'] ?? {})
      }
    }),
    year: data['year'] ?? undefined
  }
}
