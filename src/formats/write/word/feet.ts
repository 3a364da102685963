import { AlignmentType, Footer, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx'
import { twips, type Measures } from './measures.ts'
import { fontOf, footLine, styleIds } from './styles.ts'

/**
 * The feet of pages: `— 1 —` in half-width 宋体, on odd pages one character in from the right, on even
 * ones from the left (GB/T 9704-2012 §7.5), and below it the mark of a draft.
 */
export function feetOf({ look, geometry }: Measures): NonNullable<ISectionOptions['footers']> {
  const foot = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          style: styleIds.footer,
          alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
          indent: { [side]: twips(geometry.folio) },
          children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
        }),
        ...(look.draft ? [mark()] : [])
      ]
    })
  const mark = () =>
    new Paragraph({
      style: styleIds.footer,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: '草稿', font: fontOf('body', 'own') })]
    })
  return { default: foot('right'), even: foot('left') }
}

/** From the foot of the sheet to that of the last line: the middle of the folio is 7 mm below the text. */
export const footDistance = ({ look, geometry, bottom }: Measures): number =>
  bottom - twips(geometry.foot) - footLine / 2 - (look.draft ? footLine : 0)
