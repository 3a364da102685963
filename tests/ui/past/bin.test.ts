import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import '../parts/dialog-methods.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { db } from '../../../src/storage/database/db.ts'
import { removeReport } from '../../../src/storage/past/bin.ts'
import { addReport } from '../../../src/storage/reports/reports.ts'
import Bin from '../../../src/ui/past/Bin.svelte'

const report = newReport('青石镇人民政府', 2025)
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

beforeEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.reports.clear(), db.bin.clear()])
  await addReport(report)
  await removeReport(report.id)
})
const show = () => render(Bin, { onclose: vi.fn() })

it('names what lies there, when it was deleted and how long it stays', async () => {
  show()
  const row = await screen.findByRole('row', { name: /青石镇人民政府 2025 年度/ })
  expect(row.textContent).toMatch(/今天 \d\d:\d\d.*30 天/)
})

it('says which came back, and where it stands beside another', async () => {
  show()
  await press('恢复 青石镇人民政府 2025 年度')
  await screen.findByText('已恢复 青石镇人民政府 2025 年度。')
  expect(await db.reports.count()).toBe(1)
  await removeReport(report.id)
  await addReport(report)
  await press('恢复 青石镇人民政府 2025 年度')
  await screen.findByText(/库中已有同一份报告，两份并存/)
  expect(await db.reports.count()).toBe(2)
})

it('deletes for good only after a yes', async () => {
  show()
  await press('清空回收站')
  expect((await screen.findByRole('alert')).textContent).toContain('1 份')
  await press('取消')
  expect(await db.bin.count()).toBe(1)
  await press('彻底删除 青石镇人民政府 2025 年度')
  await press('彻底删除')
  await screen.findByText('回收站为空。')
  expect(await db.bin.count()).toBe(0)
})

it('says that the browser did not do it, and everything is still there', async () => {
  show()
  await screen.findByRole('row', { name: /青石镇/ })
  vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  await press('恢复 青石镇人民政府 2025 年度')
  expect((await screen.findByRole('alert')).textContent).toContain('没有完成')
  await waitFor(async () => expect(await db.bin.count()).toBe(1))
})
