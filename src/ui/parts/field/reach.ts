/** Where the keys of a grid lead, whatever its fields are. */

export type Direction = 'up' | 'down' | 'left' | 'right'

/** How far a direction leads, in rows downward and in columns to the right. */
export const steps: Readonly<Record<Direction, readonly [down: number, right: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1]
}

/**
 * To the next field; ten further; to where filled fields end or begin; to the end of the row or column; to
 * the first field of the table (`left`) or its last.
 */
export type Reach = 'next' | 'page' | 'edge' | 'line' | 'table'

/** To another field, or the selection with it. */
export interface FieldMove {
  readonly to: Direction
  readonly reach: Reach
  readonly extend: boolean
}

/** A grid as its keys see it. */
export interface KeyedGrid<Field> {
  readonly next: (from: Field, to: Direction) => Field | undefined
  readonly isFilled: (field: Field) => boolean
  readonly first: Field | undefined
  readonly last: Field | undefined
}

/** So many rows a page key leads on. */
const page = 10

/** The field that a key leads to from another; that one itself where there is none beyond it. */
export function reached<Field>(
  from: Field,
  { to, reach }: Pick<FieldMove, 'to' | 'reach'>,
  { next, isFilled, first, last }: KeyedGrid<Field>
): Field {
  if (reach === 'table') return (to === 'left' ? first : last) ?? from
  if (reach === 'edge') return edge(from, (field) => next(field, to), isFilled)
  const most = { next: 1, page, line: Infinity }[reach]
  let at = from
  for (let gone = 0; gone < most; gone++) {
    const further = next(at, to)
    if (further === undefined) break
    at = further
  }
  return at
}

/** As spreadsheets do: along filled fields to the last of them, else over blank ones to the next filled. */
function edge<Field>(
  from: Field,
  next: (field: Field) => Field | undefined,
  isFilled: (field: Field) => boolean
): Field {
  let at = next(from)
  if (at === undefined) return from
  const along = isFilled(from) && isFilled(at)
  for (;;) {
    const further = next(at)
    if (further === undefined || (along ? !isFilled(further) : isFilled(at))) return at
    at = further
  }
}

/**
 * Filling a block down (`from` is `up`) or right (`left`): for each cell the one whose number it gets, which
 * is the first of the block in its column or row. A block of one row, or column, gets what stands beside
 * it.
 */
export function fillSources<Field>(
  next: KeyedGrid<Field>['next'],
  block: readonly Field[],
  from: 'up' | 'left'
): ReadonlyMap<Field, Field> {
  const within = new Set(block)
  const before = new Map(block.map((field) => [field, next(field, from)]))
  const isOneLine = ![...before.values()].some((field) => field !== undefined && within.has(field))
  const sources = new Map<Field, Field>()
  // In reading order: what a cell is filled from has been seen before it.
  for (const [field, source] of before) {
    if (source !== undefined && (isOneLine || within.has(source))) {
      sources.set(field, sources.get(source) ?? source)
    }
  }
  return sources
}
