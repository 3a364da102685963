import { beforeAll, describe, expect, test } from 'vitest'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import type { Document, StructNode } from '../../../src/typeset/page/page.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { readBack } from '../press/read-back.ts'
import { sampleBlocks, sampleMeta } from '../press/sample.ts'

/** A structure element as it stands in the file. */
interface Element {
  readonly type: string
  readonly cols: number
  readonly rows: number
  readonly scope: string
  readonly alt: string
  readonly kids: readonly Element[]
}

const decoded = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))

/** The structure tree of a file whose objects are written plainly, from its root. */
function structureOf(bytes: Uint8Array): Element {
  const text = new TextDecoder('latin1').decode(bytes)
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<\/Type \/Struct.*>>)\n/g)].map(
      ([, id, body]): [string, string] => [id ?? '', body ?? '']
    )
  )
  const kidsOf = (body: string): Element[] => {
    const [, inside = ''] = /\/K \[(.*)\]/.exec(body) ?? []
    const references = inside.replace(/<<\/Type \/MCR [^>]*>>/g, '').matchAll(/(\d+) 0 R/g)
    return [...references].map(([, id = '']) => element(objects.get(id) ?? ''))
  }
  const element = (body: string): Element => ({
    type: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
    cols: Number(/\/ColSpan (\d+)/.exec(body)?.[1] ?? 1),
    rows: Number(/\/RowSpan (\d+)/.exec(body)?.[1] ?? 1),
    scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? '',
    alt: decoded(/\/Alt <feff([0-9a-f]*)>/.exec(body)?.[1] ?? ''),
    kids: kidsOf(body)
  })
  const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'))
  const [whole] = kidsOf(root?.replace(/\/ParentTree.*/, '') ?? '')
  if (!whole) throw new Error('no structure')
  return whole
}

/** The same tree as typesetting meant it. */
function wantedOf({ nodes }: Document): Element {
  const kidsOf = (parent: number | undefined): Element[] =>
    nodes.flatMap((node, i) => (node.parent === parent ? [element(node, i)] : []))
  const element = (node: StructNode, i: number): Element => ({
    type: node.type,
    cols: node.type === 'TH' || node.type === 'TD' ? node.cols : 1,
    rows: node.type === 'TH' || node.type === 'TD' ? node.rows : 1,
    scope: node.type === 'TH' ? node.scope : '',
    alt: node.type === 'Figure' ? node.alt : '',
    kids: kidsOf(i)
  })
  const nothing = { cols: 1, rows: 1, scope: '', alt: '' }
  return { type: 'Document', ...nothing, kids: kidsOf(undefined) }
}

const all = (element: Element): Element[] => [element, ...element.kids.flatMap(all)]

/** How many there are of each. */
function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe('the structure of the sample report', () => {
  let document: Document
  let bytes: Uint8Array
  let pdf: PDFDocumentProxy

  beforeAll(async () => {
    const library = await diskLibrary()
    const set = pageSetter(library, { style: 'official', digits: 'own', draft: false })
    const result = await renderPdf(sampleBlocks, sampleMeta, set, library)
    const pages = await set(sampleBlocks)
    if (!result.ok || !pages.ok) throw new Error('no pages')
    document = pages.document
    bytes = result.bytes
    pdf = await readBack(bytes)
  }, 60_000)

  test('is in the file as it was meant: every element, span, scope and description, in order', () => {
    expect(structureOf(bytes)).toEqual(wantedOf(document))
  })

  test('has three tables of 14, 28 and 4 rows, their 200 numbers, heads with scope', () => {
    const tables = structureOf(bytes).kids.filter(({ type }) => type === 'Table')
    expect(tables.map(({ kids }) => kids.length)).toEqual([14, 28, 4])
    const cells = tables.flatMap(all)
    expect(cells.filter(({ type }) => type === 'TD')).toHaveLength(200)
    const heads = cells.filter(({ type }) => type === 'TH')
    expect(tally(heads.map(({ scope }) => scope))).toEqual({
      Column: expect.any(Number) as unknown,
      Row: expect.any(Number) as unknown
    })
    // 三、本年度办理结果 beside its 22 rows; 行政诉讼 above its ten columns.
    expect(heads.filter(({ rows, scope }) => rows === 22 && scope === 'Row')).toHaveLength(1)
    expect(heads.filter(({ cols, scope }) => cols === 10 && scope === 'Column')).toHaveLength(1)
  })

  test('has one title, six sections, and the figures with their descriptions', () => {
    const elements = all(structureOf(bytes))
    const counts = tally(elements.map(({ type }) => type))
    expect(counts).toMatchObject({ Document: 1, H1: 1, H2: 6, Figure: 3, Caption: 3 })
    const alts = elements.flatMap(({ type, alt }) => (type === 'Figure' ? [alt] : []))
    expect(alts).toEqual(
      sampleBlocks.flatMap((block) => (block.type === 'chart' ? [block.spec.alt] : []))
    )
  })

  test('pdf.js finds on each page just the elements that have something there', async () => {
    for (const [index, { items }] of document.pages.entries()) {
      const here = new Set<number>()
      for (const item of items) {
        let node = item.kind === 'rule' ? undefined : item.node
        for (; node !== undefined; node = document.nodes[node]?.parent) here.add(node)
      }
      const found: string[] = []
      const visit = (node: { role?: string; children?: unknown[] }) => {
        if (node.role && node.role !== 'Root') found.push(node.role)
        node.children?.forEach((child) => visit(child as typeof node))
      }
      visit((await (await pdf.getPage(index + 1)).getStructTree()) ?? {})
      const wanted = [...here].map((node) => document.nodes[node]?.type ?? '')
      expect(tally(found)).toEqual(tally(['Document', ...wanted]))
    }
  })
})
