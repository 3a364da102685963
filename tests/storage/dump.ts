/** A whole IndexedDB database as plain data, read and laid down without the app's own code. */

export interface StoreDump {
  readonly name: string
  readonly keyPath: string
  readonly autoIncrement: boolean
  readonly indexes: readonly { readonly name: string; readonly keyPath: string }[]
  readonly values: readonly unknown[]
}

export interface DatabaseDump {
  /** As the browser counts it: Dexie's version times ten. */
  readonly version: number
  readonly stores: readonly StoreDump[]
  readonly localStorage: Readonly<Record<string, string>>
}

const answered = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** All that a database holds, with the shape of its stores. */
export async function dumpOf(
  factory: IDBFactory,
  name: string
): Promise<Omit<DatabaseDump, 'localStorage'>> {
  const database = await answered(factory.open(name))
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names)
  const stores = await Promise.all(
    names.map(async (name): Promise<StoreDump> => {
      const store = transaction.objectStore(name)
      const { keyPath, autoIncrement } = store
      const indexes = [...store.indexNames].map((name) => ({
        name,
        keyPath: String(store.index(name).keyPath)
      }))
      const values = await answered(store.getAll())
      return { name, keyPath: String(keyPath), autoIncrement, indexes, values }
    })
  )
  database.close()
  return { version: database.version, stores }
}

/** Makes the database of a dump anew, as if the version that wrote it had just been closed. */
export async function layDown(
  factory: IDBFactory,
  name: string,
  { version, stores }: DatabaseDump
): Promise<void> {
  const opening = factory.open(name, version)
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes, values } of stores) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement })
      for (const index of indexes) store.createIndex(index.name, index.keyPath)
      for (const value of values) store.add(value)
    }
  }
  const database = await answered(opening)
  database.close()
}

/** A dump as JSON; bytes, as of fonts, are lists of numbers under a key of their own. */
export const dumpText = (dump: DatabaseDump): string =>
  JSON.stringify(
    dump,
    (_, value: unknown) => (value instanceof Uint8Array ? { 'bytes()': [...value] } : value),
    1
  ) + '\n'

export const dumpIn = (text: string): DatabaseDump =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'bytes()' in value
      ? Uint8Array.from(value['bytes()'] as number[])
      : value
  )
