import { steps, type Direction } from '../../parts/field/number-field.ts'

/**
 * The fields of a table of figures as the grid that is seen. A row is a `tr[data-row]`, whether or
 * not it has fields; a column is one in which at least one row has a field. Tables inside the table
 * are grids of their own. Rows of one name (`data-row="2025"`) are a line that goes on: a block put on
 * the months of a year goes along all twelve.
 */

type Field = HTMLInputElement

const fieldOf = (cell: Element): Field | undefined => {
  const field = cell.firstElementChild
  return field instanceof HTMLInputElement && field.dataset['figure'] !== undefined
    ? field
    : undefined
}

/** The rows, each with its fields by their columns. */
interface FigureGrid {
  readonly rows: readonly ReadonlyMap<number, Field>[]
  readonly columns: readonly number[]
  readonly names: readonly string[]
}

function gridOf(table: HTMLTableElement): FigureGrid {
  const kept = [...table.rows].filter((row) => row.dataset['row'] !== undefined)
  const rows = kept.map((row) => {
    const fields = [...row.cells].flatMap((cell): [number, Field][] => {
      const field = fieldOf(cell)
      // Counted from the end: the head of several rows stands only in the first of them.
      return field ? [[cell.cellIndex - row.cells.length, field]] : []
    })
    return new Map(fields)
  })
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => a - b)
  return { rows, columns, names: kept.map((row) => row.dataset['row'] ?? '') }
}

const placeIn = ({ rows, columns }: Omit<FigureGrid, 'names'>, field: Field) => {
  const row = rows.findIndex((one) => [...one.values()].includes(field))
  const found = [...(rows[row] ?? [])].find(([, one]) => one === field)
  return { row, column: found ? columns.indexOf(found[0]) : -1 }
}

/** The fields of a block from this one on; undefined where the grid has none. */
export function fieldsFrom(
  from: Field
): (down: number, right: number) => HTMLInputElement | undefined {
  const table = from.closest('table')
  if (!table) return () => undefined
  const grid = gridOf(table)
  const at = placeIn(grid, from)
  if (grid.names[at.row]) return alongLines(grid, from)
  return (down, right) => {
    const column = grid.columns[at.column + right]
    return column === undefined ? undefined : grid.rows[at.row + down]?.get(column)
  }
}

/** Where rows of one name are one line. */
function alongLines({ rows, names }: FigureGrid, from: Field) {
  const lines = [...new Set(names)].map((one) =>
    rows.flatMap((row, i) => (names[i] === one ? [...row.values()] : []))
  )
  const own = lines.findIndex((line) => line.includes(from))
  const first = lines[own]?.indexOf(from) ?? -1
  return (down: number, right: number): Field | undefined => lines[own + down]?.[first + right]
}

/** The next field in a direction; places without one are stepped over. */
export function nextField(from: Field, direction: Direction): Field | undefined {
  const [down, right] = steps[direction]
  const table = from.closest('table')
  if (!table) return undefined
  const { rows, columns } = gridOf(table)
  let { row, column } = placeIn({ rows, columns }, from)
  for (;;) {
    row += down
    column += right
    const index = columns[column]
    const fields = rows[row]
    if (!fields || index === undefined) return undefined
    const field = fields.get(index)
    if (field) return field
  }
}
