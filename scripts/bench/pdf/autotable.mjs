// @ts-check
/** jsPDF with jspdf-autotable, used as their documentation shows. */
import { jsPDF } from 'jspdf'
import { autoTable } from 'jspdf-autotable'
import { box, picture } from './charts.mjs'
import { fontFile, fonts, styleOf } from './files.mjs'

/** @type {import('./page.mjs').Engine} */
export async function autotable(blocks) {
  const files = await Promise.all(fonts.map(fontFile))
  const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true })
  fonts.forEach((font, i) => {
    doc.addFileToVFS(`${font}.ttf`, binary(/** @type {Uint8Array} */ (files[i])))
    doc.addFont(`${font}.ttf`, font, 'normal')
  })
  const [left, top, width, bottom, pitch] = [79, 105, 442, 742, 29]
  let y = top
  for (const block of blocks) {
    if (block.type === 'table') {
      autoTable(doc, {
        startY: y,
        margin: { left, top, right: 595 - left - width, bottom: 842 - bottom },
        theme: 'grid',
        styles: { font: 'fang', fontSize: 9, halign: 'center', valign: 'middle', cellPadding: 3 },
        body: block.rows.map((row) =>
          row.map(({ text, cols = 1, rows = 1 }) => {
            return { content: text, colSpan: cols, rowSpan: rows }
          })
        )
      })
      y =
        /** @type {{ lastAutoTable: { finalY: number } }} */ (/** @type {unknown} */ (doc))
          .lastAutoTable.finalY + pitch
      continue
    }
    if (block.type === 'chart') {
      if (y + box.height > bottom) {
        doc.addPage()
        y = top
      }
      doc.addImage(picture(block.spec), 'PNG', left, y, box.width, box.height)
      y += box.height + pitch
      continue
    }
    if (block.type === 'signature') continue
    const { font, size } = styleOf(block)
    doc.setFont(font, 'normal')
    doc.setFontSize(size)
    const indent = block.type === 'title' ? '' : '\u3000\u3000'
    for (const line of doc.splitTextToSize(indent + block.text, width)) {
      if (y > bottom) {
        doc.addPage()
        y = top
      }
      doc.text(line, left, y)
      y += pitch
    }
  }
  return new Uint8Array(doc.output('arraybuffer'))
}

/** @param {Uint8Array} bytes */
function binary(bytes) {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}
