import { decode } from '../../source/decode.ts'
import { bodyOf, docxBlocks } from './docx-blocks.ts'
import { numberingOf } from './docx-numbering.ts'
import { carriedJson } from '../../source/carried.ts'
import { openExchangeText } from '../../source/exchange.ts'
import {
  failure,
  type ReadInput,
  type ReadReport,
  type ReadResult,
  type Unread
} from '../../source/reader.ts'
import { shown } from '../../source/shown.ts'
import { childrenNamed, parseXml, type XmlElement } from '../../source/xml.ts'
import { unzip } from '../../source/zip.ts'

/**
 * A document of Word or WPS, with the report of our own that it may carry. Macros, links, pictures and
 * comments are not looked at.
 *
 * Not by way of mammoth 1.13.0, which was measured: it gives 一、总体情况 without its number where Word
 * numbers headings by itself, prints hidden text, inflates an archive of 118 kB to 120 MB (546 MB of
 * memory) because it has no bounds, is 92 kB gz where this is 6, and its result is a page of HTML,
 * which no thread but the page's own can take apart.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  const archive = unzip(bytes, (name) =>
    /^(?:word\/(?:document|numbering|styles|footnotes|endnotes)|customXml\/item\d*)\.xml$/.test(
      name
    )
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
  const carried = carriedIn(archive.files)
  // What a later version wrote is left to it, as an exchange file is.
  if (carried && !carried.ok && carried.reason === 'newer') return carried
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
  if (!blocks.length) return failure('empty')
  return {
    ok: true,
    blocks,
    shownText: source.text(),
    ...(carried && { carried: carried.ok ? carried : 'unreadable' })
  }
}

/** The report of our own in a document, whichever part programs have made of it. */
function carriedIn(files: ReadonlyMap<string, Uint8Array>): ReadReport | Unread | undefined {
  const parts = [...files].flatMap(([name, bytes]) => {
    const json = name.startsWith('word/')
      ? undefined
      : carriedJson(decode(bytes, 'utf-8')?.text ?? '')
    return json === undefined ? [] : [openExchangeText(json)]
  })
  return parts.find(({ ok }) => ok) ?? parts[0]
}
