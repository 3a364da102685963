import * as words from '../../i18n/words.ts'
import { isWriter, type WriterId } from '../../state/paper/exporter.svelte.ts'
import type { Way } from '../parts/view-state.svelte.ts'

/** The ways out of the app, what they are called, and the files among them. */

export const ways: readonly Way[] = [
  'pdf',
  'print',
  'docx',
  'ofd',
  'html',
  'copy',
  'xlsx',
  'csv',
  'json'
]

/** Those that make a file. */
export const fileWays: readonly WriterId[] = ways.filter(isWriter)

/** What the button says that goes a way; `unset`: there are no whole pages. */
export function wayLabel(way: Way, draft: boolean, unset = false): string {
  const text = words.exporting
  if (way === 'print') return unset ? text.printPlain : draft ? text.printDraft : text.print
  if (way === 'copy') return draft ? text.copy.draft : text.copy.rich
  return draft && way !== 'json' ? text.makeDraft : text.make
}

/** The `data-action` of that button. */
export const wayAction = (way: Way): string =>
  way === 'print' ? way : way === 'copy' ? 'copy-html' : `export-${way}`
