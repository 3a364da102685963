import { describe, expect, it } from 'vitest'
import { deductions } from '../../../../src/core/sums/deductions.ts'
import { recomputed, repaired, repairs } from '../../../../src/core/checks/repair/repair.ts'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../src/core/checks/examples/example.ts'
import { form2021 } from '../../../../src/core/form/form.ts'
import { solve } from '../../../../src/core/sums/solve.ts'
import type { FieldId } from '../../../../src/core/form/table.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { repairWords } from '../../../../src/i18n/findings/repairs.ts'

const first = (example: Omit<Example, 'note'>, rule: string) => {
  const report = exampleReport({ note: '', ...example })
  const finding = validate(report).find((one) => one.rule === rule)
  if (!finding) throw new Error(`no ${rule}`)
  return { report, finding, repairs: repairs(report, finding, solve(form2021, report).causes) }
}

describe('what a repair writes', () => {
  it.each([
    ['X-NEW', '收到申请二十件。', '收到申请{{requests.received.total}}件。'],
    [
      'X-NEW',
      '全年收到政府信息公开申请41件。',
      '全年收到政府信息公开申请{{requests.received.total}}件。'
    ],
    ['X-LIT', '依申请公开行政诉讼3件。', '依申请公开行政诉讼{{sum:remedies.litigation.total}}件。'],
    [
      'D-NUMFMT',
      '收到政府信息公开申请１４件。',
      '收到政府信息公开申请{{requests.received.total}}件。'
    ],
    ['D-NUMFMT', '信息处理费１２元。', '信息处理费12元。'],
    [
      'X-NOZERO',
      '全年未收到政府信息公开申请。',
      '全年收到政府信息公开申请{{requests.received.total}}件。'
    ]
  ])('is a quote where it states a cell: %s, %s', (rule, text, written) => {
    const { report, repairs: offered } = first({ text: { overview: text } }, rule)
    const [repair] = offered
    expect(repair && repaired(report, repair).text.overview).toBe(written)
  })
})

