/** The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what each mark on a page is. */
import type { ChartSlot, Document, StructNode } from '../../typeset/page/page.ts'
import type { PdfObjects } from './objects.ts'
import { decimal, ref, textString } from './objects.ts'

/** For each page the node that each of its marked contents belongs to, by their numbers. */
export type MarkedContent = readonly (readonly number[])[]

/** Writes the tree; gives its entries of the catalog. */
export function writeStructure(
  document: Document,
  marks: MarkedContent,
  objects: PdfObjects
): string {
  const { nodes, pages } = document
  const root = objects.reserve()
  const whole = objects.reserve()
  const ids = nodes.map(() => objects.reserve())
  const idOf = (node: number) => ids[node] ?? whole

  const kids: string[][] = nodes.map(() => [])
  const top: string[] = []
  marks.forEach((page, index) => {
    page.forEach((node, mark) => {
      kids[node]?.push(`<</Type /MCR /Pg ${ref(objects.page(index))} /MCID ${mark}>>`)
    })
  })
  nodes.forEach(({ parent }, node) => {
    const siblings = parent === undefined ? top : kids[parent]
    siblings?.push(ref(idOf(node)))
  })

  const slots = new Map(
    pages.flatMap(({ height, items }) =>
      items.flatMap((item) => (item.kind === 'chart' ? [[item.node, bounds(item, height)]] : []))
    ) as [number, string][]
  )
  nodes.forEach((node, index) => {
    const parent = node.parent === undefined ? whole : idOf(node.parent)
    const content = (kids[index] ?? []).join(' ')
    objects.write(
      `<</Type /StructElem /S /${node.type} /P ${ref(parent)}` +
        `${attributes(node, slots.get(index))} /K [${content}]>>`,
      idOf(index)
    )
  })
  objects.write(`<</Type /StructElem /S /Document /P ${ref(root)} /K [${top.join(' ')}]>>`, whole)
  const parents = marks.map(
    (page, index) => `${index} [${page.map((node) => ref(idOf(node))).join(' ')}]`
  )
  const parentTree = objects.write(`<</Nums [${parents.join(' ')}]>>`)
  objects.write(
    `<</Type /StructTreeRoot /K [${ref(whole)}] /ParentTree ${ref(parentTree)}` +
      ` /ParentTreeNextKey ${marks.length}>>`,
    root
  )
  return `/MarkInfo <</Marked true>> /StructTreeRoot ${ref(root)}`
}

/** Where a figure stands, as its layout attribute wants it. */
function bounds({ x, y, width, height }: ChartSlot, pageHeight: number): string {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map(decimal).join(' ')
}

function attributes(node: StructNode, box: string | undefined): string {
  switch (node.type) {
    case 'Table':
      return ` /A <</O /Table /Summary ${textString(node.title)}>>`
    case 'TH':
    case 'TD': {
      const entries = [
        node.cols > 1 ? `/ColSpan ${node.cols}` : '',
        node.rows > 1 ? `/RowSpan ${node.rows}` : '',
        node.type === 'TH' ? `/Scope /${node.scope}` : ''
      ].filter((entry) => entry !== '')
      return entries.length > 0 ? ` /A <</O /Table ${entries.join(' ')}>>` : ''
    }
    case 'Figure':
      return (
        ` /Alt ${textString(node.alt)}` +
        (box ? ` /A <</O /Layout /Placement /Block /BBox [${box}]>>` : '')
      )
    default:
      return ''
  }
}
