import type { FieldTable } from '../../parts/field/field-grid.svelte.ts'
import { steps, type Direction } from '../../parts/field/reach.ts'

/**
 * The fields of a table of figures as the grid that is seen. A row is a `tr[data-row]`, whether or
 * not it has fields; a column is one in which at least one row has a field. Tables inside the table
 * are grids of their own. Rows of one name (`data-row="2025"`) are a line that goes on: a block put on
 * the months of a year goes along all twelve.
 */

type Field = HTMLInputElement

/** The field of a figure that stands in a cell of a table. */
export const fieldOf = (cell: Element | null | undefined): Field | undefined => {
  const field = cell?.firstElementChild
  return field instanceof HTMLInputElement && field.dataset['figure'] !== undefined
    ? field
    : undefined
}

/** The rows, each with its fields by their columns. */
interface FigureGrid {
  readonly rows: readonly ReadonlyMap<number, Field>[]
  readonly columns: readonly number[]
}

const gridOf = (rows: readonly ReadonlyMap<number, Field>[]): FigureGrid => ({
  rows,
  columns: [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => a - b)
})

/** The grid as it is seen. */
function seenIn(kept: readonly HTMLTableRowElement[]): FigureGrid {
  const rows = kept.map((row) => {
    const fields = [...row.cells].flatMap((cell): [number, Field][] => {
      const field = fieldOf(cell)
      // Counted from the end: the head of several rows stands only in the first of them.
      return field ? [[cell.cellIndex - row.cells.length, field]] : []
    })
    return new Map(fields)
  })
  return gridOf(rows)
}

/** The grid in which rows of one name are one. */
function linesOf(kept: readonly HTMLTableRowElement[], seen: FigureGrid): FigureGrid {
  const names = kept.map((row) => row.dataset['row'] ?? '')
  if (names.every((name) => !name)) return seen
  const lines = [...new Set(names)].map((name) =>
    seen.rows.flatMap((row, i) => (names[i] === name ? [...row.values()] : []))
  )
  return gridOf(lines.map((line) => new Map(line.map((field, i) => [i, field]))))
}

function placeIn({ rows, columns }: FigureGrid, field: Field) {
  const row = rows.findIndex((one) => [...one.values()].includes(field))
  const found = [...(rows[row] ?? [])].find(([, one]) => one === field)
  return { row, column: found ? columns.indexOf(found[0]) : -1 }
}

/** The next field in a direction; places without one are stepped over. */
function nextIn(grid: FigureGrid, from: Field, direction: Direction): Field | undefined {
  const [down, right] = steps[direction]
  let { row, column } = placeIn(grid, from)
  for (;;) {
    row += down
    column += right
    const index = grid.columns[column]
    const fields = grid.rows[row]
    if (!fields || index === undefined) return undefined
    const field = fields.get(index)
    if (field) return field
  }
}

/** The fields of some rows in some columns, counted from 0. */
const block = (
  { rows, columns }: FigureGrid,
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number]
): (Field | undefined)[][] =>
  rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => row.get(column)))

/** The table of a figure's field, with the fields that a block comes to lie on. */
export interface FigureFields extends FieldTable<Field> {
  readonly under: (
    corner: Field,
    block: readonly (readonly unknown[])[]
  ) => readonly (readonly (Field | undefined)[])[]
}

/** The table that a field stands in; one that has gone from the screen has no fields any more. */
export function figureFields(from: Field): FigureFields {
  const table = from.isConnected ? from.closest('table') : null
  const rows = [...(table?.rows ?? [])]
  const kept = rows.filter((row) => row.dataset['row'] !== undefined)
  const seen = seenIn(kept)
  const lines = linesOf(kept, seen)
  const fields = seen.rows.flatMap((row) => [...row.values()])
  const span = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)]
  return {
    next: (field, to) => nextIn(seen, field, to),
    beside: (field, to) => nextIn(lines, field, to),
    isFilled: ({ value }) => value !== '',
    first: fields[0],
    last: fields.at(-1),
    all: () => block(lines, [0, lines.rows.length], [0, lines.columns.length]),
    range(anchor, head) {
      const [a, b] = [placeIn(lines, anchor), placeIn(lines, head)]
      if (a.row < 0 || b.row < 0) return []
      return block(lines, span(a.row, b.row), span(a.column, b.column))
    },
    under(corner, pasted) {
      const at = placeIn(lines, corner)
      return pasted.map((row, down) =>
        row.map((_, right) => {
          const column = lines.columns[at.column + right]
          return column === undefined ? undefined : lines.rows[at.row + down]?.get(column)
        })
      )
    }
  }
}
