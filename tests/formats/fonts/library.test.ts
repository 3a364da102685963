import { describe, expect, test } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import { fontLibrary } from '../../../src/formats/fonts/library.ts'
import { loadFont, loadManifest } from '../../../src/formats/fonts/load.ts'
import { readManifest } from '../../../src/formats/fonts/manifest.ts'
import { diskFont, diskLibrary, diskManifest, fromDisk } from './disk.ts'

const codeOf = (char: string) => char.codePointAt(0) ?? 0

test('nothing is loaded before it is asked for, and then only what is needed', async () => {
  const asked: string[] = []
  const manifest = await diskManifest()
  const library = fontLibrary(manifest, (file) => {
    asked.push(file.file)
    return loadFont(file, fromDisk)
  })
  const before = library.set()
  before.metric('body', codeOf('政'))
  expect(await library.settle()).toEqual({ ok: true, loaded: 1 })
  expect(library.set()).not.toBe(before)
  expect(library.set().metric('body', codeOf('政'))).toEqual({ font: 'fang', advance: 1 })
  library.set().metric('title', codeOf('濮'))
  library.set().metric('body', codeOf('镕'))
  expect(await library.settle()).toEqual({ ok: true, loaded: 2 })
  expect(await library.settle()).toEqual({ ok: true, loaded: 0 })
  expect(asked).toEqual(['fang-1.ttf.gz', 'song-2.ttf.gz', 'noto-2.ttf.gz'])
  expect(library.set().metric('body', codeOf('镕'))).toEqual({ font: 'noto', advance: 1 })
  expect(library.source('noto', codeOf('镕'))?.glyphOf(codeOf('镕'))).toBeGreaterThan(0)
})

test.each([
  ['an unassigned code point', 0x0378],
  ['a lone surrogate', 0xd800],
  ['a control character', 0x07],
  ['an emoji', 0x1f600]
])('%s is in no font', async (_, code) => {
  const library = await diskLibrary()
  expect(library.set().metric('body', code)).toBeUndefined()
  expect(await library.settle()).toEqual({ ok: true, loaded: 0 })
})

test('the ranges of the manifest tell the truth about every file', async () => {
  for (const [name, files] of await diskManifest()) {
    for (const file of files) {
      const { font } = await diskFont(file.file)
      for (let code = 0; code < 0x33000; code++) {
        if (file.has(code) && font.glyphOf(code) === 0) {
          throw new Error(`${name} ${file.file} lacks U+${code.toString(16)}`)
        }
      }
    }
  }
})

test('the words of the law need the first file of each font only', async () => {
  const manifest = await diskManifest()
  const words = JSON.stringify(form2021)
  for (const font of ['fang', 'hei', 'kai', 'song']) {
    const first = manifest.get(font)?.[0]
    const lacking = [...words].filter((char) => !first?.has(codeOf(char)))
    expect(lacking).toEqual([])
  }
})

describe('signs of money, dashes and dots look as they should in every role', async () => {
  const library = await diskLibrary()
  const roles = ['body', 'hei', 'kai', 'title', 'digits'] as const
  const signs = '￥＄¥$～￣…'
  for (const role of roles) for (const sign of signs) library.set().metric(role, codeOf(sign))
  await library.settle()
  /** The font that serves a sign in a role, and its outline: corners from the left, in em. */
  const drawn = (role: (typeof roles)[number], sign: string) => {
    const name = library.set().metric(role, codeOf(sign))?.font ?? ''
    const font = library.source(name, codeOf(sign))
    const outline = font?.outlineOf(font.glyphOf(codeOf(sign))) ?? new Uint8Array()
    const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
    const corners = [2, 4, 6, 8].map((at) => view.getInt16(at) / (font?.unitsPerEm ?? NaN))
    const [left = NaN, bottom = NaN, right = NaN, top = NaN] = corners
    return { name, contours: view.getInt16(0), left, bottom, right, top, outline }
  }

  test.each(roles)('%s', (role) => {
    for (const [yen, dollar] of [
      ['￥', '＄'],
      ['¥', '$']
    ] as const) {
      const [a, b] = [drawn(role, yen), drawn(role, dollar)]
      // Their insides may be cut out or drawn over one another, but S goes below the line, Y does not.
      expect(a.outline).not.toEqual(b.outline)
      expect(a.bottom).toBeGreaterThan(-0.01)
      expect(b.bottom).toBeLessThan(-0.02)
    }
    const [wave, over, dots] = ['～', '￣', '…'].map((sign) => drawn(role, sign))
    // As wide as two thirds of the body at least, in its middle; an overline is above all letters.
    expect((wave?.right ?? 0) - (wave?.left ?? 0)).toBeGreaterThan(0.66)
    expect(((wave?.top ?? 0) + (wave?.bottom ?? 0)) / 2).toBeCloseTo(0.38, 1)
    expect(over?.bottom).toBeGreaterThan(0.7)
    // Six dots at one distance: from the middle of the last to the body's end half of it remains.
    const dot = (dots?.top ?? 0) - (dots?.bottom ?? 0)
    const pace = ((dots?.right ?? 0) - (dots?.left ?? 0) - dot) / 2
    expect((dots?.left ?? 0) + dot / 2).toBeCloseTo(pace / 2, 2)
  })
})

test('a font that is missing, damaged or another is named', async () => {
  const manifest = await diskManifest()
  const attempt = async (fetched: Uint8Array<ArrayBuffer> | undefined) => {
    const library = fontLibrary(manifest, (file) => loadFont(file, () => Promise.resolve(fetched)))
    library.set().metric('body', codeOf('政'))
    return library.settle()
  }
  const named = { ok: false, reason: 'font', file: 'fang-1.ttf.gz' }
  const packed = await fromDisk('fang-1.ttf.gz')
  expect(await attempt(undefined)).toEqual({ ...named, why: 'absent' })
  expect(await attempt(packed?.slice(0, 5000))).toEqual({ ...named, why: 'damaged' })
  expect(await attempt(await fromDisk('hei-1.ttf.gz'))).toEqual({ ...named, why: 'altered' })
  expect(await attempt(new TextEncoder().encode('<!doctype html>'))).toEqual({
    ...named,
    why: 'altered'
  })
  // A server that unpacks .gz files by itself does no harm.
  expect(await attempt((await diskFont('fang-1.ttf.gz')).bytes)).toEqual({ ok: true, loaded: 1 })
})

test('a list of fonts that is none', async () => {
  expect(readManifest(null)).toBeUndefined()
  expect(readManifest({ version: 1, fonts: { fang: { files: [{ file: 1 }] } } })).toBeUndefined()
  const page = () => Promise.resolve(new TextEncoder().encode('<!doctype html>'))
  expect(await loadManifest(page)).toMatchObject({ ok: false, why: 'damaged' })
  expect(await loadManifest(() => Promise.resolve(undefined))).toMatchObject({ why: 'absent' })
})
