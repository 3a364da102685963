import * as words from '../../i18n/words.ts'
import type { Outcome } from '../../state/importing.svelte.ts'

/** What is to be said of a file whose report is in the library already. */
export function saidOfVersion(outcome: Extract<Outcome, { kind: 'known' }>): string {
  const { merged, standing } = outcome
  if (typeof merged === 'number') return words.versions.settled(merged)
  return merged === undefined ? words.versions.standing[standing] : words.versions[merged]
}
