// @ts-check
/**
 * Run by `npm run lint`: what ESLint, which sees one file at a time, cannot see of the rooms. Folders
 * that import each other, crowded and nearly empty folders, names for two things, modules too small
 * to stand alone, tests of no room, references to what is not here, names that are taken apart.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { faultsOf } from './faults.mjs'
import { takenApart } from './taken-apart.mjs'

/** What may be otherwise, and why. @type {import('./faults.mjs').Exceptions} */
const excepted = {
  folders: {
    'src/formats': 'the registry alone, the one door to the folders below',
    'src/i18n': 'the list of words alone, the one door to the folders below'
  },
  names: {
    openPress: 'the registry loads the press on use',
    read: 'every reader is a module with this one function',
    sheetPage: 'the registry loads the writer on use'
  },
  small: {
    'src/core/checks/examples/settings.ts': 'examples stand in the file of their rules',
    'src/formats/charts/color.ts': 'recorder.ts would be too long',
    'src/formats/charts/label.ts': 'recorder.ts would be too long',
    'src/formats/fonts/computer.ts': 'talks to the browser, with tests of its own',
    'src/formats/read/word/rtf-words.ts': 'a table of the words of the format; read-rtf.ts is long',
    'src/state/keeping/browsers.ts': 'a rule of its own, with a table of browsers in its test',
    'src/ui/grid/LabelText.svelte': 'Grid.svelte is longer than a component may be',
    'src/ui/import/review/Originals.svelte': 'a group of the review, as its neighbours are',
    'src/ui/import/review/Progress.svelte': 'ReviewPane.svelte is as long as a component may be',
    'src/ui/import/review/Questions.svelte': 'a group of the review, as its neighbours are',
    'src/ui/platforms/HeldSums.svelte':
      'Platforms.svelte shows it beside the tables; it has sums of its own'
  }
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
const faults = [...faultsOf(files, excepted), ...takenApart(files)]
for (const fault of faults) console.error(fault)
console.log(`structure: ${faults.length} faults in ${Object.keys(files).length} files`)
process.exit(faults.length ? 1 : 0)
