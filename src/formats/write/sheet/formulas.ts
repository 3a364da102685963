/** Formulas as a workbook writes them (ISO/IEC 29500-1, 18.17), in functions that every program has. */
import type { Formula } from '../../../core/form/sheet.ts'

/** Where a cell stands: its sheet by its place in the workbook; row and column from 0. */
export interface CellAddress {
  readonly sheet: number
  readonly row: number
  readonly column: number
}

/** The cells of a workbook that have an id, and the names of its sheets. */
export interface Addresses {
  readonly cells: ReadonlyMap<string, CellAddress>
  readonly names: readonly string[]
}

/** The name of a cell by its row and column, as `AB12`. */
export function cellRef(row: number, column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** The name of a sheet as it stands before a cell's. */
export const sheetPrefix = (name: string): string => `'${name.replace(/'/g, "''")}'!`

/**
 * A formula for a cell of a sheet; undefined where the workbook lacks a cell of it. Sums are made by
 * SUM, which passes over blanks and texts, and never by +, which fails on them.
 */
export function formulaText(
  formula: Formula,
  sheet: number,
  addresses: Addresses
): string | undefined {
  const refs = (ids: readonly string[]) => rangesOf(ids, sheet, addresses)
  switch (formula.kind) {
    case 'sum': {
      const of = refs(formula.of)?.join()
      return of && `IF(COUNT(${of})=0,"",SUM(${of}))`
    }
    case 'difference': {
      const [left, right] = [refs(formula.left)?.join(), refs(formula.right)?.join()]
      return left && right && `IF(COUNT(${left},${right})=0,"",SUM(${left})-SUM(${right}))`
    }
    case 'agreement': {
      const { left, right, words } = formula
      const [a, b] = [refs(left)?.join(), refs(right)?.join()]
      if (!a || !b) return undefined
      const more = `AND(SUM(${a})>SUM(${b}),COUNT(${b})=${right.length})`
      const less = `AND(SUM(${a})<SUM(${b}),COUNT(${a})=${left.length})`
      const whole = `COUNT(${a},${b})=${left.length + right.length}`
      const [agree, differ, open] = [words.agree, words.differ, words.open].map(quoted)
      return `IF(OR(${more},${less}),${differ},IF(${whole},${agree},${open}))`
    }
    case 'count':
      return refs(formula.of)
        ?.map((range) => `COUNTIF(${range},${quoted(formula.word)})`)
        .join('+')
  }
}

const quoted = (word = ''): string => `"${word.replace(/"/g, '""')}"`

/** The cells as ranges, those that follow each other in a row or a column as one. */
function rangesOf(
  ids: readonly string[],
  sheet: number,
  { cells, names }: Addresses
): readonly string[] | undefined {
  const runs: CellAddress[][] = []
  for (const id of ids) {
    const at = cells.get(id)
    if (!at) return undefined
    const run = runs.at(-1)
    if (run && follows(run, at)) run.push(at)
    else runs.push([at])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    const from = cellRef(first.row, first.column)
    const prefix = first.sheet === sheet ? '' : sheetPrefix(names[first.sheet] ?? '')
    return `${prefix}${from}${run.length > 1 ? `:${cellRef(last.row, last.column)}` : ''}`
  })
}

/** Whether a cell goes on with a run, in the direction that it has taken. */
function follows(run: readonly CellAddress[], at: CellAddress): boolean {
  const [last, before] = [run.at(-1), run.at(-2)]
  if (!last || last.sheet !== at.sheet) return false
  const [down, right] = [at.row - last.row, at.column - last.column]
  if (!(down === 1 && right === 0) && !(down === 0 && right === 1)) return false
  return !before || (last.row - before.row === down && last.column - before.column === right)
}
