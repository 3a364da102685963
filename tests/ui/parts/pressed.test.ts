import { describe, expect, it, vi } from 'vitest'
import { Pressed } from '../../../src/ui/parts/pressed.svelte.ts'

describe('a button of several', () => {
  it('stands as chosen at once, and what it opens comes after a frame', async () => {
    const pressed = new Pressed<string>()
    const open = vi.fn()
    expect(pressed.among('one')).toBe('one')
    pressed.press('two', open)
    expect(pressed.among('one')).toBe('two')
    expect(open).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce())
    expect(pressed.among('one')).toBe('one')
  })

  it('of two pressed within a frame only the last opens', async () => {
    const pressed = new Pressed<string>()
    const opened: string[] = []
    pressed.press('two', () => opened.push('two'))
    pressed.press('three', () => opened.push('three'))
    expect(pressed.among('one')).toBe('three')
    await vi.waitFor(() => expect(opened).toEqual(['three']))
  })
})
