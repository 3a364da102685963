/** From the pages to the report and back: what a press leads to, and what the cursor stands on. */
import type { Block } from '../../core/compose/blocks.ts'
import { printedAt, sentenceAround, writtenAt } from '../../core/compose/caret.ts'
import type { Spot } from '../../core/form/outline.ts'
import type { Report } from '../../core/report/report.ts'
import { isField, tableOf } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'
import { areasOf, type Area, type TextPlace } from '../../typeset/page/locate.ts'
import type { Document } from '../../typeset/page/page.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import { focusField } from '../parts/focus.ts'

/** Where the user is in the editor. */
export interface Cursor {
  readonly spot: Spot
  readonly field: FieldId | undefined
  /** In the text of a written section. */
  readonly caret: number | undefined
}

/** What to mark on the pages: the cell, the sentence, or the heading of the section. */
export function areasAt(
  report: Report,
  blocks: readonly Block[],
  document: Document,
  { spot, field, caret }: Cursor
): Area[] {
  const inSpot = ({ from }: Block): boolean =>
    (from.kind === 'section' || from.kind === 'text') && from.section === spot
  if (field && tableOf(field) === spot) {
    const table = blocks.findIndex((block) => block.type === 'table' && inSpot(block))
    const areas = areasOf(document, table, 0, Infinity, field)
    if (areas.length > 0) return areas
  }
  // The last line that begins before the caret: what was typed since the pages were set is not on
  // them yet, and a blank line never is.
  const written = blocks.reduce(
    (last, { from }, index) =>
      from.kind === 'text' && from.section === spot && caret !== undefined && from.from <= caret
        ? index
        : last,
    -1
  )
  const block = blocks[written]
  if (block?.from.kind === 'text' && 'text' in block && caret !== undefined) {
    const { section, from, to } = block.from
    const line = report.text[section].slice(from, to)
    const sentence = sentenceAround(block.text, printedAt(report, line, caret - from))
    return areasOf(document, written, sentence.from, sentence.to)
  }
  return areasOf(document, blocks.findIndex(inSpot), 0, Infinity)
}

/** The place in its written section of a place on a page; undefined where the page is no text. */
function caretOf(
  report: Report,
  blocks: readonly Block[],
  { block, offset }: TextPlace
): number | undefined {
  const from = blocks[block]?.from
  if (from?.kind !== 'text') return undefined
  const line = report.text[from.section].slice(from.from, from.to)
  return from.from + writtenAt(report, line, offset)
}

/** Opens in the editor what stands at a place of the pages that were set from these blocks. */
export function leadTo(
  place: TextPlace,
  blocks: readonly Block[],
  { report }: Session,
  view: ViewState
): void {
  const from = place.from ?? blocks[place.block]?.from
  if (place.field && isField(place.field)) {
    view.show(place.field)
    focusField(place.field)
  } else if (from?.kind === 'text') {
    view.openText(from.section, caretOf(report, blocks, place) ?? from.from)
  } else if (from?.kind === 'section') view.open(from.section)
  else view.open(from?.kind === 'chart' ? 'platforms' : 'leadIn')
}
