import fc from 'fast-check'
import { channelKinds, type ChannelKind } from '../../../src/core/report/channel-kinds.ts'
import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../src/core/platforms/change.ts'
import { shortNumber } from '../../../src/core/numbers/short-number.ts'
import {
  addChannel,
  addFigure,
  moveChannel,
  setFigure,
  setFigureLine,
  setQualifier
} from '../../../src/core/platforms/edit.ts'
import { enterFigure, enterMonth } from '../../../src/core/platforms/entering.ts'
import { figureText, monthsTotal } from '../../../src/core/platforms/figure.ts'
import { metricKindOf, kindsFor } from '../../../src/core/platforms/kinds.ts'
import { figureAt, figureLinesOf, type FigureLine } from '../../../src/core/platforms/lines.ts'
import { returnFigure } from '../../../src/core/platforms/returns/return-figures.ts'
import { removeChannel, removeFigure, removeLine } from '../../../src/core/platforms/remove.ts'
import { figureRepaired } from '../../../src/core/checks/repair/figure-repair.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { draftOfNextYear, takeOver } from '../../../src/core/years/previous.ts'
import type { Metric, Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { repaired, repairs } from '../../../src/core/checks/repair/repair.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { channel, figure, reportOf } from './figures.ts'

const line: FigureLine = { channel: 'w', key: 'posts', name: '推送', period: 'year', again: 0 }
const account = channel('w', 'wechat', '清川档案')
const base = reportOf(
  [account],
  [figure({ channel: 'w', key: 'posts', name: '推送', year: 2025, value: 190 })]
)
const valueAt = (report: Report, year = 2025) => figureAt(report, line, year)?.value

describe('figures', () => {
  it.each([1900, 202, 2004, 2026, 2024.5, NaN])('are not made in the year %d', (year) => {
    expect(setFigure(base, line, year, { value: 1 })).toBe(base)
  })

  it('are made in the years that a report keeps, and it opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (year) => {
        const next = setFigure(base, line, year, { value: 7 })
        expect(valueAt(next, year)).toBe(year >= 2005 && year <= 2025 ? 7 : undefined)
        expect(openReport(next).ok).toBe(true)
      })
    )
  })

  it('typed keep the qualifier chosen beside them, and what is no number changes nothing', () => {
    const chosen = setQualifier(base, line, 2025, '余')
    const typed = enterFigure(chosen, line, 2025, '200')
    const metric = typed.ok && figureAt(typed.report, line, 2025)
    expect(metric && figureText(metric)).toBe('200余')
    expect(enterFigure(base, line, 2025, '很多')).toEqual({ ok: false, problem: 'words' })
    expect(enterFigure(base, line, 2025, '—')).toEqual({ ok: false, problem: 'stroke' })
  })

  it('of last year’s report are kept here once they are corrected here', () => {
    const { cells, text } = base
    const last = figure({
      channel: 'w',
      key: 'posts',
      name: '推送',
      year: 2024,
      value: 150,
      note: '口径'
    })
    const report: Report = { ...base, previous: { year: 2024, cells, text, metrics: [last] } }
    const next = setFigure(report, line, 2024, { value: 151 })
    expect(next.metrics.at(-1)).toMatchObject({ value: 151, note: '口径' })
    expect(next.previous?.metrics).toEqual([last])
    expect(valueAt(next, 2024)).toBe(151)
  })

  it('go with their line and with their platform, and from the charts', () => {
    const id = base.metrics[0]?.id ?? ''
    const charted: Report = {
      ...base,
      text: { ...base.text, overview: `推送{{metric:${id}}}条。` },
      charts: [
        {
          id: 'c',
          title: '',
          type: 'bar',
          metrics: [id],
          scale: 'linear',
          alt: '',
          names: { [id]: '推送' }
        }
      ]
    }
    for (const next of [removeLine(charted, line), removeChannel(charted, 'w')]) {
      expect([next.metrics, next.charts[0]?.metrics]).toEqual([[], []])
      // What quotes them in the prose is not touched, and is found.
      expect(next.text).toEqual(charted.text)
      expect(validate(next).map(({ rule }) => rule)).toContain('P-QUOTE')
    }
    const repair = { kind: 'dropFigure', id } as const
    for (const next of [removeFigure(charted, id), figureRepaired(charted, repair)]) {
      expect(next.metrics.map((metric) => metric.id)).not.toContain(id)
      expect(next.charts[0]).toMatchObject({ metrics: [], names: {} })
    }
    const renamed = setFigureLine(charted, line, { name: '发布' })
    expect(renamed.metrics[0]).toMatchObject({ name: '发布', value: 190 })
  })

  it('of one name twice get names of their own', () => {
    const kind = metricKindOf('posts')
    if (!kind) throw new Error('no kind')
    const twice = addFigure(addFigure(base, 'w', kind), 'w', kind)
    expect(new Set(figureLinesOf(twice, 'w').map(({ name }) => name)).size).toBe(3)
    expect(validate(twice).filter(({ rule }) => rule === 'P-TWICE')).toEqual([])
  })

  it('come with a new platform; platforms change places', () => {
    const two = addChannel(base, 'website', '清川网')
    expect(figureLinesOf(two, two.channels[1]?.id ?? '').length).toBeGreaterThan(0)
    expect(moveChannel(two, 'w', 1).channels.map(({ name }) => name)).toEqual([
      '清川网',
      '清川档案'
    ])
    expect(moveChannel(two, 'w', -1)).toBe(two)
  })
})

