/** Blocks → what they take of the pages, in order. */
import type { Block } from '../../core/compose/blocks.ts'
import { bodyStyle, lineBoxes, strip, type FlowItem } from './boxes.ts'
import type { Line, SetText, TextStyle } from '../lines/set-text.ts'
import { add, baseline, placeLine, type Setting } from '../lines/page-draft.ts'
import type { Geometry } from '../page/geometry.ts'
import { chartItems, chartPair, chartPairs } from './charts.ts'
import { signatureBoxes } from './signature.ts'
import { isFigure } from './pieces.ts'
import { setTable } from '../tables/cells.ts'
import { addTable } from '../tables/nodes.ts'

type Handler<T extends Block['type']> = (
  block: Extract<Block, { type: T }>,
  index: number,
  setting: Setting
) => FlowItem[]

const handlers: { [T in Block['type']]: Handler<T> } = {
  title: (block, index, setting) => {
    const { geometry } = setting
    const node = add(setting, { type: 'H1' })
    const lines = titleLines(block.text, block.unit, geometry, setting.setter.set)
    // Title lines stand further apart; what follows is on the grid again.
    const pitch = geometry.pitch * 1.2
    const x = geometry.left + (geometry.measure - titleMeasure(geometry)) / 2
    const height = Math.ceil(lines.length * 1.2 + 0.4) * geometry.pitch
    const source = { text: block.text, node, from: block.from, block: index }
    return [
      {
        ...strip(height),
        keep: true,
        paint: (page, top) => {
          lines.forEach((line, i) => {
            const y = baseline(top + i * pitch, pitch, line.size)
            placeLine(setting, page, line, x, y, source)
          })
        }
      }
    ]
  },
  heading: (block, index, setting) => {
    const { outline } = setting
    const { level, text, from } = block
    const node = add(setting, { type: (['H2', 'H3', 'H4'] as const)[level - 1] ?? 'H4' })
    const lines = setting.setter.set(text, {
      ...bodyStyle(setting),
      role: (['hei', 'kai', 'body'] as const)[level - 1] ?? 'body',
      fit: 'ragged'
    })
    const boxes = lineBoxes(lines, { text, node, from, block: index }, setting)
    return boxes.map((box, i) => ({
      ...box,
      keep: true,
      paint: (page, top, height) => {
        if (i === 0) outline.push({ title: text, level, page: page.index, y: top, from })
        box.paint(page, top, height)
      }
    }))
  },
  paragraph: (block, index, setting) => {
    const lines = setting.setter.set(block.text, bodyStyle(setting))
    if (lines.length === 0) return []
    const node = add(setting, { type: 'P' })
    const source = { text: block.text, node, from: block.from, block: index }
    return lineBoxes(lines, source, setting).map((box) => ({ ...box, runs: true }))
  },
  note: (block, index, setting) => {
    const { small, measure, pitch, size } = setting.geometry
    const style: TextStyle = {
      role: 'body',
      size: small,
      measure,
      indent: 2 * small,
      fit: 'justify'
    }
    const lines = setting.setter.set(block.text, style)
    if (lines.length === 0) return []
    const node = add(setting, { type: 'P' })
    const source = { text: block.text, node, from: block.from, block: index }
    const height = (pitch * small) / size
    return lineBoxes(lines, source, setting, height).map((box) => ({ ...box, onGrid: false }))
  },
  table: (block, index, setting) => {
    const table = setTable(block, setting.geometry, setting.setter.set)
    if (table.rowCount === 0) return []
    return [{ kind: 'table', keep: false, table, sourceOf: addTable(table, index, setting) }]
  },
  chart: chartItems,
  signature: signatureBoxes
}

/** A title never quite fills its line. */
const titleMeasure = ({ measure }: Geometry): number => measure * 0.96

/**
 * The lines of a title: one if it is short, else two or more that make a trapezium or a rhombus
 * (GB/T 9704-2012 §7.3.1: 梯形或菱形). It parts after the unit's name where that is in it, else
 * between words.
 */
function titleLines(text: string, unit: string, geometry: Geometry, set: SetText): readonly Line[] {
  const style: TextStyle = {
    role: 'title',
    size: geometry.title,
    measure: titleMeasure(geometry),
    fit: 'balance',
    align: 'center',
    words: 'places'
  }
  const named = unit !== '' && text.startsWith(unit)
  return set(text, named ? { ...style, breaks: [unit.length] } : style)
}

/** Everything the blocks put on pages. What must stay together is bound. */
export function flowOf(blocks: readonly Block[], setting: Setting): FlowItem[] {
  const flow: FlowItem[] = []
  const pairs = chartPairs(blocks, setting.geometry)
  blocks.forEach((block, index) => {
    // It stands beside the one before already.
    if (pairs.has(index - 1)) return
    const pair = pairs.get(index)
    const items = pair ? [chartPair(pair, index, setting)] : itemsOf(block, index, setting)
    const last = flow.at(-1)
    // A signature never stands alone on its page, and holds together.
    if (block.type === 'signature') {
      if (last?.kind === 'box') last.keep = true
      for (const item of items.slice(0, -1)) item.keep = true
    }
    // A heading keeps with the next two lines; it is bound to the first of them already.
    const [first] = items
    if (blocks[index - 1]?.type === 'heading' && first?.kind === 'box' && !isFigure(first))
      first.keep = true
    flow.push(...items)
  })
  return flow
}

function itemsOf<T extends Block['type']>(
  block: Extract<Block, { type: T }>,
  index: number,
  setting: Setting
): FlowItem[] {
  return handlers[block.type as T](block, index, setting)
}
