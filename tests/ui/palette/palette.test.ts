import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { command, type PaletteEntry } from '../../../src/ui/palette/entry.ts'
import Palette from '../../../src/ui/palette/Palette.svelte'
import '../parts/dialog-methods.ts'

const run = vi.fn()
const entry = (name: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  ...command(name, name, { run: () => run(name) }),
  ...more
})
const onclose = vi.fn()
const show = (entries: readonly PaletteEntry[]) =>
  render(Palette, { entries, asks: '功能、栏目', onclose })
const field = () => screen.getByRole('combobox', { name: '功能、栏目' })
const type = (words: string) => fireEvent.input(field(), { target: { value: words } })
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(field(), { key, ...more })
const options = () => screen.getAllByRole('option')
/** The one that Enter does: what the field names as its active descendant. */
const marked = () => {
  const id = field().getAttribute('aria-activedescendant')
  const option = options().find((one) => one.id === id)
  expect(option?.getAttribute('aria-selected')).toBe('true')
  return option?.dataset['entry']
}

beforeEach(() => {
  localStorage.clear()
  vi.clearAllMocks()
})

describe('the palette', () => {
  it('lists all, marks the first, and narrows with what is typed', async () => {
    show([entry('撤销', { keys: 'Ctrl+Z' }), entry('导出 PDF'), entry('导出 Word')])
    expect(screen.getByRole('status').textContent).toBe('3 项')
    expect(marked()).toBe('撤销')
    expect(options()[0]?.textContent).toContain('Ctrl+Z')
    await type('导出')
    expect(marked()).toBe('导出 PDF')
    expect(options()).toHaveLength(2)
    await type('没有')
    expect(screen.queryByRole('option')).toBeNull()
    expect(field().getAttribute('aria-activedescendant')).toBeNull()
    expect(screen.getByRole('status').textContent).toContain('没有相符的')
  })

  it('goes up and down with the arrows, round at the ends', async () => {
    show(['一', '二', '三'].map((name) => entry(name)))
    const way = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'PageUp', 'PageDown']) {
      await press(key)
      way.push(marked())
    }
    expect(way).toEqual(['二', '三', '一', '三', '一', '三'])
  })

  it('does what takes something away, and does not put it first the next time', async () => {
    const entries = [entry('一'), entry('删除', { takesAway: true })]
    const { unmount } = show(entries)
    await press('ArrowDown')
    await press('Enter')
    await vi.waitFor(() => expect(run).toHaveBeenCalledWith('删除'))
    unmount()
    show(entries)
    expect(marked()).toBe('一')
  })

  it('closes, then does what is marked, which stands first the next time', async () => {
    const entries = [entry('一'), entry('二')]
    const { unmount } = show(entries)
    onclose.mockImplementation(() => expect(run).not.toHaveBeenCalled())
    await press('ArrowDown')
    await press('Enter')
    expect(run.mock.calls).toEqual([['二']])
    expect(onclose).toHaveBeenCalledOnce()
    unmount()
    show(entries)
    expect(marked()).toBe('二')
  })

  it('does what is pressed', async () => {
    show([entry('一'), entry('二')])
    await fireEvent.click(screen.getByRole('option', { name: /二/ }))
    expect(run).toHaveBeenCalledWith('二')
  })

  it('leaves Enter and the arrows to an input method that is composing', async () => {
    show([entry('一'), entry('二')])
    await press('ArrowDown', { isComposing: true })
    await press('Enter', { isComposing: true })
    expect(marked()).toBe('一')
    expect(run).not.toHaveBeenCalled()
    expect(onclose).not.toHaveBeenCalled()
  })

  it('says why something is out of use, and does not do it', async () => {
    show([entry('撤销', { why: '没有改动' }), entry('导出')])
    expect(marked()).toBe('导出')
    await press('ArrowDown')
    const option = options()[1]
    expect(option?.getAttribute('aria-disabled')).toBe('true')
    expect(option?.textContent).toContain('没有改动')
    await press('Enter')
    expect(run).not.toHaveBeenCalled()
    expect(onclose).not.toHaveBeenCalled()
  })

  it('closes on the keys that open it, which are not left to the browser', async () => {
    show([entry('一')])
    expect(await press('k', { ctrlKey: true })).toBe(false)
    expect(onclose).toHaveBeenCalledOnce()
  })

  it('keeps in the page what can be seen of 2,000, each with its place among all', async () => {
    show(Array.from({ length: 2000 }, (_, i) => entry(`清川市第${i}局`)))
    expect(options().length).toBeLessThan(30)
    await press('ArrowUp')
    expect(marked()).toBe('清川市第1999局')
    expect(options().length).toBeLessThan(30)
    const last = options().find((one) => one.dataset['entry'] === '清川市第1999局')
    expect(last?.getAttribute('aria-posinset')).toBe('2000')
    expect(last?.getAttribute('aria-setsize')).toBe('2000')
    await type('第1234局')
    expect(marked()).toBe('清川市第1234局')
  })
})
