import { untrack } from 'svelte'
import { addChannel } from '../../core/platforms/edit.ts'
import {
  columnChoices,
  columnOf,
  columnsKept,
  distinctColumns,
  textOfColumns,
  type Column,
  type KnownColumns
} from '../../core/platforms/exported/column.ts'
import {
  figureTable,
  guessColumns,
  type FigureTable
} from '../../core/platforms/exported/columns.ts'
import {
  takeIn,
  withTaken,
  type FigureIntake,
  type Taken
} from '../../core/platforms/exported/intake.ts'
import { dense } from '../../core/form/layout.ts'
import type { RawBlock } from '../../core/intake/source/raw.ts'
import { isListHead } from '../../core/platforms/listed.ts'
import { figureLinesOf, lineId } from '../../core/platforms/lines.ts'
import { isFile } from '../../core/platforms/sources.ts'
import { dayOf } from '../../core/duties/deadlines.ts'
import type { Channel, Report } from '../../core/report/report.ts'
import { readFile } from '../../formats/index.ts'
import { recall, remember } from '../app/local.ts'
import type { Session } from '../report/session.svelte.ts'

const key = (kind: Channel['kind']): string => `nianbao-columns-${kind}`

/** What columns of this kind of platform were said to be. */
const remembered = (kind: Channel['kind']): KnownColumns =>
  columnsKept(kind, recall(key(kind)) ?? '')

/** The figures that a platform has in the report, as columns, by their names. */
function figureColumns(report: Report, channel: string): ReadonlyMap<string, Column> {
  const lines = figureLinesOf(report, channel).filter(({ again }) => again === 0)
  const alone = lines.filter(({ name }) => lines.filter((line) => line.name === name).length === 1)
  return new Map(alone.map((line) => [line.name, columnOf(line)]))
}

type Grid = Extract<RawBlock, { type: 'grid' }>
const none: Grid = { type: 'grid', rows: [], spans: 'lost' }
const isList = ({ rows: [head = []] }: Grid): boolean => isListHead(head.map(({ text }) => text))

const idOf = ({ line, year }: Taken): string => `${lineId(line)}\u001f${year}`

/** The import of a platform's export: a file, what its columns are, and what comes of it. */
export class FigureImport {
  readonly #session: Session
  channel: string = $state('')
  name: string = $state('')
  /** The day of the file. */
  day: string = $state('')
  failed: boolean = $state(false)
  table: FigureTable | undefined = $state.raw()
  columns: readonly Column[] = $state.raw([])
  #replaced: Readonly<Record<string, boolean>> = $state.raw({})

  readonly result: FigureIntake | undefined = $derived.by(() => {
    const channel = this.#channel
    const { table } = this
    return table && channel && takeIn(this.#session.report, table, this.columns, channel)
  })

  /** What goes into the report: all but the figures in whose stead the report keeps its own. */
  readonly taking: readonly Taken[] = $derived(
    (this.result?.taken ?? []).filter((one) => !one.instead || this.replaces(one))
  )

  constructor(session: Session) {
    this.#session = session
    // An edit of the report, as a platform made here, must not begin the import anew.
    this.channel = untrack(() => session.report.channels[0]?.id ?? '')
  }

  /** What a column can be: what such a platform has, and what is guessed or chosen beside that. */
  readonly choices: readonly Column[] = $derived.by(() => {
    const channel = this.#channel
    if (!channel) return []
    const own = figureColumns(this.#session.report, channel.id).values()
    return distinctColumns([...columnChoices(channel.kind), ...own, ...this.columns])
  })

  get #channel(): Channel | undefined {
    return this.#session.report.channels.find(({ id }) => id === this.channel)
  }

  /** Takes the list of figures that a workbook of ours has, else the largest table of the file. */
  open = async (file: File): Promise<void> => {
    const read = await readFile(file)
    const blocks = read.ok && 'blocks' in read ? read.blocks : []
    const grids = blocks.flatMap((block) => (block.type === 'grid' ? [block] : []))
    const largest = (a: Grid, b: Grid) => (b.rows.length > a.rows.length ? b : a)
    const { rows, lines } = grids.find(isList) ?? grids.reduce(largest, grids[0] ?? none)
    this.failed = rows.length === 0
    this.name = file.name
    this.day = dayOf(new Date(file.lastModified))
    this.#replaced = {}
    const texts = dense(rows).map((row) => Array.from(row, (at) => at?.cell.text ?? ''))
    this.table = this.failed ? undefined : figureTable(texts, lines)
    this.#guess()
  }

  choose = (channel: string): void => {
    this.channel = channel
    this.#guess()
  }

  mean = (index: number, column: Column): void => {
    this.columns = this.columns.map((one, i) => (i === index ? column : one))
  }

  /**
   * Whether a figure gives way to the file's. Unless it is said otherwise, one does that came from a
   * file itself; what somebody wrote stays.
   */
  replaces = (one: Taken): boolean =>
    this.#replaced[idOf(one)] ?? (one.instead !== undefined && isFile(one.instead.source))

  replace = (ones: readonly Taken[], replaced: boolean): void => {
    const said = ones.map((one) => [idOf(one), replaced] as const)
    this.#replaced = { ...this.#replaced, ...Object.fromEntries(said) }
  }

  /** Puts the figures into the report as one edit, and keeps in mind what the columns are. */
  take = (): void => {
    const { table, taking, name: source, day: date } = this
    const channel = this.#channel
    if (!table || !channel) return
    this.#session.editMuch((report) => withTaken(report, taking, { source, date }), 'import')
    const chosen = table.head.map((head, i) => [head, this.columns[i] ?? 'skip'] as const)
    const known = { ...remembered(channel.kind), ...Object.fromEntries(chosen) }
    // Without it the columns are only guessed the next time.
    remember(key(channel.kind), textOfColumns(known))
  }

  /** A platform of the chosen one's kind for a name that the file has and the report has not. */
  make = (name: string): void => {
    const kind = this.#channel?.kind
    if (kind) this.#session.edit((report) => addChannel(report, kind, name))
  }

  #guess(): void {
    const channel = this.#channel
    const { report } = this.#session
    if (!this.table || !channel) return
    this.columns = guessColumns(this.table, report.year, remembered(channel.kind), {
      kind: channel.kind,
      figures: figureColumns(report, channel.id)
    })
  }
}