describe('kinds of figures', () => {
  it.each(channelKinds.map(({ id }) => id))(
    'of %s have names, units and definitions, no two alike',
    (kind) => {
      const all = kindsFor(kind).filter(({ key }) => key !== 'own')
      expect(all.every(({ name, unit, definition }) => name && unit && definition)).toBe(true)
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    }
  )

  it('of an office go with its web site', () => {
    const has = (kind: ChannelKind) => kindsFor(kind).some(({ key }) => key === 'gazettes')
    expect([has('website'), has('other'), has('wechat')]).toEqual([true, true, false])
  })

  it('that are averages are not added up; a sum of about figures is about', () => {
    const site = channel('s', 'website')
    const of = (key: string, more: Partial<Metric>) =>
      ['甲', '乙'].map((name) => figure({ channel: 's', key, name, year: 2025, value: 3, ...more }))
    const sum = (key: string, more: Partial<Metric> = {}) =>
      returnFigure(reportOf([site], of(key, more)), site, key)
    expect(sum('posts')).toEqual({ sum: 6 })
    expect(sum('posts', { qualifier: '余' })).toEqual({ sum: 6, about: true })
    expect(sum('msgsDays')).toBeUndefined()
  })
})

describe('months', () => {
  it.each([
    ['12', { ok: true }],
    ['约12', { ok: false, problem: 'words' }],
    ['无', { ok: false, problem: 'stroke' }]
  ])('take %s: %j', (typed, expected) => {
    const entered = enterMonth(base, line, 2025, 2, typed)
    expect(entered).toMatchObject(expected)
    if (entered.ok) expect(figureAt(entered.report, line, 2025)?.months?.[2]).toBe(12)
  })

  it.each([
    [[1, 2, null], 'year', 3],
    [[], 'year', undefined],
    [[1, 2], 'end', undefined],
    [[...Array.from({ length: 11 }, () => null), 9], 'end', 9]
  ] as const)('%j of a %s come to %s', (months, period, expected) => {
    expect(monthsTotal([...months], period)).toBe(expected)
  })

  it('so far are not offered as the year', () => {
    const of = (months: (number | null)[]) => {
      const report = reportOf(
        [account],
        [figure({ channel: 'w', key: 'posts', name: '推送', year: 2025, value: 60, months })]
      )
      const finding = validate(report).find(({ rule }) => rule === 'P-MONTHS')
      return finding && repairs(report, finding, []).map((way) => way.kind === 'figure' && way.to)
    }
    expect(of([30, 40, ...Array.from({ length: 10 }, () => null)])).toEqual([])
    expect(of(Array.from({ length: 12 }, () => 10))).toEqual([120])
  })
})

