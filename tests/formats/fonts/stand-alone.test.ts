import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standAlone } from '../../../src/formats/fonts/stand-alone.ts'
import { subset } from '../../../src/formats/fonts/subset.ts'
import { readTrueType } from '../../../src/formats/fonts/truetype.ts'
import { diskFont } from './disk.ts'

const { font: common } = await diskFont('fang-1.ttf.gz')
const { font: stopgap } = await diskFont('noto-2.ttf.gz')
const { font: rare } = await diskFont('noto-3.ttf.gz')
const { font: latin } = await diskFont('tinos-1.ttf.gz')
const codeOf = (char: string) => char.codePointAt(0) ?? 0
const ascending = (text: string) => [...new Set(text)].map(codeOf).sort((a, b) => a - b)

function cut(from: typeof common, codes: readonly number[]) {
  const bytes = standAlone(subset(codes.map((code) => ({ font: from, code }))), from)
  const font = readTrueType(bytes)
  if (!font) throw new Error('no font')
  return { bytes, font }
}

test('every character leads to its glyph, and no other character to any', () => {
  const pool = ascending('政府信息公开年度报告一二三四五六0123456789AB，。《》（）—')
  fc.assert(
    fc.property(fc.subarray(pool, { minLength: 1 }), (codes) => {
      const { font } = cut(common, codes)
      codes.forEach((code, i) => expect(font.glyphOf(code)).toBe(i + 1))
      const others = pool.filter((code) => !codes.includes(code))
      for (const code of [...others, 0, 0xffff]) expect(font.glyphOf(code)).toBe(0)
      codes.forEach((code) => {
        expect(font.advanceOf(font.glyphOf(code))).toBe(common.advanceOf(common.glyphOf(code)))
      })
    })
  )
})

test('so do characters beyond the BMP, from several parts of a font', () => {
  const codes = ascending('镕堃㎡𬭊𨱏')
  const wanted = codes.map((code) => {
    const font = [stopgap, rare].find((part) => part.glyphOf(code) > 0)
    if (!font) throw new Error(`no font has U+${code.toString(16)}`)
    return { font, code }
  })
  const font = readTrueType(standAlone(subset(wanted), stopgap))
  expect(codes.map((code) => font?.glyphOf(code))).toEqual(codes.map((_, i) => i + 1))
  expect(font?.glyphOf(codeOf('𬭊') & 0xffff)).toBe(0)
})

test('the two tables of characters say the same of the BMP', () => {
  const codes = ascending('政府信息公开0123AB')
  const { font } = cut(common, codes)
  const table = font.table('cmap')
  if (!table) throw new Error('no cmap')
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const at = view.getUint32(8)
  expect([view.getUint16(at), view.getUint16(view.getUint32(16))]).toEqual([4, 12])
  const count = view.getUint16(at + 6) / 2
  const word = (array: number, i: number) =>
    view.getUint16(at + 14 + 2 * (array * count + i) + (array > 0 ? 2 : 0))
  const found = Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [last, first, delta] = [word(0, i), word(1, i), word(2, i)]
    return Array.from({ length: last - first + 1 }, (_, k) => [
      first + k,
      (first + k + delta) & 0xffff
    ])
  })
  expect(found).toEqual([...codes.map((code, i) => [code, i + 1]), [0xffff, 0]])
})

test('it is called what the font is called; names of glyphs are left out', () => {
  const { font } = cut(latin, ascending('Times 2025'))
  expect(font.postScriptName).toBe('Tinos-Regular')
  expect(font.table('post')).toHaveLength(32)
  expect(font.fsType).toBe(latin.fsType)
})

test('what stands for unknown characters is blank', () => {
  expect(common.outlineOf(0).length).toBeGreaterThan(0)
  const { font } = cut(common, ascending('政府'))
  expect(font.outlineOf(0)).toHaveLength(0)
  expect(font.outlineOf(1).length).toBeGreaterThan(0)
})

test('tables stand in the order of their tags, with right checksums', () => {
  const { bytes } = cut(common, ascending('政府'))
  const view = new DataView(bytes.buffer)
  const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
    String.fromCharCode(...bytes.subarray(12 + 16 * i, 16 + 16 * i))
  )
  expect(tags).toEqual([...tags].sort())
  expect(tags).toEqual(expect.arrayContaining(['OS/2', 'cmap', 'name', 'post']))
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})
