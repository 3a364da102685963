import * as v from 'valibot'
import { distinct, type Mended } from './distinct.ts'
import { isRecord, without } from './json.ts'
import { excessOf, type Excess } from './limits.ts'
import { newReport } from './new-report.ts'
import { isPart, keysThat, reportParts, unitParts, type Rows } from './parts.ts'
import { currentSchema, reportSchema, type Report } from './report.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * Append-only: `steps[n]` takes data of schema n + 1 to schema n + 2. A released step never changes;
 * each has fixtures of real old files in tests/fixtures/schema-N. A step is given anything at all: what
 * it does not understand it leaves, for the schema to refuse.
 */
const steps: readonly ((data: Data) => Data)[] = [feeInFen]

/**
 * 1 → 2: the fee was counted in 元 and is counted in 分. It stands in the cells of the report and in
 * those of last year's. The proof was made of the file in its old words: of the new ones it would say
 * that other hands had changed them. It goes, but for the remark that they had been changed before.
 */
function feeInFen(data: Data): Data {
  const fee = 'disclosure.fees.amount'
  const within = (holder: Data): Data => {
    const { cells } = holder
    const amount = isRecord(cells) ? cells[fee] : undefined
    return isRecord(cells) && typeof amount === 'number'
      ? { ...holder, cells: { ...cells, [fee]: amount * 100 } }
      : holder
  }
  const { proof, ...content } = within(data)
  const { previous } = data
  return {
    ...content,
    ...(isRecord(previous) && { previous: within(previous) }),
    ...(isRecord(proof) && proof['changed'] === true && { proof })
  }
}

/** What became of opening a value: a report of the current schema, or why it is none. */
export type Opened =
  | {
      readonly ok: true
      readonly report: Report
      readonly migratedFrom?: number
      /** What had to be put right for the report to be usable; nothing of it is lost. */
      readonly mended?: readonly Mended[]
    }
  | {
      readonly ok: false
      /**
       * `foreign`: not a report file at all. `newer`: written by a later version, left untouched.
       * `damaged`: a report file with a value that cannot be, named in `detail`.
       */
      readonly reason: 'foreign' | 'newer' | 'damaged'
      readonly detail: string
    }
  /** Larger than any report: as a whole, or in the part that has too long a text or list. */
  | { readonly ok: false; readonly reason: 'excess'; readonly detail: Excess | keyof Report }

/**
 * The one door for data from outside: a file, a backup, the database. Takes anything, never throws.
 * What an older or hand-made file lacks is filled with its empty value; what this version does not
 * know is kept; identities that stand twice are told apart; a value that is there but cannot be is
 * refused with its path, and so is what is larger than any report.
 */
export function openReport(data: unknown): Opened {
  if (!isRecord(data) || data['format'] !== 'zfxxgk-annual-report') {
    return { ok: false, reason: 'foreign', detail: '' }
  }
  const schema = data['schema']
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return { ok: false, reason: 'damaged', detail: 'schema' }
  }
  if (schema > currentSchema) return { ok: false, reason: 'newer', detail: String(schema) }
  const excess = excessOf(data)
  if (excess) return { ok: false, reason: 'excess', detail: excess }
  const current = steps.slice(schema - 1).reduce((old, step) => step(old), data)
  const parsed = v.safeParse(reportSchema, completed(current))
  if (!parsed.success) {
    const [issue] = parsed.issues
    if (issue.type === 'max_length') {
      const part = issue.path?.[0].key
      return { ok: false, reason: 'excess', detail: isPart(part) ? part : 'size' }
    }
    return { ok: false, reason: 'damaged', detail: v.getDotPath(issue) ?? issue.message }
  }
  const { report, mended } = distinct(parsed.output)
  return {
    ok: true,
    report,
    ...(schema < currentSchema && { migratedFrom: schema }),
    ...(mended.length && { mended })
  }
}

/** Empty values for what is missing, but for what nobody can make up. */
function completed(data: Data): Data {
  const { unit, ...others } = newReport('', 2021)
  const empty: Data = {
    ...without(others, isRefusedIn(reportParts)),
    unit: without(unit, isRefusedIn(unitParts))
  }
  const inside = keysThat(reportParts, 'missing', 'inside')
  const { previous } = data
  return {
    ...empty,
    ...data,
    schema: currentSchema,
    ...Object.fromEntries(inside.map((key) => [key, filledIn(empty[key], data[key])])),
    ...(isRecord(previous) && {
      previous: {
        text: empty['text'],
        metrics: empty['metrics'],
        ...previous,
        cells: filledIn(empty['cells'], previous['cells'])
      }
    })
  }
}

const isRefusedIn = (rows: Rows) => (key: string) => rows[key]?.missing === 'refused'

/** What is given, key by key before what is empty; what has no keys is left for the schema to refuse. */
const filledIn = (empty: unknown, given: unknown): unknown =>
  isRecord(empty) && isRecord(given) ? { ...empty, ...given } : (given ?? empty)
