import { readdirSync, readFileSync } from 'node:fs'
import { parseCell } from '../../../src/core/form/cell.ts'
import { fields, form2021, isField } from '../../../src/core/form/form.ts'
import { eachText } from '../../../src/core/form/sections.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { unitKinds, unitLevels, type Report } from '../../../src/core/report/report.ts'

/**
 * The whole reports in `tests/fixtures/reports`: a head of `key = value` lines, then parts that open
 * with `# name`. `# numbers` has the numbers of the tables that are not 0, the totals left out, for they
 * follow; the others are the texts. A name with `last` before it is of last year's report, which
 * was published.
 */

const folder = new URL('../../fixtures/reports/', import.meta.url)

/** The texts of all of them, by kind of office and name of file. */
export const wholeReports: ReadonlyMap<string, string> = new Map(
  ['towns', 'county-departments', 'city-departments', 'governments'].flatMap((kind) =>
    readdirSync(new URL(kind, folder)).map((file): [string, string] => [
      `${kind}/${file}`,
      readFileSync(new URL(`${kind}/${file}`, folder), 'utf8')
    ])
  )
)

/** The text of one of them. */
export function source(name: string): string {
  const text = wholeReports.get(name)
  if (text === undefined) throw new Error(`no report: ${name}`)
  return text
}

/** The report that such a text states. */
export function reportOf(source: string): Report {
  const parts = partsOf(source)
  const head = pairsOf(parts.get('') ?? '')
  const said = (key: string): string => head.get(key) ?? ''
  const year = Number(said('year'))
  const empty = newReport(said('unit'), year)
  const now = withNumbers(empty, parts.get('numbers') ?? '')
  const last = withNumbers(empty, parts.get('last numbers') ?? '')
  return {
    ...now,
    unit: {
      ...now.unit,
      kind: oneOf(unitKinds, said('kind')),
      level: oneOf(unitLevels, said('level'))
    },
    scope: oneOf(['own', 'rollup'], head.get('scope') ?? 'own'),
    text: eachText((key) => parts.get(key) ?? ''),
    ...(parts.has('last numbers') && {
      previous: {
        year: year - 1,
        cells: last.cells,
        text: eachText((key) => parts.get(`last ${key}`) ?? ''),
        metrics: [],
        final: true
      }
    })
  }
}

/** The parts by their names; the head has none. */
const partsOf = (source: string): ReadonlyMap<string, string> =>
  new Map(
    `# \n${source}`.split(/^# /m).map((part) => {
      const end = part.indexOf('\n')
      return [part.slice(0, end).trim(), part.slice(end + 1).trim()]
    })
  )

const pairsOf = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [key = '', value = ''] = line.split(' = ')
        return [key, value]
      })
  )

/** The report with these numbers in its tables, and 0 in every other cell. */
function withNumbers(report: Report, lines: string): Report {
  const patch: Partial<Record<FieldId, number | null>> = Object.fromEntries(
    fields.filter((field) => !form2021.totals.has(field)).map((field) => [field, 0])
  )
  for (const [field, text] of pairsOf(lines)) {
    if (!isField(field)) throw new Error(`no field: ${field}`)
    const read = parseCell(field, text)
    if (!read.ok) throw new Error(`no number: ${field} = ${text}`)
    patch[field] = read.value
  }
  return setCells(report, patch)
}

function oneOf<Item extends string>(list: readonly Item[], text: string): Item {
  const found = list.find((item) => item === text)
  if (found === undefined) throw new Error(`“${text}” is none of ${list.join(', ')}`)
  return found
}
