import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedText } from '../../../src/core/prose/pasted-text.ts'

describe('text from another program', () => {
  it.each([
    ['（一）\t主动公开\r\n　　公开信息9条。\r\n', '（一）主动公开\n公开信息9条。'],
    ['1.\t网站\v2.\t公众号', '1.网站\n2.公众号'],
    ['一、\t总体情况', '一、总体情况'],
    ['第一章\t总则', '第一章总则'],
    ['公开\u00a0信息\u200b9\u00ad条\ufeff', '公开 信息9条'],
    ['甲\n\n\n乙', '甲\n乙'],
    ['2025 年', '2025 年'],
    ['收到{{requests.received.total}}件', '收到{{requests.received.total}}件'],
    ['甲\0乙\u0007丙', '甲乙丙'],
    ['👨‍👩‍👧', '👨‍👩‍👧']
  ])('%j is written on as %j', (copied, text) => {
    expect(pastedText(copied)).toBe(text)
  })

  it('is the same when it is pasted again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = pastedText(text)
        expect(pastedText(once)).toBe(once)
      })
    )
  })

  it('keeps every character that is seen', () => {
    const seen = fc.string({ unit: fc.constantFrom('公', '开', '9', '，', '（', '）', '—', '%') })
    fc.assert(
      fc.property(fc.array(seen), (lines) => {
        const text = pastedText(lines.join('\r\n'))
        expect(text.replace(/\n/g, '')).toBe(lines.join(''))
      })
    )
  })
})
