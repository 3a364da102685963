import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openReport } from '../../../src/core/report/migrate.ts'
import { numberText } from '../../../src/core/compose/quote.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { pack, ruleIds } from '../../../src/core/checks/pack.ts'
import { choiceOf, ignoredSettings } from '../../../src/core/checks/settings.ts'
import { verdictOf } from '../../../src/core/checks/state-of.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { writeJson } from '../../../src/formats/write/json.ts'

const broken = { cells: { 'remedies.review.total': 9 } } as const
const with_ = (settings: Example['settings'], change: Omit<Example, 'note'> = {}): Report =>
  exampleReport({ note: '', ...change, ...(settings && { settings }) })
const rules = (report: Report) =>
  validate(report).map(({ rule, severity }) => `${rule} ${severity}`)

const statutory = ruleIds.filter((id) => pack[id].statutory && pack[id].severity === 'error')

describe('settings of rules', () => {
  it('cannot weaken what the law demands', () => {
    expect(statutory).toEqual([
      'T3-BAL',
      'T3-SUM',
      'T3-ROW',
      'T4-SUM',
      'N-TEXT',
      'T3-NONNEG',
      'T3-BLANKTOTAL',
      'T2-NONNEG',
      'D-SEC',
      'D-S5'
    ])
    for (const id of statutory) {
      for (const choice of ['off', 'hint', 'warning']) {
        const report = with_({ rules: { [id]: choice } })
        expect(choiceOf(report, id)).toBeUndefined()
        expect(ignoredSettings(report)).toEqual([
          { setting: 'rules', rule: id, value: choice, why: 'statutory' }
        ])
      }
    }
  })

  it.each(['off', 'hint', 'warning'])('leave a broken sum an error, set to %s', (choice) => {
    const report = with_({ rules: { 'T4-SUM': choice } }, broken)
    expect(rules(report)).toEqual(['T4-SUM error', 'SET-IGNORED hint'])
    expect(verdictOf(report, validate(report))).toBe('error')
  })

  it('may make a warning an error, a hint, or nothing', () => {
    const blank = { cells: { 'disclosure.compulsion.decisions': null } } as const
    expect(rules(with_({}, blank))).toEqual(['T3-BLANK warning'])
    expect(rules(with_({ rules: { 'T3-BLANK': 'error' } }, blank))).toEqual(['T3-BLANK error'])
    expect(rules(with_({ rules: { 'T3-BLANK': 'hint' } }, blank))).toEqual(['T3-BLANK hint'])
    expect(rules(with_({ rules: { 'T3-BLANK': 'off' } }, blank))).toEqual([])
  })

  it.each([
    ['T9-NEW', 'off', 'unknownRule'],
    ['toString', 'error', 'unknownRule'],
    ['D-S6', 'fatal', 'unknownValue'],
    ['D-S6', '', 'unknownValue']
  ])('are kept and shown where this version does not know them: %s %s', (rule, value, why) => {
    const report = with_({ rules: { [rule]: value } })
    expect(ignoredSettings(report)).toEqual([{ setting: 'rules', rule, value, why }])
    expect(rules(report)).toEqual(['SET-IGNORED hint'])
    const opened = openReport(JSON.parse(writeJson(report)))
    expect(opened.ok && opened.report.settings.rules).toEqual({ [rule]: value })
  })
})

describe('other settings', () => {
  it.each([
    [{ deadline: '01-26' }, []],
    [{ deadline: '01-31' }, []],
    [{ deadline: '2月1日' }, ['noDate']],
    [{ deadline: '02-30' }, ['noDate']],
    [{ deadline: '13-01' }, ['noDate']],
    [{ deadline: '00-10' }, ['noDate']],
    [{ deadline: '02-01' }, ['later']],
    [{ feeDecimals: 4 }, []],
    [{ feeDecimals: 6 }, []],
    [{ feeDecimals: 7 }, ['unknownValue']],
    [{ feeDecimals: 2.5 }, ['unknownValue']],
    [{ feeDecimals: -1e9 }, ['unknownValue']]
  ])('%o', (settings, why) => {
    const report = with_(settings)
    expect(ignoredSettings(report).map((one) => one.why)).toEqual(why)
    expect(rules(report)).toEqual(why.map(() => 'SET-IGNORED hint'))
    const opened = openReport(JSON.parse(writeJson(report)))
    expect(opened.ok && opened.report.settings).toEqual(report.settings)
  })

  it('print the fee with as many decimals as are set, and cut off none', () => {
    const printed = (feeDecimals: number | null) =>
      numberText(with_({ feeDecimals }), 'disclosure.fees.amount')
    expect([null, 0, 1, 2, 3, 4, 5, 6].map(printed)).toEqual(
      '5.07 5.07 5.07 5.07 5.070 5.0700 5.07000 5.070000'.split(' ')
    )
    // Where they are too few the checks say so.
    expect(rules(with_({ feeDecimals: 0 }))).toEqual(['T2-FEEDP warning'])
  })

  it('never stop a check, whatever they hold', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('off', 'hint', 'error', '__proto__', '01-26')
    )
    const settings = fc.record({
      rules: fc.dictionary(fc.oneof(word, fc.constantFrom(...ruleIds)), word),
      deadline: word,
      feeDecimals: fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
      words: fc.array(word),
      labels: fc.dictionary(word, word)
    })
    fc.assert(
      fc.property(settings, (given) => {
        const report = with_(given, broken)
        expect(rules(report)).toContain('T4-SUM error')
        expect(openReport(JSON.parse(JSON.stringify(report))).ok).toBe(true)
      }),
      { numRuns: 200 }
    )
  })
})
