import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { itemsOf, pageBlocks, type PageItems } from './page-blocks.ts'
import { paintedOn } from './operators.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { shown } from '../../source/shown.ts'

/** No report has as many pages; what follows would be an annex. */
const mostPages = 400

/** The thread of pdf.js, kept for the next file. */
let port: Worker | undefined

/**
 * A PDF with text in it. pdf.js takes it apart in a thread of its own, while this one puts the page
 * before together; it runs no script of the file, draws nothing and decodes no picture. Its build
 * for older browsers is the one that runs in all that are supported.
 */
export async function read({ bytes, onProgress }: ReadInput): Promise<ReadResult> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { getDocument, OPS } = pdfjs
  let worker: PDFWorker | undefined
  // Without threads, as in Node, pdf.js finds its other half by itself.
  if (typeof Worker !== 'undefined') {
    port ??= new Worker(workerAddress, { type: 'module' })
    // The constructor takes it for the place of every later file too.
    worker = pdfjs.PDFWorker.create({ port, verbosity: 0 })
  }
  const task: PDFDocumentLoadingTask = getDocument({
    // pdf.js takes the bytes away from whoever hands them in.
    data: bytes.slice(),
    ...(worker && { worker }),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    // In pixels: every picture is too large.
    maxImageSize: 1
  })
  try {
    return await blocksOf(await task.promise)
  } catch (error) {
    return failure(nameOf(error) === 'PasswordException' ? 'password' : 'damaged')
  } finally {
    await task.destroy().catch(() => undefined)
  }

  async function blocksOf(pdf: PDFDocumentProxy): Promise<ReadResult> {
    const pages: PageItems[] = []
    const count = Math.min(pdf.numPages, mostPages)
    for (let index = 1; index <= count; index++) {
      const page = await pdf.getPage(index)
      pages.push(itemsOf(await paintedOn(page, OPS)))
      page.cleanup()
      onProgress?.(index, count)
    }
    const source = shown()
    const blocks = pageBlocks(pages, source)
    return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('noText')
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')
