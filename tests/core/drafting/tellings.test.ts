import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/core/checks/validate.ts'
import { quoted, unprinted } from '../../../src/core/compose/quote.ts'
import { tellings, withTelling, type TellingId } from '../../../src/core/drafting/tellings.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { claims } from '../../../src/core/prose/claims/claims.ts'
import { headingsOver } from '../../../src/core/prose/headings/headings.ts'
import { quotesIn } from '../../../src/core/prose/quotes.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { channel, figure, livedHistory } from '../platforms/figures.ts'
import { random, sizes, validReport } from '../report/reports.ts'

type Patch = Partial<Record<FieldId, number | null>>

/** A report with 0 in every cell, but for these. */
const withCells = (patch: Patch, year = 2025): Report => {
  const report = newReport('清川市水利局', year)
  const zeros = Object.fromEntries(Object.keys(report.cells).map((field) => [field, 0]))
  return setCells(setCells(report, zeros), patch)
}
const told = (report: Report, id: TellingId) =>
  quoted(report, tellings(report).find((one) => one.id === id)?.text ?? '')

describe('what the tables say', () => {
  it.each([
    {
      of: 'no requests',
      id: 'requests',
      cells: {},
      says: '2025年没有收到政府信息公开申请，也没有上年结转的申请。'
    },
    {
      of: 'requests with all that became of them',
      id: 'requests',
      cells: {
        'requests.received.natural': 12,
        'requests.received.commercial': 2,
        'requests.received.legal': 1,
        'requests.carriedIn.natural': 3,
        'requests.granted.natural': 9,
        'requests.refused.process.natural': 2,
        'requests.refused.caseFile.natural': 1,
        'requests.unavailable.notHeld.commercial': 2,
        'requests.other.other.legal': 1,
        'requests.carriedOut.natural': 3
      },
      says:
        '2025年新收政府信息公开申请15件（自然人12件、法人或其他组织3件），上年结转3件。' +
        '办结政府信息公开申请15件，其中予以公开9件、' +
        '不予公开3件（属于四类过程性信息2件、属于行政执法案卷1件）、' +
        '无法提供2件（本机关不掌握相关政府信息2件）、其他处理1件（其他情形1件）。' +
        '结转下年度继续办理3件。'
    },
    {
      of: 'requests of the year before alone',
      id: 'requests',
      cells: { 'requests.carriedIn.natural': 2, 'requests.carriedOut.natural': 2 },
      says: '2025年没有新收政府信息公开申请，上年结转2件。结转下年度继续办理2件。'
    },
    {
      of: 'nothing where requests are not filled in',
      id: 'requests',
      cells: { 'requests.received.total': null, 'requests.received.natural': null },
      says: ''
    },
    {
      of: 'no cases',
      id: 'remedies',
      cells: {},
      says: '2025年没有发生因政府信息公开引起的行政复议和行政诉讼。'
    },
    {
      of: 'cases with their outcomes',
      id: 'remedies',
      cells: {
        'remedies.review.upheld': 2,
        'remedies.review.pending': 1,
        'remedies.direct.upheld': 1,
        'remedies.afterReview.corrected': 1
      },
      says:
        '因政府信息公开引起的行政复议3件，其中结果维持2件、尚未审结1件。' +
        '因政府信息公开引起的行政诉讼2件（未经复议直接起诉1件、复议后起诉1件），其中结果维持1件、结果纠正1件。'
    },
    {
      of: 'documents, decisions and fees',
      id: 'disclosure',
      cells: {
        'disclosure.normative.issued': 3,
        'disclosure.normative.inForce': 20,
        'disclosure.licensing.decisions': 41,
        'disclosure.penalty.decisions': 7,
        'disclosure.fees.amount': 5_070_000
      },
      says:
        '2025年制发行政规范性文件3件，现行有效行政规范性文件20件；' +
        '作出行政许可决定41件、行政处罚决定7件；行政事业性收费5.07万元。'
    },
    { of: 'nothing where there are neither', id: 'disclosure', cells: {}, says: '' }
  ] satisfies { of: string; id: TellingId; cells: Patch; says: string }[])(
    '$of',
    ({ id, cells, says }) => {
      expect(told(withCells(cells), id)).toBe(says)
    }
  )

  it.each([
    { last: 49, now: 56, says: '新收政府信息公开申请56件（上年49件），同比增长14.3%' },
    { last: 10, now: 5, says: '新收政府信息公开申请5件（上年10件），同比下降50%' },
    { last: 5, now: 5, says: '新收政府信息公开申请5件（上年5件），同比持平' },
    { last: 0, now: 5, says: '新收政府信息公开申请5件（上年0件）' }
  ])('of $now against $last', ({ last, now, says }) => {
    const cells = (count: number) => withCells({ 'requests.received.natural': count }).cells
    const text = { leadIn: '', overview: '', problems: '', other: '' }
    const report: Report = {
      ...withCells({}),
      cells: cells(now),
      previous: { year: 2024, cells: cells(last), text, metrics: [] }
    }
    expect(told(report, 'changes')).toBe(`与2024年相比，${says}。`)
  })
})

