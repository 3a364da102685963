import { parseNumber } from '../../../core/numbers/chinese.ts'
import type { RawCell } from '../../../core/intake/source/raw.ts'

/** The lines of a text, and what each of them looks like. */

/** A line of a text and where it begins. */
export interface TextLine {
  readonly text: string
  readonly from: number
}

/** What a line is: a lone bar, a row between bars, a row with tabs, a ruler of dashes, or words. */
export type Kind = 'blank' | 'bar' | 'pipes' | 'tabs' | 'rule' | 'words'

const bars = /[|｜│┃]/
const rule = /^[\s|｜│┃:+=\-─━┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═]+$/

export function lineKindOf({ text }: TextLine): Kind {
  const body = text.trim()
  if (!body) return text.includes('\t') ? 'tabs' : 'blank'
  if (/^[|｜│┃]$/.test(body)) return 'bar'
  if (rule.test(body) && /[-─━═=]{2}|[┼├└┌]/.test(body)) return 'rule'
  const pieces = body.split(bars)
  // One bar may stand in a sentence; between two short pieces it parts cells.
  const short = pieces.every((piece) => piece.trim() && piece.trim().length <= 40)
  if (pieces.length > 2 || (pieces.length === 2 && (short || isNumber(pieces[1])))) return 'pipes'
  // The tabs behind a lone cell are what is left of the cells it was merged with.
  if (body.includes('\t') || /\S\t\s*\t\s*$/.test(text)) return 'tabs'
  return 'words'
}

const isNumber = (text = '') => parseNumber(text).kind !== 'text'

/** Lines, with those joined that a quoted cell of a spreadsheet runs over. */
export function textLinesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  let from = 0
  for (const part of text.split('\n')) {
    const last = lines.at(-1)
    const open = last !== undefined && /(?:^|\t)"[^"\t]*$/.test(last.text)
    if (open && oddQuotes(last.text) && /^[^"\t]*"(?:\t|$)/.test(part)) {
      lines[lines.length - 1] = { text: `${last.text}\n${part}`, from: last.from }
    } else lines.push({ text: part, from })
    from += part.length + 1
  }
  return lines
}

const oddQuotes = (text: string) => (text.split('"').length - 1) % 2 === 1

/** A piece of a line without the white space around it, with its place. */
export function trimmed(text: string, from: number): RawCell {
  const body = text.trim()
  const start = from + text.length - text.trimStart().length
  return { text: body, at: { from: start, to: start + body.length } }
}
