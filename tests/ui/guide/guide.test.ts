import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import Guide from '../../../src/ui/guide/Guide.svelte'
import { endGuide, guides } from '../../../src/ui/guide/guiding.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

const blank = (year = 2025): Report => newReport('清川市水利局', year)

beforeEach(() => localStorage.clear())

describe('the guide stands beside', () => {
  it('the first report that is begun, as often as it is opened, and no other', () => {
    const first = blank()
    expect([guides(first), guides(blank(2024)), guides(first)]).toEqual([true, false, true])
    const begun = setCells(first, { 'requests.received.natural': 3 })
    expect(guides(begun)).toBe(true)
  })

  it('none once it was closed', () => {
    const first = blank()
    guides(first)
    endGuide()
    expect([guides(first), guides(blank())]).toEqual([false, false])
  })

  it.each<[string, boolean, Report]>([
    ['has text', false, { ...blank(), text: { ...blank().text, overview: '公开信息3条。' } }],
    ['has a number', false, setCells(blank(), { 'remedies.review.upheld': 1 })],
    [
      'has only what the year before left over',
      true,
      setCells(blank(), { 'requests.carriedIn.total': 2 })
    ]
  ])('a first report that %s: %s', (_, shown, report) => {
    expect(guides(report)).toBe(shown)
  })
})

describe('its steps', () => {
  const show = () => {
    const view = new ViewState()
    view.guiding = true
    const session = new Session(blank())
    render(Guide, { session, view })
    return view
  }
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  const said = () => screen.getByRole('region', { name: '第一次填报' }).textContent

  it('go on and back, and end with the last', async () => {
    const view = show()
    expect(said()).toContain('第 1 步，共 6 步')
    await press('上一步')
    expect(said()).toContain('第 1 步')
    await press('下一步')
    expect(said()).toContain('选定上年报告')
    await press('上一步')
    expect(said()).toContain('收齐数字')
    for (let step = 1; step < 6; step++) await press('下一步')
    expect(said()).toContain('第 6 步，共 6 步')
    expect(view.guiding).toBe(true)
    await press('完成')
    expect([view.guiding, guides(blank())]).toEqual([false, false])
  })

  it('lead to the place of each', async () => {
    const view = show()
    expect(screen.queryByRole('button', { name: '前往' })).toBeNull()
    const places = []
    for (let step = 2; step <= 6; step++) {
      await press('下一步')
      await press('前往')
      places.push([view.years, view.spot, view.exporting])
    }
    expect(places).toEqual([
      ['attach', 'requests', false],
      ['attach', 'requests', false],
      ['attach', 'overview', false],
      ['attach', 'overview', false],
      ['attach', 'overview', true]
    ])
  })

  it.each([
    ['数字', 3],
    ['文字', 4]
  ])('shows the section of %s where the pane lay over it', async (_, step) => {
    const view = show()
    view.asideOpen = true
    for (let at = 1; at < step; at++) await press('下一步')
    await press('前往')
    expect([view.writing, view.asideOpen]).toEqual([true, false])
  })

  it('can be skipped at once, and are not shown again', async () => {
    const view = show()
    await press('不再显示')
    expect([view.guiding, guides(blank())]).toEqual([false, false])
  })
})
