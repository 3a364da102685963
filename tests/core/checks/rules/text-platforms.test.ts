import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textPlatformRules } from '../../../../src/core/checks/figures/text-platforms.ts'
import { repaired, repairs } from '../../../../src/core/checks/repair/repair.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { solve } from '../../../../src/core/sums/solve.ts'
import { form2021 } from '../../../../src/core/form/form.ts'
import { figuresOf } from '../../../../src/core/intake/figures/figures.ts'
import { reportFrom } from '../../../../src/core/intake/draft.ts'
import { quoteToken } from '../../../../src/core/prose/quotes.ts'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { addChannel, setFigure } from '../../../../src/core/platforms/edit.ts'
import { figureLinesOf } from '../../../../src/core/platforms/lines.ts'
import { sentencesOf } from '../../../fixtures/sentences.ts'

/** A report of one account, which published 180 posts, with this in section 一. */
function reportOf(overview: string, name = '清川水务'): Report {
  const report = addChannel(newReport('清川县水务局', 2025), 'wechat', name)
  const [channel] = report.channels
  const line = figureLinesOf(report, channel?.id ?? '').find(({ key }) => key === 'posts')
  if (!line) throw new Error('an account has posts')
  const filled = setFigure(report, line, 2025, { value: 180 })
  return { ...filled, text: { ...filled.text, overview } }
}

const found = (report: Report) => validate(report).filter(({ rule }) => rule === 'X-FIGURE')

describe('a platform figure in the text that is another one than the report has', () => {
  it.each<[string, number]>([
    ['微信公众号推送信息190条。', 1],
    ['“清川水务”微信公众号推送信息190条。', 1],
    ['微信公众号推送信息180条。', 0],
    ['微信公众号推送信息170余条。', 0],
    ['微信公众号推送信息190余条。', 1],
    ['“清川文旅”微信公众号推送信息190条。', 0],
    ['各部门微信公众号推送信息190条。', 0],
    ['微信公众号累计推送信息190条。', 0],
    ['2024年微信公众号推送信息190条。', 0],
    ['上半年微信公众号推送信息90条。', 0],
    ['微信公众号推送信息180条。微信公众号推送信息190条。', 0],
    ['政务微博推送信息190条。', 0]
  ])('%s: %i', (text, count) => {
    expect(found(reportOf(text))).toHaveLength(count)
  })

  it('is not told where the report has two accounts that may be meant', () => {
    const two = addChannel(reportOf('微信公众号推送信息190条。'), 'wechat', '清川节水')
    expect(found(two)).toEqual([])
  })

  it('is mended in the text or in the figure, and then is gone', () => {
    const report = reportOf('微信公众号推送信息１９０条。')
    const [finding] = found(report)
    if (!finding) throw new Error('not found')
    const { causes } = solve(form2021, report)
    const plain = reportOf('微信公众号推送信息190条。')
    const [plainly] = found(plain)
    const texts = repairs(report, finding, causes).map((one) => repaired(report, one))
    const quoting = ({ metrics }: Report) =>
      `微信公众号推送信息${quoteToken({ kind: 'figure', id: metrics[0]?.id ?? '' })}条。`
    expect(texts.map(({ text }) => text.overview)).toEqual([quoting(report)])
    expect(texts.flatMap(found)).toEqual([])
    const both = plainly ? repairs(plain, plainly, causes).map((one) => repaired(plain, one)) : []
    expect(both.map(({ text, metrics }) => [text.overview, metrics[0]?.value])).toEqual([
      [quoting(plain), 180],
      ['微信公众号推送信息190条。', 190]
    ])
    expect(both.flatMap(found)).toEqual([])
  })

  it('is never one that was proposed from the same text', () => {
    const sentences = sentencesOf(readFileSync('tests/fixtures/sentences.txt', 'utf8'))
    const drafts = sentences.map(({ text }) => {
      const patch = {
        form: '2021' as const,
        year: 2025,
        cells: {},
        text: { leadIn: '', overview: text, problems: '', other: '' },
        figures: figuresOf(text, 2025),
        notes: {},
        settings: {},
        leftovers: []
      }
      return reportFrom(patch, { name: '年报.txt', year: 2025, findings: [] })
    })
    const { check } = textPlatformRules['X-FIGURE']
    const facts = (report: Report) => ({ report, ...solve(form2021, report), ignored: [] })
    const told = drafts.filter((report) => check?.(facts(report)).length)
    expect(drafts.filter(({ metrics }) => metrics.length > 0).length).toBeGreaterThan(100)
    expect(told.map(({ text }) => text.overview)).toEqual([])
  })
})
