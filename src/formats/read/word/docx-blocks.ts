import type { RawBlock, RawCell } from '../../../core/intake/source/raw.ts'
import type { Numbering } from './docx-numbering.ts'
import { tableBlocks } from '../sheet/blocks.ts'
import type { ShownText } from '../../source/shown.ts'
import { joinedDown, type MergedCell } from './tables.ts'
import { childrenNamed, descend, type XmlElement } from '../../source/xml.ts'

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

/** What the body of a document refers to. */
export interface Parts {
  readonly numbering: Numbering
  /** Footnotes and endnotes by kind and id, as `footnote 2`; each is taken out where it is told. */
  readonly notes: Map<string, XmlElement>
}

export function docxBlocks(body: XmlElement, parts: Parts, source: ShownText): RawBlock[] {
  const { numbering, notes } = parts
  return contents(body, /^(?:p|tbl)$/).flatMap((element): RawBlock[] =>
    element.name === 'p' ? paragraph(element) : table(element)
  )

  function paragraph(element: XmlElement): RawBlock[] {
    const number = numbering.next(descend(element, 'pPr'))
    const text = textOf(element)
    // A page may be broken before the heading that is numbered.
    const whole = number ? number + text.trimStart() : text
    // A title is one text, whatever lines it goes over.
    const isTitle = descend(element, 'pPr', 'pStyle')?.attributes['val'] === 'Title'
    const lines = isTitle ? [whole.replaceAll('\n', '')] : whole.split('\n')
    const own = [...boxes(element), ...notesOf(element, notes)]
    const aside = own.flatMap((one) => docxBlocks(one, parts, source))
    const texts = lines.flatMap((line): RawBlock[] => {
      const text = line.trim()
      return text ? [{ type: 'text', text, at: source.line(text) }] : []
    })
    return [...texts, ...aside]
  }

  function table(element: XmlElement): RawBlock[] {
    const rows = contents(element, /^tr$/).filter((row) => !descend(row, 'trPr', 'del'))
    const cells = rows.flatMap((row) => contents(row, /^tc$/))
    // A table that frames a page or pictures, or holds other tables, is no table of numbers.
    const frame =
      rows.every((row) => contents(row, /^tc$/).length === 1) ||
      rows.slice(0, 1).some(onlyPictures) ||
      cells.some((cell) => contents(cell, /^tbl$/).length > 0)
    if (frame) return cells.flatMap((cell) => docxBlocks(cell, parts, source))
    const own = cells.flatMap((cell) => contents(cell, /^p$/)).flatMap((one) => notesOf(one, notes))
    return [
      ...tableBlocks(grid(rows), source),
      ...own.flatMap((note) => docxBlocks(note, parts, source))
    ]
  }

  function onlyPictures(row: XmlElement): boolean {
    const cells = contents(row, /^tc$/)
    return cells.length > 0 && cells.every((cell) => hasPicture(cell) && !cellText(cell))
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
      const whole = joinedAcross(cells, contents(row, /^tc$/).map(goesOnAcross))
      return skipped > 0 ? [{ text: '', cols: skipped }, ...whole] : whole
    })
    return joinedDown(merged)
  }

  function cellText(cell: XmlElement): string {
    return contents(cell, /^p$/)
      .flatMap((element) => [
        numbering.next(descend(element, 'pPr')) + textOf(element).trim(),
        ...boxes(element).map(cellText)
      ])
      .filter(Boolean)
      .join('\n')
  }
}

const hasPicture = (element: XmlElement): boolean =>
  /^(?:drawing|pict)$/.test(element.name) || elements(element).some(hasPicture)

/** Old converters leave a cell for every column that a merged one goes on over. */
function joinedAcross(cells: readonly MergedCell[], goesOn: readonly boolean[]): MergedCell[] {
  const result: MergedCell[] = []
  cells.forEach((cell, i) => {
    const left = result.at(-1)
    if (left && goesOn[i]) result[result.length - 1] = { ...left, cols: (left.cols ?? 1) + 1 }
    else result.push(cell)
  })
  return result
}

function goesOnAcross(cell: XmlElement): boolean {
  const merge = descend(cell, 'tcPr', 'hMerge')
  return merge !== undefined && merge.attributes['val'] !== 'restart'
}

/** The notes at the foot of the page that a paragraph is the first to refer to. */
function notesOf(element: XmlElement, notes: Map<string, XmlElement>): XmlElement[] {
  return contents(element, /^r$/).flatMap((run) =>
    elements(run).flatMap(({ name, attributes }) => {
      const key = `${/^(\w+)Reference$/.exec(name)?.[1] ?? ''} ${attributes['id'] ?? ''}`
      const note = notes.get(key)
      // One note may name itself, or a thousand paragraphs the same.
      return note && notes.delete(key) ? [note] : []
    })
  )
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
      // Words with their reading above: only the words.
      if (part.name === 'ruby') return childrenNamed(part, 'rubyBase').map(textOf).join('')
      if (part.name === 'br' || part.name === 'cr') return '\n'
      return part.name === 'noBreakHyphen' ? '-' : ''
    })
    .join('')
}

const isOn = (flag: XmlElement | undefined): boolean =>
  flag !== undefined && !['0', 'false', 'off'].includes(flag.attributes['val'] ?? '')

/** Text boxes stand in drawings; each is there twice, the second time for old versions of Word. */
function boxes(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((child) => {
    if (child.name === 'txbxContent') return [child]
    if (child.name !== 'AlternateContent') return boxes(child)
    const found = childrenNamed(child, 'Choice').map(boxes)
    return found.find(({ length }) => length) ?? childrenNamed(child, 'Fallback').flatMap(boxes)
  })
}

/** The body of a document part. */
export const bodyOf = (document: XmlElement | null): XmlElement | undefined =>
  document?.name === 'document' ? childrenNamed(document, 'body')[0] : undefined
