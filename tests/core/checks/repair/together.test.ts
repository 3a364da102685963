import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../src/core/checks/examples/example.ts'
import { repairs, type Repair } from '../../../../src/core/checks/repair/repair.ts'
import { alike, allRepaired, mendings } from '../../../../src/core/checks/repair/together.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { form2021 } from '../../../../src/core/form/form.ts'
import type { FieldId } from '../../../../src/core/form/table.ts'
import { solve } from '../../../../src/core/sums/solve.ts'

/** All findings of a rule, and what is done to them where `choose` says what is done to the first. */
function together(
  example: Omit<Example, 'note'>,
  rule: string,
  choose = (ways: readonly Repair[]) => ways[0]
) {
  const report = exampleReport({ note: '', ...example })
  const { causes } = solve(form2021, report)
  const found = validate(report)
  const first = found.find((one) => one.rule === rule)
  if (!first) throw new Error(`no ${rule}`)
  const list = alike(first, found)
  const mends = mendings(report, list, causes, choose(repairs(report, first, causes)))
  const done = allRepaired(
    report,
    mends.flatMap(({ repair }) => repair ?? [])
  )
  return { list, mends, done, left: validate(done).filter((one) => one.rule === rule) }
}

const blanks = (...fields: FieldId[]) => Object.fromEntries(fields.map((field) => [field, null]))

describe('several findings of one rule', () => {
  it('of one wrong word made many times are mended in every section', () => {
    const text = { overview: '公式公开。'.repeat(7), other: '公式公开信息处理费0元。公式公开。' }
    const { list, done, left } = together({ text }, 'D-TYPO')
    expect([list.length, left]).toEqual([9, []])
    expect(done.text).toMatchObject({
      overview: '公示公开。'.repeat(7),
      other: '公示公开信息处理费0元。公示公开。'
    })
  })

  it('are mended where what is written is longer or shorter than what stood there', () => {
    const text = { other: '信息处理费0元，指指南公开，公式公开。指指南。' }
    const { done, left } = together({ text }, 'D-TYPO')
    expect(left).toEqual([])
    expect(done.text.other).toBe('信息处理费0元，指南公开，公示公开。指南。')
  })

  it('take the words that were chosen where these can be read in two ways', () => {
    const text = { other: '信息处理费0元，及使没有收取也要写明。及使如此。' }
    const { done } = together({ text }, 'D-TYPO', (ways) => ways[1])
    expect(done.text.other).toBe('信息处理费0元，及时没有收取也要写明。及时如此。')
  })

  it('leave alone one of which only a person can say', () => {
    const text = { other: '信息处理费0元，公式公开，及使没有收取也要写明。' }
    const { mends } = together({ text }, 'D-TYPO')
    expect(mends.map(({ repair }) => repair !== undefined)).toEqual([true, false])
  })

  it('of blanks in several tables are filled as the first was chosen to be', () => {
    const cells = blanks(
      'requests.granted.natural',
      'requests.refused.process.research',
      'remedies.review.other'
    )
    const zero = together({ cells }, 'T3-BLANK', (ways) =>
      ways.find(({ kind }) => kind === 'fillZero')
    )
    expect(zero.list).toHaveLength(2)
    expect(zero.mends.map(({ repair }) => repair?.kind)).toEqual(['fillZero', 'fillZero'])
    expect(Object.keys(cells).map((field) => zero.done.cells[field as FieldId])).toEqual([0, 0, 0])
  })

  it('that would change one place twice change it once', () => {
    const text = { other: '公式公开信息处理费0元。' }
    const report = exampleReport({ note: '', text })
    const [finding] = validate(report)
    if (!finding) throw new Error('no finding')
    const [way] = repairs(report, finding, [])
    const twice = mendings(report, [finding, finding], [], way)
    expect(twice.map(({ repair }) => repair !== undefined)).toEqual([true, false])
  })
})
