// @ts-check
/** The page of the PDF bench: the same report exported by us and by what else one could pick. */
import { compose } from '../../../src/core/compose/compose.ts'
import * as form from '../../../src/core/form/form.ts'
import * as edit from '../../../src/core/report/edit.ts'
import * as blank from '../../../src/core/report/new-report.ts'
import { fullReport } from '../reports.mjs'
import { fontLibrary } from '../../../src/formats/fonts/library.ts'
import { fetchFrom, loadFont, loadManifest } from '../../../src/formats/fonts/load.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { openPress } from '../../../src/formats/press/press.ts'
import { specs } from './specs.mjs'

/**
 * @typedef {import('../../../src/core/compose/blocks.ts').Block} Block
 * @typedef {(blocks: readonly Block[]) => Promise<Uint8Array>} Engine
 */

const report = fullReport(blank, edit, form)

/** @type {readonly Block[]} */
const charts = specs.map((spec) => ({
  type: 'chart',
  spec,
  from: { kind: 'chart', id: spec.id }
}))

/**
 * The report with a word more, its charts after the first section.
 *
 * @param {string} text
 */
function edited(text) {
  const blocks = compose({
    ...report,
    text: { ...report.text, overview: report.text.overview + text }
  })
  const table = blocks.findIndex(({ type }) => type === 'table')
  return [...blocks.slice(0, table - 1), ...charts, ...blocks.slice(table - 1)]
}
const meta = {
  title: '2025年政府信息公开工作年度报告',
  author: report.unit.name,
  date: '2026-01-23'
}

const folder = new URL('fonts/', document.baseURI).href
/** @type {import('../../../src/typeset/page/page.ts').Look} */
const look = { style: 'official', digits: 'own', draft: false }
/** @type {readonly import('../../../src/formats/fonts/own.ts').OwnFile[]} */
const own = []

/** Its thread starts with the first export. */
const exporting = openPress(folder)
/** @type {Engine} */
async function ours(of) {
  const result = await exporting.file('pdf', { blocks: of, look, own }, meta)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.bytes
}

/** @type {Readonly<Record<string, () => Promise<Engine>>>} */
const engines = {
  ours: () => Promise.resolve(ours),
  autotable: async () => (await import('./autotable.mjs')).autotable,
  pdfmake: async () => (await import('./pdfmake.mjs')).pdfmake
}

/**
 * The report with so much text that it fills ten pages, and a key pressed in the middle of it.
 *
 * @param {number} key
 */
function typed(key) {
  const { overview } = report.text
  const text = `${overview}\n${overview.slice(0, 1400)}${'字'.repeat(key % 40)}\n${overview}`
  return compose({ ...report, text: { ...report.text, overview: text } })
}

/** @param {string} text */
const alone = (text) => compose({ ...report, text: { ...report.text, overview: text } })

/** One export from nothing, so many more, and the last file. */
const bench = {
  /** @param {string} name @param {number} rounds */
  run: async (name, rounds) => {
    const times = []
    let bytes = new Uint8Array()
    for (let i = 0; i <= rounds; i++) {
      // Somebody corrects a word and exports again: nothing is quite as it was.
      const blocks = edited(`第${performance.now().toFixed(0)}稿。`)
      const began = performance.now()
      const engine = await engines[name]?.()
      if (!engine) throw new Error(name)
      bytes = new Uint8Array(await engine(blocks))
      times.push(performance.now() - began)
    }
    return { times, file: Array.from(bytes) }
  },
  /**
   * Pages set again after a key, in the page itself: how long each took, and how many pages.
   *
   * @param {number} keys
   */
  set: async (keys) => {
    const fetchBytes = fetchFrom(folder)
    const list = await loadManifest(fetchBytes)
    if (!list.ok) throw new Error(list.file)
    const set = pageSetter(
      fontLibrary(list.manifest, (file) => loadFont(file, fetchBytes)),
      look
    )
    const times = []
    let pages = 0
    for (let key = 0; key <= keys; key++) {
      const blocks = typed(key)
      const began = performance.now()
      const result = await set(blocks)
      if (!result.ok) throw new Error(result.file)
      if (key > 0) times.push(performance.now() - began)
      pages = result.document.pages.length
    }
    return { times, pages }
  },
  /**
   * The same by way of the thread, as the preview does it, the changed pages drawn; then how long a
   * paragraph of 100,000 characters takes, and how long the page was silent meanwhile.
   *
   * @param {number} keys
   */
  press: async (keys) => {
    const press = openPress(folder)
    /** @param {readonly Block[]} blocks */
    const pressed = async (blocks) => {
      const began = performance.now()
      const result = await press.set({ blocks, look, own })
      if (!result.ok) throw new Error(JSON.stringify(result))
      result.document.pages.slice(0, 30).forEach(result.draw)
      return performance.now() - began
    }
    await pressed(typed(0))
    const times = []
    for (let key = 1; key <= keys; key++) times.push(await pressed(typed(key)))
    let [silent, last] = [0, performance.now()]
    const timer = setInterval(() => {
      silent = Math.max(silent, performance.now() - last)
      last = performance.now()
    }, 5)
    const long = await pressed(
      alone(report.text.overview.replaceAll('\n', '').repeat(60).slice(0, 1e5))
    )
    clearInterval(timer)
    return { times, long, silent }
  },
  /** What the page and its threads hold after a collection, in bytes. */
  heap: async () => {
    const { measureUserAgentSpecificMemory: measure } = /** @type {{
      measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }} */ (
      /** @type {unknown} */ (performance)
    )
    return (await measure.call(performance)).bytes
  }
}
Object.assign(window, { bench })

/** @typedef {typeof bench} Bench */
