/** Who signs and when: below the title, or at the end in the manner of a letter without a seal. */
import type { Block } from '../../core/compose/blocks.ts'
import { lineBoxes, type Box } from './boxes.ts'
import type { Line, TextStyle } from '../lines/set-text.ts'
import { add, type Setting } from '../lines/page-draft.ts'

type Signature = Extract<Block, { type: 'signature' }>

/** The lines of a signature, bound together; none for one without a name and a date. */
export const signatureBoxes = (block: Signature, index: number, setting: Setting): Box[] =>
  block.place === 'title' ? belowTitle(block, index, setting) : atEnd(block, index, setting)

/** Both centred in 楷体, the date in brackets; a line stays empty below them. */
function belowTitle(block: Signature, index: number, setting: Setting): Box[] {
  const { size, measure, pitch } = setting.geometry
  const style: TextStyle = {
    role: 'kai',
    size,
    measure,
    fit: 'balance',
    align: 'center',
    words: 'places'
  }
  const texts = [block.unit, block.date === '' ? '' : `（${block.date}）`]
  const boxes = texts.flatMap((text) =>
    boxesOf(setting.setter.set(text, style), text, block, index, setting)
  )
  return boxes.map((box, i) => (i < boxes.length - 1 ? box : { ...box, height: 2 * pitch }))
}

/**
 * GB/T 9704-2012 §7.3.5.2: a line stays empty above; the name ends two characters from the right
 * edge, the date begins two characters after it; where the date is the longer one, it is the date
 * that ends two characters from the edge. A name of several lines is centred in itself.
 */
function atEnd(block: Signature, index: number, setting: Setting): Box[] {
  const { size, measure, pitch } = setting.geometry
  const edge = measure - 2 * size
  const style: TextStyle = { role: 'body', size, measure: edge, fit: 'balance', words: 'places' }
  const [unit, date] = [block.unit, block.date].map((text) => setting.setter.set(text, style))
  const [wide, long] = [widest(unit), widest(date)]
  const left = long > wide ? edge - long - 2 * size : edge - wide
  return [
    ...boxesOf(unit, block.unit, block, index, setting, (line) => left + (wide - line.right) / 2),
    ...boxesOf(date, block.date, block, index, setting, () => left + 2 * size)
  ].map((box, i) => (i === 0 ? { ...box, above: pitch } : box))
}

const widest = (lines: readonly Line[] = []): number =>
  Math.max(0, ...lines.map(({ right }) => right))

function boxesOf(
  lines: readonly Line[] | undefined,
  text: string,
  { from }: Signature,
  block: number,
  setting: Setting,
  indent?: (line: Line) => number
): Box[] {
  if (!lines || lines.length === 0) return []
  const node = add(setting, { type: 'P' })
  return lineBoxes(lines, { text, node, from, block }, setting, setting.geometry.pitch, indent)
}
