import { db } from './db.ts'
import { allAsides } from './aside.ts'
import { sameContent } from './reports.ts'

/**
 * Everything stored, as it is stored, and beside it the work that is laid aside: what cannot be
 * opened, too.
 */
export async function storedValues(): Promise<unknown[]> {
  const stored = await db.reports.toArray()
  const { asides, damaged } = await allAsides()
  const unsaved = asides
    .map(({ report }) => report)
    .filter((report) => !stored.some((one) => one.id === report.id && sameContent(one, report)))
  return [...stored, ...unsaved, ...damaged]
}

/** One report as it is stored, openable or not. */
export const storedValue = (id: string): Promise<unknown> => db.reports.get(id)

const lastBackup = 'lastBackup'

/** When all was backed up last. */
export async function backedUpAt(): Promise<Date | undefined> {
  const fact = await db.facts.get(lastBackup)
  return typeof fact?.value === 'string' ? new Date(fact.value) : undefined
}

export async function noteBackup(at: Date): Promise<void> {
  await db.facts.put({ key: lastBackup, value: at.toISOString() })
}
