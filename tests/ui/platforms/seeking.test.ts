import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { placeId } from '../../../src/core/platforms/entering.ts'
import { figureLinesOf } from '../../../src/core/platforms/lines.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { located } from '../../../src/ui/checks/card/acting.ts'
import { focusFigure } from '../../../src/ui/parts/focus/fields.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Platforms from '../../../src/ui/platforms/Platforms.svelte'
import { fieldOf, figure, focused, report } from './figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const of2022 = figure('站', 'posts', 2022, 5)
const open = () => {
  const session = new Session({ ...report, metrics: [...report.metrics, of2022] })
  const view = new ViewState()
  view.open('platforms')
  const shown = { session, view, dark: false }
  const { unmount } = render(Platforms, shown)
  const comeBack = () => {
    unmount()
    render(Platforms, shown)
  }
  return { session, view, comeBack }
}
const fold = () => fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
const turn = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const settle = async () => {
  flushSync()
  await tick()
}

describe('定位 reaches a figure that is not on the screen', () => {
  it('in a month that was folded by hand, or beside another view', async () => {
    const { session, view } = open()
    await fold()
    const march = fieldOf(/^站posts，2025年3月/)
    march.focus()
    await fireEvent.input(march, { target: { value: '很多' } })
    march.blur()
    flushSync()
    const finding = session.checkedNow.findings.find(({ rule }) => rule === 'N-TEXT')
    if (!finding) throw new Error('no finding')
    for (const away of [fold, () => turn('平台对比'), () => turn('历年'), fold]) {
      await (away === fold ? turn('本年').then(fold) : away())
      expect(screen.queryByRole('textbox', { name: /^站posts，2025年3月/ })).toBeNull()
      located(view, finding)
      await settle()
      expect(focused()).toMatch(/^站posts，2025年3月/)
    }
  })

  it('of a year that only 历年 has; what is chosen then is shown', async () => {
    const { view } = open()
    focusFigure(view, of2022.id)
    await settle()
    expect(focused()).toMatch(/^站posts，2022年/)
    await turn('本年')
    expect(screen.queryByRole('textbox', { name: /^站posts，2022年/ })).toBeNull()
  })

  it('once: who comes back to the platforms finds 本年, as after any other visit', async () => {
    const { view, comeBack } = open()
    focusFigure(view, of2022.id)
    await settle()
    comeBack()
    expect(screen.getByRole('button', { name: '本年', pressed: true })).toBeTruthy()
  })

  it('once: a month that was folded then stays folded when 本年 is shown again', async () => {
    const { session, view } = open()
    const [line] = figureLinesOf(session.report, '站')
    if (!line) throw new Error('no line')
    focusFigure(view, `figure:${placeId({ line, year: 2025, month: 2 })}`)
    await settle()
    expect(focused()).toMatch(/^站posts，2025年3月/)
    await fold()
    await turn('历年')
    await turn('本年')
    expect(screen.queryByRole('textbox', { name: /^站posts，2025年3月/ })).toBeNull()
  })

  it('leaves a view that has it as it is', async () => {
    const { view } = open()
    await turn('平台对比')
    focusFigure(view, '微信-posts-2025')
    await settle()
    expect(focused()).toMatch(/^微信posts，2025年/)
    expect(screen.getByRole('button', { name: '平台对比', pressed: true })).toBeTruthy()
  })
})
