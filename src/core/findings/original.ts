import * as v from 'valibot'
import type { FindingOf, FindingsOf, Place } from './finding.ts'
import { isField } from '../form/form.ts'
import { tableIds } from '../form/table.ts'
import type { Report } from '../report/report.ts'

/**
 * What the reading of an original says of it. The report keeps these findings in its file, and a file
 * may be of another version or of another hand: so their params are told here as schemas.
 */

const words = v.string()
const list = v.pipe(v.array(v.string()), v.readonly())
const statutory = v.object({ found: words, statutory: words })
/** What stood in each of the cells, or the lines beside a table. */
const inCells = v.object({ found: list })

const of = <const Id extends string, Params extends v.GenericSchema>(rule: Id, params: Params) =>
  v.object({ rule: v.literal(rule), params })

const original = v.variant('rule', [
  of('D-TITLE', statutory),
  of('D-LABEL', statutory),
  of(
    'D-SEC',
    v.variant('problem', [
      v.object({ problem: v.literal('none') }),
      v.object({ problem: v.picklist(['missing', 'order']), section: words }),
      v.object({
        problem: v.picklist(['numeral', 'name']),
        section: words,
        ...statutory.entries
      })
    ])
  ),
  of('T3-ROWSET', v.object({})),
  of('T2-FEEDP', v.object({ found: words, decimals: v.number(), places: v.number() })),
  of('T2-INT', inCells),
  of('T2-NONNEG', inCells),
  of('T3-NONNEG', inCells),
  of('D-NUMFMT', inCells),
  of(
    'D-PROSE2',
    v.object({
      table: v.picklist(tableIds),
      ...inCells.entries
    })
  )
])

type Original = v.InferOutput<typeof original>

/** The params of each rule that the reading of an original speaks of. */
export type OriginalParams = {
  readonly [One in Original as One['rule']]: Readonly<One['params']>
}

/** What the reading of an original says of it. */
export type OriginalFinding = FindingsOf<OriginalParams>

/** A finding as a file has it. */
export type StoredFinding = NonNullable<Report['imported']>['findings'][number]

/** A finding of a rule, or with params, that this version does not know. The file keeps it whole. */
export interface UnreadFinding extends Omit<FindingOf<string, unknown>, 'unread'> {
  readonly unread: true
}

/** A finding from a file, checked against the cells of the form and the params of its rule. */
export function readStored(stored: StoredFinding): OriginalFinding | UnreadFinding {
  const fields = stored.at.kind === 'cells' ? stored.at.fields.filter(isField) : []
  const at: Place =
    stored.at.kind !== 'cells'
      ? stored.at
      : fields.length > 0
        ? { kind: 'cells', fields }
        : { kind: 'report' }
  const known = stored.at.kind !== 'cells' || fields.length === stored.at.fields.length
  const read = v.safeParse(original, stored)
  return known && read.success ? { ...stored, ...read.output, at } : { ...stored, at, unread: true }
}
