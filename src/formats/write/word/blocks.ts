import { HeadingLevel, Paragraph, Table, type FileChild, type IParagraphOptions } from 'docx'
import type { Block } from '../../../core/compose/blocks.ts'
import type { Geometry } from '../../../typeset/page/geometry.ts'
import { chartPairs } from '../../../typeset/pages/charts.ts'
import { captionOf, chartRow, picturesOf, type Figures } from './charts.ts'
import { twips, type Measures } from './measures.ts'
import { styleIds } from './styles.ts'
import { wordTable } from './table.ts'
import { emsOf, evenly, textRuns } from './text.ts'

/** What a block is made with. */
interface Making {
  readonly measures: Measures
  readonly figures: Figures
  /** How many charts stand before it. */
  readonly charts: number
  /** What it has besides its style because of its neighbours. */
  readonly around: Pick<IParagraphOptions, 'keepNext' | 'spacing'>
}

type Handler<T extends Block['type']> = (
  block: Extract<Block, { type: T }>,
  making: Making
) => FileChild[]

const handlers: { [T in Block['type']]: Handler<T> } = {
  title: ({ text, unit }, { measures: { geometry }, around }) => [
    new Paragraph({
      ...around,
      heading: HeadingLevel.TITLE,
      children: textRuns(titleLines(text, unit, geometry).join('\n'))
    })
  ],
  heading: ({ text, level }, { around }) => [
    new Paragraph({ ...around, style: styleIds.headings[level], children: textRuns(text) })
  ],
  paragraph: ({ text }, { around }) =>
    text.trim()
      ? [new Paragraph({ ...around, style: styleIds.text, children: textRuns(text) })]
      : [],
  note: ({ text }, { around }) =>
    text.trim()
      ? [new Paragraph({ ...around, style: styleIds.note, children: textRuns(text) })]
      : [],
  table: (block, { measures }) => (block.rows.length > 0 ? [wordTable(block, measures)] : []),
  chart: (block, { figures, charts, around }) => [
    ...picturesOf(block, figures, charts + 1),
    captionOf(block, charts + 1, around)
  ],
  signature: (block, making) =>
    block.place === 'title' ? belowTitle(block, making) : atEnd(block, making)
}

/**
 * The lines of a title: one if it is short, else those of the unit's name and those of the rest
 * (GB/T 9704-2012 §7.3.1: 梯形或菱形).
 */
function titleLines(text: string, unit: string, { measure, title }: Geometry): string[] {
  const holds = (measure * 0.96) / title
  const named = unit !== '' && text.startsWith(unit) && emsOf(text) > holds
  const pieces = named ? [unit, text.slice(unit.length)].filter(Boolean) : [text]
  return pieces.flatMap((piece) => evenly(piece, holds))
}

type Signature = Extract<Block, { type: 'signature' }>

/** Both centred in 楷体, the date in brackets; a line stays empty below them. */
const belowTitle = ({ unit, date }: Signature, { measures }: Making): Paragraph[] =>
  [unit, date && `（${date}）`].filter(Boolean).map(
    (text, i, lines) =>
      new Paragraph({
        style: styleIds.byline,
        ...(i < lines.length - 1 ? { keepNext: true } : { spacing: { after: measures.pitch } }),
        children: textRuns(text)
      })
  )

/**
 * GB/T 9704-2012 §7.3.5.2: a line stays empty above; the name ends two characters from the right
 * edge, the date begins two characters after it; where the date is the longer one, it is the date
 * that ends two characters from the edge.
 */
function atEnd({ unit, date }: Signature, { measures }: Making): Paragraph[] {
  const { size } = measures.geometry
  const edge = measures.measure - twips(2 * size)
  const [wide, long] = [twips(emsOf(unit) * size), twips(emsOf(date) * size)]
  const left = Math.max(0, long > wide ? edge - long - twips(2 * size) : edge - wide)
  const places = [
    { text: unit, left },
    { text: date, left: left + twips(2 * size) }
  ].filter(({ text }) => text)
  return places.map(
    (line, i) =>
      new Paragraph({
        style: styleIds.signature,
        indent: { left: line.left },
        ...(i < places.length - 1 && { keepNext: true }),
        ...(i === 0 && { spacing: { before: measures.pitch } }),
        children: textRuns(line.text)
      })
  )
}

/** The body of the document. */
export function wordBody(
  blocks: readonly Block[],
  measures: Measures,
  figures: Figures
): FileChild[] {
  const pairs = chartPairs(blocks, measures.geometry)
  let charts = 0
  const children = blocks.flatMap((block, i) => {
    const making = { measures, figures, charts, around: aroundOf(blocks, i, measures) }
    if (block.type === 'chart') charts++
    // It stands beside the one before already.
    if (pairs.has(i - 1)) return []
    const pair = pairs.get(i)
    return pair ? [chartRow(pair, measures, figures, making.charts + 1)] : childrenOf(block, making)
  })
  // A document ends with a paragraph (ECMA-376 part 1, 17.2.2), also behind a table.
  return children.at(-1) instanceof Table ? [...children, new Paragraph({})] : children
}

/** What its tables are called for screen readers, in their order. */
export function tableTitles(blocks: readonly Block[], { geometry }: Measures): string[] {
  const pairs = chartPairs(blocks, geometry)
  return blocks.flatMap((block, i) => {
    if (block.type === 'table') return block.rows.length > 0 ? [block.caption] : []
    const pair = pairs.get(i)
    return pair ? [pair.map(({ spec }) => spec.title).join('、')] : []
  })
}

/** White below a table is above what follows it, so that no page begins with it. */
function aroundOf(blocks: readonly Block[], i: number, measures: Measures): Making['around'] {
  return {
    ...(isBound(blocks[i], blocks[i + 1]) && { keepNext: true }),
    ...(blocks[i - 1]?.type === 'table' && {
      spacing: { before: Math.round(measures.pitch * 0.35) }
    })
  }
}

/** A signature never stands alone on its page, and a chart keeps its table. */
const isBound = (block?: Block, next?: Block): boolean =>
  next?.type === 'signature' || (block?.type === 'chart' && next?.type === 'table')

function childrenOf<T extends Block['type']>(
  block: Extract<Block, { type: T }>,
  making: Making
): FileChild[] {
  return handlers[block.type as T](block, making)
}
