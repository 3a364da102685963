import { parseNumber } from '../../numbers/chinese.ts'
import { place } from '../../form/layout.ts'
import type { RawCell, SourceSpan } from './raw.ts'
import type { SectionId } from '../../form/sections.ts'
import type { TableId } from '../../form/table.ts'
import type { FormRow, KnownLabel, Labels } from './labels.ts'
import { isBlank, type CellToken } from './placement.ts'
import { bare } from '../../prose/likeness.ts'

/**
 * Rows of a source: each a label of the form and the cells behind it. Long, for the walk is one loop
 * whose branches share its state.
 */

/** A grid of the source, or the lines of a section laid out as one long row. */
export interface RowSource {
  readonly rows: readonly (readonly RawCell[])[]
  readonly spans: 'kept' | 'lost'
  readonly section?: SectionId
}

export interface Segment {
  readonly source: RowSource
  /** Undefined for the numbers of table 四, which have heads above but no label before them. */
  readonly row?: FormRow
  /** The label as it stands, and how it was known; `place`: by the rows around it alone. */
  readonly label: string
  readonly match: KnownLabel['match'] | 'place'
  /** A group head with numbers of its own (（六）其他处理), or a row of the form of 2019. */
  readonly extra?: 'group' | 'old'
  readonly tokens: readonly CellToken[]
  /** The first number stands right behind the label, as where all separators were lost. */
  readonly glued?: true
}

/** A row of which the form knows nothing. */
export interface UnknownRow {
  readonly text: string
  readonly at?: SourceSpan
  readonly section?: SectionId
  readonly source: RowSource
  /** The numbers behind its label. */
  readonly tokens: readonly CellToken[]
  /** How many labelled rows stand before it. */
  readonly after: number
}

export interface Walked {
  readonly segments: readonly Segment[]
  /** Heads as they stand, with what they are: for their wording and the unit of the fee. */
  readonly heads: readonly { readonly text: string; readonly known: KnownLabel }[]
  readonly strays: readonly UnknownRow[]
}

interface Draft {
  readonly source: RowSource
  readonly label: string
  readonly known: readonly KnownLabel[]
  readonly tokens: CellToken[]
  /** Where the label ends in the text of the source. */
  readonly end: number | undefined
}

/** Table 四 printed as one line has 15 numbers; the three totals may be lost. */
export const remediesWidth = 12
/** The numbers of a group of table 四 and more, without a separator between them. */
const isDigits = (text: string) => text.length >= remediesWidth && /^\d+$/.test(text)
/** A cell in a number's place with more characters than this is no failed number. */
const longestValue = 20

const tablesOf = (known: readonly KnownLabel[]) => new Set(known.map(({ table }) => table))
export const textOfRow = (row: readonly RawCell[]): string =>
  row
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('  ')

