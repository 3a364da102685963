import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../src/core/prose/sentences.ts'

const text = `（一）主动公开
全年发布信息312条。其中文件3件！“都在网上吗？”都在。
（二）依申请公开。新收14件，都在期限内答复`

describe('sentences', () => {
  it('are told apart, headings marked', () => {
    expect(sentencesOf(text).map(({ text, heading }) => [text, heading])).toEqual([
      ['（一）主动公开', true],
      ['全年发布信息312条。', false],
      ['其中文件3件！', false],
      ['“都在网上吗？”', false],
      ['都在。', false],
      ['（二）依申请公开。', true],
      ['新收14件，都在期限内答复', false]
    ])
  })

  it('stand where they say, and lose nothing but white space', () => {
    const piece = fc.constantFrom(
      '（一）',
      '1.',
      '公开',
      '。',
      '！',
      '”',
      '\n',
      ' ',
      '（二）平台。',
      '3'
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const whole = pieces.join('')
        const found = sentencesOf(whole)
        for (const { text, from, to } of found) expect(whole.slice(from, to)).toBe(text)
        expect(
          found
            .map((s) => s.text)
            .join('')
            .replace(/\s/g, '')
        ).toBe(whole.replace(/\s/g, ''))
      })
    )
  })
})
