import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { differences } from '../../../src/core/versions/compare.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import { Importing } from '../../../src/state/import/importing.svelte.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { getReport, saveReport } from '../../../src/storage/reports/reports.ts'
import Queue from '../../../src/ui/import/Queue.svelte'

const stored = { ...newReport('清川市水利局', 2025), rev: 3 }
const theirs = { ...setCell(stored, 'remedies.review.upheld', 2), rev: 9 }

beforeEach(async () => {
  await db.delete()
  await db.open()
  await db.reports.add(stored)
})

it('says why a merge was not taken back, and not that nothing was merged', async () => {
  const importing = new Importing(new Library())
  await importing.takeFiles([new File([writeJson(theirs)], 'a.nianbao.json')])
  const [item] = importing.items
  if (!item) throw new Error('no item')
  await importing.merge(item, differences(stored, theirs))
  render(Queue, { importing, onreview: () => undefined, onopen: () => undefined })
  expect(screen.getByText('已合并，2 处用文件版本。')).toBeTruthy()
  const merged = (await getReport(stored.id)) ?? stored
  await saveReport(setCell(merged, 'remedies.review.upheld', 7), merged.rev)
  await fireEvent.click(screen.getByRole('button', { name: '撤销合并' }))
  expect(await screen.findByText(/^没有撤销合并：合并后这份报告又保存过/)).toBeTruthy()
  expect(screen.queryByText(/没有合并/)).toBeNull()
})
