import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../../src/core/form/form.ts'
import { requestRows } from '../../../../src/core/form/requests.ts'
import { labelsOf } from '../../../../src/core/intake/source/labels.ts'

const labels = labelsOf(form2021)

/** What a text may be: the row, or `head`, with its table and how it is known. */
const known = (text: string): string[] =>
  labels
    .find(text)
    .map(({ table, text, row, old, match }) =>
      [match, old ? 'old' : row ? 'row' : 'head', table, text].join(' ')
    )

describe('a label of the form', () => {
  it.each(requestRows.map(({ text }) => text))('is known as it is printed: %s', (text) => {
    expect(labels.find(text)).toContainEqual(
      expect.objectContaining({ match: 'exact', row: expect.objectContaining({ text }) })
    )
  })

  it.each([
    ['spaces in it', '规 章', 'exact row disclosure 规章'],
    ['brackets of half a width', '(一)予以公开', 'exact row requests （一）予以公开'],
    ['another number before it', '2、予以公开', 'exact row requests （一）予以公开'],
    ['no number', '予以公开', 'exact row requests （一）予以公开'],
    ['another wording', '同意公开', 'key row requests （一）予以公开'],
    ['the words that matter', '涉及国家秘密的', 'key row requests 1.属于国家秘密'],
    ['a part of it', '本机关不掌握', 'key row requests 1.本机关不掌握相关政府信息'],
    ['one letter mistyped', '行政规泛性文件', 'like row disclosure 行政规范性文件'],
    [
      'a piece of its group before it',
      '不予公开 3.危及“三安全一稳定”',
      'key row requests 3.危及“三安全一稳定”'
    ]
  ])('with %s is known: %s', (_, text, expected) => {
    expect(known(text)).toEqual([expected])
  })

  it('that stands in several places is each of them', () => {
    const tables = (text: string) => new Set(labels.find(text).map(({ table }) => table))
    expect(tables('总计')).toEqual(new Set(['requests', 'remedies']))
    expect(tables('合计')).toEqual(tables('总计'))
    expect(known('其他')).toEqual(['exact row requests 3.其他', 'exact head requests 其他'])
  })

  it.each([
    ['a head', '本年制发件数', 'exact head disclosure 本年制发件数'],
    ['a row of 2019', '政府集中采购', 'exact old disclosure 政府集中采购'],
    ['a head of 2019', '本年新制作数量', 'exact old disclosure 本年新制作数量']
  ])('may be %s: %s', (_, text, expected) => {
    expect(known(text)).toEqual([expected])
  })
})

it.each([
  ['of one letter', '其'],
  ['of numbers', '12'],
  [
    'that is a sentence with the words of a row far inside',
    '本年度共受理行政许可申请一百二十三件均已办结并公示'
  ],
  ['of other words', '政务新媒体'],
  ['longer than any label', '予以公开'.repeat(20)]
])('a text %s is no label', (_, text) => {
  expect(known(text)).toEqual([])
})

it.each([
  ['商业', true],
  ['企业', true],
  ['自然人', true],
  ['商业企业科研机构', true],
  ['规章', false],
  ['政务新媒体', false],
  ['', false],
  ['（）', false]
])('a piece of a head, or heads run together: %s', (text, expected) => {
  expect(labels.isPiece(text)).toBe(expected)
})

it('of very many different words only the exact ones are known', () => {
  const many = labelsOf(form2021)
  for (let i = 0; i < 4000; i++) many.find(`第${i}项`)
  expect(many.find('行政规泛性文件')).toEqual([])
  expect(many.find('行政规范性文件')).toHaveLength(1)
})
