// @ts-check
/** Checking in plain Node: the rules as shipped beside a straightforward checker. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { quantile } from './figures.mjs'
import { nestedLoops } from './nested-loops.mjs'
import { fullReport, slipped } from './reports.mjs'

/** @typedef {import('../../src/core/report/report.ts').Report} Report */

const rounds = 3000

/** @returns {Promise<import('./figures.mjs').Figure[]>} */
export async function benchCore() {
  const { form, blank, edit, validate, balances } = await loadCore()
  const clean = fullReport(blank, edit, form)
  const slips = Array.from({ length: 200 }, (_, i) => slipped(clean, form.fields, i))

  // One after another in every round, so that a busy machine slows all alike.
  const times = sampled({
    loops: () => nestedLoops(clean),
    sums: () => balances.sumsOf(balances.cellNumbersOf(form.formOf(clean), clean.cells)),
    all: () => validate.validate(clean)
  })
  const causes = slips.map((report) => timed(() => validate.validate(report)))
  const [loops, sums, all] = [times.loops, times.sums, times.all].map((list) => quantile(list, 0.5))
  const ratio = (/** @type {number} */ ms) => `${(ms / (loops ?? NaN)).toFixed(2)} × nested loops`
  return [
    { what: 'nested loops, 39 sums of a full report, median', ms: loops ?? NaN },
    { what: 'arithmetic rules, median', ms: sums ?? NaN, aim: 0.02, note: ratio(sums ?? NaN) },
    { what: 'all rules, median', ms: all ?? NaN, aim: 0.3, note: ratio(all ?? NaN) },
    { what: 'all rules with root causes of 1 to 3 slips, p95', ms: quantile(causes, 0.95), aim: 3 }
  ]
}

/**
 * The core as the app ships it: bundled, not run through a development server.
 *
 * @returns {Promise<{
 *   form: typeof import('../../src/core/form/form.ts')
 *   blank: typeof import('../../src/core/report/new-report.ts')
 *   edit: typeof import('../../src/core/report/edit.ts')
 *   validate: typeof import('../../src/core/checks/validate.ts')
 *   balances: typeof import('../../src/core/sums/balances.ts')
 * }>}
 */
async function loadCore() {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'))
  const modules = {
    form: 'src/core/form/form.ts',
    blank: 'src/core/report/new-report.ts',
    edit: 'src/core/report/edit.ts',
    validate: 'src/core/checks/validate.ts',
    balances: 'src/core/sums/balances.ts'
  }
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: true, outDir: folder, rollupOptions: { input: modules } }
  })
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, name)).href)
  const [form, blank, edit, validate, balances] = await Promise.all(
    Object.keys(modules).map((name) => load(`${name}.js`))
  )
  await rm(folder, { recursive: true })
  return { form, blank, edit, validate, balances }
}

/**
 * @template {string} Name
 * @param {Record<Name, () => unknown>} contenders
 * @returns {Record<Name, number[]>} milliseconds a run, without the first third of the rounds
 */
function sampled(contenders) {
  const names = /** @type {Name[]} */ (Object.keys(contenders))
  const times = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, []])))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(timed(contenders[name]))
  }
  for (const name of names) times[name].splice(0, rounds / 3)
  return times
}

/** @param {() => unknown} run */
function timed(run) {
  const began = performance.now()
  run()
  return performance.now() - began
}