/** Takes the grids of a report, in order, apart into labelled rows. */
export function walk(sources: readonly RowSource[], labels: Labels): Walked {
  const segments: Segment[] = []
  const heads: { text: string; known: KnownLabel }[] = []
  const strays: UnknownRow[] = []
  let table: TableId | undefined
  let open: Draft | undefined
  /** Whether the label before was a head: heads stand side by side. */
  let behindHead = false

  const close = () => {
    if (!open) return
    const { source, label, known, tokens, end } = open
    const glued = end !== undefined && tokens[0]?.at?.from === end
    open = undefined
    const filled = tokens.filter((token) => !isBlank(token)).length
    // 总计 alone could be of two tables; with numbers behind it, it is the row of table 三.
    const own = known.filter((one) => one.table === (table ?? 'requests'))
    const rowKnown = own.find(({ row }) => row)
    const head = own.find(({ row }) => !row)
    const add = (one: KnownLabel, more: Partial<Segment>) =>
      segments.push({ source, label, match: one.match, tokens, ...(glued && { glued }), ...more })
    const amongHeads = behindHead && !numbered.test(label.trim())
    behindHead = false
    if (table === 'remedies' && tokens.length >= remediesWidth && own[0]) add(own[0], {})
    // 其他, 总计 and 行政复议 are heads too; then only blank cells follow, and few, or any that
    // filled up a row of heads.
    else if (rowKnown?.row && !(head && filled === 0 && (tokens.length < 5 || amongHeads))) {
      add(rowKnown, { row: rowKnown.row })
    } else if (head) {
      if (head.old && filled) add(head, { extra: 'old' })
      else if (filled >= 5 && otherGroup.test(head.text)) add(head, { extra: 'group' })
      heads.push({ text: label, known: head })
      behindHead = true
    } else if (filled) {
      const text = [label, ...tokens.map(({ raw }) => raw)].join('  ')
      strays.push({ text, source, tokens, after: segments.length })
    }
  }

  for (const source of sources) {
    if (isTable(source.section)) table = source.section
    for (const cells of rowsOf(source)) {
      close()
      const loose: CellToken[] = []
      const unknown: RawCell[] = []
      for (const { cell, column, cols } of cells) {
        const number = parseNumber(cell.text)
        const token: CellToken = {
          raw: cell.text,
          number,
          column,
          cols,
          ...(cell.at && { at: cell.at })
        }
        // 其他结果 over two lines; the row of table 三 has a number before it.
        const piece = source.section === 'remedies' && cell.text.trim() === '其他'
        const known =
          number.kind === 'text' && !piece ? narrowed(labels.find(cell.text), table) : []
        if (known.length) {
          close()
          const tables = tablesOf(known)
          const [only] = tables
          if (tables.size === 1 && only) table = only
          open = { source, label: cell.text, known, tokens: [], end: cell.at?.to }
        } else if (number.kind !== 'text' || isDigits(cell.text))
          (open?.tokens ?? loose).push(token)
        else if (open && (isPieceOf(open, cell.text) || labels.isPiece(cell.text))) continue
        else if (open && takesWords(open, cell.text, table)) open.tokens.push(token)
        else if (!isTitle(cell.text)) {
          if (open && isFull(open)) close()
          unknown.push(cell)
        }
      }
      const numbers = loose.filter((each) => !isBlank(each)).length
      const apart = loose.length >= remediesWidth || loose.some(({ raw }) => isDigits(raw))
      if (!open && table === 'remedies' && apart) {
        segments.push({ source, label: '', match: 'exact', tokens: loose })
      } else if (unknown.every(({ text }) => labels.isPiece(text)) && !numbers) continue
      else if (unknown.length || (!open && numbers)) {
        // The one row that lines were laid out as is no row: what is strange in it stands alone.
        const whole = source.rows.length > 1 || !unknown.length
        const tokens = whole || unknown.length === 1 ? loose : []
        for (const group of whole ? [cells.map(({ cell }) => cell)] : unknown.map((one) => [one])) {
          const text = textOfRow(group)
          strays.push({
            text: whole ? text : [text, ...tokens.map(({ raw }) => raw)].join('  '),
            source,
            tokens,
            after: segments.length,
            ...spanOf(group),
            ...(source.section && { section: source.section })
          })
        }
      }
    }
    close()
  }
  return { segments, heads, strays }
}

const isTable = (section: SectionId | undefined): section is TableId =>
  section === 'disclosure' || section === 'requests' || section === 'remedies'

/** The table's own meaning of a label that several have. */
function narrowed(known: readonly KnownLabel[], table: TableId | undefined): readonly KnownLabel[] {
  const own = known.filter((one) => one.table === table)
  return own.length ? own : known
}

/** A row may have its number before its label, a head of a column has none. */
const numbered = /^(?:\d|[（(]?[一二三四五六七八九十]+[）)、.．])/

/** （六）其他处理, which was a row itself in the form of 2019. */
const otherGroup = /其他处理/

/** A head takes no numbers, a row no more than it has: what follows belongs to another label. */
const isFull = ({ known, tokens }: Draft): boolean => {
  const row = known.find((one) => one.row)?.row
  return !row || tokens.length >= row.fields.length
}

/** The rest of a label that was broken over several lines. */
function isPieceOf({ known }: Draft, text: string): boolean {
  const piece = bare(text)
  return piece.length > 0 && known.some(({ text: label }) => bare(label).includes(piece))
}

/** Words in a number's place; in a grid the row may begin with blank cells of a merged label. */
const takesWords = ({ known, tokens, source }: Draft, text: string, table: TableId | undefined) =>
  text.length <= longestValue &&
  // Lines of table 四 laid out as one row: the second halves of its narrow heads.
  !(table === 'remedies' && source.rows.length === 1 && !/\d/.test(text)) &&
  known.some(
    ({ row }) => row && tokens.length < row.fields.length + (source.rows.length > 1 ? 3 : 0)
  )

/** Table captions and units of measure over a table are no rows. */
const isTitle = (text: string) =>
  /^[（(]?单位[：:]/.test(text.trim()) || !/[\p{L}\p{N}]/u.test(text)

function spanOf(cells: readonly RawCell[]): { at?: SourceSpan } {
  const spans = cells.flatMap(({ at }) => (at ? [at] : []))
  const first = spans[0]
  return first ? { at: { from: first.from, to: Math.max(...spans.map(({ to }) => to)) } } : {}
}

interface PlacedCell {
  readonly cell: RawCell
  readonly column: number
  readonly cols: number
}

function rowsOf({ rows, spans }: RowSource): (readonly PlacedCell[])[] {
  if (spans === 'lost') {
    return rows.map((row) => row.map((cell, column) => ({ cell, column, cols: 1 })))
  }
  const byRow = rows.map((): PlacedCell[] => [])
  for (const placed of place(rows)) byRow[placed.row]?.push(placed)
  return byRow
}
