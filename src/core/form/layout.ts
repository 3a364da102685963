/**
 * The algebra of tables with merged cells.
 *
 * Rows are written as HTML writes them: a position that a span from above or from the left already
 * covers is left out. `place` finds where each cell stands; `dense` asks the opposite question.
 */

/** How many columns and rows a cell covers; 1 when absent. */
export interface Spanned {
  readonly cols?: number
  readonly rows?: number
}

/** A cell with the place of its top left corner and its full extent, all counted from 0. */
export interface Placed<Cell extends Spanned> {
  readonly cell: Cell
  readonly row: number
  readonly column: number
  readonly cols: number
  readonly rows: number
}

/** Places every cell of a table, in reading order, by the rule HTML uses for `<td>`. */
export function place<Cell extends Spanned>(rows: readonly (readonly Cell[])[]): Placed<Cell>[] {
  const placed: Placed<Cell>[] = []
  /** For each column, the first row that no cell from above covers any more. */
  const free: number[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while ((free[column] ?? 0) > row) column++
      const { cols = 1, rows: depth = 1 } = cell
      placed.push({ cell, row, column, cols, rows: depth })
      for (let c = column; c < column + cols; c++) free[c] = row + depth
      column += cols
    }
  })
  return placed
}

/**
 * The same table as a rectangle: `dense(rows)[r][c]` is the cell that covers row r, column c, or
 * undefined where none does. A position covered twice holds the later cell.
 */
export function dense<Cell extends Spanned>(
  rows: readonly (readonly Cell[])[]
): (Placed<Cell> | undefined)[][] {
  const grid: (Placed<Cell> | undefined)[][] = rows.map(() => [])
  for (const placed of place(rows)) {
    for (let r = placed.row; r < placed.row + placed.rows; r++) {
      const line = grid[r]
      if (!line) continue
      for (let c = placed.column; c < placed.column + placed.cols; c++) line[c] = placed
    }
  }
  return grid
}

/** Whether the cells cover a rectangle of `columns` × `rows.length` exactly once each. */
export function tiles(rows: readonly (readonly Spanned[])[], columns: number): boolean {
  const covered = rows.map(() => new Array<number>(columns).fill(0))
  for (const { row, column, cols, rows: depth } of place(rows)) {
    for (let r = row; r < row + depth; r++) {
      for (let c = column; c < column + cols; c++) {
        const line = covered[r]
        if (!line || c >= columns) return false
        line[c] = (line[c] ?? 0) + 1
      }
    }
  }
  return covered.every((line) => line.every((times) => times === 1))
}
