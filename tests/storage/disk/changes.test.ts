import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fateOf,
  freeName,
  isMeantForUs,
  sameName,
  type FileFate,
  type Mark,
  type Said
} from '../../../src/storage/disk/changes.ts'

const mark: Mark = {
  name: '青石镇-2025.nianbao.json',
  wanted: '青石镇-2025.nianbao.json',
  updatedAt: 'as written',
  hash: 'ours',
  size: 1,
  modified: 1
}
const begun: Mark = { ...mark, sent: 'begun' }

describe('what becomes of a file', () => {
  const cases: [string, Mark | undefined, string, string | undefined, Said, FileFate][] = [
    ['nothing has changed', mark, 'as written', 'ours', 'same', 'same'],
    ['only the report has changed', mark, 'later', 'ours', 'other', 'write'],
    ['only the file has changed', mark, 'as written', 'theirs', 'other', 'theirs'],
    ['both have changed', mark, 'later', 'theirs', 'other', 'both'],
    ['both have changed to the same', mark, 'later', 'theirs', 'same', 'agreed'],
    ['only its bytes have changed', mark, 'as written', 'theirs', 'same', 'agreed'],
    ['the file is gone', mark, 'as written', undefined, 'foreign', 'write'],
    ['it was never written', undefined, 'later', undefined, 'foreign', 'write'],
    ['it was there before, and says the same', undefined, 'later', 'theirs', 'same', 'agreed'],
    ['it was there before, and says something else', undefined, 'later', 'theirs', 'other', 'both'],
    ['it was there before, and is of another', undefined, 'later', 'theirs', 'foreign', 'foreign'],
    ['somebody put another in its place', mark, 'later', 'theirs', 'foreign', 'foreign'],
    ['a writing was cut off before it began', begun, 'later', 'ours', 'other', 'write'],
    ['a writing was done and not noted', begun, 'later', 'begun', 'other', 'write'],
    ['the same, and nothing since', begun, 'as written', 'begun', 'other', 'write'],
    ['somebody wrote after a writing cut off', begun, 'later', 'theirs', 'other', 'both']
  ]
  test.each(cases)('%s', (_name, known, updatedAt, hash, said, fate) => {
    expect(fateOf(known, { updatedAt }, hash === undefined ? undefined : { hash, said })).toBe(fate)
  })

  test('bytes that are not our own are never written over', () => {
    const word = fc.constantFrom('ours', 'begun', 'theirs', 'others')
    fc.assert(
      fc.property(
        fc.option(fc.record({ hash: word, sent: word }), { nil: undefined }),
        fc.constantFrom('as written', 'later'),
        word,
        fc.constantFrom<Said>('same', 'other', 'foreign'),
        (known, updatedAt, hash, said) => {
          const own = known && (known.hash === hash || known.sent === hash)
          const fate = fateOf(known && { ...mark, ...known }, { updatedAt }, { hash, said })
          expect(fate === 'write' ? own : true).toBe(true)
        }
      )
    )
  })
})

test('a name that is taken gets a number before its ending', () => {
  const taken = new Set(['甲-2025.nianbao.json', '甲-2025 (2).nianbao.json'])
  const isTaken = (name: string) => taken.has(name)
  expect(freeName('甲-2025.nianbao.json', isTaken)).toBe('甲-2025 (3).nianbao.json')
  expect(freeName('乙-2025.nianbao.json', isTaken)).toBe('乙-2025.nianbao.json')
})

test('names that some file system takes for one are one', () => {
  expect(sameName('ABC局-2025.JSON')).toBe(sameName('abc局-2025.json'))
  expect(sameName('e\u0301.json')).toBe(sameName('\u00e9.json'))
})

test.each([
  ['收到的.json', true],
  ['上年报告.DOCX', true],
  ['~$上年报告.docx', false],
  ['.DS_Store', false],
  ['清川-2025.nianbao.json.crswap', false],
  ['照片.jpg', false]
])('%s is meant for the library: %s', (name, meant) => {
  expect(isMeantForUs(name)).toBe(meant)
})
