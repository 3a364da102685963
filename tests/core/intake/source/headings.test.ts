import { describe, expect, it } from 'vitest'
import { headingsOf, sectionOf } from '../../../../src/core/intake/source/headings.ts'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'

describe('a line', () => {
  it.each([
    ['一、总体情况', 'overview'],
    ['一、 基本情况', 'overview'],
    ['总体情况', 'overview'],
    ['第二部分 主动公开政府信息情况', 'disclosure'],
    ['（二）主动公开政府信息情况', 'disclosure'],
    ['2. 主动公开政府信息情况', 'disclosure'],
    ['## **三、收到和处理政府信息公开申请情况**', 'requests'],
    ['三、依申请公开政府信息情况', 'requests'],
    ['四、政府信息公开行政复议、行政诉讼情况', 'remedies'],
    ['五、存在的主要问题及改进情况', 'problems'],
    ['五、工作中的问题和打算', 'problems'],
    ['六、其他需要报告的事项', 'other'],
    ['七、需要报告的其他事项', 'other']
  ])('is a heading: %s', (line, section) => {
    expect(sectionOf(line)).toBe(section)
  })

  it.each([
    ['一、全年主动公开政府信息120条。', 'a sentence'],
    ['主动公开政府信息', 'the words alone, without a number'],
    ['一、组织领导', 'a heading of its own'],
    ['一', 'a number alone'],
    [
      '二、主动公开政府信息情况以及其他各项需要在年度报告中一并说明的工作情况和全部数据来源',
      'too long'
    ]
  ])('is none: %s (%s)', (line) => {
    expect(sectionOf(line)).toBeUndefined()
  })
})

const six = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项'
]
const prose = (line: string): string[] => [line, '本年各项工作平稳。']
const text = (line: string): RawBlock => ({ type: 'text', text: line })
/** The section and the block of each heading, and where the report ends. */
const found = (lines: readonly string[]) => {
  const { headings, end } = headingsOf(lines.map(text))
  return { at: headings.map(({ section, block }) => `${section} ${block}`), end }
}

describe('the headings of a report', () => {
  it('are those of its sections, in order', () => {
    expect(found(six.flatMap(prose))).toEqual({
      at: ['overview 0', 'disclosure 2', 'requests 4', 'remedies 6', 'problems 8', 'other 10'],
      end: 12
    })
  })

  it('are not those of its list of contents', () => {
    expect(found([...six, ...six.flatMap(prose)]).at[0]).toBe('overview 6')
  })

  it('are numbered in one way: others below them are of the prose', () => {
    const lines = [
      '一、总体情况',
      '（一）主动公开政府信息情况',
      '平稳。',
      ...six.slice(1).flatMap(prose)
    ]
    expect(found(lines).at).toContain('disclosure 3')
    expect(found(lines).at).not.toContain('disclosure 1')
  })

  it('have the number of the form where one section has two', () => {
    const lines = [...prose('五、总体情况'), ...six.flatMap(prose)]
    expect(found(lines).at[0]).toBe('overview 2')
  })

  it.each([
    ['no text', []],
    ['prose alone', ['平稳。', '没有问题。']]
  ])('are none in %s', (_, lines) => {
    expect(found(lines)).toEqual({ at: [], end: lines.length })
  })
})

describe('the report ends', () => {
  it('where its sections begin again', () => {
    expect(found([...six.flatMap(prose), ...six.flatMap(prose)])).toMatchObject({ end: 12 })
  })

  it('where the title of another one stands', () => {
    const other = '清川市水利局2023年政府信息公开工作年度报告'
    expect(found([...six.flatMap(prose), other, '甲。'])).toMatchObject({ end: 12 })
  })
})
