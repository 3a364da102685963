import type { RawBlock, RawCell } from '../core/raw.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Shown } from './shown.ts'
import { joinedDown, type MergedCell } from './word-tables.ts'
import { childrenNamed, descend, type XmlElement } from './xml.ts'

/** The paragraphs and grids of a Word document's body (WordprocessingML, ECMA-376 part 1, 17). */

/** What holds other content without being any itself; deletions and alternatives are not in it. */
const wrappers =
  /^(?:sdt|sdtContent|ins|moveTo|smartTag|customXml|hyperlink|fldSimple|AlternateContent|Choice|dir|bdo|ruby|rubyBase)$/
const mostColumns = 100

const elements = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** The elements below that are of a kind, through whatever wraps them. */
function contents(parent: XmlElement, kinds: RegExp): XmlElement[] {
  return elements(parent).flatMap((child) =>
    kinds.test(child.name) ? [child] : wrappers.test(child.name) ? contents(child, kinds) : []
  )
}

export function docxBlocks(body: XmlElement, numbering: Numbering, source: Shown): RawBlock[] {
  return contents(body, /^(?:p|tbl)$/).flatMap((element): RawBlock[] =>
    element.name === 'p' ? paragraph(element) : table(element)
  )

  function paragraph(element: XmlElement): RawBlock[] {
    const number = numbering.next(descend(element, 'pPr'))
    const text = textOf(element)
    // A page may be broken before the heading that is numbered.
    const lines = (number ? number + text.trimStart() : text).split('\n')
    const boxed = boxes(element).flatMap((box) => docxBlocks(box, numbering, source))
    const texts = lines.flatMap((line): RawBlock[] => {
      const text = line.trim()
      return text ? [{ type: 'text', text, at: source.line(text) }] : []
    })
    return [...texts, ...boxed]
  }

  function table(element: XmlElement): RawBlock[] {
    const rows = contents(element, /^tr$/).filter((row) => !descend(row, 'trPr', 'del'))
    const cells = rows.flatMap((row) => contents(row, /^tc$/))
    // A table that frames a page, or holds other tables, is no table of numbers.
    const frame =
      rows.every((row) => contents(row, /^tc$/).length === 1) ||
      cells.some((cell) => contents(cell, /^tbl$/).length > 0)
    if (frame) return cells.flatMap((cell) => docxBlocks(cell, numbering, source))
    return [{ type: 'grid', rows: grid(rows).map((row) => source.cells(row)), spans: 'kept' }]
  }

  function grid(rows: readonly XmlElement[]): RawCell[][] {
    const merged = rows.map((row) => {
      const skipped = countOf(row, 'trPr', 'gridBefore')
      const cells = contents(row, /^tc$/).map((cell): MergedCell => {
        const cols = Math.max(1, countOf(cell, 'tcPr', 'gridSpan'))
        const merge = descend(cell, 'tcPr', 'vMerge')
        const down = merge && (merge.attributes['val'] === 'restart' ? 'starts' : 'goesOn')
        return { text: cellText(cell), ...(cols > 1 && { cols }), down }
      })
      return skipped > 0 ? [{ text: '', cols: skipped }, ...cells] : cells
    })
    return joinedDown(merged)
  }

  function cellText(cell: XmlElement): string {
    return contents(cell, /^p$/)
      .map((element) => numbering.next(descend(element, 'pPr')) + textOf(element).trim())
      .filter(Boolean)
      .join('\n')
  }
}

function countOf(element: XmlElement, ...path: readonly string[]): number {
  const value = Number(descend(element, ...path)?.attributes['val'] ?? 0)
  return Number.isInteger(value) && value > 0 ? Math.min(value, mostColumns) : 0
}

/** The text of a paragraph as it is printed: without deleted and hidden runs and field codes. */
function textOf(element: XmlElement): string {
  return contents(element, /^r$/)
    .filter((run) => !isOn(descend(run, 'rPr', 'vanish')))
    .flatMap(elements)
    .map((part) => {
      if (part.name === 't') return part.children.join('')
      if (part.name === 'tab') return ' '
      if (part.name === 'br' || part.name === 'cr') return '\n'
      return part.name === 'noBreakHyphen' ? '-' : ''
    })
    .join('')
}

const isOn = (flag: XmlElement | undefined): boolean =>
  flag !== undefined && !['0', 'false', 'off'].includes(flag.attributes['val'] ?? '')

/** Text boxes stand in drawings; each is there twice, the second time for old versions of Word. */
function boxes(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((child) =>
    child.name === 'txbxContent' ? [child] : child.name === 'Fallback' ? [] : boxes(child)
  )
}

/** The body of a document part. */
export const bodyOf = (document: XmlElement | null): XmlElement | undefined =>
  document?.name === 'document' ? childrenNamed(document, 'body')[0] : undefined
