import { beforeAll, describe, expect, test } from 'vitest'
import { pageFile } from '../../../src/formats/ofd/content.ts'
import { newIds } from '../../../src/formats/ofd/markup.ts'
import { usedFonts } from '../../../src/formats/fonts/used.ts'
import { renderOfd } from '../../../src/formats/press/ofd-render.ts'
import { pageSetter, type SetDocument } from '../../../src/formats/press/pages.ts'
import { childrenNamed, descend, parseXml } from '../../../src/formats/source/xml.ts'
import type { Drawing, DrawnPath, DrawnText } from '../../../src/typeset/page/drawing.ts'
import type { Document, Page } from '../../../src/typeset/page/page.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { sampleBlocks, sampleMeta } from '../press/sample.ts'
import {
  allIn,
  numbersIn,
  ofdFiles,
  ofdTexts,
  paintedLetters,
  readOfd,
  wordsIn,
  type PaintedLetter,
  type ReadOfd
} from './read-ofd.ts'

const library = await diskLibrary()
const set = pageSetter(library, { style: 'official', digits: 'own', draft: true })
const millimetres = (points: number) => (points * 25.4) / 72

describe('the sample report', () => {
  let bytes: Uint8Array
  let ofd: ReadOfd
  let pages: SetDocument
  beforeAll(async () => {
    const result = await renderOfd(sampleBlocks, sampleMeta, set, library)
    const document = await set(sampleBlocks)
    if (!result.ok || !document.ok) throw new Error('no pages')
    bytes = result.bytes
    pages = document
    ofd = readOfd(ofdFiles(bytes))
    expect(result.pages).toBe(pages.document.pages.length)
  })

  test('says what it is, who made it, and when', () => {
    expect(ofd.info).toEqual({
      DocID: expect.stringMatching(/^[0-9a-f]{12}8[0-9a-f]{3}8[0-9a-f]{15}$/) as unknown,
      Title: sampleMeta.title,
      Author: sampleMeta.author,
      CreationDate: '2026-01-23',
      ModDate: '2026-01-23',
      Creator: '年报台'
    })
  })

  test('every glyph is where the page has it, to a hundredth of a millimetre', () => {
    pages.document.pages.forEach((page, index) => {
      const read = ofd.pages[index]
      if (!read) throw new Error('a page less')
      const painted = paintedLetters(read)
      const wanted = page.items.flatMap((item) => {
        if (item.kind === 'rule') return []
        if (item.kind === 'run') return lettersOf(item, 0, 0)
        const marks = pages.drawings.get(item.spec.id)?.marks ?? []
        return marks.flatMap((mark) =>
          mark.kind === 'text' ? lettersOf(mark, item.x, item.y) : []
        )
      })
      expect(painted.map(({ char }) => char)).toEqual(wanted.map(({ char }) => char))
      painted.forEach(({ x, y, size }, i) => {
        expect(Math.abs(x - (wanted[i]?.x ?? NaN))).toBeLessThan(0.01)
        expect(Math.abs(y - (wanted[i]?.y ?? NaN))).toBeLessThan(0.01)
        expect(size).toBeCloseTo(wanted[i]?.size ?? NaN, 2)
      })
    })
  })

  test('no ink reaches beyond the boundary of its object, where a reader may cut it', () => {
    for (const page of ofd.pages) {
      for (const letter of paintedLetters(page)) {
        const [left = 0, top = 0, width = 0, height = 0] = letter.boundary
        const ink = inkOf(letter, ofd)
        expect(Math.min(ink.left - left, left + width - ink.right), letter.char).toBeGreaterThan(0)
        expect(Math.min(ink.top - top, top + height - ink.bottom), letter.char).toBeGreaterThan(0)
      }
    }
  })

  test('rules are where the page has them, as thick, the thick ones together', () => {
    let count = 0
    pages.document.pages.forEach(({ items }, index) => {
      const rules = items.flatMap((item) => (item.kind === 'rule' ? [item] : []))
      const widths = [...new Set(rules.map(({ width }) => width))]
      const wanted = widths.flatMap((width) =>
        rules
          .filter((rule) => rule.width === width)
          .map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2, width].map(millimetres))
      )
      const root = ofd.pages[index]?.root
      const layer = descend(root, 'Content', 'Layer')
      const paths = childrenNamed(layer, 'PathObject').slice(-widths.length)
      const found = paths.flatMap((object) => {
        const [left = 0, top = 0] = numbersIn(object.attributes['Boundary'])
        const data = wordsIn(descend(object, 'AbbreviatedData'))
        return [...data.matchAll(/M (\S+) (\S+) L (\S+) (\S+)/g)].map((line) => {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(1).map(Number)
          return [left + x1, top + y1, left + x2, top + y2, Number(object.attributes['LineWidth'])]
        })
      })
      if (rules.length === 0) return
      expect(found).toHaveLength(wanted.length)
      found.flat().forEach((value, i) => expect(value).toBeCloseTo(wanted.flat()[i] ?? NaN, 2))
      count += found.length
    })
    expect(count).toBeGreaterThan(50)
  })

  test('the outline has three levels, and leads to the places of the headings', () => {
    const { outline } = pages.document
    const found = allIn(ofd.document)
      .filter(({ name }) => name === 'OutlineElem')
      .map((element) => {
        const dest = descend(element, 'Actions', 'Action', 'Goto', 'Dest')?.attributes ?? {}
        const page = ofd.pages.findIndex(({ id }) => id === dest['PageID'])
        return { title: element.attributes['Title'], page, top: Number(dest['Top']) }
      })
    expect(found.map(({ title, page }) => ({ title, page }))).toEqual(
      outline.map(({ title, page }) => ({ title, page }))
    )
    found.forEach(({ top }, i) => expect(top).toBeCloseTo(millimetres(outline[i]?.y ?? NaN), 2))
    const [chapter] = childrenNamed(descend(ofd.document, 'Outlines'), 'OutlineElem')
    const [, section] = childrenNamed(chapter, 'OutlineElem')
    const titles = [chapter, section, descend(section, 'OutlineElem')]
    expect(titles.map((element) => element?.attributes['Title'])).toEqual([
      '一、总体情况',
      '（二）主动公开',
      '1.平台建设'
    ])
  })

  test('folios and the mark of a draft are on every page', () => {
    for (const [i, text] of ofdTexts(bytes).entries()) {
      expect(text).toContain(`— ${i + 1} —`)
      expect(text).toContain('草稿')
    }
  })

  test('the same report gives the same file and identity; another word gives another', async () => {
    const again = await renderOfd(sampleBlocks, sampleMeta, set, library)
    expect(again.ok && again.bytes).toEqual(bytes)
    const later = await renderOfd(sampleBlocks, { ...sampleMeta, date: '2026-02-01' }, set, library)
    const other = await renderOfd(sampleBlocks.slice(0, -1), sampleMeta, set, library)
    if (!later.ok || !other.ok) throw new Error('no file')
    const identity = (file: Uint8Array) => readOfd(ofdFiles(file)).info['DocID']
    expect(identity(later.bytes)).toBe(ofd.info['DocID'])
    expect(identity(other.bytes)).not.toBe(ofd.info['DocID'])
  })
})

