/** What charts take of the pages: a slot and its caption, or two beside each other. */
import type { Block } from '../../core/compose/blocks.ts'
import { chartParts, standsBeside } from '../../core/charts/plan/parts.ts'
import { chartPlan, paperType } from '../../core/charts/plan/plan.ts'
import { chartCaption } from '../../core/charts/spec.ts'
import { emOf } from '../../core/charts/plan/words.ts'
import { strip, type FlowItem } from './boxes.ts'
import { add, baseline, placeLine, type Setting } from '../lines/page-draft.ts'
import type { Geometry } from '../page/geometry.ts'

type ChartBlock = Extract<Block, { type: 'chart' }>

/** Where a chart stands: from the left edge, and how wide. */
interface Column {
  readonly x: number
  readonly width: number
}

/** White above and below a chart, together, and between two beside each other. */
const around = 8
const between = 18

/** A chart in the whole width; one that is higher than a page as several, each with its caption. */
export function chartItems(block: ChartBlock, index: number, setting: Setting): FlowItem[] {
  const { left, measure, depth, pitch } = setting.geometry
  const most = depth - 2 * pitch - around
  const [first, ...more] = chartParts(block.spec, measure, paperType, most)
  if (!first) return []
  const column = { x: left, width: measure }
  const whole = figure({ ...block, spec: first }, index, column, setting)
  return [
    row([whole], setting),
    ...more.map((spec) =>
      row([figure({ ...block, spec }, index, column, setting, whole.node)], setting)
    )
  ]
}

const columnsOf = ({ left, measure }: Geometry): readonly [Column, Column] => {
  const width = (measure - between) / 2
  return [
    { x: left, width },
    { x: left + width + between, width }
  ]
}

/** The width of a chart that stands beside another. */
export const widthBeside = (geometry: Geometry): number => columnsOf(geometry)[0].width

type ChartPair = readonly [ChartBlock, ChartBlock]

/**
 * The charts that stand in a row with the next one, by their places among the blocks: both are small, and
 * nothing stands between them. A table of figures belongs to the chart above it, which then stands alone.
 */
export function chartPairs(
  blocks: readonly Block[],
  geometry: Geometry
): ReadonlyMap<number, ChartPair> {
  const ids = blocks.flatMap((block) => (block.type === 'chart' ? [block.spec.id] : []))
  const width = widthBeside(geometry)
  const isSmall = ({ spec }: ChartBlock) =>
    // A chart that is there twice has one drawing: it stands in one width.
    ids.indexOf(spec.id) === ids.lastIndexOf(spec.id) &&
    standsBeside(spec, width, paperType) &&
    emOf(chartCaption(spec, 10)) * geometry.small <= 1.8 * width
  const pairs = new Map<number, ChartPair>()
  blocks.forEach((left, index) => {
    const [right, next] = blocks.slice(index + 1, index + 3)
    if (left.type !== 'chart' || right?.type !== 'chart' || pairs.has(index - 1)) return
    if (next?.type === 'table' && next.from.kind === 'chart') return
    if (isSmall(left) && isSmall(right)) pairs.set(index, [left, right])
  })
  return pairs
}

/** Two charts beside each other. */
export function chartPair([left, right]: ChartPair, index: number, setting: Setting): FlowItem {
  const [first, second] = columnsOf(setting.geometry)
  return row(
    [figure(left, index, first, setting), figure(right, index + 1, second, setting)],
    setting
  )
}

/** A chart with its caption set; `of` is the figure that it goes on with. */
function figure(
  { spec, from }: ChartBlock,
  index: number,
  { x, width }: Column,
  setting: Setting,
  of?: number
) {
  const { geometry, nodes } = setting
  const alt = of === undefined ? spec.alt : `${spec.title}（续）`
  const node = add(setting, { type: 'Figure', alt, ...(of !== undefined && { parent: of }) })
  const caption = add(setting, { type: 'Caption', parent: node })
  const number = nodes.filter(
    ({ type, parent }) => type === 'Figure' && parent === undefined
  ).length
  const text = chartCaption(spec, number) + (of === undefined ? '' : '（续）')
  // Its unit goes to the next line whole, where one line does not hold both.
  const name = chartCaption({ ...spec, unit: '' }, number)
  const long = emOf(text) * geometry.small > width
  const lines = setting.setter.set(text, {
    role: 'hei',
    size: geometry.small,
    measure: width,
    fit: 'balance',
    align: 'center',
    words: 'any',
    ...(long && { breaks: [name.length] })
  })
  const { least, height } = chartPlan(spec, width, paperType)
  const source = { text, node: caption, from, block: index }
  return { spec, from, node, x, width, lines, source, least, height }
}

/** Figures beside each other, their captions on one height below them. */
function row(figures: readonly ReturnType<typeof figure>[], setting: Setting): FlowItem {
  const { pitch, lines: onPage } = setting.geometry
  const tallest = (of: (one: (typeof figures)[number]) => number) => Math.max(...figures.map(of))
  const captions = tallest(({ lines }) => lines.length)
  const under = captions * pitch
  const inLines = (height: number) =>
    Math.min(Math.ceil((height + around) / pitch), onPage - captions) * pitch
  return {
    ...strip(inLines(tallest(({ height }) => height)) + under),
    least: inLines(tallest(({ least }) => least)) + under,
    paint: (page, top, whole) => {
      const height = whole - under
      for (const { spec, from, node, x, width, lines, source } of figures) {
        const slot = { x, y: top + around / 2, width, height: height - around, node, from }
        page.items.push({ kind: 'chart', spec, ...slot })
        lines.forEach((line, i) => {
          const y = baseline(top + height + i * pitch, pitch, line.size)
          placeLine(setting, page, line, x, y, source)
        })
      }
    }
  }
}
