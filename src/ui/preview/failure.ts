import * as words from '../../i18n/words.ts'
import type { Pages } from '../../state/paper/pages.svelte.ts'

/** Why there are no pages, as a sentence. */
export const failureOf = (failure: NonNullable<Pages['failure']>): string =>
  failure.reason === 'font'
    ? words.preview.failure(failure.file)
    : words.preview.broken(failure.detail)
