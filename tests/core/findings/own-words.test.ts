import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  faultOf,
  joined,
  ownKinds,
  revised,
  textOfWords,
  wordsFrom,
  wordsIn,
  type OwnWord
} from '../../../src/core/findings/own-words.ts'

const wrong = { kind: 'wrong', word: '档案管理处', right: '档案馆' } as const
const person = { kind: 'person', word: '王某某', right: '局长' } as const
const watch = { kind: 'watch', word: '清河', right: '' } as const

describe('the list of an office as a file', () => {
  it('is a line for each entry, with tabs between the cells', () => {
    expect(textOfWords([wrong, person, watch])).toBe(
      '类别\t写法\t应为\r\n错词\t档案管理处\t档案馆\r\n姓名\t王某某\t局长\r\n留意\t清河\r\n'
    )
  })

  it.each([
    ['tabs', '类别\t写法\t应为\n错词\t档案管理处\t档案馆\n姓名\t王某某\t局长\n留意\t清河\t\n'],
    [
      'commas of a spreadsheet',
      '\uFEFF类别,写法,应为\r\n错词,档案管理处,档案馆\r\n姓名,王某某,局长\r\n留意,清河,\r\n'
    ],
    [
      'quotes of a spreadsheet',
      '"错词","档案管理处","档案馆"\n"姓名","王某某","局长"\n"留意","清河",""'
    ],
    ['commas as they are typed', '错词，档案管理处，档案馆\n姓名，王某某，局长\n留意，清河'],
    [
      'no kind at a wrong word, and blank lines',
      '档案管理处\t档案馆\n\n姓名\t王某某\t局长\n \n留意\t清河'
    ]
  ])('is read with %s', (_, text) => {
    expect(wordsIn(text)).toEqual({ words: [wrong, person, watch], unused: [] })
  })

  it('says which lines could not be used, and why', () => {
    const text = `错词\t档\t案\n错词\t档案处\n错词\t档案处\t档案处\n说明\t甲乙\t丙丁\n留意\t${'长'.repeat(41)}\n只有一格`
    expect(wordsIn(text)).toEqual({
      words: [],
      unused: [
        { line: 1, fault: 'short' },
        { line: 2, fault: 'noRight' },
        { line: 3, fault: 'same' },
        { line: 4, fault: 'kind' },
        { line: 5, fault: 'long' },
        { line: 6, fault: 'kind' }
      ]
    })
  })

  const cell = fc.stringMatching(/^[\u4e00-\u9fa5]{2,12}$/)
  const entry = fc
    .record({ kind: fc.constantFrom(...ownKinds), word: cell, right: cell })
    .map((one): OwnWord => (one.kind === 'watch' ? { ...one, right: '' } : one))
    .filter((one) => !faultOf(one))

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(entry), (list) => {
        const words = joined([], list)
        expect(wordsIn(textOfWords(words))).toEqual({ words, unused: [] })
      })
    )
  })
})

describe('a list that grows', () => {
  it('has one right word for a wrong one, the last', () => {
    const later = { ...wrong, right: '档案局' }
    expect(joined([wrong, watch], [later])).toEqual([later, watch])
  })

  it('has as many titles for a name as are given', () => {
    const other = { ...person, right: '党组书记' }
    expect(joined([person], [other, person])).toEqual([person, other])
  })
})

it('what was stored by nobody knows whom is an entry or nothing', () => {
  expect(wordsFrom([wrong, null, { kind: 'other', word: '甲乙', right: '' }, '甲'])).toEqual([
    wrong
  ])
  expect(wordsFrom({ words: [wrong] })).toEqual([])
  expect(wordsFrom(undefined)).toEqual([])
})

describe('a list that two windows changed', () => {
  const mended = { ...wrong, right: '市档案馆' }
  const cases: [string, OwnWord[], OwnWord[], OwnWord[], OwnWord[]][] = [
    // What is stored, what was read, what was made of it, what is kept.
    ['nobody else', [wrong, watch], [wrong, watch], [watch, person], [watch, person]],
    ['added there', [wrong, person], [wrong], [wrong, watch], [wrong, watch, person]],
    ['taken away there', [watch], [wrong, watch], [wrong, watch, person], [watch, person]],
    ['taken away here', [wrong, person], [wrong], [], [person]],
    ['mended on both sides', [{ ...wrong, right: '馆' }], [wrong], [mended], [mended]],
    ['the list was not read', [wrong, watch], [], [person], [person, wrong, watch]]
  ]
  it.each(cases)('%s', (_name, stored, from, to, kept) => {
    expect(revised(stored, from, to)).toEqual(kept)
  })
})
