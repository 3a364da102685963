import { describe, expect, it } from 'vitest'
import { countOf, summaryOf } from '../../scripts/tally.mjs'

describe('countOf', () => {
  it.each([
    { of: 'a check that holds', ok: true, report: undefined, passed: 1, failed: 0 },
    { of: 'a check that does not', ok: false, report: undefined, passed: 0, failed: 1 },
    {
      of: 'Vitest',
      ok: true,
      report: { numPassedTests: 7, numFailedTests: 0 },
      passed: 7,
      failed: 0
    },
    {
      of: 'Vitest with failing tests',
      ok: false,
      report: { numPassedTests: 7, numFailedTests: 2 },
      passed: 7,
      failed: 2
    },
    {
      of: 'Vitest with a file that does not load',
      ok: false,
      report: { numPassedTests: 7, numFailedTests: 0 },
      passed: 7,
      failed: 1
    },
    {
      of: 'Playwright, a test that passed at the second try among them',
      ok: true,
      report: { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } },
      passed: 5,
      failed: 1
    }
  ])('counts $of', ({ ok, report, passed, failed }) => {
    expect(countOf(ok, report)).toMatchObject({ passed, failed })
  })
})

describe('summaryOf', () => {
  it('ends with the sums', () => {
    const text = summaryOf([
      { name: 'lint', passed: 1, failed: 0, skipped: 0, seconds: 3.4 },
      { name: 'tests', passed: 40, failed: 2, skipped: 1, seconds: 12 },
      { name: 'size', passed: 0, failed: 1, skipped: 0, seconds: 0, why: 'not run: no build' }
    ])
    expect(text.split('\n').at(-1)).toBe('41 passed, 3 failed')
    expect(text).toMatch(/tests +40 +2 +1 +12/)
    expect(text).toContain('not run: no build')
  })
})
