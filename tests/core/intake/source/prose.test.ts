import { describe, expect, it } from 'vitest'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'

/** What was read goes to the section that it stands in, in whatever block it came. */

const text = (line: string): RawBlock => ({ type: 'text', text: line })
const grid = (...rows: readonly (readonly string[])[]): RawBlock => ({
  type: 'grid',
  rows: rows.map((row) => row.map((cell) => ({ text: cell }))),
  spans: 'kept'
})
const patchOf = (overview: readonly RawBlock[], other: readonly RawBlock[] = []) =>
  recognise([
    text('清河县水务局2024年政府信息公开工作年度报告'),
    text('一、总体情况'),
    ...overview,
    text('五、存在的主要问题及改进情况'),
    text('内容不够细。'),
    text('六、其他需要报告的事项'),
    ...other
  ]).patch

describe('a block between two headings that is no table', () => {
  it.each<[string, RawBlock, string]>([
    ['a frame of one cell', grid(['全年发布信息12条。']), '全年发布信息12条。'],
    ['a frame with lines in it', grid(['甲事。\n乙事。']), '甲事。\n乙事。'],
    ['a column of cells', grid(['甲事。'], ['乙事。']), '甲事。\n乙事。'],
    ['a margin beside it', grid(['', '甲事。'], ['', '乙事。']), '甲事。\n乙事。'],
    [
      'paragraphs side by side',
      grid([
        '主动公开',
        '全年发布信息12条，其中解读3条，都在三个工作日内上网，没有一条超过期限，也没有一条被要求更正。'
      ]),
      '主动公开\n全年发布信息12条，其中解读3条，都在三个工作日内上网，没有一条超过期限，也没有一条被要求更正。'
    ]
  ])('%s is its prose', (_name, block, expected) => {
    const patch = patchOf([block])
    expect(patch.text.overview).toBe(expected)
    expect(patch.leftovers).toEqual([])
  })

  it('before the first heading is the lead-in', () => {
    const { patch } = recognise([
      text('清河县水务局2024年政府信息公开工作年度报告'),
      grid(['本报告按年编制。']),
      text('一、总体情况'),
      text('甲事。')
    ])
    expect(patch.text).toMatchObject({ leadIn: '本报告按年编制。', overview: '甲事。' })
  })

  it('and a table of figures is shown as one', () => {
    const patch = patchOf([grid(['渠道', '条数'], ['网站', '12'], ['微信', '7'])])
    expect(patch.text.overview).toBe('')
    expect(patch.leftovers).toMatchObject([{ reason: 'table', section: 'overview' }])
  })
})

describe('the end of the report', () => {
  it.each(['关闭不活跃账号3个。', '打印费由机关承担，没有向申请人收取。', '相关链接已全部更新。'])(
    'is not reached with a sentence: %s',
    (line) => {
      const patch = patchOf([], [text(line), text('其余无。')])
      expect(patch.text.other).toBe(`${line}\n其余无。`)
      expect(patch.leftovers).toEqual([])
    }
  )

  it('is reached with the mark of a draft at its foot', () => {
    const patch = patchOf([], [text('无。'), text('草稿')])
    expect(patch.text.other).toBe('无。')
    expect(patch.leftovers).toMatchObject([{ text: '草稿', reason: 'after' }])
  })

  it('is reached with the foot of the page, in a grid too', () => {
    const patch = patchOf(
      [],
      [text('无。'), grid(['网站首页', '关于我们', '隐私声明']), text('甲乙丙')]
    )
    expect(patch.text.other).toBe('无。')
    expect(patch.leftovers.map(({ reason }) => reason)).toEqual([
      'after',
      'after',
      'after',
      'after'
    ])
  })
})
