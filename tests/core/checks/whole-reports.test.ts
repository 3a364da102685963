import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/checks/finding.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { figures } from '../../run.ts'
import { reportOf, wholeReports } from './whole-reports.ts'

/** Forty reports without a fault, each in the hand of another clerk: what is said of them is false. */

const checked = [...wholeReports].map(([name, source]) => {
  const report = reportOf(source)
  return { name, report, findings: validate(report) }
})

const places = (severity: Finding['severity']) =>
  checked.flatMap(({ name, report, findings }) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({ name, report, finding }))
  )

describe('whole reports without a fault', () => {
  it('have no error', () => {
    for (const { name, report, findings } of checked) {
      const errors = findings.filter(({ severity }) => severity === 'error')
      expect(errors.map((f) => [f.rule, f.at, f.params]), `${name} ${report.unit.name}`).toEqual([])
    }
  })

  it('are warned of', () => {
    for (const severity of ['error', 'warning', 'hint'] as const) {
      const list = places(severity)
      if (figures) {
        console.log(`${severity}: ${list.length} in ${checked.length} reports`)
        for (const { name, report, finding } of list) {
          const { at } = finding
          const words = at.kind === 'text' && at.from !== undefined ? report.text[at.section].slice(at.from, at.to) : ''
          console.log(`  ${finding.rule}  ${name}  ${at.kind === 'text' ? at.section : at.kind}「${words}」 ${JSON.stringify(finding.params)}`)
        }
      }
    }
  })
})
