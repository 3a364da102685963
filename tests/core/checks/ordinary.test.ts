import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/core/checks/validate.ts'
import { ordinaryReport } from './ordinary.ts'
import { random } from '../report/reports.ts'

describe('500 random reports of random units, in varied words', { timeout: 60_000 }, () => {
  const next = random(11)
  const reports = Array.from({ length: 500 }, () => ordinaryReport(next))

  it('are different ones', () => {
    expect(new Set(reports.map(({ text }) => text.problems)).size).toBeGreaterThan(100)
    expect(new Set(reports.map(({ unit }) => `${unit.kind} ${unit.level}`)).size).toBeGreaterThan(6)
    expect(reports.filter(({ previous }) => previous).length).toBeGreaterThan(200)
  })

  it('have no error, with last year’s and without', () => {
    for (const report of reports) {
      const errors = validate(report).filter(({ severity }) => severity === 'error')
      expect(errors, report.text.problems).toEqual([])
    }
  })

  it('have nothing to be said of structure and wording', () => {
    for (const report of reports) {
      const found = validate(report).filter(({ rule }) => rule.startsWith('D-'))
      expect(found, report.unit.name).toEqual([])
    }
  })
})
