import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import NewChannel from '../../../src/ui/platforms/NewChannel.svelte'
import { report } from './figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

it('a platform is made with its kind, its name and its account, and none without a name', async () => {
  const session = new Session(report)
  const onclose = vi.fn()
  render(NewChannel, { session, onclose })
  const make = () =>
    fireEvent.submit(screen.getByLabelText('名称').closest('form') as HTMLFormElement)
  const named = (value: string) =>
    fireEvent.input(screen.getByLabelText('名称'), { target: { value } })
  await fireEvent.change(screen.getByLabelText('类别'), { target: { value: 'wechat' } })

  await make()
  expect(screen.getByRole('alert').textContent).toBe('平台名称未填。')
  expect(document.activeElement).toBe(screen.getByLabelText('名称'))
  await named('微信 ')
  expect(screen.getByRole('alert').textContent).toContain('已有微信公众号“微信”')
  await make()
  expect([session.report.channels.length, onclose.mock.calls.length]).toEqual([4, 0])

  await named(' 清川档案')
  await fireEvent.input(screen.getByLabelText(/^账号/), { target: { value: 'gh_0001' } })
  expect(screen.queryByRole('alert')).toBeNull()
  await make()
  expect(session.report.channels.at(-1)).toMatchObject({
    kind: 'wechat',
    name: '清川档案',
    accountId: 'gh_0001'
  })
  expect(session.said?.text).toBe('已新建清川档案（微信公众号）。')
  expect(onclose).toHaveBeenCalledTimes(1)
})
