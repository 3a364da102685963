/** Blocks → pages. Pure: the same blocks, fonts and look give the same document. */
import type { Block } from '../../core/compose/blocks.ts'
import { flowOf } from './flow.ts'
import { geometryOf } from '../page/geometry.ts'
import type { FontSet } from '../page/font-metrics.ts'
import type { Document, Look, Page } from '../page/page.ts'
import { same } from '../page/same.ts'
import { paginate } from './paginate.ts'
import type { FilledItem } from './pieces.ts'
import { createSetter, type TextStyle } from '../lines/set-text.ts'
import { baseline, placeLine, type PageDraft, type Setting } from '../lines/page-draft.ts'
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
      const page: PageDraft = { index, items: [] }
      for (const each of placed) paint(each, page, setting)
      placeFoot(setting, page, look)
      const old = before[index]
      if (old && same(old.items, page.items)) return old
      return { width: geometry.width, height: geometry.height, items: page.items }
    })
    setter.forget()
    before = pages
    const { nodes, outline, faults } = setting
    return { pages, nodes, outline, faults }
  }
}

/** Puts what stands on a page into its items; headings and faults are told on the way. */
function paint(placed: FilledItem, page: PageDraft, setting: Setting): void {
  const { top } = placed
  if (placed.kind === 'box') placed.box.paint(page, top, placed.box.height)
  else paintTable(setting, page, placed.item, placed.part, top)
}

/**
 * What stands below the type area: the folio (GB/T 9704-2012 §7.5) and the mark of a draft. The folio is
 * `— 1 —` in half-width 宋体, for which the Times-like face stands: on odd pages one character in from
 * the right, on even ones from the left.
 */
function placeFoot(setting: Setting, page: PageDraft, look: Look): void {
  const { geometry, setter } = setting
  const { folio: size, left, measure, top, depth, foot } = geometry
  const number = page.index + 1
  // The dashes, in the middle of the body, stand the foot's distance below the type area.
  const y = baseline(top + depth + foot, 0, size)
  const style: TextStyle = { role: 'digits', size, measure, fit: 'ragged' }
  const text = `— ${String(number)} —`
  for (const line of setter.set(text, style)) {
    const x = number % 2 === 1 ? left + measure - size - line.right : left + size
    placeLine(setting, page, line, x, y, { text })
  }
  if (!look.draft) return
  const mark = '草稿'
  for (const line of setter.set(mark, { ...style, role: 'body', align: 'center' }))
    placeLine(setting, page, line, left, y, { text: mark })
}

/** The pages of a report, set once. */
export const typeset = (blocks: readonly Block[], fonts: FontSet, look: Look): Document =>
  createTypesetter(fonts, look)(blocks)
