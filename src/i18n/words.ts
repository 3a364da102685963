import { checks } from './zh/checks.ts'
import { common } from './zh/common.ts'
import { conflict } from './zh/conflict.ts'
import { editor } from './zh/editor.ts'
import { exporting } from './zh/exporting.ts'
import { grid } from './zh/grid.ts'
import { importing } from './zh/import.ts'
import { library } from './zh/library.ts'
import { preview } from './zh/preview.ts'

/**
 * The words of the screen, by screen. Chinese for now; a second language is a second set of files
 * of the same types. Statutory words are not here: they are law, not translation (src/core).
 */
export const words = {
  checks,
  common,
  conflict,
  editor,
  exporting,
  grid,
  importing,
  library,
  preview
} as const
