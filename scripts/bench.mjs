// @ts-check
/**
 * `npm run bench`: how long checking takes, in this process and on screen. Figures to look at, never
 * a test: they depend on the machine and on what else it does.
 *
 *     npm run bench            both halves; the second needs the app as `npm run build` left it
 *     npm run bench -- core    the first half only
 */
import { benchCore } from './bench/core.mjs'
import { benchScreen } from './bench/screen.mjs'

const only = process.argv[2]
if (!only || only === 'core') print(await benchCore())
if (!only || only === 'screen') print(await benchScreen())

/** @param {readonly import('./bench/figures.mjs').Figure[]} figures */
function print(figures) {
  const width = Math.max(...figures.map(({ what }) => what.length))
  for (const { what, ms, aim, note } of figures) {
    const value = `${ms.toFixed(ms < 10 ? 4 : 1)} ms`.padStart(12)
    console.log(
      `  ${what.padEnd(width)}${value}${aim ? `   aim ≤ ${aim} ms` : ''}${note ? `   ${note}` : ''}`
    )
  }
}
