import { isField } from '../../core/form/form.ts'
import type { Block } from '../../core/compose/blocks.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import type { TextPlace } from '../../typeset/page/locate.ts'
import type { Desk } from '../parts/desk.svelte.ts'
import { focusField } from '../parts/focus.ts'
import { caretOf } from './where.ts'

/** Opens in the editor what stands at a place of the pages that were set from these blocks. */
export function leadTo(
  place: TextPlace,
  blocks: readonly Block[],
  { report }: Session,
  desk: Desk
): void {
  const from = place.from ?? blocks[place.block]?.from
  if (place.field && isField(place.field)) {
    desk.show(place.field)
    focusField(place.field)
  } else if (from?.kind === 'text') {
    desk.openText(from.section, caretOf(report, blocks, place) ?? from.from)
  } else if (from?.kind === 'section') desk.open(from.section)
  else desk.open(from?.kind === 'chart' ? 'platforms' : 'leadIn')
}
