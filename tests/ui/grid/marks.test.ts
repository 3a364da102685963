import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markIn, stretches, type SourceMark } from '../../../src/ui/import/source/marks.ts'

const mark = (from: number, to: number): SourceMark => ({
  from,
  to,
  question: 0,
  open: true,
  first: true
})

describe('the text of a source', () => {
  it('is cut at its marks', () => {
    const marks = [mark(2, 4)]
    expect(stretches('新收41件', marks)).toEqual([
      { text: '新收' },
      { text: '41', mark: marks[0] },
      { text: '件' }
    ])
  })

  it('never loses a character, whatever the marks', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (text, marks) => {
        const sorted = [...marks].sort((a, b) => a.from - b.from)
        expect(
          stretches(text, sorted)
            .map((stretch) => stretch.text)
            .join('')
        ).toBe(text)
      })
    )
  })
})

describe('the mark in a cell', () => {
  const marks = [mark(5, 7), mark(9, 9)]
  it.each([
    [{ from: 5, to: 7 }, 0],
    [{ from: 4, to: 8 }, 0],
    [{ from: 9, to: 9 }, 1],
    [{ from: 0, to: 5 }, undefined],
    [{ from: 7, to: 9 }, undefined],
    [undefined, undefined]
  ])('%j', (at, expected) => {
    expect(markIn(marks, at)).toBe(expected === undefined ? undefined : marks[expected])
  })
})
