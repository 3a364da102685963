/** Blocks → pages. Pure: the same blocks, fonts and look give the same document. */
import type { Block } from '../../core/compose/blocks.ts'
import { flowOf } from './flow.ts'
import { placeFoot } from './foot.ts'
import { geometryOf } from '../page/geometry.ts'
import type { FontSet } from '../page/font-metrics.ts'
import type { Document, Look, Page } from '../page/page.ts'
import { same } from '../page/same.ts'
import { paginate, type Placed } from './paginate.ts'
import { createSetter } from '../lines/set-text.ts'
import type { PageDraft, Setting } from '../lines/sheet.ts'
import { paintTable } from '../tables/paint.ts'

/**
 * A typesetter that remembers: a text it set the last time is not set again, and a page that came
 * out as before is the same object. Make a new one when the fonts at hand change.
 */
export function createTypesetter(
  fonts: FontSet,
  look: Look
): (blocks: readonly Block[]) => Document {
  const geometry = geometryOf(look)
  const setter = createSetter(fonts, look.digits === 'times')
  let before: readonly Page[] = []
  return (blocks) => {
    const setting: Setting = { geometry, setter, nodes: [], outline: [], faults: [] }
    const filled = paginate(flowOf(blocks, setting), geometry)
    const pages = filled.map((placed, index): Page => {
      const sheet: PageDraft = { index, items: [] }
      for (const each of placed) paint(each, sheet, setting)
      placeFoot(setting, sheet, look)
      const old = before[index]
      if (old && same(old.items, sheet.items)) return old
      return { width: geometry.width, height: geometry.height, items: sheet.items }
    })
    setter.forget()
    before = pages
    const { nodes, outline, faults } = setting
    return { pages, nodes, outline, faults }
  }
}

/** Puts what stands on a page into its items; headings and faults are told on the way. */
function paint(placed: Placed, sheet: PageDraft, setting: Setting): void {
  const { top } = placed
  if (placed.kind === 'box') placed.box.paint(sheet, top, placed.box.height)
  else paintTable(setting, sheet, placed.item, placed.part, top)
}

/** The pages of a report, set once. */
export const typeset = (blocks: readonly Block[], fonts: FontSet, look: Look): Document =>
  createTypesetter(fonts, look)(blocks)
