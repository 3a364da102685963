/** The package of an OFD (GB/T 33190-2016, 7): its files, and what holds them together. */
import { standAlone } from '../fonts/stand-alone.ts'
import { sha256OfText } from '../source/sha256.ts'
import { zipped } from '../source/zip.ts'
import type { Document, OutlineEntry } from '../../typeset/page/page.ts'
import { nested, type Nested } from '../../typeset/page/outline.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { UsedFonts } from '../fonts/used.ts'
import { pageFile } from './content.ts'
import { ofdElement, lengths, millimetres, newIds, worded, xmlFile } from './markup.ts'

export interface OfdMeta {
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD. */
  readonly date: string
}

/** What is painted. */
export interface OfdPlan {
  /** At least one page. */
  readonly document: Document
  readonly drawings: ReadonlyMap<string, Drawing>
  /** `plain`, every glyph of the document in them. */
  readonly fonts: UsedFonts
}

/** Writes the file; `onPage` is called after each page. */
export function assembleOfd(
  { document, drawings, fonts }: OfdPlan,
  meta: OfdMeta,
  onPage: () => void
): Uint8Array<ArrayBuffer> {
  const ids = newIds()
  const resources = new Map([...fonts].map(([name, used]) => [name, { id: ids.next(), used }]))
  const fontFiles = [...fonts.values()].map(({ index, subset, from }) => ({
    name: `font_${index + 1}.ttf`,
    bytes: standAlone(subset, from)
  }))
  const publicRes = xmlFile(
    'Res',
    { BaseLoc: 'Res' },
    ofdElement(
      'Fonts',
      {},
      ...[...resources].map(([name, { id, used }]) =>
        ofdElement(
          'Font',
          {
            ID: id,
            FontName: used.from.postScriptName,
            FamilyName: families[name],
            Charset: 'unicode'
          },
          worded('FontFile', fontFiles[used.index]?.name ?? '')
        )
      )
    )
  )
  const pages = document.pages.map((page, index) => {
    const id = ids.next()
    const content = pageFile(page, drawings, resources, ids)
    onPage()
    return { id, path: `Pages/Page_${index}/Content.xml`, content }
  })
  const pageIds = pages.map(({ id }) => id)
  const documentFile = xmlFile(
    'Document',
    {},
    ofdElement(
      'CommonData',
      {},
      worded('MaxUnitID', String(ids.last())),
      ofdElement('PageArea', {}, physicalBox(document)),
      worded('PublicRes', 'PublicRes.xml')
    ),
    ofdElement(
      'Pages',
      {},
      ...pages.map(({ id, path }) => ofdElement('Page', { ID: id, BaseLoc: path }))
    ),
    outlines(document, pageIds),
    // The side pane and the zoom that a PDF of ours opens with.
    ofdElement(
      'VPreferences',
      {},
      worded('PageMode', document.outline.length > 0 ? 'UseOutlines' : 'None'),
      worded('TabDisplay', 'DocTitle'),
      worded('ZoomMode', 'FitWidth')
    )
  )
  const contents = pages.map(({ content }) => content)
  const id = documentId([meta.title, meta.author, publicRes, documentFile, ...contents])
  return zipped({
    'OFD.xml': entryFile(meta, id),
    'Doc_0/Document.xml': documentFile,
    'Doc_0/PublicRes.xml': publicRes,
    ...Object.fromEntries(pages.map(({ path, content }) => [`Doc_0/${path}`, content])),
    ...Object.fromEntries(fontFiles.map(({ name, bytes }) => [`Doc_0/Res/${name}`, bytes]))
  })
}

/**
 * By what a reader that cannot use the embedded font finds one like it: what Chinese computers have.
 * The user's own fonts go by their names alone.
 */
const families: Readonly<Partial<Record<FontName, string>>> = {
  fang: '仿宋',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
  noto: '宋体',
  tinos: 'Times New Roman'
}

const physicalBox = ({ pages: [first] }: Document): string => {
  if (!first) throw new Error('nothing to write')
  return worded('PhysicalBox', lengths(0, 0, first.width, first.height))
}

const entryFile = ({ title, author, date }: OfdMeta, id: string): string =>
  xmlFile(
    'OFD',
    { Version: '1.0', DocType: 'OFD' },
    ofdElement(
      'DocBody',
      {},
      ofdElement(
        'DocInfo',
        {},
        worded('DocID', id),
        worded('Title', title),
        worded('Author', author),
        worded('CreationDate', date),
        worded('ModDate', date),
        worded('Creator', '年报台')
      ),
      worded('DocRoot', 'Doc_0/Document.xml')
    )
  )

/**
 * Thirty-two hexadecimal digits that stand for the content: a UUID of version 8 (RFC 9562, 5.8)
 * without its dashes. The same pages have the same one, whenever they are written.
 */
function documentId(content: readonly string[]): string {
  const hash = sha256OfText(content.join('\n'))
  return `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`
}

/** The outline: headings that lead to their places; nothing where there are none. */
function outlines({ outline }: Document, pageIds: readonly number[]): string {
  const write = ({ entry, children }: Nested): string =>
    ofdElement(
      'OutlineElem',
      { Title: entry.title },
      ofdElement('Actions', {}, ofdElement('Action', { Event: 'CLICK' }, goTo(entry, pageIds))),
      ...children.map(write)
    )
  return outline.length > 0 ? ofdElement('Outlines', {}, ...nested(outline).map(write)) : ''
}

const goTo = ({ page, y }: OutlineEntry, pageIds: readonly number[]): string =>
  ofdElement(
    'Goto',
    {},
    ofdElement('Dest', {
      Type: 'XYZ',
      PageID: pageIds[page],
      Left: 0,
      Top: millimetres(y),
      Zoom: 0
    })
  )
