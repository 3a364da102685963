import { expect, test } from 'vitest'
import { mayEmbed, ownFont } from '../../../src/formats/fonts/own.ts'
import { singleFont } from '../../../src/formats/fonts/own-screen.ts'
import { readTrueType } from '../../../src/formats/fonts/truetype.ts'
import { diskFont } from './disk.ts'

const { bytes } = await diskFont('fang-1.ttf.gz')

/** The same font with other permissions. */
function withFsType(fsType: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    if (view.getUint32(at) === 0x4f532f32) view.setUint16(view.getUint32(at + 8) + 8, fsType)
  }
  return copy
}

/** A collection of fonts, their table offsets moved along. */
function collection(...fonts: Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length
  const file = new Uint8Array(fonts.reduce((size, font) => size + font.length, head))
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x74746366)
  view.setUint32(8, fonts.length)
  let at = head
  fonts.forEach((font, i) => {
    file.set(font, at)
    view.setUint32(12 + 4 * i, at)
    for (let record = at + 12; record < at + 12 + 16 * view.getUint16(at + 4); record += 16) {
      view.setUint32(record + 8, view.getUint32(record + 8) + at)
    }
    at += font.length
  })
  return file
}

test.each([
  [0x0000, true],
  [0x0008, true],
  [0x0004, true],
  [0x0002, false],
  [0x0006, true],
  [0x0100, false],
  [0x0208, false]
])('fsType %i', (fsType, allowed) => {
  expect(mayEmbed(fsType)).toBe(allowed)
  expect(ownFont(withFsType(fsType))).toMatchObject(
    allowed ? { ok: true } : { ok: false, why: 'forbidden' }
  )
})

test('a font within a collection', async () => {
  const { bytes: kai } = await diskFont('kai-1.ttf.gz')
  const file = collection(bytes, kai)
  const first = ownFont(file)
  const named = ownFont(file, 'FandolKai-Regular')
  expect(first.ok && first.font.postScriptName).toBe('FandolFang-Regular')
  expect(named.ok && named.font.postScriptName).toBe('FandolKai-Regular')
  expect(named.ok && named.font.advanceOf(named.font.glyphOf(0x653f))).toBe(1000)
})

test('files that are no use', async () => {
  expect(ownFont(new Uint8Array())).toEqual({ ok: false, why: 'unreadable' })
  expect(ownFont(bytes.subarray(0, 9000))).toEqual({ ok: false, why: 'unreadable' })
  expect(ownFont(new TextEncoder().encode('OTTO and so on, a CFF font'))).toEqual({
    ok: false,
    why: 'unreadable'
  })
  expect(ownFont(Uint8Array.of(0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0, 255, 255, 255, 255))).toEqual({
    ok: false,
    why: 'unreadable'
  })
  const { bytes: latin } = await diskFont('tinos-1.ttf.gz')
  expect(ownFont(latin)).toEqual({ ok: false, why: 'not-chinese' })
})

test('one font of a collection as a file of its own: its sums are right, its outlines the same', async () => {
  const { bytes: kai } = await diskFont('kai-1.ttf.gz')
  const found = ownFont(collection(bytes, kai), 'FandolKai-Regular')
  if (!found.ok) throw new Error(found.why)
  const file = singleFont(found.font)
  const view = new DataView(file.buffer)
  let sum = 0
  for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  // What `head.checkSumAdjustment` is there for (OpenType, table head).
  expect(sum).toBe(0xb1b0afba)
  const [before, after] = [readTrueType(kai), readTrueType(file)]
  const glyph = before?.glyphOf(0x653f) ?? 0
  expect(after?.glyphOf(0x653f)).toBe(glyph)
  expect(after?.outlineOf(glyph)).toEqual(before?.outlineOf(glyph))
  expect(after?.fsType).toBe(before?.fsType)
})
