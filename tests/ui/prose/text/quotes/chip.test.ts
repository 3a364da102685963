import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../../src/core/checks/examples/example.ts'
import { quoteOf } from '../../../../../src/core/prose/quotes.ts'
import { chipOf, chipShown } from '../../../../../src/ui/prose/text/quotes/chip.ts'

const shown = (name: string, example: Omit<Example, 'note'> = {}) => {
  const token = `{{${name}}}`
  const quote = quoteOf(token)
  if (!quote) throw new Error(name)
  return chipShown(exampleReport({ note: '', ...example }), quote, token)
}

describe('a chip', () => {
  it.each<[string, Omit<Example, 'note'>, string, string, boolean]>([
    ['requests.received.total', {}, '14', '表三 · 本年新收 · 总计', false],
    ['sum:requests.unavailable.total', {}, '5', '表三 · 无法提供 · 总计', false],
    [
      'growth:requests.received.total',
      { last: {} },
      '增长16.7%',
      '比上年 · 表三 · 本年新收 · 总计',
      false
    ],
    [
      'requests.received.total',
      { cells: { 'requests.received.total': null } },
      '未填',
      '表三 · 本年新收 · 总计：未填',
      true
    ],
    ['metric:gone', {}, '已删除或未填', '已删除的平台数据：已删除或未填', true],
    [
      'last:requests.received.total',
      {},
      '没有上年数',
      '上年 · 表三 · 本年新收 · 总计：没有上年数',
      true
    ],
    ['median:x', {}, '{{median:x}}', '当前版本没有的引用：无法识别的引用', true]
  ])('{{%s}} with %j shows %s', (name, example, text, source, faulty) => {
    expect(shown(name, example)).toMatchObject({ text, source, faulty })
  })

  it('says its number and its source to those who hear it, and has its token', () => {
    const chip = chipOf(shown('requests.received.total'))
    expect(chip.getAttribute('aria-label')).toBe('14（表三 · 本年新收 · 总计）')
    expect(chip.dataset['quote']).toBe('{{requests.received.total}}')
    expect(chip.matches('.unknown')).toBe(false)
  })
})
