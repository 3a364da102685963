import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import CalendarDialog from '../../../src/ui/guide/CalendarDialog.svelte'
import { download } from '../../../src/ui/parts/download.ts'
import '../parts/dialog-methods.ts'

vi.mock('../../../src/ui/parts/download.ts')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2026-01-18T12:00:00'))
  vi.mocked(download).mockClear()
})
afterEach(() => void vi.useRealTimers())

const blank = newReport('清川市水利局', 2025)
const early: Report = {
  ...blank,
  unit: { ...blank.unit, kind: 'department' },
  settings: { ...blank.settings, deadline: '01-26' }
}
const show = async (reports: readonly Report[], own = false) => {
  render(CalendarDialog, { year: 2025, reports, own, onclose: vi.fn() })
  await screen.findByRole('table')
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [
      within(row).getByRole('rowheader').textContent.trim(),
      within(row).getAllByRole('cell').at(-1)?.textContent
    ])
}

describe('the calendar of duties', () => {
  it('says what is due when, and how many days are left', async () => {
    expect(await show([early])).toEqual([
      ['1月1日起', '已开始'],
      ['1月26日前', '8 天'],
      ['1月31日前', '13 天'],
      ['1月31日前', '13 天'],
      ['3月31日前', '72 天']
    ])
    const row = screen.getByRole('row', { name: /1月26日/ })
    expect(row.textContent).toContain('（上级通知）：清川市水利局')
  })

  it('is saved as a file of the days to come', async () => {
    await show([early], true)
    await fireEvent.click(screen.getByRole('button', { name: '存为日历文件' }))
    const [file] = vi.mocked(download).mock.lastCall ?? []
    expect(file).toMatchObject({ name: '年报报送日程-2025.ics', mime: 'text/calendar' })
    const text = new TextDecoder().decode(file?.bytes)
    expect(text.match(/^DTSTART.*$/gm)).toEqual([
      'DTSTART;VALUE=DATE:20260126',
      'DTSTART;VALUE=DATE:20260131'
    ])
  })

  it('has nothing to save where all is past or published', async () => {
    vi.setSystemTime(new Date('2026-02-20T12:00:00'))
    const lines = await show([{ ...early, published: '2026-01-20' }], true)
    expect(lines).toContainEqual(['1月26日前', '已公布'])
    expect(screen.queryByRole('button', { name: '存为日历文件' })).toBeNull()
    expect(screen.getByText('日期均已过，没有可提醒的事项。')).toBeTruthy()
  })
})
