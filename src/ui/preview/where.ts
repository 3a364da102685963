/** From the pages to the report and back: what a press leads to, and what the cursor stands on. */
import type { Block } from '../../core/compose/blocks.ts'
import { printedAt, sentenceAround, writtenAt } from '../../core/compose/caret.ts'
import type { Spot } from '../../core/form/outline.ts'
import type { TextKey } from '../../core/form/sections.ts'
import type { Report } from '../../core/report/report.ts'
import { isField, tableOf } from '../../core/form/form.ts'
import type { FieldId } from '../../core/form/table.ts'
import { areasOf, type Area, type TextPlace } from '../../typeset/page/locate.ts'
import type { Document } from '../../typeset/page/page.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'
import { focusField } from '../parts/focus/fields.ts'

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

/** A printed page, counted from 1, and where in the text of a section it begins. */
export interface PageStart {
  readonly page: number
  readonly at: number
}

/** The pages that begin within the text of a written section. */
export const pageStarts = (
  report: Report,
  blocks: readonly Block[],
  { pages }: Document,
  section: TextKey
): PageStart[] =>
  pages.slice(1).flatMap(({ items }, index): PageStart[] => {
    for (const item of items) {
      if (item.kind !== 'run' || item.block === undefined || item.offset === undefined) continue
      const from = blocks[item.block]?.from
      // A chart at the head of a page has no letter in the text: the one behind it is the first.
      if (item.from?.kind === 'chart' || from?.kind === 'chart') continue
      if (from?.kind !== 'text' || from.section !== section) return []
      const at = caretOf(report, blocks, { block: item.block, offset: item.offset })
      return at === undefined ? [] : [{ page: index + 2, at }]
    }
    return []
  })

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
