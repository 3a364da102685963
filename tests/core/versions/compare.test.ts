import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/core/versions/compare.ts'
import { takeTheirs } from '../../../src/core/versions/merge.ts'
import { reportSchema, type Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCell } from '../../../src/core/report/edit.ts'

const base = newReport('清川市科学技术局', 2025)
const mine: Report = setCell(base, 'remedies.review.upheld', 2)
const theirs: Report = {
  ...setCell(base, 'remedies.review.upheld', 3),
  text: { ...base.text, other: '没有收取信息处理费。' },
  unit: { ...base.unit, code: '11410000' }
}

it('names what two states say differently, in the order of the report', () => {
  expect(differences(mine, theirs)).toEqual([
    { kind: 'cell', field: 'remedies.review.upheld', mine: 2, theirs: 3 },
    { kind: 'cell', field: 'remedies.review.total', mine: 2, theirs: 3 },
    { kind: 'text', section: 'other', line: 0, mine: [''], theirs: ['没有收取信息处理费。'] },
    { kind: 'part', part: 'unit', path: ['unit', 'code'], mine: '', theirs: '11410000' }
  ])
  expect(differences(mine, mine)).toEqual([])
})

it('takes exactly what is chosen', () => {
  const all = differences(mine, theirs)
  expect(differences(takeTheirs(mine, theirs, all), theirs)).toEqual([])
  expect(takeTheirs(mine, theirs, [])).toEqual(mine)
  const text = takeTheirs(mine, theirs, all.slice(2, 3))
  expect(text.text.other).toBe('没有收取信息处理费。')
  expect(text.cells['remedies.review.upheld']).toBe(2)
})

it('brings the platforms of chosen figures and the figures of chosen charts', () => {
  const channel = { ...base, id: 'c' }
  const withFigures = {
    ...theirs,
    channels: [{ ...channel, kind: 'wechat', name: '微信公众号' }],
    metrics: [{ id: 'm', channel: 'c' }],
    charts: [{ id: 'k', metrics: ['m'] }]
  } as unknown as Report
  const all = differences(mine, withFigures)
  const only = (part: string) =>
    all.filter((difference) => difference.kind === 'part' && difference.part === part)
  for (const part of ['metrics', 'charts']) {
    const taken = takeTheirs(mine, withFigures, only(part))
    expect(taken.metrics.map(({ id }) => id)).toEqual(['m'])
    expect(taken.channels.map(({ id }) => id)).toEqual(['c'])
  }
})

describe('every key of a report', () => {
  const at = base.createdAt
  /** Another value for each key of the file, as its schema lists them. */
  const others: Readonly<Record<string, unknown>> = {
    unit: { ...base.unit, code: '1' },
    year: 2024,
    scope: 'rollup',
    cells: { ...base.cells, 'remedies.review.upheld': 9 },
    notes: { 'remedies.review.upheld': '含上年' },
    text: { ...base.text, other: '无' },
    channels: [{ id: 'c' }],
    metrics: [{ id: 'm' }],
    charts: [{ id: 'k', metrics: [] }],
    previous: { year: 2024, cells: base.cells, text: base.text, metrics: [] },
    settings: { ...base.settings, feeDecimals: 2 },
    waivers: [{ fingerprint: 'f', rule: 'D-S6', reason: '已核', by: '', at }],
    remarks: [{ id: 'r', at: { kind: 'report' }, text: '', by: '', when: at, open: true }],
    sources: [{ id: 's', name: '', year: 2025, rev: 1 }],
    imported: { name: 'a.docx', at, findings: [] },
    published: '2026-01-20'
  }
  /** What says which copy it is, or how it was saved. */
  const apart = [
    'format',
    'schema',
    'form',
    'id',
    'rev',
    'proof',
    'lineage',
    'createdAt',
    'updatedAt'
  ]

  it('is compared or says which copy it is', () => {
    expect([...Object.keys(others), ...apart].sort()).toEqual(
      Object.keys(reportSchema.entries).sort()
    )
  })

  it.each(Object.keys(others))('%s: a difference in it alone is one, and can be taken', (key) => {
    const other = { ...base, [key]: others[key] } as Report
    for (const [here, there] of [
      [base, other],
      [other, base]
    ] as const) {
      const found = differences(here, there)
      expect(found.length).toBeGreaterThan(0)
      expect(takeTheirs(here, there, found)).toEqual(there)
      expect(takeTheirs(here, there, [])).toEqual(here)
    }
  })

  it.each([
    ['in the report', { ...base, colour: '靛' }, ['colour'], '靛'],
    ['among its cells', { ...base, cells: { ...base.cells, new: 4 } }, ['cells', 'new'], 4],
    ['among its texts', { ...base, text: { ...base.text, annex: '附' } }, ['text', 'annex'], '附'],
    ['as nothing', { ...base, colour: null }, ['colour'], null]
  ])('what this version does not know %s is compared and taken, too', (_, other, path, theirs) => {
    expect(differences(base, other)).toEqual([
      { kind: 'part', part: 'unknown', path, mine: undefined, theirs }
    ])
    expect(takeTheirs(base, other, differences(base, other))).toEqual(other)
    expect(takeTheirs(other, base, differences(other, base))).toEqual(base)
  })

  it('says nothing by the order in which its keys were written', () => {
    const turned = JSON.parse(
      JSON.stringify(theirs, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value
      )
    ) as Report
    expect(differences(theirs, turned)).toEqual([])
  })
})

it('brings the remark that other hands changed the file with what is taken from it', () => {
  const changed = { ...theirs, proof: { sha256: '0', changed: true } } as Report
  expect(takeTheirs(mine, changed, differences(mine, changed).slice(0, 1))).toMatchObject({
    proof: { changed: true }
  })
  expect(takeTheirs(mine, changed, [])).toEqual(mine)
  expect(differences({ ...changed, proof: undefined } as Report, changed)).toEqual([])
})
