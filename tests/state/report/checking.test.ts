import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { repairs } from '../../../src/core/checks/repair/repair.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { openFindings } from '../../../src/core/findings/waivers.ts'
import { solve } from '../../../src/core/sums/solve.ts'
import { cellKey, Session } from '../../../src/state/report/session.svelte.ts'

// The rules and the search as they are, counting how often they are asked.
vi.mock('../../../src/core/checks/validate.ts', async (original) => {
  const real = await original<typeof import('../../../src/core/checks/validate.ts')>()
  return { ...real, validate: vi.fn(real.validate) }
})
vi.mock('../../../src/core/sums/solve.ts', async (original) => {
  const real = await original<typeof import('../../../src/core/sums/solve.ts')>()
  return { ...real, solve: vi.fn(real.solve) }
})

const granted: FieldId = 'requests.granted.natural'
const broken = { cells: { [granted]: 6 } }
const typo = '公式公开信息处理费0元。'

const reportOf = (example: Omit<Example, 'note'> = {}) => exampleReport({ note: '', ...example })

/** A session of a report that is as faulty as the example, as it is when it opens. */
const open = (example: Omit<Example, 'note'> = {}): Session => opened(reportOf(example))
const opened = (report: Report): Session => {
  const session = new Session(report)
  onTestFinished(() => session.close())
  vi.mocked(validate).mockClear()
  vi.mocked(solve).mockClear()
  return session
}
const asked = () => vi.mocked(validate).mock.calls.length
const searched = () => vi.mocked(solve).mock.calls.length
/** The next frame is drawn; what waits for it to be seen has not run yet. */
const frame = () => vi.advanceTimersToNextFrame()
/** What waits for the frame runs. */
const afterwards = () => vi.advanceTimersByTime(1)
const rulesOf = (session: Session) => session.findings.map(({ rule }) => rule)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'Date'] })
})
afterEach(() => vi.useRealTimers())

describe('an edit', () => {
  it('is in the report at once, its totals too, and is checked after the frame that shows it', () => {
    const session = open()
    const before = session.checked
    const total = session.report.cells['requests.granted.total'] ?? 0
    const was = session.report.cells[granted] ?? 0
    session.typeCell(granted, String(was + 5))
    expect(session.report.cells['requests.granted.total']).toBe(total + 5)
    expect([session.checked === before, asked(), searched()]).toEqual([true, 0, 0])
    frame()
    expect([session.checked === before, asked(), searched()]).toEqual([true, 0, 0])
    afterwards()
    expect([session.checked.report === session.report, asked(), searched()]).toEqual([true, 1, 1])
    expect(rulesOf(session)).toContain('T3-BAL')
  })

  it('is checked once with all others of its frame, as the report stands then', () => {
    const session = open()
    for (const text of ['1', '12', '123']) session.typeCell(granted, text)
    session.undo()
    session.setText('other', typo)
    frame()
    afterwards()
    expect(asked()).toBe(1)
    expect(rulesOf(session)).toEqual(['D-TYPO'])
    frame()
    afterwards()
    expect(asked()).toBe(1)
  })

  it('of prose searches for no cell again, however broken the sums are', () => {
    const session = open(broken)
    expect(rulesOf(session)).toContain('T3-SUM')
    for (const text of ['无', '无。', typo]) {
      session.setText('other', text)
      frame()
      afterwards()
    }
    expect([asked(), searched()]).toEqual([3, 0])
    expect(rulesOf(session)).toEqual(expect.arrayContaining(['T3-SUM', 'D-TYPO']))
  })

  it('is checked before what else waits, where the browser can be asked for that', () => {
    const postTask = vi.fn((work: () => void, _how: SchedulerPostTaskOptions) => setTimeout(work))
    vi.stubGlobal('scheduler', { postTask })
    onTestFinished(() => void vi.unstubAllGlobals())
    const session = open()
    session.setText('other', typo)
    expect(postTask).not.toHaveBeenCalled()
    frame()
    expect(postTask.mock.calls.map(([, how]) => how)).toEqual([{ priority: 'user-blocking' }])
    expect(asked()).toBe(0)
    afterwards()
    expect(rulesOf(session)).toEqual(['D-TYPO'])
  })

  it('while nobody sees the page is checked when somebody does', () => {
    const session = open()
    session.setText('other', typo)
    vi.advanceTimersByTime(5)
    expect(asked()).toBe(0)
    frame()
    afterwards()
    expect(rulesOf(session)).toEqual(['D-TYPO'])
  })
})

