import { describe, expect, it } from 'vitest'
import {
  answerKey,
  fieldKey,
  isForeign,
  numberField
} from '../../../../src/ui/parts/field/number-field.ts'

const pressed = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, ...more })

describe('a key in a number field', () => {
  it.each([
    ['ArrowUp', {}, { to: 'up', reach: 'next', extend: false }],
    ['ArrowLeft', {}, { to: 'left', reach: 'next', extend: false }],
    ['ArrowRight', { shiftKey: true }, { to: 'right', reach: 'next', extend: true }],
    ['ArrowDown', { ctrlKey: true }, { to: 'down', reach: 'edge', extend: false }],
    ['ArrowDown', { metaKey: true, shiftKey: true }, { to: 'down', reach: 'edge', extend: true }],
    ['Home', {}, { to: 'left', reach: 'line', extend: false }],
    ['End', { shiftKey: true }, { to: 'right', reach: 'line', extend: true }],
    ['Home', { ctrlKey: true }, { to: 'left', reach: 'table', extend: false }],
    ['End', { ctrlKey: true, shiftKey: true }, { to: 'right', reach: 'table', extend: true }],
    ['PageDown', {}, { to: 'down', reach: 'page', extend: false }],
    ['PageUp', { ctrlKey: true }, undefined],
    ['ArrowLeft', { altKey: true }, undefined],
    ['ArrowLeft', { isComposing: true }, undefined],
    ['Enter', {}, { to: 'down', reach: 'next', extend: false }],
    ['Enter', { shiftKey: true }, { to: 'up', reach: 'next', extend: false }],
    ['Enter', { ctrlKey: true }, undefined],
    ['F2', {}, 'caret'],
    ['Escape', {}, 'restore'],
    ['7', {}, undefined],
    ['Tab', {}, undefined]
  ] as const)('%s with %j means %j', (key, more, meant) => {
    expect(fieldKey(pressed(key, more), false)).toEqual(meant)
  })

  it.each([
    ['ArrowLeft', {}],
    ['ArrowRight', { shiftKey: true }],
    ['ArrowRight', { ctrlKey: true }],
    ['Home', {}],
    ['End', { shiftKey: true }],
    ['Home', { ctrlKey: true }]
  ])('%s with %j is the text’s once the caret is inside', (key, more) => {
    expect(fieldKey(pressed(key, more), true)).toBeUndefined()
  })

  it('leads up and down all the same', () => {
    const down = { to: 'down', reach: 'next', extend: false }
    expect(fieldKey(pressed('ArrowDown'), true)).toEqual(down)
  })

  it.each([{ isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'is not the grid’s with %j',
    (more) => {
      expect(isForeign(pressed('Enter', more))).toBe(true)
      expect(isForeign(pressed('Enter'))).toBe(false)
    }
  )
})

describe('a number field', () => {
  /** A field, and what it told its grid. */
  const shown = () => {
    const input = document.createElement('input')
    const told: string[] = []
    const on = numberField({
      typed: (text) => told.push(`typed ${text}`),
      entered: () => told.push('entered'),
      left: () => told.push('left')
    })
    input.addEventListener('input', on.input)
    input.addEventListener('compositionend', on.input)
    input.addEventListener('focus', on.focus)
    input.addEventListener('blur', on.blur)
    document.body.append(input)
    return { input, told }
  }
  const type = (input: HTMLInputElement, value: string, isComposing = false) => {
    input.value = value
    input.dispatchEvent(new InputEvent('input', { isComposing }))
  }

  it('tells what is typed, and what an input method composes when that is done', () => {
    const { input, told } = shown()
    type(input, '1')
    type(input, '1yi', true)
    input.value = '1一'
    input.dispatchEvent(new CompositionEvent('compositionend'))
    expect(told).toEqual(['typed 1', 'typed 1一'])
  })

  it('is selected whole as it is entered, and tells that it is left', () => {
    const { input, told } = shown()
    input.value = '120'
    input.focus()
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 3])
    input.blur()
    expect(told).toEqual(['entered', 'left'])
  })

  it('does what a key asks, and leaves other keys to the browser', () => {
    const done: string[] = []
    const caret = { inside: false }
    const answered = (key: string, more: KeyboardEventInit = {}) =>
      answerKey(pressed(key, more), caret, {
        restore: () => done.push('restore'),
        move: ({ to, extend }) => done.push(`${extend ? 'extend' : 'move'} ${to}`)
      })
    expect(
      ['ArrowLeft', 'F2', 'ArrowLeft', 'Enter', 'Escape', 'ArrowLeft', '7'].map((key) =>
        answered(key)
      )
    ).toEqual([true, true, false, true, true, true, false])
    answered('ArrowDown', { shiftKey: true })
    expect(done).toEqual(['move left', 'move down', 'restore', 'move left', 'extend down'])
  })
})
