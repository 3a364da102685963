import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import SettingsDialog from '../../../src/ui/checks/SettingsDialog.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import '../parts/dialog-methods.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const rules = { 'D-TYPO': 'off', 'X-NEW': 'hint', 'Y-JUMP': 'error' } as const
const open = () => {
  const report = newReport('清川市水利局', 2025)
  const session = new Session({ ...report, settings: { ...report.settings, rules } })
  session.setUnit({ code: '1' })
  session.say('前面做的事。')
  render(SettingsDialog, { session, view: new ViewState() })
  return { session, dialog: within(screen.getByRole('dialog', { name: '检查设置' })) }
}

it('all checks as usual again is one change over many, told where it is made, with 撤销', async () => {
  const { session, dialog } = open()
  // What was said before the dialog opened is not said again in it.
  expect(dialog.getByRole('status').textContent?.trim()).toBe('')
  await fireEvent.click(dialog.getByRole('button', { name: '全部恢复默认' }))
  expect(session.report.settings.rules).toEqual({})
  expect(dialog.getByRole('status').textContent).toContain('3 项检查已恢复默认。')
  expect(document.activeElement).toBe(dialog.getByLabelText('查找检查项'))

  const undo = dialog.getByRole('button', { name: '撤销' })
  undo.focus()
  await fireEvent.click(undo)
  expect(session.report.settings.rules).toEqual(rules)
  expect(dialog.getByRole('status').textContent?.trim()).toBe('')
  expect(document.activeElement).toBe(dialog.getByLabelText('查找检查项'))
})

it('another setting is a change of its own, and takes the notice with it', async () => {
  const { session, dialog } = open()
  await fireEvent.click(dialog.getByRole('button', { name: '全部恢复默认' }))
  await fireEvent.change(dialog.getByLabelText(/^本地报送期限/), { target: { value: '01-20' } })
  expect(session.report.settings.deadline).toBe('01-20')
  expect(dialog.queryByRole('button', { name: '撤销' })).toBeNull()
})
