import { describe, expect, it } from 'vitest'
import { fields, form2021, tableOf } from '../../../src/core/form/form.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { isDraft, stateOf, sumsChecked, verdictOf } from '../../../src/core/checks/state-of.ts'
import type { TableId } from '../../../src/core/form/table.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { isWritten } from '../../../src/core/prose/written.ts'
import { waive } from '../../../src/core/findings/waivers.ts'

const blankOf = (table: TableId) =>
  Object.fromEntries(fields.filter((field) => tableOf(field) === table).map((one) => [one, null]))

const state = (example: Omit<Example, 'note'>) => {
  const report = exampleReport({ note: '', ...example })
  return stateOf(report, validate(report))
}

describe('the state of a report', () => {
  it.each<[string, Omit<Example, 'note'>]>([
    ['ready', {}],
    ['error', { cells: { 'remedies.review.total': 9 } }],
    ['error', { text: { leadIn: '2025年1月1日至2025年12月31止' } }],
    ['empty', { text: { overview: '' } }],
    ['error', { text: { overview: '' }, cells: { 'remedies.review.total': 9 } }],
    ['warning', { text: { other: '无' } }],
    ['ready', { text: { leadIn: '' } }]
  ])('is %s', (verdict, example) => {
    expect(state(example).verdict).toBe(verdict)
  })

  it.each<[string, boolean, Omit<Example, 'note'>]>([
    ['complete', false, {}],
    ['with a warning', false, { text: { other: '无' } }],
    ['with an error', true, { cells: { 'remedies.review.total': 9 } }],
    ['with a section not written', true, { text: { problems: '' } }],
    ['with a table not begun', true, { cells: blankOf('remedies') }],
    ['with a table whose blanks are explained', true, { cells: blankOf('disclosure') }]
  ])('%s leaves as a draft: %s', (_, draft, example) => {
    const report = exampleReport({ note: '', ...example })
    const findings = validate(report)
    const explained = waive(report, findings, '没有', '', '2026-01-10T08:00:00.000Z')
    expect(isDraft(verdictOf(report, findings))).toBe(draft)
    expect(isDraft(verdictOf(explained, findings))).toBe(draft)
  })

  it.each([
    '（一）主动公开\n（二）依申请公开\n（三）政府信息管理',
    '（一）主动公开。\n（二）依申请公开。',
    '（一）主动公开：\n（二）依申请公开：',
    '一、主动公开\n二、依申请公开',
    '1.主动公开\n2、依申请公开',
    '主动公开\n依申请公开情况\n监督保障方面：',
    '（一）\n（二）\n……',
    ' \n\u3000\n'
  ])('headings alone are not written: %j', (overview) => {
    const report = exampleReport({ note: '', text: { overview } })
    const findings = validate(report)
    const own = findings.filter(({ at }) => at.kind === 'text' && at.section === 'overview')
    expect(own.map(({ rule }) => rule).filter((rule) => rule !== 'D-TYPO')).toEqual(['D-SEC'])
    const { verdict, sections } = stateOf(report, findings)
    expect([verdict, sections[0]?.verdict]).toEqual(['empty', 'empty'])
  })

  it.each([
    '无',
    '（一）主动公开。发布3条。',
    '（一）主动公开\n发布3条',
    '{{chart:c}}',
    '本年度没有'
  ])('a word under a heading is written: %j', (overview) => {
    expect(isWritten(overview)).toBe(true)
  })

  it('is 未填 before anything is written', () => {
    const report = newReport('清川市档案局', 2025)
    const found = validate(report)
    const { verdict, sections, filled, of } = stateOf(report, found)
    expect([verdict, filled, of]).toEqual(['empty', 0, 200])
    expect(sections.map((section) => section.verdict)).toEqual(new Array(6).fill('empty'))
  })

  it('says section by section what is missing', () => {
    const { sections, filled } = state({ cells: { 'requests.declined.repeat.legal': null } })
    const requests = sections.find(({ id }) => id === 'requests')
    expect(requests).toMatchObject({
      verdict: 'warning',
      filled: 174,
      of: 175,
      missing: ['requests.declined.repeat.legal']
    })
    expect(filled).toBe(199)
  })

  it('is ready once the warnings are answered', () => {
    const report = exampleReport({ note: '', text: { other: '无' } })
    const findings = validate(report)
    const answered = waive(report, findings, '不收费', '', '2026-01-10T08:00:00.000Z')
    expect(verdictOf(answered, findings)).toBe('ready')
  })
})

describe('the sums that were checked', () => {
  it.each([
    ['all', {}, { broken: 0, open: 0 }],
    ['one broken', { 'remedies.review.total': 9 }, { broken: 1, open: 0 }],
    ['those of a blank cell not', { 'remedies.review.upheld': null }, { broken: 0, open: 1 }],
    ['two of a blank total', { 'requests.received.total': null }, { broken: 0, open: 2 }]
  ])('%s', (_, cells, expected) => {
    const all = sumsChecked(exampleReport({ note: '', cells }))
    expect(all).toMatchObject(expected)
    expect(all.held + all.broken + all.open).toBe(form2021.balances.length)
  })

  it('are none in a new report', () => {
    expect(sumsChecked(newReport('清川市档案局', 2025)).held).toBe(0)
  })
})
