// @ts-check
/** pdfmake, used as its documentation shows. */
// @ts-expect-error it comes without types
import maker from 'pdfmake'
import { box, picture } from './charts.mjs'
import { fontFile, fonts, styleOf } from './files.mjs'

/**
 * @typedef {object} Maker
 * @property {(files: Record<string, { data: Uint8Array; encoding: string }>) => void} addVirtualFileSystem
 * @property {(fonts: Record<string, { normal: string }>) => void} addFonts
 * @property {(definition: object) => { getBuffer: () => Promise<Uint8Array> }} createPdf
 */
const pdfMake = /** @type {Maker} */ (maker)

/** @type {import('./page.mjs').Engine} */
export async function pdfmake(blocks) {
  const files = await Promise.all(fonts.map(fontFile))
  pdfMake.addVirtualFileSystem(
    Object.fromEntries(files.map((data, i) => [`${fonts[i]}.ttf`, { data, encoding: 'binary' }]))
  )
  pdfMake.addFonts(Object.fromEntries(fonts.map((font) => [font, { normal: `${font}.ttf` }])))
  return pdfMake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [79, 105, 74, 100],
      defaultStyle: { font: 'fang', fontSize: 16, lineHeight: 1.4 },
      content: blocks.map(content)
    })
    .getBuffer()
}

/** @param {import('../../../src/core/compose/blocks.ts').Block} block */
function content(block) {
  if (block.type === 'table') {
    return {
      fontSize: 9,
      table: { widths: block.widths.map(() => '*'), headerRows: block.headRows, body: body(block) }
    }
  }
  if (block.type === 'chart') return { image: picture(block.spec), ...box }
  if (block.type === 'signature') return ''
  const { font, size } = styleOf(block)
  const indent = block.type === 'title' ? '' : '\u3000\u3000'
  return { text: indent + block.text, font, fontSize: size }
}

/**
 * Cells as pdfmake wants them: what a span covers is an empty cell.
 *
 * @param {Extract<import('../../../src/core/compose/blocks.ts').Block, { type: 'table' }>} block
 */
function body({ rows, widths }) {
  /** @type {(object | undefined)[][]} */
  const grid = rows.map(() => widths.map(() => undefined))
  rows.forEach((row, r) => {
    for (const { text, cols = 1, rows: depth = 1 } of row) {
      const column = grid[r]?.indexOf(undefined) ?? 0
      for (let down = 0; down < depth; down++) {
        for (let across = 0; across < cols; across++) {
          const line = grid[r + down]
          if (line) line[column + across] = {}
        }
      }
      const line = grid[r]
      if (line) line[column] = { text, colSpan: cols, rowSpan: depth, alignment: 'center' }
    }
  })
  return grid
}
