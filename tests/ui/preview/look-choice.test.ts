import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, expect, it } from 'vitest'
import { dayOf } from '../../../src/core/duties/deadlines.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import LookChoice from '../../../src/ui/preview/LookChoice.svelte'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

it('puts name and day where they are wanted, today until another day is chosen', async () => {
  const session = new Session(newReport('清川市水利局', 2025))
  render(LookChoice, { session })
  const choice = within(screen.getByRole('group', { name: '署名和日期' }))
  const chosen = () =>
    choice.getAllByRole('button').find((button) => button.ariaPressed === 'true')?.textContent
  expect(chosen()).toBe('不印')
  expect(screen.queryByLabelText('成文日期')).toBeNull()

  await fireEvent.click(choice.getByRole('button', { name: '文末' }))
  flushSync()
  expect(session.report.settings).toMatchObject({ signature: 'end', signedOn: dayOf(new Date()) })
  const day = screen.getByLabelText<HTMLInputElement>('成文日期')
  await fireEvent.change(day, { target: { value: '2026-01-23' } })
  await fireEvent.click(choice.getByRole('button', { name: '标题下' }))
  flushSync()
  expect(chosen()).toBe('标题下')
  expect(session.report.settings).toMatchObject({ signature: 'title', signedOn: '2026-01-23' })

  await fireEvent.click(choice.getByRole('button', { name: '不印' }))
  flushSync()
  expect(screen.queryByLabelText('成文日期')).toBeNull()
})
