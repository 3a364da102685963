// @ts-check
/**
 * `npm test`: every check there is, one after the other, each whether or not the one before
 * succeeded; then a table of what ran. Ends with an error if anything failed.
 *
 * CI=1 runs everything in full, as `.ci/run` does; otherwise what is long and repeats itself is cut
 * short (`tests/run.ts`). FIGURES=1 names every test and prints what was counted and measured;
 * otherwise only failures are told.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
 */

/** @type {readonly Step[]} */
const steps = [
  { name: 'types (svelte-check)', command: 'check' },
  { name: 'lint (ESLint)', command: 'lint' },
  { name: 'format (Prettier)', command: 'format:check' },
  { name: 'unused code (knip)', command: 'unused' },
  {
    name: 'unit and component tests',
    command: `unit -- --reporter=${figures ? 'default' : 'minimal'} --reporter=json --outputFile.json="${vitestReport}"`,
    report: vitestReport
  },
  { name: 'build', command: 'build' },
  { name: 'download size', command: 'size', needs: 'build' },
  {
    name: 'browser tests',
    command: `e2e -- --reporter=${figures ? 'list' : 'dot'},json`,
    report: playwrightReport,
    needs: 'build'
  }
]

/** @type {(import('./tally.mjs').Count & { name: string, seconds: number, why?: string })[]} */
const done = []
for (const { name, command, report, needs } of steps) {
  if (needs && done.some((step) => step.name === needs && step.failed > 0)) {
    done.push({ name, passed: 0, failed: 1, skipped: 0, seconds: 0, why: `not run: no ${needs}` })
    continue
  }
  console.log(`\n── ${name}`)
  const began = Date.now()
  const { status } = spawnSync(`npm run --silent ${command}`, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }
  })
  done.push({
    name,
    ...countOf(status === 0, report && readJson(report)),
    seconds: (Date.now() - began) / 1000
  })
}
rmSync(folder, { recursive: true })

console.log(`\n── what ran\n${summaryOf(done)}`)
process.exit(done.some(({ failed }) => failed > 0) ? 1 : 0)

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
