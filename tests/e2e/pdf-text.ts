import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of a PDF, page after page, as a reader would select it. */
export async function textsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return texts
}

/** The same in one, with the number of pages. */
export async function textOfPdf(bytes: Uint8Array): Promise<{ pages: number; text: string }> {
  const texts = await textsOfPdf(bytes)
  return { pages: texts.length, text: texts.join('\n') }
}

/** How many pictures made of pixels the pages of a PDF paint. */
export async function imagesOfPdf(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const kinds = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject
  ])
  let count = 0
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList()
    count += fnArray.filter((operator) => kinds.has(operator)).length
  }
  await task.destroy()
  return count
}
