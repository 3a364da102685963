import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IParagraphOptions
} from 'docx'
import type { Block } from '../../../core/compose/blocks.ts'
import { chartCaption } from '../../../core/charts/spec.ts'
import type { ChartPicture } from '../../charts/picture.ts'
import { twips, type Measures } from './measures.ts'
import { styleIds } from './styles.ts'
import { emsOf, textRuns, xmlText } from './text.ts'

/** A chart as Word takes it: drawn, and as a picture for programs that do not know drawings. */
export interface Figure {
  readonly picture: ChartPicture
  readonly png: Uint8Array
}
/** Of every chart; several of one that is higher than a page. */
export type Figures = ReadonlyMap<Block, readonly Figure[]>

type ChartBlock = Extract<Block, { type: 'chart' }>

/** A chart in paragraphs of its own, and what it is called: it is the so-maniest of the document. */
export const picturesOf = (block: ChartBlock, figures: Figures, number: number): Paragraph[] =>
  (figures.get(block) ?? []).map((figure, part) => {
    const { title, alt } = block.spec
    const image = imageOf(figure, xmlText(title), xmlText(alt), number + 1000 * part)
    return new Paragraph({ style: styleIds.figure, children: [image] })
  })

/** The line below a chart: its number and its title. */
export const captionOf = (
  { spec }: ChartBlock,
  number: number,
  around: Pick<IParagraphOptions, 'keepNext' | 'spacing' | 'indent'> = {}
): Paragraph =>
  new Paragraph({
    ...around,
    style: styleIds.caption,
    children: textRuns(chartCaption(spec, number))
  })

/**
 * What a caption gives up of its width, so that its unit goes to the next line whole, where one line does
 * not hold both.
 */
function indentOf({ spec }: ChartBlock, number: number, width: number, size: number) {
  const name = emsOf(chartCaption({ ...spec, unit: '' }, number)) * size
  const whole = emsOf(chartCaption(spec, number)) * size
  const side = Math.floor((width - twips(name + size)) / 2)
  return twips(whole) > width && side > 0 ? { indent: { left: side, right: side } } : {}
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * Two charts in a row, as on paper: a table without rules, the captions on one height below them.
 *
 * @param number of the left one among the charts of the document
 */
export function chartRow(
  pair: readonly [ChartBlock, ChartBlock],
  { measure, geometry }: Measures,
  figures: Figures,
  number: number
): Table {
  const width = Math.floor(measure / 2)
  const rowOf = (contentOf: (block: ChartBlock, number: number) => Paragraph[]) =>
    new TableRow({
      cantSplit: true,
      children: pair.map(
        (block, i) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            children: contentOf(block, number + i)
          })
      )
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: 2 * width, type: WidthType.DXA },
    columnWidths: [width, width],
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    borders: {
      ...{ top: none, bottom: none, left: none, right: none },
      ...{ insideHorizontal: none, insideVertical: none }
    },
    rows: [
      rowOf((block, at) => picturesOf(block, figures, at)),
      rowOf((block, at) => [captionOf(block, at, indentOf(block, at, width, geometry.small))])
    ]
  })
}

function imageOf({ picture, png }: Figure, name: string, alt: string, id: number): ImageRun {
  // The library counts in pixels of a screen, 96 to the inch.
  const pixels = (points: number) => (points * 4) / 3
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(picture.svg),
    fallback: { type: 'png', data: png },
    transformation: { width: pixels(picture.width), height: pixels(picture.height) },
    altText: { id: String(id), name: `图${id}`, title: name, description: alt }
  })
}
