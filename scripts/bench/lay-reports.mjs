// @ts-check
/**
 * In a page of the app's origin, without the app: lays reports into the database, past the app.
 *
 * @param {object} asked
 * @param {readonly unknown[]} asked.reports
 * @param {number} [asked.version] as the browser counts it: the database is made anew, with the stores of
 *   that time; without it the reports go into the one that is there
 */
export async function layReports({ reports, version }) {
  const done = (/** @type {IDBRequest | IDBTransaction} */ asked) =>
    new Promise((resolve, reject) => {
      asked.onerror = () => reject(asked.error)
      if (asked instanceof IDBTransaction) asked.oncomplete = resolve
      else asked.onsuccess = resolve
    })
  if (version) await done(indexedDB.deleteDatabase('nianbao'))
  const opening = indexedDB.open('nianbao', version)
  opening.onupgradeneeded = () => {
    const { result } = opening
    const store = result.createObjectStore('reports', { keyPath: 'id' })
    store.createIndex('year', 'year')
    store.createIndex('updatedAt', 'updatedAt')
    result.createObjectStore('pending', { keyPath: 'id' })
    result
      .createObjectStore('snapshots', { keyPath: 'key', autoIncrement: true })
      .createIndex('reportId', 'reportId')
    result.createObjectStore('facts', { keyPath: 'key' })
  }
  await done(opening)
  const transaction = opening.result.transaction('reports', 'readwrite')
  for (const report of reports) transaction.objectStore('reports').put(report)
  await done(transaction)
  opening.result.close()
}
