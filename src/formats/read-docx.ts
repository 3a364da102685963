import { decode } from './decode.ts'
import { bodyOf, docxBlocks } from './docx-blocks.ts'
import { numberingOf } from './docx-numbering.ts'
import { failure, largestFile, type ReadInput, type ReadResult } from './reader.ts'
import { shown } from './shown.ts'
import { parseXml, type XmlElement } from './xml.ts'
import { unzip } from './zip.ts'

/** A document of Word or WPS. Macros, links, pictures and comments are not looked at. */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  if (bytes.length > largestFile) return failure('tooLarge', String(bytes.length))
  const archive = unzip(bytes, (name) => /^word\/(?:document|numbering|styles)\.xml$/.test(name))
  if (!archive.ok) return failure(archive.reason)
  const part = (name: string): XmlElement | null => {
    const file = archive.files.get(`word/${name}.xml`)
    const text = file && decode(file, 'utf-8')?.text
    return text ? parseXml(text) : null
  }
  if (!archive.files.has('word/document.xml')) return failure('noDocument')
  const body = bodyOf(part('document'))
  if (!body) return failure('damaged', 'word/document.xml')
  const source = shown()
  const numbering = numberingOf(part('numbering') ?? undefined, part('styles') ?? undefined)
  const blocks = docxBlocks(body, numbering, source)
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}
