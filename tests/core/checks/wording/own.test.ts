import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import { repaired, repairs } from '../../../../src/core/checks/repair/repair.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import type { OwnWord } from '../../../../src/core/findings/own-words.ts'

const wrong = (word: string, right: string): OwnWord => ({ kind: 'wrong', word, right })
const person = (word: string, right: string): OwnWord => ({ kind: 'person', word, right })

/** What the list finds in a sentence. */
const found = (other: string, own: readonly OwnWord[]) =>
  validate(exampleReport({ note: '', text: { other } }), { own }).filter(
    ({ rule }) => rule === 'D-OWN'
  )

describe('a wrong word of the office’s own list', () => {
  const own = [wrong('管委会', '开发区管委会'), wrong('档案管理处', '档案馆')]

  it('is found wherever it stands, with its right word', () => {
    expect(found('管委会和档案管理处收取信息处理费0元。', own).map(({ params }) => params)).toEqual(
      [
        { problem: 'word', found: '管委会', meant: '开发区管委会' },
        { problem: 'word', found: '档案管理处', meant: '档案馆' }
      ]
    )
  })

  it('is not found within its right word', () => {
    expect(found('开发区管委会收取信息处理费0元。', own)).toEqual([])
  })

  it('is wrong in quotation marks, too', () => {
    expect(found('“档案管理处”公众号未收信息处理费。', own)[0]?.params).toMatchObject({
      meant: '档案馆'
    })
  })

  it('in the title of a document is a guess', () => {
    expect(found('见《档案管理处收费办法》。', own)[0]?.params).toMatchObject({ perhaps: '档案馆' })
  })

  it('takes nothing from what another list said before', () => {
    const sentence = '档案管理处收取信息处理费0元。'
    expect(found(sentence, own)).toHaveLength(1)
    expect(found(sentence, [])).toEqual([])
    expect(found(sentence, [wrong('收取', '收到')])).toHaveLength(1)
  })
})

describe('a name of the office’s own list', () => {
  const own = [
    person('王某某', '局长'),
    person('李某', '常务副县长'),
    person('张某某', '党组书记、主任'),
    person('赵某', '副局长'),
    person('赵某', '党组成员'),
    person('赵某甲', '副局长')
  ]

  it.each([
    ['副局长王某某主持会议。', '副局长王某某'],
    ['会议由王某某副局长主持。', '王某某副局长'],
    ['党组成员、副局长王某某同志出席。', '副局长王某某'],
    ['县长李某带队调研。', '县长李某'],
    ['副主任张某某任组长。', '副主任张某某'],
    ['局长赵某负责公开工作。', '局长赵某']
  ])('with another title is found: %s', (sentence, words) => {
    const [finding] = found(sentence, own)
    expect(finding).toMatchObject({ severity: 'warning', params: { found: words } })
  })

  it.each([
    '局长王某某主持会议。',
    '会议由王某某局长主持。',
    '党组书记、局长王某某出席。',
    '局长、党组书记王某某出席。',
    '副县长李某带队调研。',
    '主任张某某任组长。',
    '副局长赵某负责公开工作。',
    '组长王某某召集会议3次。',
    '原副局长王某某移交档案。',
    '王某某参加培训。',
    '副局长李某二参加培训。',
    '副局长赵某甲参加培训。',
    '副局长孙某某参加培训。',
    '王某某主任医师出诊。'
  ])('with its title, with none, or that may be another’s is not: %s', (sentence) => {
    expect(found(sentence, own)).toEqual([])
  })

  it('is offered with each of its titles', () => {
    const report = exampleReport({ note: '', text: { other: '局长赵某，收取信息处理费0元。' } })
    const [finding] = validate(report, { own }).filter(({ rule }) => rule === 'D-OWN')
    const mended = finding
      ? repairs(report, finding, []).map((repair) => repaired(report, repair).text.other)
      : []
    expect(mended).toEqual(['副局长赵某，收取信息处理费0元。', '党组成员赵某，收取信息处理费0元。'])
  })
})

it('a long list over a long text costs no more than their lengths', () => {
  const own = Array.from({ length: 2000 }, (_, i) =>
    i % 2 ? person(`人${i}`, '局长') : wrong(`词${i}`, `字${i}`)
  )
  for (const unit of ['局长、', '词', '王某某', '副']) {
    expect(found(unit.repeat(20_000), own)).toEqual([])
  }
})
