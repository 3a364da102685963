import { unzipSync } from 'fflate'
import { readTrueType, type TrueType } from '../../../src/formats/fonts/truetype.ts'
import {
  childrenNamed,
  descend,
  parseXml,
  type XmlElement
} from '../../../src/formats/source/xml.ts'

/** An OFD opened as a reader would open it: from `OFD.xml` along the names that files give. */

export type OfdFiles = Readonly<Record<string, Uint8Array>>

export const ofdFiles = (bytes: Uint8Array): OfdFiles => unzipSync(bytes)

/** The text of a file of the package. */
export function textOf(files: OfdFiles, path: string): string {
  const file = files[path]
  if (!file) throw new Error(`no ${path}`)
  return new TextDecoder('utf-8', { fatal: true }).decode(file)
}

/** The root element of a file of the package. */
export function rootOf(files: OfdFiles, path: string): XmlElement {
  const root = parseXml(textOf(files, path))
  if (!root) throw new Error(`${path} is not well-formed`)
  return root
}

export const wordsIn = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : '')).join('')

/** A path that a file gives, counted from that file's folder. */
export const resolved = (from: string, path: string): string => {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  return path.startsWith('/') ? path.slice(1) : folder + path
}

/** All elements below one and itself, in the order of the file. */
export const allIn = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : allIn(child)))
]

/** A page: its file, and its elements. */
export interface ReadPage {
  readonly id: string
  readonly path: string
  readonly root: XmlElement
}

export interface ReadOfd {
  readonly info: Readonly<Record<string, string>>
  readonly document: XmlElement
  readonly pages: readonly ReadPage[]
  readonly fonts: ReadonlyMap<string, TrueType>
}

export function readOfd(files: OfdFiles): ReadOfd {
  const body = descend(rootOf(files, 'OFD.xml'), 'DocBody')
  const info = Object.fromEntries(
    (descend(body, 'DocInfo')?.children ?? []).flatMap((child) =>
      typeof child === 'string' ? [] : [[child.name, wordsIn(child)]]
    )
  )
  const path = wordsIn(descend(body, 'DocRoot'))
  const document = rootOf(files, path)
  const resPath = resolved(path, wordsIn(descend(document, 'CommonData', 'PublicRes')))
  const res = rootOf(files, resPath)
  const base = `${resolved(resPath, res.attributes['BaseLoc'] ?? '')}/`
  const fonts = childrenNamed(descend(res, 'Fonts'), 'Font').map((font): [string, TrueType] => {
    const file = files[resolved(base, wordsIn(descend(font, 'FontFile')))]
    const read = file && readTrueType(file)
    if (!read) throw new Error('a font that cannot be read')
    return [font.attributes['ID'] ?? '', read]
  })
  const pages = childrenNamed(descend(document, 'Pages'), 'Page').map(({ attributes }) => {
    const page = resolved(path, attributes['BaseLoc'] ?? '')
    return { id: attributes['ID'] ?? '', path: page, root: rootOf(files, page) }
  })
  return { info, document, pages, fonts: new Map(fonts) }
}

export const numbersIn = (text: string | undefined): number[] => (text ?? '').split(' ').map(Number)

/** The distances of a DeltaX, `g` and its count unfolded. */
export function distances(text: string | undefined): number[] {
  if (text === undefined) return []
  const words = text.split(' ')
  const found: number[] = []
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== 'g') found.push(Number(words[i]))
    else {
      found.push(...Array<number>(Number(words[i + 1])).fill(Number(words[i + 2])))
      i += 2
    }
  }
  return found
}

/** A character as painted: where its glyph begins, in millimetres from the page's upper left. */
export interface PaintedLetter {
  readonly char: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly font: string
  /** Which way its baseline goes, as a part of the matrix; absent for upright text. */
  readonly matrix?: readonly number[]
  readonly color: string
  readonly boundary: readonly number[]
}

/** The characters of a page in the order of painting. */
export const paintedLetters = ({ root }: ReadPage): PaintedLetter[] =>
  allIn(root)
    .filter(({ name }) => name === 'TextObject')
    .flatMap((object) => {
      const boundary = numbersIn(object.attributes['Boundary'])
      const [left = 0, top = 0] = boundary
      const ctm = object.attributes['CTM']
      const matrix = ctm === undefined ? [1, 0, 0, 1, 0, 0] : numbersIn(ctm)
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
      const color = descend(object, 'FillColor')?.attributes['Value'] ?? '0 0 0'
      return childrenNamed(object, 'TextCode').flatMap((code) => {
        let x = Number(code.attributes['X'])
        const y = Number(code.attributes['Y'])
        const steps = distances(code.attributes['DeltaX'])
        return [...wordsIn(code)].map((char, i): PaintedLetter => {
          if (i > 0) x += steps[i - 1] ?? NaN
          return {
            char,
            x: left + a * x + c * y + e,
            y: top + b * x + d * y + f,
            size: Number(object.attributes['Size']),
            font: object.attributes['Font'] ?? '',
            ...(ctm !== undefined && { matrix: [a, b, c, d] }),
            color,
            boundary
          }
        })
      })
    })

/** The text of each page, its texts joined without anything between. */
export const ofdTexts = (bytes: Uint8Array): string[] =>
  readOfd(ofdFiles(bytes)).pages.map(({ root }) =>
    allIn(root)
      .filter(({ name }) => name === 'TextCode')
      .map(wordsIn)
      .join('')
  )
