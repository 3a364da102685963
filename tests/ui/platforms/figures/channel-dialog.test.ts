import { fireEvent, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, expect, it } from 'vitest'
import * as words from '../../../../src/i18n/words.ts'
import { db } from '../../../../src/storage/database/db.ts'
import { report, show } from '../figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

/** The dialog about the account 微信, beside another that is called 清川. */
async function open() {
  const channels = report.channels.map((one) =>
    one.id === '微博' ? { ...one, kind: 'wechat' as const, name: '清川' } : one
  )
  const { session } = show('year', { ...report, channels })
  await fireEvent.click(screen.getByRole('button', { name: words.platforms.more('微信') }))
  await fireEvent.click(screen.getByRole('menuitem', { name: '平台资料' }))
  const field = screen.getByLabelText<HTMLInputElement>('名称')
  const type = (value: string) => fireEvent.input(field, { target: { value } })
  return { session, field, type, name: () => session.report.channels[2]?.name }
}

it('a name is taken when its field is left, and half of one never', async () => {
  const { session, field, type, name } = await open()
  await type('微')
  expect(name()).toBe('微信')
  await type('清川发布 ')
  await fireEvent.change(field)
  expect([name(), field.value]).toEqual(['清川发布', '清川发布'])
  session.undo()
  expect(name()).toBe('微信')
})

it('a name that cannot be leaves the one there was, and Esc gives it back', async () => {
  const { field, type, name } = await open()
  await type('微')
  await type('')
  await fireEvent.change(field)
  expect([name(), screen.getByRole('alert').textContent.trim()]).toEqual(['微信', '平台名称未填。'])
  await type('清川')
  await fireEvent.change(field)
  expect([name(), field.value]).toEqual(['微信', '清川'])
  // Esc is the field's: the dialog stays open.
  expect(await fireEvent.keyDown(field, { key: 'Escape' })).toBe(false)
  flushSync()
  expect([name(), field.value, screen.queryByRole('alert')]).toEqual(['微信', '微信', null])
})

it('a name that another kind makes possible is taken with the kind', async () => {
  const { field, type, name } = await open()
  await type('清川')
  await fireEvent.change(field)
  await fireEvent.change(screen.getByLabelText('类别'), { target: { value: 'weibo' } })
  expect([name(), screen.queryByRole('alert')]).toEqual(['清川', null])
})
