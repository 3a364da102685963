import { halfWidth } from '../../numbers/numeral.ts'
import { partsOf } from '../../form/field-name.ts'
import type { Form } from '../../form/form.ts'
import type { Applicant } from '../../form/requests.ts'
import type { RowSource } from '../source/segments.ts'

/**
 * In which order a source has the columns of the three tables, as their heads say. `places[i]` is
 * the column of the form that the i-th number of a row belongs to; undefined where the heads do not
 * tell, and the order of the form is taken.
 */
export interface Orders {
  readonly applicants: ReadonlyMap<RowSource, readonly number[]>
  readonly documents: ReadonlyMap<RowSource, readonly number[]>
  /** All 15 numbers of table 四 where they stand in one row, and the five of a group. */
  readonly remedies: ReadonlyMap<RowSource, readonly number[]>
  readonly outcomes: ReadonlyMap<RowSource, readonly number[]>
}

const plain = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\p{P}]/gu, '')
    .replace('其它', '其他')

/**
 * A head set in two lines may have come as two cells, in two rows even: a pattern knows its head by
 * the half that no other has, and never by both. The outcomes of table four share their halves, and
 * are known only where the two stand together.
 */
type Heads = readonly (readonly [place: number, pattern: RegExp])[]

/** 法人或其他组织: the head that stands over five columns. */
const group = -1
const applicantPatterns: Readonly<Record<Applicant, RegExp>> = {
  natural: /^自然人?$/,
  commercial: /^商业(?:企业)?$/,
  research: /^科研(?:机构)?$/,
  welfare: /^社会(?:公|公益|公益组|公益组织)?$/,
  legal: /^法律(?:服|服务|服务机|服务机构)?$/,
  otherOrg: /^其他$/,
  total: /^[总合]计?$/
}
/** The heads of the columns of table 三. */
const applicantHeads = ({ tables }: Form): Heads => [
  ...(tables.requests.columns ?? []).flatMap(({ fields: [field] }, i) => {
    const at = field && partsOf(field)
    return at?.table === 'requests' ? [[i, applicantPatterns[at.column]] as const] : []
  }),
  [group, /^法人/]
]
const documentHeads: Heads = [
  [0, /^(?:本年度?)?制[发定]/],
  [1, /^(?:本年度?)?废止/],
  [2, /^(?:现行)?有效/]
]
const outcomeHeads: Heads = [
  [0, /^结果维持$/],
  [1, /^结果纠正$/],
  [2, /^其他结果$/],
  [3, /^尚未审结$/],
  [4, /^[总合]计$/]
]
/** 行政诉讼 stands over the last two. */
const suit = 3
const remedyHeads: Heads = [
  [0, /^行政复议$/],
  [1, /^未经复议(?:直接|直接起诉)?$/],
  [2, /^复议后(?:起诉)?$/],
  [suit, /^行政诉讼$/]
]

const hasWords = /\p{Script=Han}/u

/** The heads in a row, in their order. */
function headsIn(row: RowSource['rows'][number], heads: Heads): number[] {
  const words = row.map(({ text }) => (text.length > 20 || !hasWords.test(text) ? '' : plain(text)))
  const placesOf = (word: string) =>
    heads.flatMap(([place, pattern]) => (word && pattern.test(word) ? [place] : []))
  return words.flatMap((word, i) => {
    const alone = placesOf(word)
    const next = words[i + 1]
    return alone.length || !word || !next || placesOf(next).length ? alone : placesOf(word + next)
  })
}

const isOrder = (places: readonly number[], count: number): boolean =>
  places.length === count && new Set(places).size === count

/** The order told by the heads of each source, or by those of the piece of the table before it. */
export function ordersOf(sources: readonly RowSource[], form: Form): Orders {
  const heads = applicantHeads(form)
  const outcomes = told(sources, outcomeOrder)
  const groups = told(sources, groupOrder)
  const remedies = new Map<RowSource, readonly number[]>()
  for (const source of sources) {
    const five = outcomes.get(source) ?? [0, 1, 2, 3, 4]
    const three = groups.get(source) ?? [0, 1, 2]
    remedies.set(
      source,
      three.flatMap((kind) => five.map((outcome) => kind * five.length + outcome))
    )
  }
  return {
    applicants: told(sources, (rows) => applicantOrder(rows, heads)),
    documents: told(sources, (rows) =>
      rows.map((row) => headsIn(row, documentHeads)).find((places) => isOrder(places, 3))
    ),
    remedies,
    outcomes
  }
}

function told(
  sources: readonly RowSource[],
  orderOf: (rows: RowSource['rows']) => readonly number[] | undefined
): ReadonlyMap<RowSource, readonly number[]> {
  const result = new Map<RowSource, readonly number[]>()
  let known: readonly number[] | undefined
  // Where each row came as a table of its own, the heads of several make the order.
  let rows: RowSource['rows'] = []
  for (const source of sources) {
    rows = source.rows.length < 3 ? [...rows.slice(-4), ...source.rows] : source.rows
    known = orderOf(rows) ?? known
    if (known) result.set(source, known)
  }
  return result
}

function applicantOrder(rows: RowSource['rows'], heads: Heads): readonly number[] | undefined {
  // All heads but the one that stands over others; two of the columns stand beside it.
  const count = heads.length - 1
  const under = count - 2
  let over: readonly number[] | undefined
  for (const row of rows) {
    const all = headsIn(row, heads)
    const whole = all.slice(0, count)
    if (!whole.includes(group) && isOrder(whole, count)) {
      // 自然人 总计 and then the others: heads in two rows, of which the one over the others is unknown.
      return whole[1] === count - 1 ? undefined : whole
    }
    const isOver = all.slice(0, 3).includes(group)
    const below = isOver ? all.slice(3) : all
    if (isOver) over = all.slice(0, 3)
    if (over && below.length >= under) {
      const order = over.flatMap((place) => (place === group ? below.slice(0, under) : [place]))
      return isOrder(order, count) ? order : undefined
    }
  }
  return undefined
}

function outcomeOrder(rows: RowSource['rows']): readonly number[] | undefined {
  for (const row of rows) {
    const five = headsIn(row, outcomeHeads).slice(0, 5)
    if (isOrder(five, 5)) return five
  }
  return undefined
}

function groupOrder(rows: RowSource['rows']): readonly number[] | undefined {
  const all = rows.map((row) => headsIn(row, remedyHeads))
  const over = all.find((places) => places.includes(0) && places.includes(suit))
  const suits = all
    .map((places) => places.filter((place) => place === 1 || place === 2))
    .find((places) => isOrder(places, 2))
  if (!over) return undefined
  const two = suits ?? [1, 2]
  return over.indexOf(0) < over.indexOf(suit) ? [0, ...two] : [...two, 0]
}

/** The cells in the order of the form. */
export const ordered = <T>(cells: readonly T[], places: readonly number[]): T[] =>
  places.flatMap((_, column) => {
    const cell = cells[places.indexOf(column)]
    return cell === undefined ? [] : [cell]
  })

/** Whether an order is another than the form's. */
export const isOther = (places: readonly number[] | undefined): places is readonly number[] =>
  places !== undefined && places.some((place, i) => place !== i)
