import type { Page } from '@playwright/test'

/**
 * Troubles of a browser's store, as they are seen from a page: a full disk, and a database that
 * does not answer. `makeTrouble` turns them on and off; a page that is loaded anew has none.
 */
type Trouble = 'full' | 'silent' | 'none'

/** Runs in the page before any script. */
export function troubledStore(): void {
  const { put } = IDBObjectStore.prototype
  const state = window as unknown as { trouble?: Trouble }
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (state.trouble === 'full') throw new DOMException('The disk is full.', 'QuotaExceededError')
    const request = put.apply(this, args)
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
