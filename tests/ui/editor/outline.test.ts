import { render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import Outline from '../../../src/ui/editor/Outline.svelte'

/** What the outline asks of a session. */
function sessionOf(example: Parameters<typeof exampleReport>[0]) {
  const report = exampleReport(example)
  return { report, findings: [], checked: { report, findings: [] } }
}

/** The last line of the outline: when this report is due, or that it is past or done. */
function dueLine(example: Omit<Example, 'note'>): string {
  const session = sessionOf({ note: '', ...example })
  const view = { spot: 'overview', open: vi.fn() }
  render(Outline, { session: session as never, view: view as never })
  const terms = screen.getAllByRole('term')
  const definitions = screen.getAllByRole('definition')
  return `${terms.at(-1)?.textContent} ${definitions.at(-1)?.textContent}`.trim()
}

describe('the deadline in the outline', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['2026-01-18', {}, '距 1月31日 13 天'],
    ['2026-01-31', {}, '距 1月31日 0 天'],
    ['2026-02-10', {}, '已过 1月31日'],
    ['2027-11-26', {}, '已过 2026年1月31日'],
    ['2026-01-18', { settings: { deadline: '01-26' } }, '距 1月26日 8 天'],
    ['2026-02-10', { published: '2026-01-28' }, '已发布 1月28日']
  ])('on %s of %o: %s', (day, example, line) => {
    vi.setSystemTime(new Date(`${day}T12:00:00`))
    expect(dueLine(example)).toBe(line)
  })
})

describe('a section in the outline', () => {
  it.each([
    ['', '未填'],
    ['（一）主动公开\n（二）依申请公开', '只有标题'],
    ['（一）主动公开。发布3条。', '13 字']
  ])('%j: %s', (overview, line) => {
    const session = sessionOf({ note: '', text: { overview } })
    const view = { spot: 'overview', open: vi.fn() }
    render(Outline, { session: session as never, view: view as never })
    expect(screen.getByRole('button', { name: /总体情况/ }).textContent).toContain(line)
  })
})
