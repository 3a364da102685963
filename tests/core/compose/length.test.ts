import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addChart } from '../../../src/core/charts/edit.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { outlineOf, printedLength } from '../../../src/core/compose/length.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { channel, figure, reportOf } from '../platforms/figures.ts'

const posts = figure({ channel: 'site', key: 'posts', year: 2025, value: 1234, qualifier: '余' })
const blank = setCells(reportOf([channel('site', 'website')], [posts]), {
  'requests.received.total': 1056
})
const charted = addChart(blank, { title: '发布信息', type: 'bar', figures: [posts] })
const chart = `{{chart:${charted.charts[0]?.id ?? ''}}}`
const written = (overview: string): Report => ({
  ...charted,
  text: { ...charted.text, overview }
})
const lengthOf = (text: string) => printedLength(written(text), 'overview')

it.each([
  { of: 'no white space', text: '公 开\n　信息', is: 4 },
  { of: 'a quote as its number', text: '收到{{requests.received.total}}件', is: 7 },
  { of: 'a figure as it prints', text: `{{metric:${posts.id}}}条`, is: 6 },
  { of: 'a sum', text: '{{sum:requests.received.total+requests.received.total}}', is: 4 },
  { of: 'a chart not at all', text: `甲。\n${chart}\n乙。`, is: 4 },
  { of: 'characters of two units once', text: '𬭊𬭊', is: 2 },
  { of: 'nothing', text: ' \n', is: 0 }
])('counted is $of', ({ text, is }) => {
  expect(lengthOf(text)).toBe(is)
})

const piece = fc.constantFrom(
  '（一）主动公开\n',
  '( 二 ) 依申请公开\n',
  '（三）平台。访问',
  '{{requests.received.total}}件',
  '{{requests.carriedIn.total}}',
  `{{metric:${posts.id}}}`,
  `\n${chart}\n`,
  chart,
  '{{chart:gone}}\n',
  '{{',
  ' 𬭊 ',
  '\n',
  '。'
)

it('counted is what is printed in headings and paragraphs, white space aside', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const report = written(pieces.join(''))
      const printed = compose(report)
        .flatMap((block) =>
          (block.type === 'heading' || block.type === 'paragraph') && block.from.kind === 'text'
            ? block.text
            : []
        )
        .join('')
      expect(printedLength(report, 'overview')).toBe([...printed.replace(/\s/g, '')].length)
    })
  )
})

it('an outline counts what stands under each heading, smaller headings among it', () => {
  const text = `前言。
（一）主动公开
公开{{requests.received.total}}条。
1.重点领域
甲乙。
（二）依申请公开。新收件。
（三）监督保障`
  expect(
    outlineOf(written(text), 'overview').map(({ heading, length }) => [heading.title, length])
  ).toEqual([
    ['主动公开', 17],
    ['重点领域', 3],
    ['依申请公开', 4],
    ['监督保障', 0]
  ])
})
