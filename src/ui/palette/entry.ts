import type { Findable } from '../../state/app/ranked.ts'
import type { Severity } from '../../core/findings/finding.ts'
import type * as words from '../../i18n/words.ts'

/** Something that can be done or gone to, as the palette lists it. */
export interface PaletteEntry extends Findable {
  readonly kind: keyof typeof words.palette.kinds
  /** The keys that do it too. */
  readonly keys?: string | undefined
  /** How it stands: the number of a cell. */
  readonly value?: string | undefined
  readonly severity?: Severity
  /** Why it is out of use. */
  readonly why?: string | undefined
  /** Whether it takes something away: it never stands first only because it was used last. */
  readonly takesAway?: true
  readonly run: () => void
}

/** Something that can be done; its id is the `data-action` of the control that does it too. */
export type Command = PaletteEntry & { readonly kind: 'action' }

/** A command of this name. */
export const command = (
  id: string,
  name: string,
  more: Pick<Command, 'keys' | 'also' | 'why' | 'takesAway' | 'run'>
): Command => ({ id, kind: 'action', name, ...more })
