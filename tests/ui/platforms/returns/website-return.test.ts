import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { setChannel } from '../../../../src/core/platforms/edit.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { db } from '../../../../src/storage/database/db.ts'
import { saveReport } from '../../../../src/storage/reports/reports.ts'
import { FiguresControl } from '../../../../src/ui/platforms/figures/control.svelte.ts'
import WebsiteReturn from '../../../../src/ui/platforms/returns/WebsiteReturn.svelte'
import { fieldOf, filled, focused, paste, press, report } from '../figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

it('a block pasted goes to rows of the form, words among them or not', async () => {
  const session = new Session(report)
  const site = report.channels[0]
  if (!site) throw new Error('no site')
  render(WebsiteReturn, { session, control: new FiguresControl(session), channel: site })
  await paste(fieldOf(/^服务事项|^注册用户数/), '1\n2')
  await press('ArrowUp')
  expect(focused()).toMatch(/^回应公众关注热点/)
  expect(filled(session).filter((one) => one.startsWith('站'))).toEqual([
    '站 services 2025: 2',
    '站 users 2025: 1'
  ])
})

it('what is no number stands again in a row that has no figure, once the report is opened again', async () => {
  await saveReport({ ...report, rev: 0 }, 0)
  const shown = async () => {
    const opened = await Session.open(report.id)
    if (!opened.ok) throw new Error(opened.reason)
    const { session } = opened
    const control = new FiguresControl(session)
    const site = session.report.channels[0]
    if (!site) throw new Error('no site')
    const { unmount } = render(WebsiteReturn, { session, control, channel: site })
    return { session, unmount }
  }
  const { session, unmount } = await shown()
  const field = fieldOf(/^注册用户数/)
  field.focus()
  await fireEvent.input(field, { target: { value: '很多' } })
  unmount()
  await session.close()
  const again = await shown()
  expect(fieldOf(/^注册用户数/).value).toBe('很多')
  await again.session.close()
})

it('网站报表 asks of the accounts what the printed form asks', async () => {
  const session = new Session(setChannel(report, '微博', { name: '清川档案' }))
  const site = session.report.channels[0]
  if (!site) throw new Error('no site')
  render(WebsiteReturn, { session, control: new FiguresControl(session), channel: site })
  expect(screen.getByText('移动新媒体').tagName).toBe('TH')
  const field = fieldOf(/^清川档案（微博）关注量/)
  field.focus()
  await fireEvent.input(field, { target: { value: '341' } })
  expect(filled(session)).toContain('微博 followersEnd 2025: 341')
  // The closed account is in the register and not here.
  expect(screen.queryByText(/头条/)).toBeNull()
})
