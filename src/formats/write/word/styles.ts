import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx'
import type { FontRole } from '../../../typeset/page/font-metrics.ts'
import { twips, type Measures } from './measures.ts'

/** The styles of the document, by the names that Word knows them under. */

/** The fonts of GB/T 9704-2012 as the computers of Chinese offices call them. */
export const fontNames = {
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  title: '方正小标宋简体',
  digits: '宋体'
} as const satisfies Record<FontRole, string>

/** A font for Chinese, and for digits and Latin the same or a Times-like one, as the office wants. */
export function fontOf(role: FontRole, digits: 'own' | 'times') {
  const name = fontNames[role]
  const latin = digits === 'times' ? 'Times New Roman' : name
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin }
}

/** What a paragraph can be; the ids of its style. */
export const styleIds = {
  title: 'Title',
  headings: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
  text: 'BodyText',
  note: 'Note',
  figure: 'Figure',
  caption: 'Caption',
  byline: 'Byline',
  signature: 'Signature',
  cell: 'TableText',
  head: 'TableHead',
  footer: 'Footer'
} as const

const { CENTER, BOTH, LEFT } = AlignmentType

export function wordStyles(measures: Measures): IStylesOptions {
  const { geometry, look, pitch, track, indent } = measures
  const { size, small, title, folio } = geometry
  const font = (role: FontRole) => fontOf(role, look.digits)
  const run = (role: FontRole, points: number) => ({
    font: font(role),
    size: points * 2,
    bold: false,
    italics: false,
    color: '000000'
  })
  /** Distances of lines are exact: a font that is put in place of another moves no line. */
  const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
  const firstLine = { firstLineChars: 200, firstLine: indent }
  const noIndent = { firstLineChars: 0, firstLine: 0 }
  const heading = (level: 0 | 1 | 2, role: FontRole) => ({
    basedOn: 'Normal',
    next: styleIds.text,
    quickFormat: true,
    run: { ...run(role, size), characterSpacing: track },
    paragraph: {
      outlineLevel: level,
      keepNext: true,
      keepLines: true,
      spacing: exact(pitch),
      indent: firstLine,
      alignment: LEFT
    }
  })
  return {
    default: {
      document: {
        run: {
          ...run('body', size),
          language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' }
        },
        paragraph: { spacing: exact(pitch) }
      },
      title: {
        basedOn: 'Normal',
        next: styleIds.text,
        quickFormat: true,
        run: run('title', title),
        paragraph: {
          alignment: CENTER,
          keepNext: true,
          spacing: { ...exact(Math.round(pitch * 1.2)), after: Math.round(pitch * 0.6) }
        }
      },
      heading1: heading(0, 'hei'),
      heading2: heading(1, 'kai'),
      heading3: heading(2, 'body'),
      caption: {
        basedOn: 'Normal',
        next: styleIds.text,
        quickFormat: true,
        run: run('hei', small),
        paragraph: { alignment: CENTER, spacing: exact(pitch) }
      }
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { characterSpacing: track },
        paragraph: { alignment: BOTH, spacing: exact(pitch) }
      },
      {
        id: styleIds.text,
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: firstLine }
      },
      {
        id: styleIds.note,
        name: '注释',
        basedOn: 'Normal',
        run: { size: small * 2, characterSpacing: 0 },
        paragraph: {
          spacing: exact(Math.round((pitch * small) / size)),
          indent: { firstLineChars: 200, firstLine: twips(2 * small) }
        }
      },
      {
        id: styleIds.figure,
        name: '图',
        basedOn: 'Normal',
        next: styleIds.caption,
        // An exact line would show no more than a strip of the picture.
        paragraph: {
          alignment: CENTER,
          keepNext: true,
          spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 80, after: 80 }
        }
      },
      {
        id: styleIds.byline,
        name: '题下署名',
        basedOn: 'Normal',
        run: { font: font('kai') },
        paragraph: { alignment: CENTER, keepLines: true }
      },
      {
        id: styleIds.signature,
        name: 'Signature',
        basedOn: 'Normal',
        paragraph: { alignment: LEFT, keepLines: true }
      },
      {
        id: styleIds.cell,
        name: '表格文字',
        basedOn: 'Normal',
        run: { characterSpacing: 0 },
        paragraph: { alignment: CENTER, indent: noIndent }
      },
      {
        id: styleIds.head,
        name: '表头',
        basedOn: styleIds.cell,
        run: { font: font('hei') }
      },
      {
        id: styleIds.footer,
        name: 'footer',
        basedOn: 'Normal',
        run: { font: fontOf('digits', 'own'), size: folio * 2, characterSpacing: 0 },
        paragraph: { spacing: exact(footLine) }
      }
    ]
  }
}

/** The line of a folio. */
export const footLine = twips(20)