describe('the report as it is', () => {
  it('is checked on the spot for whoever asks, once for each state', () => {
    const session = open()
    session.setText('other', typo)
    const now = session.checkedNow
    expect(now.report).toBe(session.report)
    expect(now.findings.map(({ rule }) => rule)).toEqual(['D-TYPO'])
    expect(session.findings).toEqual([])
    expect(session.checkedNow).toBe(now)
    frame()
    afterwards()
    expect(session.checked).toBe(now)
    expect(asked()).toBe(1)
  })

  it('is on the screen after every row of edits, and never with the findings of another', () => {
    const texts = ['', '无。', typo, `${typo}${typo}`] as const
    const step = fc.oneof(
      fc.record({ text: fc.constantFrom(...texts) }),
      fc.record({ cell: fc.constantFrom('0', '6', '12', 'abc') }),
      fc.constantFrom('undo' as const, 'redo' as const, 'frame' as const, 'ask' as const)
    )
    const isOfField = ({ rule }: { readonly rule: string }) => rule === 'N-TEXT'
    // What a field refuses is in no report.
    const own = ({ report, findings }: Session['checked']) =>
      expect(
        findings
          .filter((one) => !isOfField(one))
          .map(({ rule }) => rule)
          .sort()
      ).toEqual(
        openFindings(report, validate(report, { today: '2026-01-10' }))
          .map(({ rule }) => rule)
          .sort()
      )
    vi.setSystemTime('2026-01-10')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const session = open(broken)
        for (const one of steps) {
          if (one === 'undo') session.undo()
          else if (one === 'redo') session.redo()
          else if (one === 'frame') {
            frame()
            afterwards()
            expect(session.checked.report).toBe(session.report)
          } else if (one === 'ask') expect(session.checkedNow.report).toBe(session.report)
          else if ('text' in one) session.setText('other', one.text)
          else session.typeCell(granted, one.cell)
          own(session.checked)
        }
        own(session.checkedNow)
        session.seal()
        frame()
        afterwards()
        expect(session.checked.report).toBe(session.report)
        const refused = session.held(cellKey(granted))?.refused !== undefined
        expect(session.findings.some(isOfField)).toBe(refused)
      }),
      { numRuns: 40 }
    )
  })
})

describe('a repair', () => {
  const offered = ({ checked: { report, findings, causes } }: Session, rule: string) => {
    const finding = findings.find((one) => one.rule === rule)
    const [repair] = finding ? repairs(report, finding, causes) : []
    if (!repair) throw new Error(`nothing offered for ${rule}`)
    return { report, repair }
  }

  it('changes nothing once its place may have moved, and what is offered then does', () => {
    const session = open({ text: { other: typo } })
    const stale = offered(session, 'D-TYPO')
    session.setText('other', `我局收到3件。${typo}`)
    const typed = session.report
    expect(session.mend(stale.report, stale.repair)).toBe(false)
    expect(session.report).toBe(typed)
    // Pressed once more, before any frame.
    const fresh = offered(session, 'D-TYPO')
    expect(session.mend(fresh.report, fresh.repair)).toBe(true)
    expect(session.report.text.other).toBe('我局收到3件。公示公开信息处理费0元。')
  })

  it('fits again when undo brings back the report that it was offered for', () => {
    const session = open(broken)
    const { report, repair } = offered(session, 'T3-SUM')
    session.setText('other', '无。')
    session.undo()
    expect(session.mend(report, repair)).toBe(true)
    expect(session.checkedNow.findings).toEqual([])
  })

  it('is one step to take back', () => {
    const session = open(broken)
    const { report, repair } = offered(session, 'T3-SUM')
    session.mend(report, repair)
    session.undo()
    expect(session.report).toBe(report)
    expect(session.canUndo).toBe(false)
  })

  it('of sums is of the search that the finding came from: what was typed last is first', () => {
    // Two columns off by one, while the total of the row agrees: three ways to explain it.
    const [welfare, legal] = ['requests.granted.welfare', 'requests.granted.legal'] as const
    const session = opened(
      setCells(reportOf(), {
        'requests.received.welfare': 2,
        [welfare]: 2,
        'requests.received.legal': 1,
        [legal]: 1
      })
    )
    expect(session.checked.causes).toEqual([])
    session.typeCell(welfare, '1')
    session.typeCell(legal, '2')
    frame()
    afterwards()
    const { report, findings, causes } = session.checked
    const [finding] = findings
    const ways = finding ? repairs(report, finding, causes) : []
    const fields = ways.map((way) =>
      way.kind === 'set' ? way.changes.map(({ field }) => field) : []
    )
    expect(fields[0]).toEqual(expect.arrayContaining([welfare, legal]))
    expect(finding?.params).toMatchObject({ fields: fields[0], candidates: fields.length })
    expect(searched()).toBe(1)
  })
})

it('what somebody accepts leaves the findings, and comes back as lapsed when its words change', () => {
  const session = open({ text: { other: typo } })
  const [finding] = session.findings
  if (!finding) throw new Error('no finding')
  const seen = () => {
    frame()
    afterwards()
    const { findings, waived, lapsed } = session.checked
    return [findings.length, waived.length, lapsed.length]
  }
  session.accept([finding], '专有名称', '张三')
  expect(seen()).toEqual([0, 1, 0])
  session.setText('other', reportOf().text.other)
  expect(seen()).toEqual([0, 0, 1])
  session.undo()
  session.reopen(finding.fingerprint)
  expect(seen()).toEqual([1, 0, 0])
})
