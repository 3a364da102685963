import { Tab, TextRun, type IRunOptions } from 'docx'
import { lineEnd } from '../../../typeset/lines/chars.ts'
import { isXml } from '../../source/xml.ts'

/** How a run looks where it differs from its style. */
export type RunLook = Pick<IRunOptions, 'size' | 'font'>

/** A text as runs, with its line ends and tabs; without what XML cannot hold, none of which is seen. */
export function runsOf(text: string, look: RunLook = {}): TextRun[] {
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
