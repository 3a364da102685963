import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type ISectionOptions
} from 'docx'
import { chartParts } from '../../../core/charts/plan/parts.ts'
import { paperType } from '../../../core/charts/plan/plan.ts'
import type { Block } from '../../../core/compose/blocks.ts'
import { compose } from '../../../core/compose/compose.ts'
import type { Report } from '../../../core/report/report.ts'
import { chartPairs, widthBeside } from '../../../typeset/pages/charts.ts'
import { lookOf } from '../../../typeset/page/look.ts'
import type { ChartPicture } from '../../charts/picture.ts'
import { escaped } from '../../source/xml.ts'
import { unzip, zipped } from '../../source/zip.ts'
import type { Job, Made } from '../writer.ts'
import { tableTitles, wordBody } from './blocks.ts'
import type { Figures } from './charts.ts'
import { measuresOf, twips, type Measures } from './measures.ts'
import { carriedRelation, carriedType, ownParts } from './parts.ts'
import { fontOf, footLine, styleIds, wordStyles } from './styles.ts'

/** A picture of a chart as PNG, so many pixels to a point; undefined where none can be painted. */
type Painted = (picture: ChartPicture, scale: number) => Promise<Uint8Array | undefined>

/**
 * The report as a Word document (ECMA-376) with the measures of GB/T 9704-2012 and the exchange file
 * inside. The same report makes the same file. Fonts are named, not brought along.
 */
export async function writeDocx(
  report: Report,
  { draft, refused, signal, onProgress }: Job,
  png?: Painted
): Promise<Made> {
  const blocks = compose(report)
  const measures = measuresOf(lookOf(report, draft))
  const figures = await figuresOf(blocks, measures, png)
  if (signal.aborted) return { ok: false, reason: 'cancelled' }
  onProgress({ step: 'file', done: 0, total: 1 })
  const packed = await Packer.pack(documentOf(blocks, measures, figures), 'uint8array')
  const archive = unzip(packed, () => true)
  if (!archive.ok) return { ok: false, reason: 'failed', detail: archive.reason }
  return {
    ok: true,
    bytes: zipped(
      completed(archive.files, tableTitles(blocks, measures), ownParts(report, refused))
    )
  }
}

/** Pixels to the point: 216 to the inch, for programs that do not know drawings. */
const pngScale = 3
/** A single white pixel, where no canvas is there to paint on. */
const whitePng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg=='

async function figuresOf(
  blocks: readonly Block[],
  { geometry }: Measures,
  png?: Painted
): Promise<Figures> {
  const charts = blocks.filter((block) => block.type === 'chart')
  if (charts.length === 0) return new Map()
  const { chartPicture, picturePng } = await import('../../charts/picture.ts')
  const most = geometry.depth - 2 * geometry.pitch
  const paired = new Set<Block>([...chartPairs(blocks, geometry).values()].flat())
  return new Map(
    await Promise.all(
      charts.map(async (block) => {
        const width = paired.has(block) ? widthBeside(geometry) : geometry.measure
        const parts = chartParts(block.spec, width, paperType, most)
        const figures = parts.map(async (spec) => {
          const picture = chartPicture(spec, width)
          const painted = await (png ?? picturePng)(picture, pngScale)
          return {
            picture,
            png: painted ?? Uint8Array.from(atob(whitePng), (char) => char.charCodeAt(0))
          }
        })
        return [block, await Promise.all(figures)] as const
      })
    )
  )
}

function documentOf(blocks: readonly Block[], measures: Measures, figures: Figures): Document {
  const { width, height, top, bottom, left, right } = measures
  return new Document({
    styles: wordStyles(measures),
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top, bottom, left, right, header: 851, footer: footDistance(measures) }
          }
        },
        footers: feetOf(measures),
        children: wordBody(blocks, measures, figures)
      }
    ]
  })
}

/**
 * The feet of pages: `— 1 —` in half-width 宋体, on odd pages one character in from the right, on even
 * ones from the left (GB/T 9704-2012 §7.5); beside it, in the middle of the line, the mark of a draft.
 */
function feetOf({ look, geometry, measure }: Measures): NonNullable<ISectionOptions['footers']> {
  const inset = twips(geometry.folio)
  const foot = (side: 'left' | 'right') => {
    const folio = ['— ', PageNumber.CURRENT, ' —']
    const runs = look.draft
      ? [
          ...(side === 'left' ? [new TextRun({ children: folio })] : []),
          new TextRun({ children: [new Tab(), '草稿'], font: fontOf('body', 'own') }),
          ...(side === 'right' ? [new TextRun({ children: [new Tab(), ...folio] })] : [])
        ]
      : [new TextRun({ children: folio })]
    const line = new Paragraph({
      style: styleIds.footer,
      alignment: AlignmentType[side === 'right' && !look.draft ? 'RIGHT' : 'LEFT'],
      indent: { [side]: inset },
      ...(look.draft && {
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(measure / 2) },
          { type: TabStopType.RIGHT, position: measure - inset }
        ]
      }),
      children: runs
    })
    return new Footer({ children: [line] })
  }
  return { default: foot('right'), even: foot('left') }
}

/** From the foot of the sheet to that of the line: the middle of the folio is 7 mm below the text. */
const footDistance = ({ geometry, bottom }: Measures): number =>
  bottom - twips(geometry.foot) - footLine / 2

/** The package with what the library cannot write. */
function completed(
  files: ReadonlyMap<string, Uint8Array>,
  captions: readonly string[],
  own: ReturnType<typeof ownParts>
): Record<string, string | Uint8Array> {
  const text = (path: string) => new TextDecoder().decode(files.get(path))
  let table = 0
  const types = '[Content_Types].xml'
  const relations = 'word/_rels/document.xml.rels'
  const body = 'word/document.xml'
  const all: Record<string, string | Uint8Array> = {
    ...Object.fromEntries(files),
    ...own,
    [types]: text(types).replace('</Types>', `${carriedType}</Types>`),
    [relations]: text(relations).replace('</Relationships>', `${carriedRelation}</Relationships>`),
    [body]: text(body)
      // What a table is called, for screen readers.
      .replaceAll(
        '</w:tblPr>',
        () => `<w:tblCaption w:val="${escaped(captions[table++] ?? '')}"/></w:tblPr>`
      )
      // Downward with Chinese characters upright; the library has no word for it.
      .replaceAll('<w:textDirection w:val="tbRl"/>', '<w:textDirection w:val="tbRlV"/>')
      // Lines are exact; a grid would move them.
      .replace(/<w:docGrid [^>]*>/, '')
  }
  // Programs that look at the first bytes of a file expect this part there.
  return { [types]: all[types] ?? '', ...all }
}
