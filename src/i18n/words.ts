/**
 * The words of the screen, by screen: `import * as words`, so that each screen loads its own alone.
 * Chinese for now; a second language is a second set of files of the same types. Statutory words
 * are not here: they are law, not translation (src/core).
 */
export { checks } from './zh/checks.ts'
export { common } from './zh/common.ts'
export { drafting, fees, finding } from './zh/drafting.ts'
export { editor, phone } from './zh/editor.ts'
export { exporting } from './zh/exporting.ts'
export { grid } from './zh/grid.ts'
export { importing } from './zh/import.ts'
export { library } from './zh/library.ts'
export { attach, changes, lastYear, nextYear } from './zh/next-year.ts'
export { bin, past } from './zh/past.ts'
export { calendar, guide, keys, palette } from './zh/palette.ts'
export { platforms } from './zh/platforms.ts'
export { preview } from './zh/preview.ts'
export { site, storage } from './zh/storage.ts'
export { conflict, versions } from './zh/versions.ts'
