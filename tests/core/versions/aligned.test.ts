import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned, type Comparing } from '../../../src/core/versions/aligned.ts'
import { times } from '../../run.ts'

/** Words are the same by their letters, and alike where they begin with the same one. */
const comparing: Comparing<string, string> = {
  same: (a, b) => a === b,
  alike: (a, b) => (a[0] === b[0] ? 0.6 : 0),
  fits: (a, b) => a !== '' && b.length < 9
}

const shown = (mine: string, theirs: string) =>
  aligned(mine.split(' ').filter(Boolean), theirs.split(' ').filter(Boolean), comparing)
    .map((one) =>
      one.kind === 'apart'
        ? `[${one.mine.join(' ')}|${one.theirs.join(' ')}]`
        : one.kind === 'same'
          ? one.mine
          : `${one.mine}>${one.theirs}`
    )
    .join(' ')

describe('two lists beside each other', () => {
  it.each([
    ['a b c', 'a b c', 'a b c'],
    ['', 'a b', '[|a b]'],
    ['a b', '', '[a b|]'],
    ['a b c', 'a c', 'a [b|] c'],
    ['a c', 'a b c', 'a [|b] c'],
    ['a b1 c', 'a b2 c', 'a b1>b2 c'],
    ['a b c', 'a x c', 'a b>x c'],
    ['a b c', 'a 123456789 c', 'a [b|123456789] c'],
    ['a b1 d1 c', 'a d2 c', 'a [b1|] d1>d2 c'],
    ['a b d c', 'a x y z c', 'a [b d|x y z] c']
  ])('%s and %s', (mine, theirs, beside) => expect(shown(mine, theirs)).toBe(beside))

  it('too long to be compared each with each, are compared in their order', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${String.fromCodePoint(0x4e00 + i)}1`)
    const changed = lines.map((line) => line.replace('1', '2'))
    expect(aligned(lines, changed, comparing).every(({ kind }) => kind === 'changed')).toBe(true)
  })

  it('hold all that stands in both, in its order', () => {
    const list = fc.array(fc.constantFrom('a', 'a1', 'b', 'b1', 'b2', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, (mine, theirs) => {
        const beside = aligned(mine, theirs, comparing)
        const all = (side: 'mine' | 'theirs') => beside.flatMap((one) => one[side])
        expect(all('mine')).toEqual(mine)
        expect(all('theirs')).toEqual(theirs)
      }),
      { numRuns: times(500, 100) }
    )
  })
})
