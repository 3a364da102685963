// @ts-check
/**
 * `npm test`: every check there is, each whether or not the one before succeeded; then a table of
 * what ran. Ends with an error if anything failed. Checks of the source use one core each and run
 * side by side; tests have the machine to themselves.
 *
 * CI=1 runs everything in full, as `.ci/run` does; otherwise what is long and repeats itself is cut
 * short (`tests/run.ts`). FIGURES=1 names every test and prints what was counted and measured;
 * otherwise only failures are told.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { countOf, summaryOf } from './tally.mjs'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-test-'))
const vitestReport = join(folder, 'vitest.json')
const playwrightReport = join(folder, 'playwright.json')

const figures = Boolean(process.env['FIGURES'])

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command a script of package.json, with arguments
 * @property {string} [report] where the command leaves its JSON report
 * @property {string} [needs] the step without which this one would say nothing
 * @property {boolean} [alone] whether it waits for all before it, and is shown while it runs
 */

/** @type {readonly Step[]} */
const steps = [
  { name: 'types (svelte-check)', command: 'check' },
  { name: 'lint (ESLint)', command: 'lint' },
  { name: 'format (Prettier)', command: 'format:check' },
  { name: 'unused code (knip)', command: 'unused' },
  { name: 'build', command: 'build' },
  { name: 'build of the single file', command: 'build:single' },
  { name: 'site archive', command: 'build:site' },
  { name: 'download size', command: 'size', needs: 'build', alone: true },
  {
    name: 'unit and component tests',
    command: `unit -- --reporter=${figures ? 'default' : 'minimal'} --reporter=json --outputFile.json="${vitestReport}"`,
    report: vitestReport,
    alone: true
  },
  {
    name: 'browser tests',
    command: `e2e -- --reporter=${figures ? 'list' : 'dot'},json`,
    report: playwrightReport,
    needs: 'build',
    alone: true
  }
]

/** @typedef {import('./tally.mjs').Count & { name: string, seconds: number, why?: string }} Outcome */

/** @type {Outcome[]} */
const done = []
/** @type {Set<ReturnType<typeof run>>} */
const running = new Set()
let told = Promise.resolve()
for (const step of steps) {
  if (step.alone) await told
  else if (running.size === availableParallelism()) await Promise.race(running)
  const ended = run(step)
  running.add(ended)
  void ended.then(() => running.delete(ended))
  // In the order of the steps, whichever ends first.
  told = told.then(async () => {
    const { output, outcome } = await ended
    process.stdout.write(output)
    done.push(outcome)
  })
}
await told
rmSync(folder, { recursive: true })

console.log(`\n── what ran\n${summaryOf(done)}`)
process.exit(done.some(({ failed }) => failed > 0) ? 1 : 0)

/**
 * @param {Step} step
 * @returns {Promise<{ output: string, outcome: Outcome }>} with what is still to be shown of it
 */
async function run({ name, command, report, needs, alone }) {
  if (needs && done.some((step) => step.name === needs && step.failed > 0)) {
    const none = { passed: 0, failed: 1, skipped: 0, seconds: 0 }
    return { output: '', outcome: { name, ...none, why: `not run: no ${needs}` } }
  }
  const heading = `\n── ${name}\n`
  if (alone) process.stdout.write(heading)
  let output = alone ? '' : heading
  const began = Date.now()
  const child = spawn(`npm run --silent ${command}`, {
    shell: true,
    stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  }
  const [status] = await once(child, 'close')
  const seconds = (Date.now() - began) / 1000
  return {
    output,
    outcome: { name, ...countOf(status === 0, report && readJson(report)), seconds }
  }
}

/**
 * @param {string} file
 * @returns {unknown} its content; undefined when the command ended before writing it
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
