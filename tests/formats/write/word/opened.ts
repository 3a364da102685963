import type { Report } from '../../../../src/core/report/report.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import type { Patch } from '../../../../src/core/intake/source/reading.ts'
import { read } from '../../../../src/formats/read/word/read-docx.ts'
import { parseXml, type XmlElement } from '../../../../src/formats/source/xml.ts'
import { unzip, zipped } from '../../../../src/formats/source/zip.ts'
import { writeDocx } from '../../../../src/formats/write/word/docx.ts'
import type { Job } from '../../../../src/formats/write/writer.ts'

/** A Word document as it was written, taken apart. */

export const job = (draft = false): Job => ({
  draft,
  means: { press: () => Promise.reject(new Error('no pages are set')), fonts: { chosen: [] } },
  signal: new AbortController().signal,
  onProgress: () => undefined
})

export async function written(report: Report, draft = false): Promise<Uint8Array<ArrayBuffer>> {
  const made = await writeDocx(report, job(draft))
  if (!made.ok) throw new Error(made.reason)
  return made.bytes
}

/** The parts of the package by their paths, texts as texts. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = unzip(bytes, () => true)
  if (!archive.ok) throw new Error(archive.reason)
  return new Map([...archive.files].map(([path, file]) => [path, new TextDecoder().decode(file)]))
}

/** A part as a tree; fails where it is not XML. */
export function partOf(bytes: Uint8Array, path: string): XmlElement {
  const root = parseXml(partsOf(bytes).get(path) ?? '')
  if (!root) throw new Error(`${path} is no XML`)
  return root
}

const elements = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** Every element of a name below, in the order of the document. */
export const allNamed = (root: XmlElement, name: string): XmlElement[] =>
  elements(root).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allNamed(child, name)
  ])

/** The text of a paragraph, ends of lines and tabs as such. */
export const textOf = (element: XmlElement): string =>
  elements(element)
    .map((child) =>
      child.name === 't'
        ? child.children.join('')
        : child.name === 'br'
          ? '\n'
          : child.name === 'tab' && element.name === 'r'
            ? '\t'
            : textOf(child)
    )
    .join('')

/** The document to a reader that does not know of the exchange file in it. */
export async function readAgain(bytes: Uint8Array): Promise<readonly RawBlock[]> {
  const archive = unzip(bytes, (path) => !path.startsWith('customXml/'))
  if (!archive.ok) throw new Error(archive.reason)
  const result = await read({ name: 'x.docx', bytes: zipped(Object.fromEntries(archive.files)) })
  if (!result.ok || !('blocks' in result)) throw new Error('not read')
  return result.blocks
}

export const recognised = async (report: Report): Promise<Patch> =>
  recognise(await readAgain(await written(report))).patch
