import { Tab, TextRun, type IRunOptions } from 'docx'
import { lineEnd, mayBegin, mayEnd } from '../../../typeset/lines/chars.ts'
import { partingCost } from '../../../typeset/lines/words.ts'
import { isXml } from '../../source/xml.ts'

/** How a run looks where it differs from its style. */
export type RunLook = Pick<IRunOptions, 'size' | 'font'>

/** A text as runs, with its line ends and tabs; without what XML cannot hold, none of which is seen. */
export function textRuns(text: string, look: RunLook = {}): TextRun[] {
  return linesOf(text).flatMap((line, l) =>
    line
      .split('\t')
      .flatMap((piece, p) => [
        ...(p > 0 ? [new TextRun({ ...look, children: [new Tab()] })] : []),
        ...(l > 0 && p === 0 ? [new TextRun({ ...look, break: 1 })] : []),
        ...(piece ? [new TextRun({ ...look, text: piece })] : [])
      ])
  )
}

/** The lines of a text. */
export const linesOf = (text: string): string[] => xmlText(text).split(lineEnd)

/** A text without what XML cannot hold. */
export const xmlText = (text: string): string => Array.from(text).filter(isXml).join('')

/** How wide a text is in ems: in the fonts of offices, Latin and digits have half a body. */
export const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x370 ? 0.5 : 1), 0)

/** What a line costs for each character that it is longer or shorter than the others. */
const uneven = 8
/** No name of an office has more; what has is left to Word. */
const mostLines = 20

/**
 * A text of several lines in lines of about the same length, which end between words and after places
 * where that can be; each holds so many ems.
 */
export function evenly(text: string, holds: number): string[] {
  const count = Math.ceil(emsOf(text) / holds)
  if (count < 2 || count > mostLines) return [text]
  const parting = partingCost(text, true)
  const [best] = Array.from({ length: text.length - 1 }, (_, i) => i + 1)
    .filter(
      (at) =>
        mayEnd(text.codePointAt(at - 1) ?? 0) &&
        mayBegin(text.codePointAt(at) ?? 0) &&
        !/^[\udc00-\udfff]/.test(text.slice(at)) &&
        emsOf(text.slice(0, at)) <= holds &&
        emsOf(text.slice(at)) <= holds * (count - 1)
    )
    .map((at) => ({ at, cost: parting(at) + uneven * Math.abs(at - text.length / count) }))
    .sort((a, b) => a.cost - b.cost)
  return best ? [text.slice(0, best.at), ...evenly(text.slice(best.at), holds)] : [text]
}
