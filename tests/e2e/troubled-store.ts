import type { Page } from '@playwright/test'

/**
 * Troubles of a browser's store, as they are seen from a page: a full disk (`crammed`: one that is full
 * every other time, for work laid aside as well), a database that does not answer, and one that gives
 * up a write without an error of the request. `makeTrouble` turns them on and off; a page that is
 * loaded anew has none.
 */
export type Trouble = 'full' | 'crammed' | 'silent' | 'aborting' | 'none'

/** Runs in the page before any script. */
export function troubledStore(): void {
  const { put } = IDBObjectStore.prototype
  const state = window as unknown as { trouble?: Trouble }
  const { setItem } = Storage.prototype
  const refuse = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  }
  Storage.prototype.setItem = function (this: Storage, ...args) {
    if (state.trouble === 'crammed' && Math.random() < 0.5) refuse()
    setItem.apply(this, args)
  }
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (state.trouble === 'full') refuse()
    if (state.trouble === 'crammed' && Math.random() < 0.5) refuse()
    const request = put.apply(this, args)
    if (state.trouble === 'aborting' && this.name === 'reports') this.transaction.abort()
    if (state.trouble === 'silent' && this.name === 'reports') {
      // A transaction that is kept busy never ends, and none of those after it begins.
      const keepBusy = () => {
        if (state.trouble === 'silent') this.get('').onsuccess = keepBusy
      }
      keepBusy()
    }
    return request
  }
}

export const makeTrouble = (page: Page, trouble: Trouble): Promise<void> =>
  page.evaluate((trouble) => {
    ;(window as unknown as { trouble?: Trouble }).trouble = trouble
  }, trouble)

/** Runs in the page before any script: a browser, or a page without HTTPS, that has no Web Locks. */
export function withoutLocks(): void {
  Reflect.deleteProperty(Navigator.prototype, 'locks')
}

/** The cells of the report at the page's address as they are stored, past the app. */
export const storedCells = (page: Page): Promise<Readonly<Record<string, number | null>>> =>
  page.evaluate(
    (id) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('nianbao')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const request = opening.result.transaction('reports').objectStore('reports').get(id)
          request.onerror = () => reject(request.error)
          request.onsuccess = () => {
            opening.result.close()
            resolve(request.result.cells)
          }
        }
      }),
    page.url().split('/').at(-1) ?? ''
  )
