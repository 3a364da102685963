import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import {
  asPrevious,
  carriedOver,
  mustBePublished,
  draftOfNextYear,
  takeOver,
  withPrevious
} from '../../../src/core/years/previous.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { applicants } from '../../../src/core/form/requests.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { sizes, validReport } from '../report/reports.ts'

const metric = (id: string, year: number, value: number): Report['metrics'][number] => ({
  id,
  channel: 'wx',
  key: 'posts',
  name: '推送',
  year,
  period: 'year',
  value,
  qualifier: '余',
  shown: '190',
  unit: '条',
  source: '后台',
  date: '2025-12-31',
  note: '',
  months: [1]
})

const base = validReport(1)
const last: Report = {
  ...base,
  unit: { ...base.unit, code: '11410000000000000X' },
  settings: { ...base.settings, feeDecimals: 4, deadline: '01-26' },
  text: {
    ...base.text,
    overview:
      '（一）主动公开\n发布信息{{disclosure.licensing.decisions}}条。\n（四）平台建设\n推送{{metric:m25}}条。\n{{chart:c1}}'
  },
  channels: [
    {
      id: 'wx',
      kind: 'wechat',
      name: '清川档案',
      accountId: '',
      sponsor: '',
      status: 'opened',
      openedOn: '',
      closedOn: '',
      closeReason: ''
    }
  ],
  metrics: [metric('m24', 2024, 150), metric('m25', 2025, 190)],
  charts: [
    { id: 'c1', title: '推送', type: 'line', metrics: ['m24', 'm25'], scale: 'linear', alt: '' },
    { id: 'c2', title: '推送', type: 'bar', metrics: ['m25'], scale: 'linear', alt: '' }
  ],
  waivers: [{ fingerprint: 'x', rule: 'Y-JUMP', reason: '口径', by: '', at: base.createdAt }],
  remarks: [],
  imported: { name: 'a.docx', at: base.createdAt, findings: [] }
}

