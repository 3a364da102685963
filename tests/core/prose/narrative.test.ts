import { describe, expect, it } from 'vitest'
import { lengthOf, passages, unnumbered } from '../../../src/core/prose/narrative.ts'

describe('passages', () => {
  it.each([
    ['（一）主动公开', 2, '（一）主动公开'],
    ['(二) 依申请公开情况', 2, '（二）依申请公开情况'],
    ['1.平台内容', 3, '1.平台内容'],
    ['　　（三）平台建设　', 2, '（三）平台建设'],
    ['（四）全年共发布信息289条。', 0, '（四）全年共发布信息289条。'],
    ['1.5万人次访问', 0, '1.5万人次访问'],
    ['全年发布信息289条', 0, '全年发布信息289条'],
    ['', undefined, undefined]
  ] as const)('%s', (line, level, text) => {
    expect(passages(line)[0]?.level).toBe(level)
    expect(passages(line)[0]?.text).toBe(text)
  })

  it('says where each line stands', () => {
    const source = '（一）主动公开\r\n\r\n  全年发布信息。 \n（二）管理'
    expect(passages(source).map(({ from, to }) => source.slice(from, to))).toEqual([
      '（一）主动公开',
      '全年发布信息。',
      '（二）管理'
    ])
  })

  it('takes the number off a heading', () => {
    expect(['（一）主动公开', '(十二) 管理', '1.内容'].map(unnumbered)).toEqual([
      '主动公开',
      '管理',
      '内容'
    ])
  })

  it('counts characters, not code units or spaces', () => {
    expect(lengthOf('公 开\n𬭊')).toBe(3)
  })
})
