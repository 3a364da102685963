import { uuid } from '../../core/report/identity.ts'
import { isRecord } from '../../core/report/json.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, opened } from '../database/db.ts'

/**
 * What was handed in for an import and waits for answers: its source as it came and the answers so
 * far, so that a reload or a crash costs nothing. It is read anew when it is taken up: nothing that
 * was made of a source is stored. Every page has a place of its own, as for work laid aside.
 */

/** A file's bytes, or a text with its markup. */
export type ImportSource =
  { readonly bytes: Uint8Array } | { readonly text: string; readonly html: string }

/** An import that waits. */
export interface WaitingImport {
  readonly id: string
  readonly name: string
  readonly source: ImportSource
  /** As they were stored; whoever takes them up looks at them first. */
  readonly answers: unknown
}

/** A source is kept up to this size, in bytes: most reports are a hundredth of it. */
const largest = 20_000_000
const [about, sources, life] = ['import.about.', 'import.source.', 'nianbao.import.']
const page = uuid()
/** The pages whose imports are in hand here: this one, and those that have gone. */
const mine = new Set<string>()

/** Where the next import of this page is kept. */
export const newImportId = (): string => `${page}.${uuid()}`

/** Keeps an import; whether it will be there again when the page has gone. */
export async function keepImport({ id, name, source, answers }: WaitingImport): Promise<boolean> {
  if ('bytes' in source && source.bytes.length > largest) return false
  own(pageOf(id))
  try {
    await opened
    await answeredInTime(
      db.facts.bulkPut([
        { key: about + id, value: { name, answers } },
        { key: sources + id, value: source }
      ])
    )
    return true
  } catch {
    return false
  }
}

/** Keeps the answers given by now; whether they are kept. */
export async function keepAnswers(id: string, name: string, answers: unknown): Promise<boolean> {
  try {
    await answeredInTime(db.facts.put({ key: about + id, value: { name, answers } }))
    return true
  } catch {
    return false
  }
}

/** The import is settled, or not wanted. Never rejects. */
export async function dropImport(id: string): Promise<void> {
  await answeredInTime(db.facts.bulkDelete([about + id, sources + id])).catch(() => undefined)
}

/** The imports of pages that have gone; they are in hand here from now on. Never rejects. */
export async function takeUpImports(): Promise<WaitingImport[]> {
  try {
    const found = (await waiting()).filter(({ id }) => !mine.has(pageOf(id)))
    for (const { id } of found) own(pageOf(id))
    const kept = await db.facts.bulkGet(found.map(({ id }) => sources + id))
    return found.flatMap((one, i) => {
      const source = sourceIn(kept[i])
      return source ? [{ ...one, source }] : []
    })
  } catch {
    return []
  }
}

/** The names of the imports that wait, of this page and of those that have gone. Never rejects. */
export const waitingNames = (): Promise<string[]> =>
  waiting().then(
    (found) => found.map(({ name }) => name),
    () => []
  )

/** What waits, but what is in hand in another window. */
async function waiting(): Promise<Omit<WaitingImport, 'source'>[]> {
  await opened
  const [facts, living] = await Promise.all([
    answeredInTime(db.facts.where('key').startsWith(about).toArray()),
    livingPages()
  ])
  return facts.flatMap((fact) => {
    const { key, value } = isRecord(fact) ? fact : {}
    if (typeof key !== 'string' || !isRecord(value)) return []
    const id = key.slice(about.length)
    if (living.has(pageOf(id)) && !mine.has(pageOf(id))) return []
    return [{ id, name: String(value['name']), answers: value['answers'] }]
  })
}

function sourceIn(fact: unknown): ImportSource | undefined {
  const value = isRecord(fact) ? fact['value'] : undefined
  const { bytes, text, html } = isRecord(value) ? value : {}
  if (ArrayBuffer.isView(bytes)) {
    return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  }
  return typeof text === 'string' && typeof html === 'string' ? { text, html } : undefined
}

const pageOf = (id: string): string => id.split('.')[0] ?? ''

/** Shows other windows that these imports are in hand, as long as this page lives. */
function own(one: string): void {
  if (mine.has(one)) return
  mine.add(one)
  if (!('locks' in navigator)) return
  navigator.locks
    .request(life + one, () => new Promise<never>(() => undefined))
    .catch(() => undefined)
}

/** Where the browser has no locks, as on a page without HTTPS, nobody counts as living. */
async function livingPages(): Promise<Set<string>> {
  try {
    const { held = [] } = await navigator.locks.query()
    return new Set(held.map(({ name = '' }) => name.slice(life.length)))
  } catch {
    return new Set()
  }
}
