import { describe, expect, it } from 'vitest'
import { progressIn, problemsOf, progresses, withAnswer } from '../../../src/core/years/problems.ts'

const names = (text: string): string[] => problemsOf(text).map(({ name }) => name)

describe('the problems that section 五 names', () => {
  it.each([
    [
      '存在的主要问题：一是政策解读形式单一，以文字为主；二是专栏检索不够方便。上年提出的问题已经整改。改进情况：一是增加图解；二是改进检索。',
      ['政策解读形式单一', '专栏检索不够方便']
    ],
    [
      '（一）上年问题改进情况\n针对2024年报告提出的解读单一问题，制作图解12幅。\n（二）存在的主要问题\n一是答复的说理还不够充分。个别答复只引条款。二是主动公开与群众需求还有距离。三是信息员更换较多，把握不准。\n（三）改进措施\n一是制定文书范本。',
      ['答复的说理还不够充分', '主动公开与群众需求还有距离', '信息员更换较多']
    ],
    ['栏目更新不够及时，下一年按周检查。', ['栏目更新不够及时']],
    ['存在的问题及改进情况：1、解读不多。', ['解读不多']],
    [
      '一、存在问题\n第一，公开时效性不强，有拖延。第二，人员力量不足。\n二、下一步\n加强培训。',
      ['公开时效性不强', '人员力量不足']
    ],
    ['存在的问题：一是人手不足；二是解读形式单一。', ['人手不足', '解读形式单一']],
    ['', []],
    ['无', []]
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

describe('改进了吗', () => {
  const [first, second] = problemsOf('存在的问题：一是解读形式单一；二是检索不便。')
  if (!first || !second) throw new Error('two problems')

  it.each(progresses)('%s is written into the text, and known again', (progress) => {
    for (const text of [
      '',
      '（一）存在的问题\n一是人手不足。',
      '（一）上年问题整改情况\n（二）存在的问题\n新的。'
    ]) {
      const next = withAnswer(text, first, progress)
      expect(progressIn(next, first)).toBe(progress)
      expect(progressIn(next, second)).toBeUndefined()
      expect(withAnswer(next, first, undefined).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  })

  it('keeps the answers together, and replaces one by another', () => {
    const both = withAnswer(withAnswer('今年的问题。', first, 'done'), second, 'not')
    expect(both.indexOf('解读形式单一')).toBeLessThan(both.indexOf('检索不便'))
    expect(both.split('\n')).toHaveLength(2)
    const changed = withAnswer(both, first, 'partly')
    expect(progressIn(changed, first)).toBe('partly')
    expect(changed).not.toContain('已经改进')
  })

  it('leaves words of one’s own alone', () => {
    const own = '解读形式单一的问题，已请设计人员做图解。'
    expect(progressIn(own, first)).toBe('own')
    expect(withAnswer(own, first, 'done')).toContain(own)
  })
})
