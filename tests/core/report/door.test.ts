import { describe, expect, it } from 'vitest'
import { openReport } from '../../../src/core/report/migrate.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { read } from '../../../src/formats/read/read-json.ts'

/** What passes the one door for data from outside can be used: put right, or refused with a place. */

const report = newReport('清川市科学技术局', 2025)
const at = report.createdAt
const data = (change: object): unknown => JSON.parse(JSON.stringify({ ...report, ...change }))
const opened = (change: object): Report => {
  const result = openReport(data(change))
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`)
  return result.report
}

const channel = (id: string, name: string) => ({
  id,
  kind: 'wechat',
  name,
  accountId: '',
  sponsor: '',
  status: 'active',
  openedOn: '',
  closedOn: '',
  closeReason: ''
})
const metric = (id: string, value: number) => ({
  id,
  channel: 'c',
  key: 'posts',
  name: '推送',
  year: 2025,
  period: 'year',
  value,
  qualifier: '',
  shown: '',
  unit: '条',
  source: '',
  date: '',
  note: ''
})
const chart = (id: string, title: string, metrics: readonly string[] = []) => ({
  id,
  title,
  type: 'bar',
  metrics,
  scale: 'linear',
  alt: ''
})
const waiver = (fingerprint: string, reason: string) => ({
  fingerprint,
  rule: 'D-S6',
  reason,
  by: '',
  at
})
const remark = (id: string, text: string) => ({
  id,
  at: { kind: 'report' },
  text,
  by: '',
  when: at,
  open: true
})
const source = (id: string, name: string) => ({ id, name, year: 2025, rev: 1 })
const finding = (fingerprint: string, found: string) => ({
  rule: 'D-LABEL',
  severity: 'warning',
  at: { kind: 'report' },
  params: { found, statutory: '规章' },
  fingerprint
})

describe('two entries with one name', () => {
  it.each([
    [
      'channels',
      [channel('c', '甲'), channel('c', '乙'), channel('c-2', '丙')],
      ['c', 'c-3', 'c-2']
    ],
    ['metrics', [metric('m', 1), metric('m', 2), metric('m', 3)], ['m', 'm-2', 'm-3']],
    ['charts', [chart('k', '甲'), chart('k', '乙')], ['k', 'k-2']],
    ['remarks', [remark('r', '甲'), remark('r', '乙')], ['r', 'r-2']],
    ['sources', [source('s', '甲'), source('s', '乙')], ['s', 's-2']]
  ] as const)('among the %s are told apart', (part, list, ids) => {
    const result = openReport(data({ [part]: list }))
    expect(result).toMatchObject({ ok: true, mended: [part] })
    const found = result.ok ? (result.report[part] as readonly { readonly id: string }[]) : []
    expect(found.map(({ id }) => id)).toEqual(ids)
    // Nothing else of them changes, and the second opening has nothing left to do.
    expect(found.map((one) => ({ ...one, id: '' }))).toEqual(
      list.map((one) => ({ ...one, id: '' }))
    )
    expect(openReport(result.ok && result.report)).toEqual({
      ok: true,
      report: result.ok && result.report
    })
  })

  it('are one where they are the same word for word', () => {
    const twice = [channel('c', '甲'), channel('c', '甲')]
    expect(opened({ channels: twice }).channels).toEqual([channel('c', '甲')])
  })

  it('of an original’s findings and of last year’s figures are told apart', () => {
    const { cells, text } = report
    const mended = opened({
      imported: { name: '', at, findings: [finding('f', '甲'), finding('f', '乙')] },
      previous: { year: 2024, cells, text, metrics: [metric('m', 1), metric('m', 2)] }
    })
    expect(mended.imported?.findings.map((one) => one.fingerprint)).toEqual(['f', 'f-2'])
    expect(mended.previous?.metrics.map(({ id }) => id)).toEqual(['m', 'm-2'])
  })

  it('that accept one finding are one, with both reasons', () => {
    const waivers = [waiver('f', '口径不同'), waiver('g', '已核'), waiver('f', '已核对账目')]
    expect(opened({ waivers }).waivers.map(({ reason }) => reason)).toEqual([
      '口径不同；已核对账目',
      '已核'
    ])
  })

  it('that a chart shows are shown once', () => {
    const charts = [chart('k', '甲', ['m', 'n', 'm'])]
    expect(opened({ charts }).charts[0]?.metrics).toEqual(['m', 'n'])
  })

  it('are no reason to touch a report without them', () => {
    const fine = data({ channels: [channel('c', '甲')], charts: [chart('k', '甲', ['m'])] })
    expect(openReport(fine)).toEqual({ ok: true, report: fine })
  })
})

describe('more than any report has', () => {
  const nested = (depth: number): unknown =>
    Array.from({ length: depth }).reduce((inner) => ({ inner }), {})
  const many = <Item>(length: number, item: (i: number) => Item): Item[] =>
    Array.from({ length }, (_, i) => item(i))

  it.each([
    ['10,000 levels', { more: nested(10_000) }, 'depth'],
    ['39 million characters', { text: { overview: '字'.repeat(39_000_000) } }, 'size'],
    ['the same in a key that nobody knows', { more: ['字'.repeat(39_000_000)] }, 'size'],
    ['a million values', { more: many(1_000_000, (i) => i) }, 'size'],
    ['a section of two million characters', { text: { other: '字'.repeat(2_000_000) } }, 'text'],
    ['10,000 figures', { metrics: many(10_000, (i) => metric(`m${i}`, i)) }, 'metrics'],
    [
      '10,000 findings',
      { imported: { name: '', at, findings: many(10_000, (i) => finding(`f${i}`, '甲')) } },
      'imported'
    ]
  ])('is refused: %s', (_, change, detail) => {
    expect(openReport({ ...report, ...change })).toEqual({ ok: false, reason: 'excess', detail })
  })

  it.each([2 ** 53, 1e300, 1e15])('saves than anybody makes are refused: %d', (rev) => {
    expect(openReport({ ...report, rev })).toEqual({ ok: false, reason: 'damaged', detail: 'rev' })
  })

  it('is refused of a JSON before it is looked at, and its length is said', async () => {
    const text = JSON.stringify({ ...report, more: '字'.repeat(40_000_000) })
    expect(await read({ name: '', bytes: new Uint8Array(), text })).toEqual({
      ok: false,
      reason: 'tooLong',
      detail: String(text.length)
    })
  })

  it('is not what a large office has', () => {
    const large = data({
      text: { leadIn: '', overview: '字'.repeat(100_000), problems: '', other: '' },
      metrics: many(2_000, (i) => metric(`m${i}`, i))
    })
    expect(openReport(large)).toMatchObject({ ok: true })
  })
})

describe('a JSON of ours that is no single report', () => {
  const text = JSON.stringify({
    format: 'zfxxgk-annual-report-backup',
    schema: 1,
    reports: [report]
  })
  it.each([
    ['a backup', text, 'backup'],
    ['half a backup', text.slice(0, -300), 'damaged'],
    ['half a report', JSON.stringify(report).slice(0, -300), 'damaged']
  ])('is named: %s', async (_, json, reason) => {
    const result = await read({ name: '', bytes: new Uint8Array(), text: json })
    expect(result).toMatchObject({ ok: false, reason })
  })
})

it('keeps what it does not know of a place', () => {
  const remarks = [{ ...remark('r', '甲'), at: { kind: 'report', page: 3 } }]
  expect(opened({ remarks }).remarks[0]?.at).toEqual({ kind: 'report', page: 3 })
})
