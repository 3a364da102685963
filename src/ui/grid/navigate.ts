import { dense, place, type Placed } from '../../core/form/layout.ts'
import type { Label } from '../../core/form/shape.ts'
import { isEntry, type Entry, type FieldId, type TableDef } from '../../core/form/table.ts'
import type { FieldTable } from '../parts/field/field-grid.svelte.ts'
import { steps, type Direction } from '../parts/field/reach.ts'

/** Moving about in a statutory table: only its number cells count, merged cells are one step. */
export interface Navigation extends Omit<FieldTable<FieldId>, 'isFilled'> {
  /** The next or previous number cell in reading order, as Tab goes. */
  readonly along: (from: FieldId, back: boolean) => FieldId | undefined
  readonly range: (anchor: FieldId, head: FieldId) => FieldId[][]
  /** The number cells that a block comes to lie on whose top left corner is laid on one of them. */
  readonly under: (
    corner: FieldId,
    block: readonly (readonly unknown[])[]
  ) => (FieldId | undefined)[][]
}

export function navigation(table: TableDef): Navigation {
  const grid = dense(table.rows)
  const order = place(table.rows).flatMap((at) => (isEntry(at.cell) ? [at.cell.field] : []))
  const places = new Map<FieldId, Placed<Label | Entry>>()
  for (const at of place(table.rows)) if (isEntry(at.cell)) places.set(at.cell.field, at)

  const next = (from: FieldId, direction: Direction): FieldId | undefined => {
    const at = places.get(from)
    if (!at) return undefined
    const [down, right] = steps[direction]
    let row = down > 0 ? at.row + at.rows : at.row + down
    let column = right > 0 ? at.column + at.cols : at.column + right
    for (;;) {
      const line = grid[row]
      if (!line || column < 0 || column >= line.length) return undefined
      const cell = line[column]?.cell
      if (cell && isEntry(cell)) return cell.field
      row += down
      column += right
    }
  }

  const range: Navigation['range'] = (anchor, head) => {
    const [a, b] = [places.get(anchor), places.get(head)]
    if (!a || !b) return []
    const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row + a.rows, b.row + b.rows)]
    const left = Math.min(a.column, b.column)
    const right = Math.max(a.column + a.cols, b.column + b.cols)
    return grid
      .slice(top, bottom)
      .map((line) =>
        line
          .slice(left, right)
          .flatMap((at, i) =>
            at && isEntry(at.cell) && (i === 0 || line[left + i - 1] !== at) ? [at.cell.field] : []
          )
      )
      .filter((line) => line.length > 0)
  }

  const [first, last] = [order[0], order.at(-1)]
  return {
    next,
    beside: next,
    range,
    all: () => (first && last ? range(first, last) : []),
    first,
    last,
    under(corner, block) {
      let first: FieldId | undefined = corner
      return block.map((row) => {
        let at = first
        first = first && next(first, 'down')
        return row.map(() => {
          const here = at
          at = at && next(at, 'right')
          return here
        })
      })
    },
    along: (from, back) => order[order.indexOf(from) + (back ? -1 : 1)]
  }
}
