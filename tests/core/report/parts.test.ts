import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../src/core/report/canonical.ts'
import { differences } from '../../../src/core/versions/compare.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { takeTheirs } from '../../../src/core/versions/merge.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import {
  reportParts,
  settingParts,
  textParts,
  unitParts,
  type Rows
} from '../../../src/core/report/parts.ts'
import { reportSchema, type Report } from '../../../src/core/report/report.ts'
import { draftOfNextYear } from '../../../src/core/years/previous.ts'
import { lookOf } from '../../../src/typeset/page/look.ts'

/** The tables of the parts of a report say what the code does: one change of each key shows it. */

const opened = openReport(JSON.parse(readFileSync('public/sample.nianbao.json', 'utf8')))
if (!opened.ok) throw new Error(opened.detail)
const [figure] = opened.report.metrics
const last = opened.report.previous
if (!figure || !last) throw new Error('the sample has figures, and those of last year')
const then = last.metrics.find(({ value }) => value !== null) ?? figure
const base: Report = {
  ...opened.report,
  // What is printed of last year's figures is what this year's text quotes.
  text: { ...opened.report.text, other: `上年{{metric:${then.id}}}` },
  settings: { ...opened.report.settings, signature: 'end', signedOn: '2026-01-23' }
}
const at = base.createdAt

