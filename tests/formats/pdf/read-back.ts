import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF opened by pdf.js, as a reader would. */
export async function readBack(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the bytes away from whoever hands them in.
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
}

/** The text of each page, lines joined without anything between. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages = Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1))
  const contents = await Promise.all(
    pages.map(async (page) => (await page).getTextContent({ disableNormalization: true }))
  )
  return contents.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(''))
}
