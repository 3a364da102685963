import type { Locator } from '@playwright/test'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A character and where its glyph's origin stands, from the page's top left corner in points. */
export interface Placed {
  readonly char: string
  readonly x: number
  readonly y: number
}

/** Without blanks, which leave no trace. */
const seen = (glyphs: Placed[]): Placed[] => glyphs.filter(({ char }) => char.trim() !== '')

/** Top to bottom, left to right. */
const inOrder = (glyphs: Placed[]): Placed[] =>
  seen(glyphs).sort((a, b) => Math.round(a.y - b.y) || a.x - b.x || (a.char < b.char ? -1 : 1))

/** What of a page: its text, in reading order, or its charts' text, as it was painted. */
type Part = 'text' | 'charts'

/** Every upright glyph of an SVG page, by the attributes of its text. */
export async function placedInSvg(svg: Locator, part: Part = 'text'): Promise<Placed[]> {
  const from = part === 'text' ? ':scope > text' : ':scope [role="img"] text'
  const glyphs = await svg.evaluate((root, from) => {
    const texts = [...root.querySelectorAll<SVGTextElement>(from)]
    return texts.flatMap((text) => {
      let matrix = new DOMMatrix()
      for (let at: Element | null = text; at && at !== root; at = at.parentElement) {
        const own = (at as SVGGraphicsElement).transform.baseVal.consolidate()?.matrix
        if (own) matrix = DOMMatrix.fromMatrix(own).multiply(matrix)
      }
      const xs = (text.getAttribute('x') ?? '').split(' ').map(Number)
      return [...(text.textContent ?? '')].map((char, i) => {
        const y = Number(text.getAttribute('y'))
        const point = matrix.transformPoint({ x: xs[i] ?? NaN, y })
        return { char, x: point.x, y: point.y }
      })
    })
  }, from)
  return part === 'text' ? inOrder(glyphs) : seen(glyphs)
}

const openers = new Set('（《〈【〔「『“‘｛［')

interface ShownGlyph {
  readonly unicode: string
  /** In thousandths of the font size. */
  readonly width: number
}

/** The same of each page of a PDF, as pdf.js reads its operators; `q … Q` is a chart. */
export async function placedInPdf(bytes: Uint8Array, part: Part = 'text'): Promise<Placed[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: Placed[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const height = page.view[3] ?? 0
    const { fnArray, argsArray } = await page.getOperatorList()
    const glyphs: Placed[] = []
    let [size, spacing, along, depth] = [0, 0, 0, 0]
    let matrix: readonly number[] = []
    fnArray.forEach((operator, i) => {
      const args = argsArray[i] as unknown[]
      if (operator === OPS.save) depth++
      if (operator === OPS.restore) depth--
      if (operator === OPS.setFont) size = Number(args[1])
      if (operator === OPS.setCharSpacing) spacing = Number(args[0])
      if (operator === OPS.setTextMatrix) {
        matrix = Array.from(args[0] as ArrayLike<number>)
        along = 0
      }
      if (operator !== OPS.showText || (part === 'text') !== (depth === 0)) return
      const [a = 1, b = 0, , , e = 0, f = 0] = matrix
      for (const shown of args[0] as (ShownGlyph | number)[]) {
        if (typeof shown === 'number') along -= (shown * size) / 1000
        else {
          // A copy of half width begins where the left half was cut off.
          const cut = openers.has(shown.unicode) && shown.width < 600 ? size / 2 : 0
          const at = along - cut
          glyphs.push({ char: shown.unicode, x: e + a * at, y: height - f - b * at })
          along += (shown.width * size) / 1000 + spacing
        }
      }
    })
    pages.push(part === 'text' ? inOrder(glyphs) : seen(glyphs))
  }
  await task.destroy()
  return pages
}

/** The lines of each page of a PDF by pdf.js: its text from top to bottom, without blanks. */
export async function linesOfPdf(bytes: Uint8Array): Promise<string[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: string[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    const lines = new Map<number, { x: number; text: string }[]>()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x, y] = item.transform as number[]
      const line = Math.round(y ?? 0)
      const key = [line - 1, line, line + 1].find((near) => lines.has(near)) ?? line
      lines.set(key, [...(lines.get(key) ?? []), { x: x ?? 0, text: item.str }])
    }
    pages.push(
      [...lines]
        .sort(([a], [b]) => b - a)
        .map(([, parts]) =>
          parts
            .sort((a, b) => a.x - b.x)
            .map(({ text }) => text.replace(/\s/g, ''))
            .join('')
        )
    )
  }
  await task.destroy()
  return pages
}
