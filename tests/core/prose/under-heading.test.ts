import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textHeadings, headingsOver } from '../../../src/core/prose/headings/headings.ts'
import { partOf } from '../../../src/core/prose/headings/section-parts.ts'
import {
  emptyOutline,
  putAtEnd,
  putUnder,
  withHeading
} from '../../../src/core/prose/headings/under-heading.ts'

const text = `（一）主动公开
公开信息312条。
{{chart:a}}
（二）依申请公开。新收14件。
1.答复
都在期限内。
（四）监督保障
培训两次。`

describe('the outline of a text', () => {
  it('has every heading with what stands under it', () => {
    const all = textHeadings(text)
    expect(all.map(({ title, level }) => [title, level])).toEqual([
      ['主动公开', 2],
      ['依申请公开', 2],
      ['答复', 3],
      ['监督保障', 2]
    ])
    const [, requests, answers] = all
    expect(requests && text.slice(requests.to, requests.next)).toBe('新收14件。\n')
    expect(requests && text.slice(requests.to, requests.until)).toMatch(/^新收14件[^]*期限内。\n$/)
    expect(answers && text.slice(answers.to, answers.until)).toBe('\n都在期限内。\n')
  })

  it.each([
    { at: '312', over: ['主动公开'] },
    { at: '期限', over: ['依申请公开', '答复'] },
    { at: '监督', over: ['监督保障'] }
  ])('over $at stand $over', ({ at, over }) => {
    expect(headingsOver(text, text.indexOf(at)).map(({ title }) => title)).toEqual(over)
  })
})

describe('words put in stand under their heading', () => {
  it.each([
    {
      of: 'above the charts',
      title: '主动公开',
      after: text.replace('312条。\n', '312条。\n加。\n')
    },
    {
      of: 'before what is said under smaller headings',
      title: '依申请公开',
      after: text.replace('14件。\n', '14件。\n加。\n')
    },
    { of: 'under a smaller one', title: '答复', after: text.replace('内。\n', '内。\n加。\n') },
    {
      of: 'however the heading is worded',
      title: '依申请公开情况',
      after: text.replace('14件。\n', '14件。\n加。\n')
    },
    {
      of: 'under one that is made, those behind it numbered on',
      title: '政府信息公开平台建设',
      after: text.replace('（四）监督', '（三）政府信息公开平台建设\n加。\n（四）监督')
    },
    {
      of: 'at the end, under one that is of no part',
      title: '创新',
      after: `${text}\n（四）创新\n加。`
    }
  ])('$of', ({ title, after }) => {
    const put = putUnder('overview', text, title, '加。')
    expect(put.text).toBe(after)
    expect(put.text.slice(put.from, put.to)).toBe('加。')
  })

  it('joined to the paragraph that stands there, or below the heading alone', () => {
    expect(putUnder('overview', text, '监督保障', '加。', true).text).toBe(`${text}加。`)
    expect(putUnder('overview', '（一）主动公开', '主动公开', '加。', true).text).toBe(
      '（一）主动公开\n加。'
    )
  })

  it.each([
    ['', '加。'],
    ['前。', '前。\n加。'],
    ['前。\n\n', '前。\n加。\n\n'],
    ['{{chart:a}}', '加。\n{{chart:a}}']
  ])('at the end of %j', (before, after) => {
    expect(putAtEnd(before, '加。').text).toBe(after)
  })
})

describe('a heading put in', () => {
  it.each([
    { of: 'into nothing', before: '', title: '依申请公开', after: '（一）依申请公开' },
    {
      of: 'before all others',
      before: '前言。\n（一）依申请公开\n甲。\n（二）监督保障',
      title: '主动公开',
      after: '前言。\n（一）主动公开\n（二）依申请公开\n甲。\n（三）监督保障'
    },
    {
      of: 'behind what belongs to the one before',
      before: '（一）主动公开\n1.公开内容\n甲。\n（二）监督保障\n乙。',
      title: '政府信息管理',
      after: '（一）主动公开\n1.公开内容\n甲。\n（二）政府信息管理\n（三）监督保障\n乙。'
    },
    {
      of: 'in the manner of the others',
      before: '1.主动公开\n甲。\n2.监督保障\n乙。',
      title: '依申请公开',
      after: '1.主动公开\n甲。\n2.依申请公开\n3.监督保障\n乙。'
    },
    {
      of: 'where numbers are in disorder they are left',
      before: '（一）主动公开\n甲。\n（五）监督保障\n乙。',
      title: '依申请公开',
      after: '（一）主动公开\n甲。\n（二）依申请公开\n（五）监督保障\n乙。'
    },
    {
      of: '十 and on',
      before: Array.from('一二三四五六七八九', (n) => `（${n}）事项${n}\n甲。`).join('\n'),
      title: '附注',
      after: `${Array.from('一二三四五六七八九', (n) => `（${n}）事项${n}\n甲。`).join('\n')}\n（十）附注`
    }
  ])('$of', ({ before, title, after }) => {
    const put = withHeading('overview', before, title)
    expect(put.text).toBe(after)
    expect(put.text.slice(put.from, put.to).endsWith(title)).toBe(true)
  })

  it.each([
    ['上年问题改进情况', '（一）上年问题改进情况\n（二）存在的主要问题\n（三）改进措施'],
    ['存在的问题', '（一）存在的问题\n（二）改进措施']
  ])('section 五 has %s first', (title, after) => {
    const before = title.startsWith('上年')
      ? '（一）存在的主要问题\n（二）改进措施'
      : '（一）改进措施'
    expect(withHeading('problems', before, title).text).toBe(after)
  })
})

it('nothing of a text is lost by putting something in, and it is never under another heading', () => {
  const piece = fc.constantFrom(
    '（一）主动公开\n',
    '（二）依申请公开。新收3件。\n',
    '（三）平台建设\n',
    '1.细目\n',
    '甲乙。\n',
    '{{chart:a}}\n',
    '\n',
    '丙'
  )
  const titles = fc.constantFrom(
    '主动公开',
    '依申请公开',
    '政府信息管理',
    '监督保障',
    '细目',
    '其他'
  )
  fc.assert(
    fc.property(fc.array(piece), titles, (pieces, title) => {
      const before = pieces.join('')
      const { text: after, from, to } = putUnder('overview', before, title, '加进来的话。')
      expect(after.slice(from, to)).toBe('加进来的话。')
      const over = headingsOver(after, from).at(-1)?.title ?? ''
      expect([title, partOf('overview', title)]).toContain(
        over === title ? title : partOf('overview', over)
      )
      const rest = after.slice(0, from) + after.slice(to)
      const bare = (words: string) => words.replace(/（.）|\d\.|\s/g, '')
      const without = bare(rest)
      const had = bare(before)
      expect([had.length, had.length + title.length]).toContain(without.length)
    })
  )
})

it('an outline has the parts of its section', () => {
  expect(emptyOutline('overview').split('\n')).toHaveLength(5)
  expect(emptyOutline('problems')).toBe(
    '（一）上年问题改进情况\n（二）存在的主要问题\n（三）改进措施'
  )
  expect([emptyOutline('leadIn'), emptyOutline('other')]).toEqual(['', ''])
})
