import type { Down, WordAside, WordCell, WordPart, WordTable } from './tables.ts'

/** The cells of a row. */
export interface RowDefinition {
  /** Where the cells begin and the last ends, in twentieths of a point. */
  readonly edges: number[]
  /** Of each cell: 0, or how it takes part in a merged cell over several columns. */
  readonly across: number[]
  /** Of each cell: whether it goes on the one above, or begins what goes on below. */
  readonly down: (Down | undefined)[]
}

/** A paragraph of a story, without what is not printed. */
export interface StoryParagraph {
  readonly text: string
  /** In how many tables, one in the other, it is. */
  readonly depth: number
  readonly ends?: 'cell' | 'row' | undefined
  /** Where it ends a row: the row's cells. */
  readonly row?: RowDefinition | undefined
  /** Text boxes and notes that are tied to it. */
  readonly asides: readonly WordAside[]
}

interface Open {
  readonly rows: WordCell[][]
  cells: WordPart[][]
  parts: WordPart[]
}

/** Puts paragraphs into the cells and rows that they end, and behind each what is tied to it. */
export function storyParts(paragraphs: Iterable<StoryParagraph>): WordPart[] {
  const parts: WordPart[] = []
  const tables: Open[] = []

  const close = () => {
    const table = tables.pop()
    if (!table) return
    if (table.parts.length) table.cells.push(table.parts)
    if (table.cells.length) table.rows.push(rowOf(table.cells, undefined))
    const whole: WordTable = { rows: table.rows }
    ;(tables.at(-1)?.parts ?? parts).push(whole)
  }
  const leave = (depth: number) => {
    while (tables.length > depth) close()
  }

  for (const { text, depth, ends, row, asides } of paragraphs) {
    leave(depth)
    while (tables.length < depth) tables.push({ rows: [], cells: [], parts: [] })
    const table = tables.at(-1)
    if (!table) {
      parts.push(text)
      // One by one: there may be more than a call takes arguments.
      for (const aside of asides) parts.push(aside)
    } else if (ends === 'row') {
      if (asides.length) table.cells.push([...(table.cells.pop() ?? []), ...asides])
      table.rows.push(rowOf(table.cells, row))
      table.cells = []
      table.parts = []
    } else {
      if (text) table.parts.push(text)
      for (const aside of asides) table.parts.push(aside)
      if (ends !== 'cell') continue
      table.cells.push(table.parts)
      table.parts = []
    }
  }
  leave(0)
  return parts
}

/** The cells of a row, those that are merged side by side as one. */
function rowOf(cells: readonly WordPart[][], row: RowDefinition | undefined): WordCell[] {
  if (!row || row.across.length !== cells.length) return cells.map((parts) => ({ parts }))
  const result: WordCell[] = []
  /**
   * What marks the first of merged cells: Word's older description has it the one way, its newer
   * one the other. The first of several is marked as the first, whichever way that is.
   */
  let first = 0
  for (const [i, parts] of cells.entries()) {
    const mark = row.across[i] ?? 0
    const [from = 0, to = 0] = row.edges.slice(i, i + 2)
    const last = result.at(-1)
    if (mark && first && mark !== first && last?.edges) {
      result[result.length - 1] = { ...last, edges: [last.edges[0], to] }
      continue
    }
    first = mark
    result.push({ parts, edges: [from, to], down: row.down[i] })
  }
  return result
}
