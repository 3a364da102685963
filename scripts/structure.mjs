// @ts-check
/**
 * Run by `npm run lint`: what ESLint, which sees one file at a time, cannot see of the rooms. Folders
 * that import each other, crowded and nearly empty folders, names for two things, modules too small
 * to stand alone, tests of no room, references to what is not here.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { faultsOf } from './faults.mjs'

/** What may be otherwise, and why. @type {import('./faults.mjs').Exceptions} */
const excepted = {
  folders: {},
  names: {},
  small: {}
}

/** Files of other programs, and the invented trees of the test of this. */
const aside = /^tests\/(fixtures\/|scripts\/faults\.test\.ts$)/
const paths = ['.', 'docs', 'scripts', 'src', 'tests', 'public'].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .map((path) => (folder === '.' ? path : `${folder}/${path.replaceAll('\\', '/')}`))
    .filter((path) => statSync(path).isFile() && !aside.test(path))
)
const texts = /\.(ts|svelte|mjs|js|css|html|md)$/
const files = Object.fromEntries(
  paths.map((path) => [path, texts.test(path) ? readFileSync(path, 'utf8') : ''])
)
const faults = faultsOf(files, excepted)
for (const fault of faults) console.error(fault)
console.log(`structure: ${faults.length} faults in ${Object.keys(files).length} files`)
process.exit(faults.length ? 1 : 0)
