import { expect, test } from 'vitest'
import { readTrueType } from '../../../src/formats/fonts/truetype.ts'
import { diskFont } from './disk.ts'

const codeOf = (char: string) => char.codePointAt(0) ?? 0

test('characters, widths and measures of a Han font', async () => {
  const { font } = await diskFont('fang-1.ttf.gz')
  expect(font.unitsPerEm).toBe(1000)
  expect([font.ascent, font.descent]).toEqual([880, -120])
  expect(font.postScriptName).toBe('FandolFang-Regular')
  for (const char of '政，（“—…') expect(font.advanceOf(font.glyphOf(codeOf(char)))).toBe(1000)
  // Not the figures of the CFF charstrings, which leave nominalWidthX out and fall below zero.
  for (const char of '0A .') {
    expect(font.advanceOf(font.glyphOf(codeOf(char)))).toBeGreaterThan(200)
    expect(font.advanceOf(font.glyphOf(codeOf(char)))).toBeLessThan(800)
  }
  expect(font.outlineOf(font.glyphOf(codeOf('政'))).length).toBeGreaterThan(50)
  expect(font.outlineOf(font.glyphOf(0x20))).toHaveLength(0)
  expect(font.glyphOf(codeOf('镕'))).toBe(0)
})

test('characters beyond the basic plane (cmap format 12)', async () => {
  const { font } = await diskFont('noto-2.ttf.gz')
  expect(font.glyphOf(codeOf('𬭊'))).toBeGreaterThan(0)
  expect(font.glyphOf(codeOf('镕'))).toBeGreaterThan(0)
})

test('what is not a whole font is refused, never thrown', async () => {
  const { bytes } = await diskFont('tinos-1.ttf.gz')
  expect(readTrueType(new Uint8Array())).toBeUndefined()
  expect(
    readTrueType(new TextEncoder().encode('<!doctype html><title>404</title>'))
  ).toBeUndefined()
  for (let length = 0; length < bytes.length; length += 997) {
    expect(readTrueType(bytes.subarray(0, length))).toBeUndefined()
  }
})