const word = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `甲${text.trim()}`)
const count = fc.integer({ min: 1000, max: 1_000_000 })
const moment = fc
  .date({
    min: new Date('2027-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true
  })
  .map((date) => date.toISOString())
const day = moment.map((text) => text.slice(0, 10))
const text = word.map((written) => `（一）${written}`)

/** Another value for each key, as a patch of what holds it. */
type Others<Holder> = Readonly<{ [Key in keyof Required<Holder>]: fc.Arbitrary<unknown> }>

const inUnit: Others<Report['unit']> = {
  name: word.map((name) => `${name}局`),
  code: word,
  kind: fc.constantFrom('government', 'institution'),
  level: fc.constantFrom('national', 'province')
}
const inText: Others<Report['text']> = {
  leadIn: text,
  overview: text,
  problems: text,
  other: text
}
const inSettings: Others<Report['settings']> = {
  feeDecimals: fc.integer({ min: 3, max: 6 }),
  rules: fc.constant({ 'D-S6': 'off' }),
  deadline: fc.constant('01-05'),
  words: fc.array(word, { minLength: 1, maxLength: 3 }),
  labels: word.map((label) => ({ 规章: label })),
  look: fc.constant('compact'),
  digits: fc.constant('times'),
  signature: fc.constantFrom('title', 'none'),
  signedOn: day
}
/** `holder` with one of its keys changed. */
const oneOf = (
  holder: object,
  others: Readonly<Record<string, fc.Arbitrary<unknown>>>
): fc.Arbitrary<object> =>
  fc
    .constantFrom(...Object.entries(others))
    .chain(([key, other]) => other.map((value) => ({ ...holder, [key]: value })))

const inReport: Others<Report> = {
  format: fc.constant('another'),
  schema: fc.constant(1),
  form: fc.constant('2019'),
  id: fc.uuid(),
  rev: fc.integer({ min: 1000, max: 9999 }),
  unit: oneOf(base.unit, inUnit),
  year: fc.integer({ min: 1990, max: 2020 }),
  scope: fc.constant('rollup'),
  cells: count.map((value) => ({ ...base.cells, 'requests.carriedOut.natural': value })),
  notes: word.map((note) => ({ 'requests.received.natural': note })),
  text: oneOf(base.text, inText),
  channels: word.map((name) => base.channels.map((channel) => ({ ...channel, name }))),
  metrics: count.map((value) => base.metrics.map((metric) => ({ ...metric, value, shown: '' }))),
  charts: word.map((title) => base.charts.map((chart) => ({ ...chart, title }))),
  previous: count.map((value) => ({
    ...last,
    metrics: last.metrics.map((metric) => ({ ...metric, value, shown: '' }))
  })),
  settings: oneOf(base.settings, inSettings),
  waivers: word.map((reason) => [{ fingerprint: 'f', rule: 'D-S6', reason, by: '', at }]),
  remarks: word.map((said) => [
    { id: 'r', at: { kind: 'report' }, text: said, by: '', when: at, open: true }
  ]),
  sources: word.map((name) => [{ id: 's', name, year: 2025, rev: 1 }]),
  imported: word.map((name) => ({ name, at, findings: [] })),
  published: day,
  proof: fc.uuid().map((sha256) => ({ sha256 })),
  lineage: fc.array(fc.nat(15).map((digit) => digit.toString(16).repeat(64))),
  createdAt: moment,
  updatedAt: moment
}

/** The report with another value under one key. */
const changed = (key: keyof Report, value: unknown): Report => ({ ...base, [key]: value })
const within =
  (part: 'text' | 'unit' | 'settings') =>
  (key: string, value: unknown): Report => ({ ...base, [part]: { ...base[part], [key]: value } })

const printed = (report: Report): string => JSON.stringify([compose(report), lookOf(report, false)])

/** What the draft of the next year says, but for the identities and times that each draft has. */
const draftOf = (report: Report): Report => {
  const ids = new Map<string, string>()
  const { id: _id, createdAt: _at, updatedAt: _then, ...said } = draftOfNextYear(report)
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const plain = JSON.stringify(said).replace(uuid, (one) => {
    ids.set(one, ids.get(one) ?? `#${ids.size}`)
    return ids.get(one) ?? ''
  })
  return JSON.parse(plain)
}

const keys = Object.keys(reportParts) as (keyof Report)[]

it('every key of the file has a row, and another value in this test', () => {
  expect([...keys].sort()).toEqual(Object.keys(reportSchema.entries).sort())
  expect(Object.keys(unitParts)).toEqual(Object.keys(inUnit))
  expect(Object.keys(textParts)).toEqual(Object.keys(inText))
  expect(Object.keys(settingParts)).toEqual(Object.keys(inSettings))
})

describe.each(keys.map((key) => [key, reportParts[key]] as const))('a change of %s', (key, row) => {
  const holds = (said: (there: Report) => void) =>
    fc.assert(
      fc.property(inReport[key], (value) => {
        said(changed(key, value))
      }),
      { numRuns: 20 }
    )

  it(row.compared === 'never' ? 'is none of what the report says' : 'is found', () =>
    holds((there) => {
      const found = differences(base, there)
      const parts = new Set(found.map((one) => (one.kind === 'part' ? one.part : one.kind)))
      // Notes stand behind their numbers.
      const own = key === 'cells' || key === 'notes' ? 'cell' : key
      const expected = { own: [own], keys: [key], entries: [key], whole: [key], never: [] }
      expect([...parts]).toEqual(expected[row.compared])
    })
  )

  it(`is merged as the table says: ${row.merged}`, () =>
    holds((there) => {
      const all = differences(base, there)
      const taken = takeTheirs(base, there, all)
      expect(taken).toEqual(row.merged === 'never' || key === 'proof' ? base : there)
      expect(takeTheirs(there, base, differences(there, base))).toEqual(
        row.merged === 'never' || key === 'proof' ? there : base
      )
      expect(takeTheirs(base, there, [])).toEqual(base)
    }))

  it(`changes the proof: ${row.proved}`, () =>
    holds((there) => expect(canonical(there) !== canonical(base)).toBe(row.proved)))

  it(`is printed: ${row.printed}`, () => {
    // A report of a form that is not among ours is refused, and so never printed.
    if (key === 'form') return expect(openReport({ ...base, form: '2019' }).ok).toBe(row.printed)
    let seen = false
    holds((there) => {
      seen ||= printed(there) !== printed(base)
      expect(row.printed || printed(there) === printed(base)).toBe(true)
    })
    expect(seen).toBe(row.printed)
  })

  it(`is in the next year: ${row.nextYear}`, () => {
    const before = draftOf(base)
    let seen = false
    holds((there) => {
      const draft = draftOf(there)
      if (row.nextYear === 'kept') expect(draft[key]).toEqual(there[key])
      if (row.nextYear === 'anew') expect(draft[key]).toEqual(before[key])
      seen ||= JSON.stringify(draft) !== JSON.stringify(before)
    })
    // The text that is handed on as last year's shows the figures it quotes.
    if (row.nextYear !== 'anew') expect(seen).toBe(true)
  })

  it(`where a file lacks it: ${row.missing}`, () => {
    const { [key]: _gone, ...others } = base
    const result = openReport(others)
    if (key === 'format' || key === 'schema') expect(result.ok).toBe(false)
    else expect(result.ok).toBe(row.missing !== 'refused' && key !== 'unit')
    const empty = openReport({ ...base, [key]: {} })
    if (row.missing === 'inside') expect(empty.ok).toBe(key !== 'unit')
  })
})

describe.each<
  ['text' | 'unit' | 'settings', Rows, Readonly<Record<string, fc.Arbitrary<unknown>>>]
>([
  ['unit', unitParts, inUnit],
  ['text', textParts, inText],
  ['settings', settingParts, inSettings]
])('in %s', (part, rows, others) => {
  it.each(Object.keys(rows))('a change of %s is as its row says', (key) => {
    const row = rows[key]
    const other = others[key]
    if (!row || !other) throw new Error(key)
    const before = draftOf(base)
    let seen = false
    fc.assert(
      fc.property(other, (value) => {
        const there = within(part)(key, value)
        const found = differences(base, there)
        expect(found).toHaveLength(1)
        expect(takeTheirs(base, there, found)).toEqual(there)
        expect(canonical(there)).not.toBe(canonical(base))
        seen ||= printed(there) !== printed(base)
        const [now, old]: Record<string, unknown>[] = [draftOf(there)[part], before[part]]
        if (row.nextYear === 'kept') expect(now?.[key]).toEqual(value)
        if (row.nextYear === 'anew') expect(now?.[key]).toEqual(old?.[key])
        const { [key]: _gone, ...lacking }: Record<string, unknown> = { ...base[part] }
        expect(openReport({ ...base, [part]: lacking }).ok).toBe(row.missing !== 'refused')
      }),
      { numRuns: 20 }
    )
    expect(seen).toBe(row.printed)
  })
})
