import { db } from './db.ts'
import { asideIds } from './aside.ts'
import { takeUp } from './reports.ts'

/** Everything stored, as it is stored, with what closed pages left behind. */
export async function storedValues(): Promise<unknown[]> {
  for (const id of await asideIds()) await takeUp(id)
  return db.reports.toArray()
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
