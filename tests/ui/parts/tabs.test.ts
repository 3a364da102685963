import { describe, expect, it, vi } from 'vitest'
import { Tabs } from '../../../src/ui/parts/tabs.svelte.ts'

describe('a button of several', () => {
  it('stands as chosen at once, and what it opens comes after a frame', async () => {
    const tabs = new Tabs<string>()
    const open = vi.fn()
    expect(tabs.chosen('one')).toBe('one')
    tabs.press('two', open)
    expect(tabs.chosen('one')).toBe('two')
    expect(open).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce())
    expect(tabs.chosen('one')).toBe('one')
  })

  it('of two pressed within a frame only the last opens', async () => {
    const tabs = new Tabs<string>()
    const opened: string[] = []
    tabs.press('two', () => opened.push('two'))
    tabs.press('three', () => opened.push('three'))
    expect(tabs.chosen('one')).toBe('three')
    await vi.waitFor(() => expect(opened).toEqual(['three']))
  })
})