describe('repairs', () => {
  it.each<[string, Partial<Report>, string, string[]]>([
    [
      'a negative number',
      { metrics: [figure({ channel: 'w', key: 'posts', year: 2025, value: -5 })] },
      'P-NEGATIVE',
      ['figure']
    ],
    [
      'a closed account with posts',
      { channels: [{ ...account, status: 'closed', closedOn: '2024-05-01' }] },
      'P-CLOSED',
      ['reopen']
    ],
    [
      'a closed account without a day',
      { channels: [{ ...account, status: 'closed' }] },
      'P-CLOSEDATE',
      ['reopen']
    ],
    [
      'an account listed twice, empty',
      { channels: [account, { ...account, id: 'w2' }] },
      'P-ACCOUNT',
      ['dropChannel']
    ],
    [
      'more originals than posts',
      {
        metrics: [
          figure({ channel: 'w', key: 'posts', year: 2025, value: 5 }),
          figure({ channel: 'w', key: 'originals', year: 2025, value: 6 })
        ]
      },
      'P-PARTS',
      ['figure', 'figure']
    ],
    [
      'a total that fell',
      {
        metrics: [
          figure({ channel: 'w', key: 'posts', period: 'total', year: 2024, value: 100 }),
          figure({ channel: 'w', key: 'posts', period: 'total', year: 2025, value: 90 }),
          figure({ channel: 'w', key: 'posts', year: 2025, value: 30 })
        ]
      },
      'P-FALL',
      ['figure']
    ]
  ])('of %s settle it', (_, change, rule, kinds) => {
    const report = { ...base, ...change }
    const finding = validate(report).find((one) => one.rule === rule)
    if (!finding) throw new Error('nothing found')
    const ways = repairs(report, finding, [])
    expect(ways.map(({ kind }) => kind)).toEqual(kinds)
    for (const way of ways) {
      expect(validate(repaired(report, way)).map((one) => one.rule)).not.toContain(rule)
    }
  })

  it('leave an account listed twice that has figures to a person', () => {
    const second = { ...account, id: 'w2' }
    const metrics = [...base.metrics, figure({ channel: 'w2', key: 'posts', year: 2025, value: 3 })]
    const report = { ...base, channels: [account, second], metrics }
    const finding = validate(report).find(({ rule }) => rule === 'P-ACCOUNT')
    expect(finding && repairs(report, finding, [])).toEqual([])
  })
})

describe('a change against last year', () => {
  const at = (value: number | null, more: Partial<Metric> = {}) =>
    figure({ channel: 'w', key: 'posts', year: 2025, value, ...more })
  it.each<[Metric | undefined, Metric | undefined, unknown]>([
    [at(150), at(100), { kind: 'share', by: 50, about: false }],
    [at(150), at(100, { qualifier: '余' }), { kind: 'share', by: 50, about: true }],
    [at(150, { period: 'end' }), at(100), { kind: 'amount', by: 50, about: false }],
    [at(150), at(0), undefined],
    [at(null), at(100), undefined],
    [undefined, at(100), undefined]
  ])('%#', (now, last, expected) => {
    expect(changeOf(now, last)).toEqual(expected)
  })

  it.each([
    [300_000, '30万'],
    [120_000_000, '1.2亿'],
    [123_456, '123456'],
    [-300_000, '-30万'],
    [0.1 + 0.2, '0.3']
  ])('%d is said as %s', (value, text) => {
    expect(shortNumber(value)).toBe(text)
  })
})

describe('charts of the next year', () => {
  const pair = (of: string) =>
    [2024, 2025].map((year) =>
      figure({ channel: of, key: 'posts', name: '发布', year, value: year })
    )
  const metrics = [...pair('w'), ...pair('v')]
  const last: Report = {
    ...newReport('清川市档案局', 2025),
    channels: [account, channel('v', 'video', '清川视频')],
    metrics,
    text: {
      leadIn: '',
      overview: '（四）平台\n{{chart:one}}\n{{chart:two}}',
      problems: '',
      other: ''
    },
    charts: [
      {
        id: 'two',
        title: '',
        type: 'bar',
        metrics: metrics.map(({ id }) => id),
        scale: 'linear',
        alt: '',
        names: { [metrics[1]?.id ?? '']: '公众号' }
      },
      {
        id: 'one',
        title: '',
        type: 'bar',
        metrics: [metrics[3]?.id ?? ''],
        scale: 'linear',
        alt: ''
      }
    ]
  }
  const yearsIn = (report: Report, id: string) => {
    const chart = report.charts.find((one) => one.id === id)
    return chart?.metrics.map((metric) => report.metrics.find((one) => one.id === metric)?.year)
  }

  it('compare the next two years under the names they had', () => {
    const next = draftOfNextYear(last)
    expect(yearsIn(next, 'two')?.sort()).toEqual([2025, 2025, 2026, 2026])
    const { names, metrics: ids } = next.charts[0] ?? {}
    const named = Object.keys(names ?? {}).filter((id) => ids?.includes(id))
    expect(named).toHaveLength(2)
    expect(yearsIn(draftOfNextYear(next), 'two')?.sort()).toEqual([2026, 2026, 2027, 2027])
  })

  it('end with the platform that was closed, in the text too', () => {
    const channels = last.channels.map((one) =>
      one.id === 'v' ? { ...one, status: 'closed' as const } : one
    )
    const next = draftOfNextYear({ ...last, channels }, { ...takeOver, text: true })
    expect(next.charts.map(({ id }) => id)).toEqual(['two'])
    expect(next.text.overview).toBe('（四）平台\n{{chart:two}}')
    expect(validate(next).filter(({ rule }) => rule === 'P-QUOTE')).toEqual([])
  })
})
