/** Blocks → pages. Pure: the same blocks, fonts and look give the same document. */
import type { Block } from '../../core/compose/blocks.ts'
import { flowOf } from './flow.ts'
import { placeFoot } from './foot.ts'
import { geometryOf } from '../page/geometry.ts'
import type { FontSet } from '../page/font-metrics.ts'
import type { Document, Look, Page } from '../page/page.ts'
import { same } from '../page/same.ts'
import { paginate } from './paginate.ts'
import { createSetter } from '../lines/set-text.ts'
import type { Setting } from '../lines/sheet.ts'

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
    const sheets = paginate(flowOf(blocks, setting), setting)
    const pages = sheets.map((sheet): Page => {
      placeFoot(setting, sheet, look)
      const old = before[sheet.index]
      if (old && same(old.items, sheet.items)) return old
      return { width: geometry.width, height: geometry.height, items: sheet.items }
    })
    setter.forget()
    before = pages
    const { nodes, outline, faults } = setting
    return { pages, nodes, outline, faults }
  }
}

/** The pages of a report, set once. */
export const typeset = (blocks: readonly Block[], fonts: FontSet, look: Look): Document =>
  createTypesetter(fonts, look)(blocks)
