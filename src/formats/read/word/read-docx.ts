import { decode } from '../../source/decode.ts'
import { bodyOf, docxBlocks } from './docx-blocks.ts'
import { numberingOf } from './docx-numbering.ts'
import { failure, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { shown } from '../../source/shown.ts'
import { childrenNamed, parseXml, type XmlElement } from '../../source/xml.ts'
import { unzip } from '../../source/zip.ts'

/**
 * A document of Word or WPS. Macros, links, pictures and comments are not looked at.
 *
 * Not by way of mammoth 1.13.0, which was measured: it gives 一、总体情况 without its number where Word
 * numbers headings by itself, prints hidden text, inflates an archive of 118 kB to 120 MB (546 MB of
 * memory) because it has no bounds, is 92 kB gz where this is 6, and its result is a page of HTML,
 * which no thread but the page's own can take apart.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  const archive = unzip(bytes, (name) =>
    /^word\/(?:document|numbering|styles|footnotes|endnotes)\.xml$/.test(name)
  )
  if (!archive.ok) return failure(archive.reason)
  const textOf = (name: string) => {
    const file = archive.files.get(`word/${name}.xml`)
    return (file && decode(file, 'utf-8')?.text) ?? ''
  }
  const part = (name: string): XmlElement | null => parseXml(textOf(name))
  if (!archive.files.has('word/document.xml')) return failure('noDocument')
  // Another file, which Word makes part of this one when it saves it.
  if (/<(?:\w+:)?altChunk\b/.test(textOf('document'))) return failure('embedded')
  const body = bodyOf(part('document'))
  if (!body) return failure('damaged', 'word/document.xml')
  const source = shown()
  const numbering = numberingOf(part('numbering') ?? undefined, part('styles') ?? undefined)
  const notes = new Map(
    ['footnote', 'endnote'].flatMap((kind) =>
      childrenNamed(part(`${kind}s`) ?? undefined, kind).map((note): [string, XmlElement] => [
        `${kind} ${note.attributes['id'] ?? ''}`,
        note
      ])
    )
  )
  const blocks = docxBlocks(body, { numbering, notes }, source)
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}
