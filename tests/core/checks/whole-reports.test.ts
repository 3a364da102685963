import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/checks/finding.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import type { Severity } from '../../../src/core/findings/finding.ts'
import { figures } from '../../run.ts'
import { reportOf, source, wholeReports } from './whole-reports.ts'

/** Seventy reports without a fault, each in the hand of another clerk: what is said of them is false. */

/** No more than these are said of all seventy; a rule that learns better lowers them. */
const falseAlarms: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 0 }

/** A finding in a line: its rule, the report, the words it stands at. */
function told(name: string, { rule, at, params }: Finding): string {
  const { text } = reportOf(source(name))
  const words = at.kind === 'text' ? `${at.section} ${text[at.section].slice(at.from, at.to)}` : ''
  return `${rule} ${name} ${at.kind === 'text' && at.from === undefined ? at.section : words} ${JSON.stringify(params)}`
}

describe('whole reports without a fault', () => {
  const names = [...wholeReports.keys()]
  const found = names.flatMap((name) =>
    validate(reportOf(source(name))).map((finding) => ({ name, finding }))
  )

  it('are seventy, each of another unit, with texts of their own', () => {
    const reports = names.map((name) => reportOf(source(name)))
    expect(new Set(reports.map(({ unit }) => unit.name)).size).toBe(70)
    const prose = reports.map(({ text }) => Object.values(text).join('').length)
    expect(Math.min(...prose)).toBeGreaterThan(500)
    expect(reports.filter(({ previous }) => previous).length).toBeGreaterThan(3)
  })

  it.each(['error', 'warning', 'hint'] as const)('have hardly a false %s', (severity) => {
    const list = found.filter(({ finding }) => finding.severity === severity)
    const lines = list.map(({ name, finding }) => told(name, finding)).sort()
    if (figures)
      console.log([`${severity}: ${lines.length} in ${names.length}`, ...lines].join('\n'))
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(falseAlarms[severity])
  })

  it('have less than one false warning each', () => {
    expect(falseAlarms.error + falseAlarms.warning).toBeLessThan(names.length)
  })
})
