import { configure, fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Backups } from '../../../src/state/keeping/backup.svelte.ts'
import { Restoring } from '../../../src/state/keeping/restoring.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { getReport, saveReport } from '../../../src/storage/reports/reports.ts'
import RestoreDialog from '../../../src/ui/library/restoring/RestoreDialog.svelte'
import '../parts/dialog-methods.ts'

/** A report of a backup that is merged into the one that is here, and taken back too late. */

configure({ asyncUtilTimeout: 5000 })

const report = { ...newReport('清川市水利局', 2025), rev: 4 }
const press = (name: RegExp | string) =>
  screen.findByRole('button', { name }).then((button) => fireEvent.click(button))

beforeEach(async () => {
  await db.delete()
  await db.open()
})

/** Backs a report up, changes it, and merges the backup into it. */
async function merge(): Promise<{ unmerge: HTMLElement; told: readonly string[] }> {
  await db.reports.add(report)
  const { bytes } = await new Backups().make(new Date())
  await saveReport(setCell(report, 'remedies.review.upheld', 7), report.rev)
  const told: string[] = []
  render(RestoreDialog, {
    name: '备份.zip',
    restoring: new Restoring(new Blob([bytes])),
    onrestored: () => undefined,
    onrefused: (sentence: string) => told.push(sentence),
    onclose: () => told.push('closed')
  })
  await fireEvent.click(await screen.findByText('逐份选择'))
  await press(/^逐项比较/)
  for (const theirs of await screen.findAllByRole('radio', { name: /：文件版本$/ })) {
    await fireEvent.click(theirs)
  }
  await press('按所选合并')
  return { unmerge: await screen.findByRole('button', { name: /^撤销合并/ }), told }
}
const upheld = async () => (await getReport(report.id))?.cells['remedies.review.upheld']

it('a merge is taken back: the report is as it was, and can be compared and chosen again', async () => {
  const { unmerge, told } = await merge()
  expect(await upheld()).toBeNull()
  await fireEvent.click(unmerge)
  expect(await screen.findByRole('button', { name: /^逐项比较/ })).toBeTruthy()
  expect(await upheld()).toBe(7)
  expect(screen.queryByText('已合并')).toBeNull()
  const [all] = screen.getAllByRole('checkbox')
  expect((all as HTMLInputElement).disabled).toBe(false)
  expect(told).toEqual([])
})

it('a merge that cannot be taken back any more says so in the dialog, and stays', async () => {
  const { unmerge, told } = await merge()
  const merged = (await getReport(report.id)) ?? report
  await saveReport(setCell(merged, 'remedies.review.upheld', 9), merged.rev)
  await fireEvent.click(unmerge)
  const dialog = within(screen.getByRole('dialog'))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/^没有撤销合并/)
  expect(screen.getByRole('button', { name: /^撤销合并/ })).toBeTruthy()
  expect(told).toEqual([])
})
