import { reportTitle, sections } from '../../form/sections.ts'
import { likeness } from '../../prose/likeness.ts'
import type { Report } from '../../report/report.ts'
import { headingsOf } from '../source/headings.ts'
import type { RawBlock } from '../source/raw.ts'
import { titleOf } from '../source/title.ts'
import { comparable, type WordDifference } from './difference.ts'

/** The title of a document beside that of the report that it carries. */

export interface TitleCompared {
  readonly differences: readonly WordDifference[]
  /** The first block of the title and the one behind it. */
  readonly from: number
  readonly to: number
  /** The unit's name as the title has it. */
  readonly unit: string
}

/** How many blocks are looked through, and over how many a title may go. */
const reach = 60
const mostLines = 20

export function wordTitle(report: Report, blocks: readonly RawBlock[]): TitleCompared {
  const mine = reportTitle(report.unit.name, report.year)
  const first = blocks.findIndex(
    (block) =>
      block.type === 'text' &&
      sections.some(({ numeral, title }) => comparable(block.text) === `${numeral}、${title}`)
  )
  const end = Math.min(reach, first < 0 ? blocks.length : first)
  const runs = runsOf(blocks.slice(0, end))
  const exact = runs.find(({ text }) => comparable(text) === comparable(mine))
  if (exact) return { ...exact, differences: [], unit: report.unit.name }
  const named = runs
    .flatMap(({ text, ...run }) => {
      const whole = text.trim()
      const ending = statutory.exec(whole)
      if (!ending) return []
      return [{ ...run, unit: whole.slice(0, ending.index).trimEnd(), year: Number(ending[1]) }]
    })
    .map((run) => ({ ...run, share: likeness(run.unit, report.unit.name).share }))
    .sort((a, b) => b.share - a.share)[0]
  if (named) return { ...named, differences: about(report, named) }
  const { title } = titleOf(
    blocks,
    first < 0 ? (headingsOf(blocks).headings[0]?.block ?? 0) : first
  )
  const fixed = { kind: 'fixed', of: 'title', mine } as const
  if (!title) {
    const differences: WordDifference[] = [{ ...fixed, theirs: '' }]
    return { differences, from: 0, to: 0, unit: report.unit.name }
  }
  const { from, to, text, unitName: unit, year = report.year } = title
  return {
    from,
    to,
    unit,
    differences: [{ ...fixed, theirs: text }, ...about(report, { unit, year })]
  }
}

/** What the title ends with; the unit's name stands before it. */
const statutory = /(\d{4})\s{0,9}年政府信息公开工作年度报告$/

/** The lines at the beginning, each alone and with those behind it, as one text. */
function runsOf(blocks: readonly RawBlock[]) {
  return blocks.flatMap((_, from) =>
    Array.from({ length: mostLines }, (_, more) => blocks.slice(from, from + more + 1)).flatMap(
      (run) => {
        const lines = run.flatMap((block) => (block.type === 'text' ? [block.text] : []))
        return lines.length === run.length
          ? [{ from, to: from + run.length, text: lines.join('') }]
          : []
      }
    )
  )
}

function about(
  report: Report,
  { unit, year }: { readonly unit: string; readonly year: number }
): WordDifference[] {
  const { name } = report.unit
  return [
    ...(comparable(unit) === comparable(name)
      ? []
      : [{ kind: 'unit', mine: name, theirs: unit } as const]),
    ...(year === report.year
      ? []
      : [{ kind: 'year', year, mine: String(report.year), theirs: String(year) } as const])
  ]
}
