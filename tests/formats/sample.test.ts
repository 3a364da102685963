import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openReport } from '../../src/core/report/migrate.ts'
import type { Report } from '../../src/core/report/report.ts'
import { setCells } from '../../src/core/report/edit.ts'
import { stateOf } from '../../src/core/checks/state-of.ts'
import { validate } from '../../src/core/checks/validate.ts'
import { writeJson } from '../../src/formats/write/json.ts'

const file = readFileSync(new URL('../../public/sample.nianbao.json', import.meta.url), 'utf8')

function sample(): Report {
  const opened = openReport(JSON.parse(file))
  if (!opened.ok) throw new Error(opened.detail)
  return opened.report
}

describe('the sample', () => {
  it('is an exchange file as this version writes it', () => {
    expect(writeJson(sample())).toBe(file)
  })

  it('has the faults it is there to show, and no others', () => {
    const findings = validate(sample())
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
      'D-S6 warning',
      'D-TYPO warning',
      'T3-BLANK warning',
      'T3-SUM error'
    ])
    expect(stateOf(sample(), findings)).toMatchObject({ verdict: 'error', filled: 198 })
  })

  it('can be handed in once they are mended', () => {
    const report = sample()
    const { text, cells } = report
    const mended = {
      ...setCells(
        { ...report, cells: { ...cells, 'requests.unavailable.notHeld.natural': 6 } },
        { 'requests.declined.excessive.research': 0, 'requests.declined.excessive.welfare': 0 }
      ),
      text: {
        ...text,
        overview: text.overview.replace('公式公开', '公示公开'),
        other: '本年度发出收费通知0件，信息处理费收取0元。'
      }
    }
    expect(validate(mended)).toEqual([])
    expect(stateOf(mended, [])).toMatchObject({ verdict: 'ready', filled: 200 })
  })
})
