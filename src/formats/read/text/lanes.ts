import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import { isHeading } from '../../../core/intake/source/headings.ts'
import { trimmed, type Kind, type TextLine } from './lines.ts'

/** Tables written one cell a line, with lone bars between. */

/** More words than any label has stand between two tables, not in a cell. */
const longestCell = 80

/**
 * A run of lone bars with a cell between each two: `blank line` = blank cell, two bars on end = a
 * new row. Adds its blocks and returns the line behind it.
 */
export function laneAt(
  lines: readonly TextLine[],
  kinds: readonly Kind[],
  start: number,
  blocks: RawBlock[]
): number {
  const rows: RawCell[][] = [[]]
  const push = (cell: RawCell) => rows.at(-1)?.push(cell)
  const before = blocks.at(-1)
  // A row of empty cells may stand between the words and the first bar.
  const lead = kinds[start - 1] === 'words' ? lines[start - 1] : undefined
  if (before?.type === 'text' && lead && isCell(before.text)) {
    blocks.pop()
    push(trimmed(lead.text, lead.from))
  }
  let bar = start
  for (;;) {
    let next = bar + 1
    while (next < lines.length && kinds[next] !== 'bar') next++
    const between = lines.slice(bar + 1, next)
    const words = between.filter(({ text }) => text.trim())
    if (next === lines.length || words.length > 4 || !words.every(({ text }) => isCell(text))) {
      // The last cell has no bar behind it.
      const tail = lines[bar + 1]
      const last = tail?.text.trim() && isCell(tail.text) ? tail : undefined
      if (last) push(trimmed(last.text, last.from))
      const filled = rows.filter((row) => row.length)
      if (filled.length) blocks.push({ type: 'grid', rows: filled, spans: 'lost' })
      return bar + (last ? 2 : 1)
    }
    if (!between.length) rows.push([])
    else push(joined(words, between))
    bar = next
  }
}

const isCell = (text: string) => text.trim().length <= longestCell && !isHeading(text)

/** One cell from the lines between two bars; its place runs from the first to the last. */
function joined(words: readonly TextLine[], between: readonly TextLine[]): RawCell {
  const first = words[0] ?? between[0]
  const last = words.at(-1) ?? first
  if (!first || !last) return { text: '' }
  const head = trimmed(first.text, first.from)
  const to = last.from + last.text.trimEnd().length
  return {
    text: words.map(({ text }) => text.trim()).join(''),
    at: { from: head.at?.from ?? first.from, to: Math.max(to, head.at?.from ?? 0) }
  }
}