describe('what platforms say', () => {
  const wechat = channel('wx', 'wechat', '清川水利')
  const figures = (year: number, posts: number) => [
    figure({ channel: 'wx', key: 'posts', name: '推送信息', year, value: posts, qualifier: '余' }),
    figure({
      channel: 'wx',
      key: 'followersEnd',
      name: '关注用户',
      year,
      value: 341,
      period: 'end',
      unit: '个'
    })
  ]

  it('is every figure of the year, by its platform', () => {
    const report = { ...withCells({}), channels: [wechat], metrics: figures(2025, 190) }
    expect(told(report, 'figures')).toBe('“清川水利”微信公众号推送信息190余条，年末关注用户341个。')
  })

  it('says what changed most', () => {
    const metrics = [...figures(2024, 90), ...figures(2025, 190)]
    const report = { ...withCells({}), channels: [wechat], metrics }
    expect(told(report, 'changedFigures')).toContain('推送信息由90余条增至190余条')
  })
})

const offices = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  size: fc.constantFrom(...Object.values(sizes))
})
const officeOf = ({ seed, size }: { seed: number; size: number }): Report => {
  const report = validReport(seed, size)
  const history = livedHistory(random(seed), 2, 3)
  const last = validReport(seed + 1, size)
  return {
    ...report,
    channels: history.channels,
    metrics: history.metrics.filter(({ year }) => year === history.year),
    year: history.year,
    previous: { year: history.year - 1, cells: last.cells, text: last.text, metrics: [] }
  }
}

describe('whatever an office did', () => {
  it('every quote prints, and none is of 0', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const report = officeOf(office)
        for (const { text } of tellings(report)) {
          for (const { quote } of quotesIn(text)) expect(unprinted(report, quote)).toBeUndefined()
        }
        for (const id of ['disclosure', 'requests', 'remedies'] as const) {
          expect(told(report, id)).not.toMatch(/(?<![\d.])0[件万]/)
        }
      })
    )
  })

  it('nothing is said against the sentences, as quotes or written out', () => {
    fc.assert(
      fc.property(offices, fc.boolean(), (office, asQuotes) => {
        const report = officeOf(office)
        const overview = tellings(report).reduce((text, telling) => {
          const words = asQuotes ? telling.text : quoted(report, telling.text)
          return withTelling(text, { under: telling.under, text: words }).text
        }, '（一）主动公开\n（二）依申请公开\n（三）政府信息公开平台建设')
        const said = (text: string) =>
          validate({ ...report, text: { ...report.text, overview: text } })
            .filter(
              ({ at, rule }) => at.kind === 'text' && at.section === 'overview' && rule !== 'D-FIVE'
            )
            .map(({ rule, params }) => ({ rule, params }))
        expect(said(overview)).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it('its requests are read back as the tables have them', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const report = officeOf(office)
        const read = claims(told(report, 'requests'), report.year)
        for (const [subject, field] of [
          ['received', 'requests.received.total'],
          ['handled', 'requests.handled.total'],
          ['granted', 'requests.granted.total'],
          ['carriedOut', 'requests.carriedOut.total']
        ] as const) {
          const value = report.cells[field]
          if (value) expect(read.find((one) => one.subject === subject)?.value).toBe(value)
        }
      })
    )
  })
})

it.each([
  {
    of: 'under its heading',
    before: '（一）主动公开\n甲。\n（二）监督保障\n乙。',
    over: '主动公开'
  },
  { of: 'under a heading that is made', before: '（一）监督保障\n乙。', over: '主动公开' },
  { of: 'under a heading that is made first', before: '', over: '主动公开' },
  { of: 'at the end of a text without headings', before: '甲。', over: undefined }
])('a telling stands $of', ({ before, over }) => {
  const { text, from, to } = withTelling(before, { under: '主动公开', text: '加。' })
  expect(text.slice(from, to)).toBe('加。')
  expect(headingsOver(text, from).at(-1)?.title).toBe(over)
})
