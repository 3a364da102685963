import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranked, type Findable } from '../../../src/state/app/ranked.ts'
import { noteUse, lately } from '../../../src/state/app/lately.ts'

const entry = (id: string, name: string, place = '', also = ''): Findable => ({
  id,
  name,
  place,
  also
})
const entries = [
  entry('undo', '撤销'),
  entry('find', '查找'),
  entry('replace', '查找和替换'),
  entry('pdf', '导出 PDF'),
  entry('word', '导出 Word'),
  entry('section', '六、其他需要报告的事项', '', '其他事项'),
  entry(
    'received',
    '一、本年新收政府信息公开申请数量 · 自然人',
    '表三',
    'requests.received.natural'
  ),
  entry('all', '一、本年新收政府信息公开申请数量 · 总计', '表三', 'requests.received.total'),
  entry('other', '3.其他 · 总计', '表三 （六）其他处理', 'requests.other.other.total'),
  entry('org', '3.其他 · 自然人', '表三 （六）其他处理', 'requests.other.other.natural')
]
const idsOf = (query: string, used: readonly string[] = []) =>
  ranked(entries, query, used).map(({ id }) => id)

describe('what words find, the best first', () => {
  it.each([
    ['撤销', ['undo']],
    ['查找', ['find', 'replace']],
    ['替换', ['replace']],
    ['导出pdf', ['pdf']],
    ['PDF', ['pdf']],
    ['ｐｄｆ', ['pdf']],
    ['word 导出', ['word']],
    ['新收 自然人', ['received']],
    ['新收总计', ['all']],
    ['其他处理 3 总计', ['other']],
    ['（六）其他处理', ['other', 'org']],
    ['requests.received.total', ['all']],
    ['received', ['received', 'all']],
    ['其他事项', ['section']],
    ['导P', ['pdf']],
    ['总', ['all', 'other']],
    ['没有这一项', []]
  ])('%s: %j', (query, ids) => {
    expect(idsOf(query)).toEqual(ids)
  })

  it.each(['', '   ', '　'])(
    'without a word (%j) all of them, what was used lately first',
    (query) => {
      expect(idsOf(query, ['other', 'gone', 'find']).slice(0, 3)).toEqual(['other', 'find', 'undo'])
      expect(idsOf(query, ['other'])).toHaveLength(entries.length)
    }
  )

  it('among equals what was used lately is first, and a better match before it', () => {
    expect(idsOf('导出', ['word'])).toEqual(['word', 'pdf'])
    expect(idsOf('查找', ['replace'])[0]).toBe('find')
  })
})

describe('whatever is listed', () => {
  const words = fc.array(fc.constantFrom(...'导出表三自然人总计其他（六）·PDF3 一、'), {
    minLength: 1,
    maxLength: 12
  })
  const named = fc
    .uniqueArray(
      words.map((chars) => chars.join('')),
      {
        selector: (name) => name.replace(/[\s·（）、]/g, '').toLowerCase(),
        minLength: 1
      }
    )
    .map((names) =>
      names.filter((name) => /[^\s·（）、]/.test(name)).map((name, at) => entry(String(at), name))
    )

  it('is found first by its own name', () => {
    fc.assert(
      fc.property(named, (list) => {
        for (const one of list) expect(ranked(list, one.name)[0]).toBe(one)
      })
    )
  })

  it('is found by any piece of its name', () => {
    fc.assert(
      fc.property(named, fc.nat(), fc.nat(), (list, from, length) => {
        for (const one of list) {
          const start = from % one.name.length
          const piece = one.name.slice(start, start + 1 + (length % one.name.length))
          expect(ranked(list, piece)).toContain(one)
        }
      })
    )
  })
})

describe('what was used lately', () => {
  it('is kept, each once, the latest first, and few', () => {
    for (const id of ['a', 'b', 'c', 'b', 'd', 'e', 'f', 'g']) noteUse(id)
    expect(lately()).toEqual(['g', 'f', 'e', 'd', 'b', 'c'])
  })
})