describe('the next year', () => {
  const next = draftOfNextYear(last)

  it('is a report of its own, of the year after, and a valid one', () => {
    expect(next.id).not.toBe(last.id)
    expect([next.year, next.rev, next.scope]).toEqual([2026, 0, last.scope])
    expect(openReport(JSON.parse(JSON.stringify(next)))).toEqual({ ok: true, report: next })
  })

  it('keeps the unit and the settings, and drops what was said about last year', () => {
    expect([next.unit, next.settings]).toEqual([last.unit, last.settings])
    const signed = { ...last, settings: { ...last.settings, signedOn: '2025-01-20' } }
    expect(draftOfNextYear(signed).settings).toEqual(last.settings)
    expect([next.waivers, next.remarks, next.notes]).toEqual([[], [], {}])
    expect(next).not.toHaveProperty('imported')
    expect(next).not.toHaveProperty('proof')
  })

  it('fills 上年结转 from 结转下年度 in seven columns, and nothing else', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...Object.values(sizes)), (seed, size) => {
        const report = validReport(seed, size)
        const { cells } = draftOfNextYear(report)
        const filled = Object.entries(cells).filter(([, value]) => value !== null)
        expect(Object.fromEntries(filled)).toEqual(
          Object.fromEntries(
            applicants.map(({ id }) => [
              `requests.carriedIn.${id}`,
              report.cells[`requests.carriedOut.${id}`]
            ])
          )
        )
      }),
      { numRuns: 40 }
    )
  })

  it('has no contradiction to last year, until one is typed', () => {
    const carry = (report: Report) => validate(report).filter(({ rule }) => rule === 'Y-CARRY')
    expect(carry(next)).toEqual([])
    const wrong = setCells(next, {
      'requests.carriedIn.natural': (next.cells['requests.carriedIn.natural'] ?? 0) + 1
    })
    expect(carry(wrong)).toMatchObject([{ severity: 'error' }])
    const draft = draftOfNextYear(last, { ...takeOver, final: false })
    expect(carry({ ...wrong, previous: draft.previous })).toMatchObject([{ severity: 'warning' }])
  })

  it('starts from the headings that a report should have, not from last year’s', () => {
    expect(next.text.overview).toBe(
      '（一）主动公开\n（二）依申请公开\n（三）政府信息管理\n（四）政府信息公开平台建设\n（五）监督保障'
    )
    expect(next.text.leadIn).toBe('')
  })

  it('lists the figures anew, not filled in, and the charts follow', () => {
    const now = next.metrics.filter(({ year }) => year === 2026)
    expect(now).toHaveLength(1)
    expect(now[0]).toMatchObject({ channel: 'wx', name: '推送', value: null, shown: '', date: '' })
    expect(now[0]).not.toHaveProperty('months')
    const id = now[0]?.id
    expect(next.charts.map(({ metrics }) => metrics)).toEqual([['m24', 'm25', id], [id]])
    expect(next.previous?.metrics).toEqual(last.metrics)
    expect(next.channels[0]?.status).toBe('active')
  })

  it('says of figures that were read from an original that they are last year’s report', () => {
    const name = '粘贴的文字'
    const [m24, m25] = [metric('m24', 2024, 150), { ...metric('m25', 2025, 190), source: name }]
    const read = { ...last, metrics: [m24, m25], imported: { ...last.imported, name } } as Report
    const sources = ({ metrics }: Pick<Report, 'metrics'>) => metrics.map(({ source }) => source)
    const draft = draftOfNextYear(read)
    // What is not counted yet is from nowhere.
    expect(sources(draft)).toEqual(['后台', '上年报告', ''])
    expect(sources(asPrevious(read, true))).toEqual(['后台', '上年报告'])
    // In its own year it was read from there.
    expect(sources(read)).toEqual(['后台', name])
  })

  it('takes the text as a draft when asked, quoting this year’s figures', () => {
    const { text, metrics } = draftOfNextYear(last, { ...takeOver, text: true })
    const id = metrics.find(({ year }) => year === 2026)?.id
    expect(text.overview).toContain(`推送{{metric:${id}}}条`)
    expect(text.problems).toBe(last.text.problems)
  })

  it('leaves out what is not wanted', () => {
    const bare = draftOfNextYear(last, {
      settings: false,
      carried: false,
      platforms: false,
      previous: false,
      final: true,
      text: false
    })
    expect(bare.unit).toMatchObject({ name: last.unit.name, code: '' })
    expect(bare.settings.feeDecimals).toBeNull()
    expect(Object.values(bare.cells).every((value) => value === null)).toBe(true)
    expect([bare.channels, bare.metrics, bare.charts]).toEqual([[], [], []])
    expect(bare).not.toHaveProperty('previous')
  })
})

describe('last year inside this year’s report', () => {
  it('says what was printed: quoted figures are written out', () => {
    const { text } = asPrevious(last, true)
    expect(text.overview).toContain(`发布信息${last.cells['disclosure.licensing.decisions']}条`)
    expect(text.overview).not.toContain('{{metric:')
  })

  it('is put into a draft without changing anything else of it', () => {
    const draft = { ...validReport(2), year: 2026 }
    const { previous, ...rest } = withPrevious(draft, last, false)
    expect(previous).toEqual(asPrevious(last, false))
    expect(rest).toEqual(draft)
  })

  it('gives blanks for what was blank', () => {
    expect(
      Object.values(
        carriedOver(form2021, setCells(last, { 'requests.carriedOut.natural': null }).cells)
      )
    ).toContain(null)
  })
})

it.each([
  [2025, '2026-01-18', false],
  [2025, '2026-03-31', false],
  [2025, '2026-04-01', true],
  [2024, '2026-01-18', true],
  [2026, '2026-12-01', false]
])('the report of %i on %s must be published: %s', (year, day, expected) => {
  expect(mustBePublished(year, new Date(`${day}T12:00:00`))).toBe(expected)
})
