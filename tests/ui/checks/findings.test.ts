import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import Findings from '../../../src/ui/checks/Findings.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

const typo = '公式公开信息处理费0元。'
const mend = { name: '改为“公示公开”' }

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] }))
afterEach(() => vi.useRealTimers())

/** The list of a report with one slip of the pen in section 六, which is open. */
function list() {
  const session = new Session(exampleReport({ note: '', text: { other: typo } }))
  const view = new ViewState()
  render(Findings, { session, view })
  const [finding] = session.findings
  if (finding) view.choose(finding)
  flushSync()
  return session
}
const afterFrame = () => {
  vi.advanceTimersToNextFrame()
  vi.advanceTimersByTime(1)
  flushSync()
}

it('a repair pressed before its finding is checked again spoils no text, and does it when pressed again', async () => {
  const session = list()
  session.setText('other', `我局共3件。${typo}`)
  flushSync()
  await fireEvent.click(screen.getByRole('button', mend))
  expect(session.report.text.other).toBe(`我局共3件。${typo}`)
  expect(session.said).toBeUndefined()
  await fireEvent.click(screen.getByRole('button', mend))
  expect(session.report.text.other).toBe('我局共3件。公示公开信息处理费0元。')
})

it('the list follows an edit after the frame that shows it', () => {
  const session = list()
  const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((one) => one.textContent)
  const before = titles()
  expect(before).toHaveLength(1)
  session.setText('other', typo.replace('公式', '公示'))
  flushSync()
  expect(titles()).toEqual(before)
  afterFrame()
  expect(titles()).toEqual([])
})

it('of findings by the thousand some are listed, the others on request', async () => {
  const text = { other: typo.repeat(500) }
  const session = new Session(exampleReport({ note: '', text }))
  render(Findings, { session, view: new ViewState() })
  const all = session.findings.length
  expect(all).toBeGreaterThan(400)
  expect(screen.getAllByRole('listitem')).toHaveLength(200)
  await fireEvent.click(screen.getByRole('button', { name: `还有 ${all - 200} 处，继续显示` }))
  expect(screen.getAllByRole('listitem')).toHaveLength(400)
})
