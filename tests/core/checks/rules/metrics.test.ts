import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repaired, repairs } from '../../../../src/core/checks/repair/repair.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { random } from '../../report/reports.ts'
import {
  channel,
  consistentHistory,
  figure,
  livedHistory,
  reportOf
} from '../../platforms/figures.ts'

const found = (report: Report) => validate(report).filter(({ rule }) => rule.startsWith('P-'))

const account = channel('w', 'wechat', '清川档案')
const followers = (end: number, fresh: number) =>
  reportOf(
    [account],
    [
      figure({ channel: 'w', key: 'followersEnd', period: 'end', year: 2024, value: 256 }),
      figure({ channel: 'w', key: 'followersNew', year: 2025, value: fresh }),
      figure({ channel: 'w', key: 'followersEnd', period: 'end', year: 2025, value: end })
    ]
  )

describe('the rules about platforms', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'have nothing to say of ten years of thirty platforms that add up (%d)',
    (seed) => {
      expect(found(consistentHistory(random(seed))).filter((f) => f.severity !== 'hint')).toEqual(
        []
      )
    }
  )

  it.each([1, 2, 3, 4])(
    'nor of such years with closed accounts, charts and last year’s report (%d)',
    (seed) => {
      const report = livedHistory(random(seed))
      expect(report.charts.length).toBeGreaterThan(20)
      expect(report.channels.some(({ status }) => status === 'closed')).toBe(true)
      expect(found(report).filter((f) => f.severity !== 'hint')).toEqual([])
    }
  )

  it('nor of any few years of a few platforms, whatever they are', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), (seed, years) => {
        const report = livedHistory(random(seed), years, 5)
        expect(found(report).filter((f) => f.severity !== 'hint')).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  it('notice a figure of such a history that is off by as much as matters', () => {
    const report = consistentHistory(random(3), 3, 3)
    const end = report.metrics.filter(({ key }) => key === 'followersEnd')
    for (const { id, year } of end.filter(({ value }) => (value ?? 0) > 100)) {
      if (year === 2023) continue
      const metrics = report.metrics.map((one) =>
        one.id === id ? { ...one, value: (one.value ?? 0) + 37 } : one
      )
      expect(found({ ...report, metrics }).map(({ rule }) => rule)).toContain('P-FOLLOW')
    }
  })

  it('give a slip of a digit one finding, not one for each sum it breaks', () => {
    expect(found(followers(3410, 85)).map(({ rule }) => rule)).toEqual(['P-SCALE'])
  })

  it.each([
    ['followers', followers(431, 85), [175, 341]],
    ['new ones', followers(341, 42), [85, 298]]
  ])('offer to mend %s from either side, and each repair settles it', (_, report, offered) => {
    const [finding] = found(report)
    const ways = finding ? repairs(report, finding, []) : []
    expect(ways.map((way) => (way.kind === 'figure' ? way.to : way.kind))).toEqual(offered)
    for (const way of ways) expect(found(repaired(report, way))).toEqual([])
  })

  it('compare with last year’s report where this one has no older figures', () => {
    const { metrics, ...report } = followers(431, 85)
    const [last, ...now] = metrics
    const { cells, text } = report
    const previous = { year: 2024, cells, text, metrics: last ? [last] : [] }
    const findings = found({ ...report, metrics: now, previous })
    expect(findings.map(({ rule }) => rule)).toEqual(['P-FOLLOW'])
  })
})
