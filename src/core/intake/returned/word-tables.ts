import type { Block } from '../../compose/blocks.ts'
import { compose } from '../../compose/compose.ts'
import { cellText } from '../../compose/quote.ts'
import { parseCell } from '../../form/cell.ts'
import { formOf } from '../../form/form.ts'
import { place, type Spanned } from '../../form/layout.ts'
import type { OutCell } from '../../form/sheet.ts'
import { tableIds, type FieldId, type TableId } from '../../form/table.ts'
import type { Report } from '../../report/report.ts'
import { recognise } from '../recognise.ts'
import type { RawBlock, RawCell } from '../source/raw.ts'
import { comparable, type WordDifference } from './difference.ts'

/** The statutory tables of a document beside those of the report that it carries. */

type Grid = Extract<RawBlock, { type: 'grid' }>
type Table = Extract<Block, { type: 'table' }>
type Tables = ReadonlyMap<TableId, Table>

export interface TablesCompared {
  readonly differences: readonly WordDifference[]
  /** Which grids are which table; one that was torn in two is there twice. */
  readonly tables: ReadonlyMap<RawBlock, TableId>
}

/** Share of a table's labels that a grid must have to be that table. */
const leastLabels = 0.4

export function wordTables(report: Report, blocks: readonly RawBlock[]): TablesCompared {
  const tables = new Map(compose(report).flatMap(statutory))
  const known = new Map<RawBlock, TableId>()
  for (const block of blocks) {
    const table = block.type === 'grid' ? tableOfGrid(block, tables) : undefined
    if (table) known.set(block, table)
  }
  const differences = [...tables].flatMap(([id, table]) => {
    const own = blocks.filter((block): block is Grid => known.get(block) === id)
    const [grid] = own
    return grid && own.length === 1 && sameShape(table.rows, grid.rows)
      ? cellByCell(report, id, table, grid)
      : byRecognition(report, id, blocks)
  })
  return { differences, tables: known }
}

/** A table of the form, with its name. */
export function statutory(block: Block): [TableId, Table][] {
  const { from } = block
  const id = from.kind === 'section' && tableIds.find((one) => one === from.section)
  return block.type === 'table' && id ? [[id, block]] : []
}

function tableOfGrid({ rows }: Grid, tables: Tables): TableId | undefined {
  const here = new Set(rows.flat().map(({ text }) => comparable(text)))
  const shares = [...tables].map(([id, table]) => {
    const cells = table.rows.flat().filter(({ field, text }) => !field && text)
    const labels = new Set(cells.map(({ text }) => comparable(text)))
    return { id, share: [...labels].filter((label) => here.has(label)).length / labels.size }
  })
  return shares.sort((a, b) => b.share - a.share).find(({ share }) => share >= leastLabels)?.id
}

/**
 * The cells that begin in each row, in order. Columns are not counted: programs part them where the
 * widths of two rows differ by a hair.
 */
function beginning<Cell extends Spanned>(rows: readonly (readonly Cell[])[]) {
  const placed = place(rows)
  return rows.map((_, r) =>
    placed.filter(({ row }) => row === r).sort((a, b) => a.column - b.column)
  )
}

function sameShape(mine: readonly (readonly OutCell[])[], theirs: readonly (readonly RawCell[])[]) {
  const [here, there] = [mine, theirs].map((rows) =>
    beginning<Spanned>(rows).map((row) => row.map(({ rows: deep }) => deep).join(' '))
  )
  return here?.join('\n') === there?.join('\n')
}

function cellByCell(report: Report, id: TableId, table: Table, grid: Grid): WordDifference[] {
  const there = beginning(grid.rows)
  return beginning(table.rows).flatMap((row, r) =>
    row.flatMap(({ cell: { field, text } }, c): WordDifference[] => {
      const cell = there[r]?.[c]?.cell
      if (!cell || comparable(cell.text) === comparable(text)) return []
      const said = { mine: text, theirs: cell.text.trim(), ...(cell.at && { at: cell.at }) }
      if (!field) return [{ kind: 'fixed', of: id, ...said }]
      const reading = parseCell(field, cell.text)
      if (!reading.ok) return [{ kind: 'cell', field, ...said }]
      const { value, note } = reading
      return isSaid(report, field, value, note)
        ? []
        : [{ kind: 'cell', field, reading: { value, note }, ...said }]
    })
  )
}

const isSaid = (report: Report, field: FieldId, value: number | null, note: string): boolean =>
  report.cells[field] === value &&
  (value === null || comparable(report.notes[field] ?? '') === comparable(note))

/** Of a table whose rows or columns were changed the numbers are found by their labels. */
function byRecognition(report: Report, id: TableId, blocks: readonly RawBlock[]): WordDifference[] {
  const { cells, leftovers } = recognise(blocks, formOf(report)).patch
  const fields = formOf(report).fieldsOf(id)
  const found = fields.flatMap((field): WordDifference[] => {
    const reading = cells[field]
    if (!reading || reading.kind === 'blank') {
      const blanked = reading && report.cells[field] !== null
      const was = { mine: cellText(report, field), theirs: '' }
      return blanked ? [{ kind: 'cell', field, reading: { value: null, note: '' }, ...was }] : []
    }
    const { value, note = '', raw, at } = reading
    if (value !== null && isSaid(report, field, value, note)) return []
    const said = { mine: cellText(report, field), theirs: raw, ...(at && { at }) }
    return [{ kind: 'cell', field, ...said, ...(value !== null && { reading: { value, note } }) }]
  })
  const gone = fields.filter((field) => !cells[field] && report.cells[field] !== null)
  const mine = gone.map((field) => cellText(report, field)).join('、')
  const absent: WordDifference = { kind: 'absent', fields: gone, mine, theirs: '' }
  const strays = leftovers
    .filter(({ section, reason }) => section === id && (reason === 'row' || reason === 'twice'))
    .map(({ text, at }): WordDifference => ({
      ...{ kind: 'stray', home: 'other', mine: '', theirs: text },
      ...(at && { at })
    }))
  return [...found, ...(gone.length ? [absent] : []), ...strays]
}
