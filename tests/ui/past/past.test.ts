import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import '../parts/dialog-methods.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { takeSnapshot } from '../../../src/storage/past/snapshots.ts'
import Past from '../../../src/ui/past/Past.svelte'

const upheld = 'remedies.review.upheld'
let report: Report
let now: Report

beforeEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.reports.clear(), db.snapshots.clear()])
  report = newReport('青石镇人民政府', 2025)
  now = { ...setCell(report, upheld, 9), text: { ...report.text, other: '新写的。' } }
  await takeSnapshot(report, 'opened')
  await takeSnapshot({ ...report, text: now.text }, 'merge')
})

const show = (session?: Session) => {
  const [onopen, onclose] = [vi.fn(), vi.fn()]
  render(Past, { id: report.id, onopen, onclose, ...(session && { session }) })
  return { onopen, onclose }
}
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }))

it('lists each with its reason, what it changed and how far it is from now', async () => {
  show(new Session(now))
  const list = within(await screen.findByRole('radiogroup', { name: '版本列表' }))
  const said = list.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
  expect(said).toMatchObject([
    expect.stringMatching(/合并前.*比前一版修改 1 处文字.*与现在有 2 处不同/),
    expect.stringMatching(/打开时.*最早的一版.*与现在有 3 处不同/)
  ])
})

it('takes back what was chosen of it', async () => {
  const session = new Session(now)
  const { onclose } = show(session)
  await press(/^全用这一版$/)
  await press('恢复所选')
  await vi.waitFor(() => expect(onclose).toHaveBeenCalled())
  expect(session.report.cells[upheld]).toBeNull()
  expect(session.report.text.other).toBe('新写的。')
  expect(session.said?.text).toContain('已恢复 2 处')
})

it('says that nothing was changed where the state of now cannot be kept', async () => {
  const session = new Session(now)
  const { onclose } = show(session)
  await screen.findByRole('radiogroup', { name: '版本列表' })
  vi.spyOn(db.snapshots, 'add').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  await press('全部恢复')
  expect((await screen.findByRole('alert')).textContent).toContain('没有恢复')
  expect(session.report).toBe(now)
  expect(onclose).not.toHaveBeenCalled()
})

it('of a report that cannot be opened, a state is made a new report, and the raw one named', async () => {
  await db.table<unknown, number, unknown>('snapshots').add({
    reportId: report.id,
    at: '2099-01-01T00:00:00.000Z',
    reason: 'migration',
    report: { ...report, schema: 99 }
  })
  const { onopen } = show()
  expect(await screen.findAllByText('由较新版本的年报台保存，当前版本无法打开。')).toHaveLength(2)
  expect(screen.getByRole('button', { name: '导出原始内容' })).toBeTruthy()
  await fireEvent.click(screen.getByRole('radio', { name: /打开时/ }))
  await press('另存为新报告')
  await vi.waitFor(() => expect(onopen).toHaveBeenCalled())
  const [id] = onopen.mock.calls[0] ?? []
  expect(await db.reports.get(id)).toMatchObject({ unit: report.unit, rev: 1 })
  expect(await db.reports.get(report.id)).toBeUndefined()
})

it('says that there are none yet, and that they cannot be read', async () => {
  await db.snapshots.clear()
  show()
  await screen.findByText('没有历史版本。填写后自动生成。')
})