describe('repairs', () => {
  it.each<[string, string, Omit<Example, 'note'>]>([
    ['a wrong part', 'T3-SUM', { cells: { 'requests.granted.natural': 6 } }],
    ['a wrong total', 'T3-BAL', { cells: { 'requests.handled.natural': 41 } }],
    ['a total left out', 'T3-BLANKTOTAL', { cells: { 'requests.received.total': null } }],
    ['a blank that can only be 0', 'T3-BLANK', { cells: { 'requests.other.other.legal': null } }],
    ['a slip of the pen', 'D-TYPO', { text: { other: '公式公开信息处理费0元。' } }],
    ['full-width digits', 'D-NUMFMT', { text: { other: '信息处理费１２元。' } }],
    [
      'the period',
      'Y-PERIOD',
      { text: { leadIn: '条例。2025年1月1日至2025年12月31止。下载。电话。' } }
    ],
    [
      'carried cases',
      'Y-CARRY',
      { last: { cells: { 'requests.carriedOut.natural': 5, 'requests.carriedOut.total': 5 } } }
    ],
    ['documents in force', 'Y-VALID', { cells: { 'disclosure.normative.inForce': 25 }, last: {} }],
    [
      'yuan for ten thousand yuan',
      'T2-FEEUNIT',
      { cells: { 'disclosure.fees.amount': 50_700_000_000 }, last: {} }
    ],
    [
      'a number in the wrong row',
      'T2-REG-AUTH',
      {
        cells: {
          'disclosure.rules.inForce': 6,
          'disclosure.normative.issued': 0,
          'disclosure.normative.repealed': 0,
          'disclosure.normative.inForce': 0
        }
      }
    ]
  ])('settle %s', (_, rule, example) => {
    const { report, finding, repairs: offered } = first(example, rule)
    const [repair] = offered
    if (!repair) throw new Error('nothing offered')
    const after = validate(repaired(report, repair))
    expect(after.map((one) => one.fingerprint)).not.toContain(finding.fingerprint)
    expect(after.filter((one) => one.rule === rule)).toEqual([])
  })

  it('offers every reading of a wrong word, and changes nothing but that word', () => {
    const text = { other: '信息处理费0元，及使没有收取也要写明。' }
    const { report, repairs: offered } = first({ text }, 'D-TYPO')
    expect(offered.map((repair) => repaired(report, repair).text.other)).toEqual([
      '信息处理费0元，即使没有收取也要写明。',
      '信息处理费0元，及时没有收取也要写明。'
    ])
  })

  it('offers every candidate that leaves no negative number, swapped digits before others', () => {
    const { repairs: offered } = first(
      {
        cells: {
          'remedies.review.upheld': 21,
          'remedies.review.corrected': 7,
          'remedies.review.total': 19
        }
      },
      'T4-SUM'
    )
    expect(offered).toHaveLength(2)
    expect(offered[0]).toEqual({
      kind: 'set',
      basis: 'candidate',
      changes: [{ field: 'remedies.review.upheld', from: 21, to: 12 }]
    })
  })

  it('puts what was typed lately first', () => {
    const report = exampleReport({
      note: '',
      cells: {
        'requests.granted.natural': 12,
        'requests.granted.total': 14,
        'requests.handled.natural': 17,
        'requests.handled.total': 19
      }
    })
    const solution = solve(form2021, report, ['requests.granted.natural'])
    const [finding] = validate(report, { solution })
    expect(finding).toMatchObject({
      params: { fields: expect.arrayContaining(['requests.granted.natural']) }
    })
    const [repair] = finding ? repairs(report, finding, solution.causes) : []
    expect(repair && validate(repaired(report, repair))).toEqual([])
  })

  it('offers one way where every blank comes out as 0, two where one does not', () => {
    const blanks = (cells: Partial<Record<FieldId, null>>) => {
      const { report, repairs: offered } = first({ cells }, 'T3-BLANK')
      return offered.map((repair) => [repair.kind, repairWords(report, repair).button])
    }
    expect(
      blanks({ 'requests.refused.safety.legal': null, 'requests.refused.process.research': null })
    ).toEqual([['fillZero', '2 格填 0']])
    expect(
      blanks({ 'requests.granted.natural': null, 'requests.refused.process.research': null })
    ).toEqual([
      ['set', '2 格填计算结果'],
      ['fillZero', '2 格填 0']
    ])
  })

  it('changes nothing but what it says', () => {
    const { report } = first({ cells: { 'requests.granted.natural': 6 } }, 'T3-SUM')
    const done = repaired(report, { kind: 'fillZero', fields: ['requests.granted.natural'] })
    expect(done.cells).toEqual(report.cells)
  })

  it('lists what computing all totals would change', () => {
    const report = exampleReport({
      note: '',
      cells: { 'requests.granted.natural': 6, 'requests.other.other.total': 4 }
    })
    expect(recomputed(report, 'requests').map(({ field, from, to }) => [field, from, to])).toEqual([
      ['requests.granted.total', 11, 8],
      ['requests.other.other.total', 4, 0],
      ['requests.handled.natural', 14, 11],
      ['requests.handled.total', 16, 13]
    ])
    expect(recomputed(report, 'remedies')).toEqual([])
  })
})

describe('deductions', () => {
  it('finds what can be one number only, step by step', () => {
    const { cells } = exampleReport({
      note: '',
      cells: {
        'requests.received.natural': null,
        'requests.received.total': null,
        'requests.granted.research': null,
        'requests.granted.legal': null
      }
    })
    expect(
      Object.fromEntries(deductions(form2021, cells).map(({ field, to }) => [field, to]))
    ).toEqual({
      'requests.received.natural': 12,
      'requests.received.total': 14,
      'requests.granted.research': 0,
      'requests.granted.legal': 0
    })
  })

  it('concludes nothing from a contradiction or from too little', () => {
    const { cells } = exampleReport({
      note: '',
      cells: {
        'remedies.review.upheld': null,
        'remedies.review.total': null,
        'remedies.direct.pending': null,
        'remedies.direct.upheld': 3
      }
    })
    expect(deductions(form2021, cells)).toEqual([])
  })
})
