// @ts-check
/**
 * `npm run bench:felt`: what a user waits for, on the built app in a real browser: a key until it is
 * seen, a report and a section until they stand, the first PDF, a list of 2,000, the first screen over
 * a slow network, 300 actions on a slow computer, and what moves while it is read. Figures to look at,
 * never a test.
 *
 *     npm run bench:felt                        this tree
 *     npm run bench:felt -- --before COMMIT     beside it another commit, both in turns
 *     npm run bench:felt -- --rounds 5 --only keys,paper
 *
 * Each figure is the median of the rounds.
 */
import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { quantile } from './bench/figures.mjs'
import { builds, openBrowser } from './bench/felt/builds.mjs'
import { benchKeys } from './bench/felt/keys.mjs'
import { benchLists } from './bench/felt/lists.mjs'
import { benchOpening } from './bench/felt/opening.mjs'
import { benchPaper } from './bench/felt/paper.mjs'
import { benchSections } from './bench/felt/sections.mjs'
import { benchSession } from './bench/felt/session.mjs'
import { benchStart } from './bench/felt/start.mjs'

/** @typedef {import('./bench/felt/builds.mjs').Measure} Measure */
/** @typedef {import('./bench/figures.mjs').Figure} Figure */

/** @type {Readonly<Record<string, Measure>>} */
const measures = {
  keys: benchKeys,
  opening: benchOpening,
  sections: benchSections,
  paper: benchPaper,
  lists: benchLists,
  start: benchStart,
  session: benchSession
}

const { values: asked } = parseArgs({
  options: {
    before: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(measures).join() }
  }
})

const { apps, folder, stop } = await builds(asked.before)
const browser = await openBrowser(folder)
/** Of each app, the rounds of each figure by its name. @type {Map<string, Figure[]>[]} */
const measured = apps.map(() => new Map())
try {
  for (let round = 0; round < Number(asked.rounds); round++) {
    for (const name of asked.only.split(',')) {
      for (const [i, app] of apps.entries()) {
        for (const figure of (await measures[name]?.(app, browser)) ?? []) {
          const rounds = measured[i]?.get(figure.what) ?? []
          measured[i]?.set(figure.what, [...rounds, figure])
        }
      }
    }
  }
} finally {
  await browser.close()
  await stop()
  await rm(folder, { recursive: true })
}
print()

function print() {
  const middle = (/** @type {Figure[]} */ rounds) =>
    quantile(
      rounds.map(({ ms }) => ms),
      0.5
    )
  const text = (/** @type {number} */ value) => value.toFixed(value < 1 ? 3 : 0)
  const line = (/** @type {readonly string[]} */ [what = '', ...cells]) =>
    console.log(`  ${what.padEnd(62)}${cells.map((cell) => cell.padStart(10)).join('')}`)
  line(['milliseconds', 'target', ...apps.map(({ name }) => name), apps[1] ? 'ratio' : ''])
  for (const [what, figures] of measured.at(-1) ?? []) {
    const aim = figures[0]?.aim
    const found = measured.map((rounds) => middle(rounds.get(what) ?? []))
    const [before = NaN, after] = found
    line([
      what,
      aim === undefined ? '' : `≤ ${aim}`,
      ...found.map(text),
      after === undefined || before === 0 ? '' : (after / before).toFixed(2)
    ])
  }
}