const lettersOf = (
  { glyphs, x, y, size }: Pick<DrawnText, 'glyphs' | 'x' | 'y' | 'size'>,
  left: number,
  top: number
) =>
  glyphs.map((glyph) => ({
    char: String.fromCodePoint(glyph.code),
    x: millimetres(left + x + glyph.x - (glyph.half === 'left' ? size / 2 : 0)),
    y: millimetres(top + y),
    size: millimetres(size)
  }))

/** Where the ink of an upright letter is. */
function inkOf({ char, x, y, size, font }: PaintedLetter, { fonts }: ReadOfd) {
  const from = fonts.get(font)
  if (!from) throw new Error(`no font ${font}`)
  const outline = from.outlineOf(from.glyphOf(char.codePointAt(0) ?? 0))
  const view = new DataView(outline.buffer, outline.byteOffset)
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] =
    outline.length === 0
      ? []
      : [2, 4, 6, 8].map((at) => (view.getInt16(at) * size) / from.unitsPerEm)
  return { left: x + x1, right: x + x2, top: y - y2, bottom: y - y1 }
}

describe('a drawing', () => {
  /** The page objects of a drawing at 72, 144 points. */
  function painted(...marks: Drawing['marks']) {
    const page: Page = {
      width: 595.28,
      height: 841.89,
      items: [
        {
          kind: 'chart',
          spec: {
            id: 'c',
            type: 'bar',
            title: '',
            unit: '',
            labels: [],
            series: [],
            scale: 'linear',
            alt: ''
          },
          x: 72,
          y: 144,
          width: 200,
          height: 100,
          node: 0,
          from: { kind: 'title' }
        }
      ]
    }
    const document: Document = { pages: [page], nodes: [], outline: [], faults: [] }
    const drawings = new Map([['c', { width: 200, height: 100, marks }]])
    const used = usedFonts(document, drawings, library.source, 'plain')
    if (!used.ok) throw new Error('no fonts')
    const fonts = new Map([...used.fonts].map(([name, font]) => [name, { id: 1, used: font }]))
    const root = parseXml(pageFile(page, drawings, fonts, newIds()))
    const layer = descend(root ?? undefined, 'Content', 'Layer')
    return { root, objects: layer?.children.filter((child) => typeof child !== 'string') ?? [] }
  }
  const triangle: DrawnPath['segments'] = [
    { command: 'M', points: [0, 0] },
    { command: 'L', points: [72, 0] },
    { command: 'C', points: [72, 36, 36, 72, 0, 72] },
    { command: 'Z', points: [] }
  ]

  test('an area is filled and has no line', () => {
    const { objects } = painted({ kind: 'path', segments: triangle, fill: '#ff8000' })
    const [area] = objects
    expect(area?.attributes).toMatchObject({
      Stroke: 'false',
      Fill: 'true',
      Boundary: '25.4 50.8 25.4 25.4'
    })
    expect(area?.children.map((child) => typeof child !== 'string' && child.name)).toEqual([
      'FillColor',
      'AbbreviatedData'
    ])
    expect(descend(area, 'FillColor')?.attributes['Value']).toBe('255 128 0')
    expect(wordsIn(descend(area, 'AbbreviatedData'))).toBe(
      'M 0 0 L 25.4 0 B 25.4 12.7 12.7 25.4 0 25.4 C'
    )
  })

  test.each([
    ['butt', 'miter', undefined, undefined, '10'],
    ['round', 'round', 'Round', 'Round', undefined],
    ['square', 'bevel', 'Square', 'Bevel', undefined]
  ] as const)('a line ends %s and turns %s', (cap, join, capWord, joinWord, limit) => {
    const stroke = { color: '#010203', width: 2, dash: [6, 3], cap, join } as const
    const { objects } = painted({ kind: 'path', segments: triangle, stroke })
    const [line] = objects
    expect(line?.attributes['LineWidth']).toBe('0.706')
    expect(line?.attributes['DashPattern']).toBe('2.117 1.058')
    expect(line?.attributes['Cap']).toBe(capWord)
    expect(line?.attributes['Join']).toBe(joinWord)
    expect(line?.attributes['MiterLimit']).toBe(limit)
    expect(line?.attributes['Fill']).toBeUndefined()
    expect(descend(line, 'StrokeColor')?.attributes['Value']).toBe('1 2 3')
    const [, , width = 0] = numbersIn(line?.attributes['Boundary'])
    expect(width).toBeGreaterThanOrEqual(25.4 + 0.7)
  })

  test('what leaves no trace is left out; what is painted later stands later', () => {
    const { objects } = painted(
      { kind: 'path', segments: triangle },
      { kind: 'path', segments: triangle, fill: '#000000' },
      label(0)
    )
    expect(objects.map(({ name }) => name)).toEqual(['PathObject', 'TextObject'])
  })

  const label = (angle: number): DrawnText => ({
    kind: 'text',
    font: library.set().metric('hei', 0x4e00)?.font ?? '',
    size: 10,
    x: 50,
    y: 60,
    width: 40,
    angle,
    color: '#123456',
    glyphs: [
      { code: 0x4e00, x: 0 },
      { code: 0x4e8c, x: 12 },
      { code: 0x4e09, x: 30 }
    ]
  })

  test.each([0, Math.PI / 2, -Math.PI / 2, 0.5, -1.2])(
    'text turned by %d radians',
    async (angle) => {
      await library.settle()
      const { root } = painted(label(angle))
      if (!root) throw new Error('no page')
      const letters = paintedLetters({ id: '', path: '', root })
      expect(letters.map(({ char }) => char).join('')).toBe('一二三')
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      letters.forEach(({ x, y, matrix, color, boundary }, i) => {
        const along = [0, 12, 30][i] ?? NaN
        expect(x).toBeCloseTo(millimetres(72 + 50 + along * cos), 2)
        expect(y).toBeCloseTo(millimetres(144 + 60 + along * sin), 2)
        if (angle === 0) expect(matrix).toBeUndefined()
        else [cos, sin, -sin, cos].forEach((part, k) => expect(matrix?.[k]).toBeCloseTo(part, 5))
        expect(color).toBe('18 52 86')
        const [left = 0, top = 0, width = 0, height = 0] = boundary
        expect(x > left && x < left + width && y > top && y < top + height).toBe(true)
      })
    }
  )
})
