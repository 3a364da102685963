// @ts-check
/** The page of the PDF bench: the same report exported by us and by what else one could pick. */
import { compose } from '../../../src/core/compose.ts'
import * as form from '../../../src/core/form.ts'
import * as core from '../../../src/core/report.ts'
import { fullReport } from '../reports.mjs'
import { specs } from './specs.mjs'

/**
 * @typedef {import('../../../src/core/blocks.ts').Block} Block
 * @typedef {(blocks: readonly Block[]) => Promise<Uint8Array>} Engine
 */

const report = fullReport(core, form)

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
const meta = { title: '2025年政府信息公开工作年度报告', author: report.unit.name }

/** @type {Engine} */
async function ours(of) {
  const { writePdf } = await import('../../../src/formats/pdf/write.ts')
  const result = await writePdf(of, meta, {
    look: { style: 'official', digits: 'own', draft: false },
    folder: new URL('fonts/', document.baseURI).href
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.bytes
}

/** @type {Readonly<Record<string, () => Promise<Engine>>>} */
const engines = {
  ours: () => Promise.resolve(ours),
  autotable: async () => (await import('./autotable.mjs')).autotable,
  pdfmake: async () => (await import('./pdfmake.mjs')).pdfmake
}

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
