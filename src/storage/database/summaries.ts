import type Dexie from 'dexie'
import type { DBCore, DBCoreMutateRequest, DBCoreTransaction } from 'dexie'
import { searchedProse, summaryOf } from '../../core/checks/summary.ts'

/** The tables that follow every write to the reports, in the same transaction. */
const following = ['summaries', 'prose']

/**
 * Keeps a summary and the prose of every report beside it: whoever writes a report, or takes one
 * out, writes these too, in one transaction, without knowing of them. So a list need not read
 * reports, and what it says is never of another state.
 */
export function keepSummaries(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'summaries',
    // Above what tells live queries of changes, which so hear of these, too.
    level: 1,
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const isWriting = mode === 'readwrite' && stores.includes('reports')
        const all = isWriting ? [...new Set([...stores, ...following])] : stores
        return core.transaction(all, mode, options)
      },
      table(name) {
        const table = core.table(name)
        if (name !== 'reports') return table
        return {
          ...table,
          async mutate(request) {
            const response = await table.mutate(request)
            await follow(core, request, new Set(Object.keys(response.failures).map(Number)))
            return response
          }
        }
      }
    })
  })
}

async function follow(
  core: DBCore,
  request: DBCoreMutateRequest,
  failed: ReadonlySet<number>
): Promise<void> {
  const { trans } = request
  const [summaries, prose] = [core.table('summaries'), core.table('prose')]
  if (request.type === 'delete') {
    const { keys } = request
    await Promise.all(
      [summaries, prose].map((table) => table.mutate({ type: 'delete', trans, keys }))
    )
  } else if (request.type === 'deleteRange') {
    const { range } = request
    await Promise.all(
      [summaries, prose].map((table) => table.mutate({ type: 'deleteRange', trans, range }))
    )
  } else {
    await summarise(
      core,
      trans,
      request.values.filter((_, i) => !failed.has(i))
    )
  }
}

/** Writes what is said of these stored values. */
async function summarise(
  core: DBCore,
  trans: DBCoreTransaction,
  stored: readonly { readonly id: string }[]
): Promise<void> {
  const said = {
    summaries: stored.map((value) => summaryOf(value.id, value)),
    prose: stored.map((value) => ({ id: value.id, text: searchedProse(value) }))
  }
  for (const [name, values] of Object.entries(said)) {
    const { numFailures, failures } = await core.table(name).mutate({ type: 'put', trans, values })
    if (numFailures) throw failures[0] ?? new Error(`${name} not written`)
  }
}
