import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subset } from '../../../src/formats/fonts/subset.ts'
import { readTrueType } from '../../../src/formats/fonts/truetype.ts'
import { diskFont } from './disk.ts'

const { font: common } = await diskFont('fang-1.ttf.gz')
const { font: rest } = await diskFont('fang-2.ttf.gz')
const codeOf = (char: string) => char.codePointAt(0) ?? 0
const parsed = (bytes: Uint8Array) => {
  const font = readTrueType(bytes)
  if (!font) throw new Error('the subset is not a font')
  return font
}
const box = (outline: Uint8Array) => {
  const view = new DataView(outline.buffer, outline.byteOffset)
  return [2, 4, 6, 8].map((at) => view.getInt16(at))
}

test('glyphs, widths and bearings are those of the fonts they came from', () => {
  const pool = [...'政府信息公开一0A，《 ㈠濮氲亟'].map(codeOf)
  const owner = (code: number) => (common.glyphOf(code) > 0 ? common : rest)
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1 }), (codes) => {
      const { bytes, glyphs } = subset(codes.map((code) => ({ font: owner(code), code })))
      const font = parsed(bytes)
      expect(glyphs.map(({ code }) => code)).toEqual(codes)
      codes.forEach((code, i) => {
        const from = owner(code)
        const glyph = from.glyphOf(code)
        expect(Array.from(font.outlineOf(i + 1)).slice(0, from.outlineOf(glyph).length)).toEqual(
          Array.from(from.outlineOf(glyph))
        )
        expect(font.advanceOf(i + 1)).toBe(from.advanceOf(glyph))
        expect(font.bearingOf(i + 1)).toBe(from.bearingOf(glyph))
        expect(glyphs[i]?.advance).toBe(from.advanceOf(glyph))
      })
    })
  )
})

test('only what was asked for is in it', () => {
  const { bytes } = subset([{ font: common, code: codeOf('政') }])
  expect(parsed(bytes).glyphCount).toBe(2)
  expect(bytes.length).toBeLessThan(2500)
})

test('copies have their own advance, and their ink where it was or moved along', () => {
  const { bytes, glyphs } = subset([
    { font: common, code: codeOf('《'), widen: -0.5, shift: -0.5 },
    { font: common, code: codeOf('》'), widen: -0.5 },
    { font: common, code: codeOf('》') }
  ])
  const font = parsed(bytes)
  const ink = (char: string) => box(common.outlineOf(common.glyphOf(codeOf(char))))
  expect(glyphs.map(({ advance }) => advance)).toEqual([500, 500, 1000])
  const [left = 0, bottom, right = 0, top] = ink('《')
  expect(box(font.outlineOf(1))).toEqual([left - 500, bottom, right - 500, top])
  expect(font.bearingOf(1)).toBe(left - 500)
  expect(box(font.outlineOf(2))).toEqual(ink('》'))
  // Both are made of a whole glyph: 》 of the one asked for, 《 of one put in for it.
  const component = (glyph: number) =>
    new DataView(font.outlineOf(glyph).slice().buffer).getUint16(12)
  expect(component(2)).toBe(3)
  expect(component(1)).toBe(4)
  expect(font.glyphCount).toBe(5)
})

test('composite glyphs keep their components under new numbers', () => {
  const made = subset([
    { font: common, code: codeOf('府') },
    { font: common, code: codeOf('《'), widen: -0.5, shift: -0.5 }
  ])
  // The subset has no cmap; let A be its composite.
  const font = { ...parsed(made.bytes), glyphOf: (code: number) => (code === 0x41 ? 2 : 0) }
  const again = parsed(subset([{ font, code: 0x41 }]).bytes)
  expect(again.glyphCount).toBe(3)
  expect(new DataView(again.outlineOf(1).slice().buffer).getUint16(12)).toBe(2)
  expect(box(again.outlineOf(2))).toEqual(box(common.outlineOf(common.glyphOf(codeOf('《')))))
})

test('two characters with one glyph keep a number each', async () => {
  const { font } = await diskFont('tinos-1.ttf.gz')
  const { glyphs, bytes } = subset([
    { font: { ...font, glyphOf: () => 5 }, code: 0xa0 },
    { font: { ...font, glyphOf: () => 5 }, code: 0x20 }
  ])
  expect(glyphs.map(({ code }) => code)).toEqual([0xa0, 0x20])
  expect(parsed(bytes).outlineOf(2)).toEqual(parsed(bytes).outlineOf(1))
})

test('a glyph that is not there is a mistake of the caller', () => {
  expect(() => subset([{ font: common, code: codeOf('镕') }])).toThrow('U+9555')
})

test('checksums are right', () => {
  const { bytes } = subset([{ font: common, code: codeOf('府') }])
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})
