import { describe, expect, it } from 'vitest'
import { fieldKey, isForeign } from '../../../src/ui/grid/number-field.ts'

const pressed = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, ...more })

describe('a key in a number field', () => {
  it.each([
    ['ArrowUp', {}, { to: 'up', extend: false }],
    ['ArrowLeft', {}, { to: 'left', extend: false }],
    ['ArrowRight', { shiftKey: true }, { to: 'right', extend: true }],
    ['Enter', {}, { to: 'down', extend: false }],
    ['Enter', { shiftKey: true }, { to: 'up', extend: false }],
    ['F2', {}, 'caret'],
    ['Escape', {}, 'restore'],
    ['7', {}, undefined],
    ['Tab', {}, undefined]
  ] as const)('%s with %j means %j', (key, more, meant) => {
    expect(fieldKey(pressed(key, more), false)).toEqual(meant)
  })

  it('moves the caret sideways, and leads up and down, once the caret is inside', () => {
    expect(fieldKey(pressed('ArrowLeft'), true)).toBeUndefined()
    expect(fieldKey(pressed('ArrowRight', { shiftKey: true }), true)).toBeUndefined()
    expect(fieldKey(pressed('ArrowDown'), true)).toEqual({ to: 'down', extend: false })
  })

  it.each([{ isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'is not the grid’s with %j',
    (more) => {
      expect(isForeign(pressed('Enter', more))).toBe(true)
      expect(isForeign(pressed('Enter'))).toBe(false)
    }
  )
})
