import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { DatabaseDump } from '../storage/dump.ts'

/** Databases that earlier versions left in the browser, laid down before the app opens. */

/** The database of schema 1, whose fixture has the stores alone, with the shape that it had. */
export function databaseOfSchema1(): DatabaseDump {
  const { localStorage, ...stores } = JSON.parse(
    readFileSync('tests/fixtures/schema-1/database.json', 'utf8')
  )
  const shapes = {
    reports: { keyPath: 'id', indexes: ['year', 'updatedAt'] },
    pending: { keyPath: 'id', indexes: [] },
    snapshots: { keyPath: 'key', indexes: ['reportId'] },
    facts: { keyPath: 'key', indexes: [] }
  }
  return {
    version: 10,
    localStorage,
    stores: Object.entries(shapes).map(([name, { keyPath, indexes }]) => ({
      name,
      keyPath,
      autoIncrement: name === 'snapshots',
      indexes: indexes.map((key) => ({ name: key, keyPath: key })),
      values: stores[name]
    }))
  }
}

/** A page of the app's address without the app: nothing holds the database. */
export async function blank(page: Page): Promise<void> {
  const body = '<link rel="icon" href="data:,">'
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('./blank')
}

/** Leaves the page on the blank one, with this database in place of the one that was there. */
export async function layDown(page: Page, dump: DatabaseDump, name = 'nianbao'): Promise<void> {
  await blank(page)
  await page.evaluate(
    async ([{ version, stores, localStorage: laidAside }, name]) => {
      for (const [key, text] of Object.entries(laidAside)) localStorage.setItem(key, text)
      const done = (request: IDBOpenDBRequest) =>
        new Promise((resolve, reject) => {
          request.onsuccess = resolve
          request.onerror = () => reject(request.error as Error)
        })
      await done(indexedDB.deleteDatabase(name))
      const opening = indexedDB.open(name, version)
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, autoIncrement, indexes, values } of stores) {
          const store = opening.result.createObjectStore(name, { keyPath, autoIncrement })
          for (const index of indexes) store.createIndex(index.name, index.keyPath)
          for (const value of values) store.add(value)
        }
      }
      await done(opening)
      opening.result.close()
    },
    [dump, name] as const
  )
}
