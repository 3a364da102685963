import { afterEach, expect, test, vi } from 'vitest'
import { canAskComputer, computerFonts } from '../../../src/formats/fonts/computer.ts'

afterEach(() => vi.unstubAllGlobals())

const font = (family: string, postscriptName: string) => ({
  family,
  fullName: family,
  postscriptName,
  blob: () => Promise.resolve(new Blob([Uint8Array.of(1, 2, 3)]))
})

test('of all the fonts of a computer, 仿宋 and 小标宋', async () => {
  const all = [
    font('Arial', 'ArialMT'),
    font('仿宋_GB2312', 'FangSong_GB2312'),
    font('宋体', 'SimSun'),
    font('FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0')
  ]
  vi.stubGlobal('queryLocalFonts', () => Promise.resolve(all))
  expect(canAskComputer()).toBe(true)
  const found = await computerFonts()
  expect(found?.map(({ name }) => name)).toEqual(['仿宋_GB2312', 'FZXiaoBiaoSong-B05S'])
  expect(await found?.[0]?.bytes()).toEqual(Uint8Array.of(1, 2, 3))
})

test('a browser that cannot tell, and a user who says no', async () => {
  expect(canAskComputer()).toBe(false)
  expect(await computerFonts()).toBeUndefined()
  vi.stubGlobal('queryLocalFonts', () => Promise.reject(new DOMException('', 'NotAllowedError')))
  expect(await computerFonts()).toBeUndefined()
})
