/**
 * Stands in the single file before the app, and before the script of each of its threads. `fetch`
 * finds the files that a server would have beside the page, as it does offline by a service worker;
 * `scriptBeside` gives the address by which a script among them starts as a thread. Nothing else of
 * the app knows that there is no server.
 *
 * The files lie in the document as text, scripts as they are and others in base64. Most of it is
 * behind the app, which starts before it is read.
 *
 * @param {string} page the address of the document
 * @param {string} line the channel on which threads ask the document for files
 * @param {Readonly<Record<string, string>>} [given] in a thread: the scripts that its own names, by
 *   their paths. Handed over, for a thread may start none from an address that the document made.
 */
;(function beside(page, line, given) {
  const { fetch, Worker } = self
  const folder = new URL('.', page).href
  const channel = new BroadcastChannel(line)
  const elementAt = (path) => document.querySelector(`script[data-path="${CSS.escape(path)}"]`)

  const inDocument = async (path) => {
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve))
    }
    return elementAt(path)?.textContent
  }
  const fromDocument = (path) =>
    new Promise((resolve) => {
      const answered = ({ data }) => {
        if (data.path !== path) return
        channel.removeEventListener('message', answered)
        resolve(data.text)
      }
      channel.addEventListener('message', answered)
      channel.postMessage({ wanted: path })
    })
  if (!given) {
    channel.onmessage = async ({ data: { wanted: path } }) => {
      if (path) channel.postMessage({ path, text: await inDocument(path) })
    }
  }
  self.fetch = async (request, options) => {
    const { href } = new URL(request instanceof Request ? request.url : request, page)
    const path = href.startsWith(folder) && href.slice(folder.length)
    const text = path && (await (given ? fromDocument : inDocument)(path))
    return text ? fetch(`data:;base64,${text}`) : fetch(request, options)
  }

  // Chromium starts no module for a page that is a file: threads are built as classic scripts.
  self.Worker = function (address) {
    return new Worker(address)
  }
  /** What stands before a script, so that it finds files, too. */
  const start = (script) => {
    const named = Array.from(document.querySelectorAll('script[data-path$="js"]')).filter(
      ({ dataset }) => script.includes(dataset.path)
    )
    const scripts = named.map(({ dataset, textContent }) => [dataset.path, textContent])
    const words = [page, line, Object.fromEntries(scripts)].map((word) => JSON.stringify(word))
    return `(${beside})(${words});`
  }
  self.scriptBeside = (path) => {
    const script = given ? given[path] : elementAt(path).textContent
    const texts = given ? [script] : [start(script), script]
    return URL.createObjectURL(new Blob(texts, { type: 'text/javascript' }))
  }
})(document.baseURI, `beside ${Math.random()}`)
