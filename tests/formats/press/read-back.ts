import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

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

/** A character as painted: what it reads as, and the origin of its glyph from the page's foot. */
export interface Painted {
  readonly text: string
  readonly x: number
  readonly y: number
}

interface ShownGlyph {
  readonly unicode: string
  /** In thousandths of the font size. */
  readonly width: number
}

/** Every glyph of a page's upright text in painting order, from the operators pdf.js found. */
export async function paintedGlyphs(page: PDFPageProxy): Promise<Painted[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const painted: Painted[] = []
  let [size, spacing, x, y] = [0, 0, 0, 0]
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as unknown[]
    if (operator === OPS.setFont) size = Number(args[1])
    if (operator === OPS.setCharSpacing) spacing = Number(args[0])
    if (operator === OPS.setTextMatrix) {
      const matrix = Array.from(args[0] as ArrayLike<number>)
      ;[x = 0, y = 0] = matrix.slice(4)
    }
    if (operator !== OPS.showText) return
    for (const shown of args[0] as (ShownGlyph | number)[]) {
      if (typeof shown === 'number') x -= (shown * size) / 1000
      else {
        painted.push({ text: shown.unicode, x, y })
        x += (shown.width * size) / 1000 + spacing
      }
    }
  })
  return painted
}
