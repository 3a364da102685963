/**
 * jsPDF as a container: file header, pages, cross references, document information.
 *
 * Everything that leans on jsPDF's internals is in this file, and `internalsOf` looks whether they
 * are still there. Text, fonts, structure and outline are written by our own code.
 * jsPDF catches what its event handlers throw and only prints it ("PubSub Error"); the handlers
 * here keep what was thrown, and `assemblePdf` throws it again.
 */
import { jsPDF } from 'jspdf'
import type { PdfObjects } from './objects.ts'

/** A page ready to go in: its size in points and its content stream. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly content: string
}

export interface PdfPlan {
  readonly title: string
  readonly author: string
  /** At least one. */
  readonly pages: readonly PdfPage[]
  /** For each font the function that writes it and gives its object's number. */
  readonly fonts: readonly ((objects: PdfObjects) => number)[]
  /** Writes what belongs to the whole document; gives its entries of the catalog. */
  readonly rest: (objects: PdfObjects) => string
}

/** What pages call the font with this index in `PdfPlan.fonts`. */
export const fontResource = (index: number): string => `F${index + 1}`

interface JsPdfFont {
  readonly id: string
  objectNumber?: number
  isAlreadyPutted?: boolean
}

/** The parts of `doc.internal` that we use. */
interface Internal {
  readonly write: (text: string) => void
  readonly newObject: () => number
  readonly newObjectDeferred: () => number
  readonly newObjectDeferredBegin: (id: number, write: boolean) => number
  readonly putStream: (options: {
    readonly data: string
    readonly filters: readonly string[]
    readonly alreadyAppliedFilters: readonly string[]
    readonly additionalKeyValues: readonly { readonly key: string; readonly value: number }[]
    readonly objectId: number
  }) => void
  readonly getFont: () => JsPdfFont
  readonly getPageInfo: (page: number) => { readonly objId: number }
  readonly pages: string[][]
  readonly events: {
    readonly subscribe: (topic: string, handler: (data: EventData) => void) => void
  }
}

interface EventData {
  readonly font: JsPdfFont
  readonly pageNumber: number
}

/**
 * The fourteen fonts that every jsPDF document knows from the start. Ours take their places, in
 * this order, F1 to F14: so no font file ever passes through jsPDF's own slow and lossy machinery.
 */
const places = ['helvetica', 'courier', 'times'].flatMap((family) =>
  ['normal', 'bold', 'italic', 'bolditalic'].map((style) => ({ family, style }))
)

function internalsOf(doc: jsPDF): Internal {
  const internal = doc.internal as unknown as Partial<Internal>
  const expected = [
    internal.write,
    internal.newObject,
    internal.newObjectDeferred,
    internal.newObjectDeferredBegin,
    internal.putStream,
    internal.getFont,
    internal.getPageInfo,
    internal.events?.subscribe
  ]
  if (expected.some((part) => typeof part !== 'function') || !Array.isArray(internal.pages)) {
    throw new Error(`jsPDF ${jsPDF.version} is not built as expected`)
  }
  return internal as Internal
}

/** Writes the file. */
export function assemblePdf({
  title,
  author,
  pages,
  fonts,
  rest
}: PdfPlan): Uint8Array<ArrayBuffer> {
  const format = (page: PdfPage) => [page.width, page.height]
  const way = (page: PdfPage) => (page.width > page.height ? 'l' : 'p')
  const [first] = pages
  if (!first || fonts.length > places.length) throw new Error('nothing to write, or too many fonts')
  const doc = new jsPDF({
    unit: 'pt',
    format: format(first),
    orientation: way(first),
    compress: true,
    putOnlyUsedFonts: true
  })
  for (const page of pages.slice(1)) doc.addPage(format(page), way(page))
  const internal = internalsOf(doc)
  const objects = objectsOf(internal)

  const failures: unknown[] = []
  const done = new Set<string>()
  const on = (topic: string, handler: (data: EventData) => void) =>
    internal.events.subscribe(topic, (data) => {
      done.add(topic)
      try {
        handler(data)
      } catch (error) {
        failures.push(error)
      }
    })

  // Only text written by jsPDF itself marks a font as used; the page's content is set afterwards.
  fonts.forEach((_, index) => {
    const place = places[index]
    doc.setFont(place?.family ?? '', place?.style)
    doc.text(' ', 0, 0)
    if (internal.getFont().id !== fontResource(index)) {
      throw new Error(`jsPDF ${jsPDF.version} numbers its fonts in another way`)
    }
  })
  pages.forEach((page, index) => {
    internal.pages[index + 1]?.splice(0, Infinity, page.content)
  })
  on('putFont', ({ font }) => {
    const write = fonts[Number(font.id.slice(1)) - 1]
    if (!write) throw new Error(`no font for ${font.id}`)
    font.objectNumber = write(objects)
    font.isAlreadyPutted = true
  })
  on('putPage', ({ pageNumber }) => {
    internal.write(`/StructParents ${pageNumber - 1} /Tabs /S`)
  })
  let catalog = ''
  on('postPutResources', () => {
    catalog = rest(objects)
  })
  on('putCatalog', () => {
    // The header says 1.3; this entry overrides it.
    internal.write(`/Version /1.7 ${catalog}`)
  })
  doc.setProperties({ title, author })
  doc.setLanguage('zh-CN')
  doc.setDisplayMode('fullwidth', 'continuous', 'UseOutlines')
  doc.viewerPreferences({ DisplayDocTitle: true })
  const bytes = new Uint8Array(doc.output('arraybuffer'))
  if (failures.length > 0) throw failures[0]
  for (const topic of ['putPage', 'postPutResources', 'putCatalog']) {
    if (!done.has(topic)) throw new Error(`jsPDF ${jsPDF.version} no longer tells of ${topic}`)
  }
  return bytes
}

function objectsOf(internal: Internal): PdfObjects {
  return {
    reserve: () => internal.newObjectDeferred(),
    write: (body, id) => {
      const number = id ?? internal.newObjectDeferred()
      internal.newObjectDeferredBegin(number, true)
      internal.write(body)
      internal.write('endobj')
      return number
    },
    stream: ({ bytes, length }) => {
      const objectId = internal.newObject()
      internal.putStream({
        data: binaryString(bytes),
        filters: [],
        alreadyAppliedFilters: ['/FlateDecode'],
        additionalKeyValues: [{ key: 'Length1', value: length }],
        objectId
      })
      internal.write('endobj')
      return objectId
    },
    page: (index) => internal.getPageInfo(index + 1).objId
  }
}

/** One character a byte, as jsPDF keeps its output. */
function binaryString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}
