import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  asPrevious,
  draftOfNextYear,
  takeOver,
  type NextYearOptions
} from '../../../src/core/years/previous.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { Router } from '../../../src/state/app/route.svelte.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import LastYear from '../../../src/ui/prose/LastYear.svelte'
import Attach from '../../../src/ui/years/Attach.svelte'
import Changes from '../../../src/ui/years/Changes.svelte'
import NextYear from '../../../src/ui/years/NextYear.svelte'
import { openNextYear } from '../../../src/ui/years/open-next-year.ts'
import '../parts/dialog-methods.ts'

configure({ asyncUtilTimeout: 5000 })

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const last: Report = {
  ...setCells(newReport('清川市水利局', 2024), {
    'requests.received.natural': 40,
    'requests.carriedOut.natural': 3,
    'requests.carriedOut.commercial': 0
  }),
  text: {
    leadIn: '',
    overview: '（一）主动公开\n2024年发布信息312条。培训工作按计划开展。',
    problems: '存在的问题：一是解读形式单一；二是检索不便。',
    other: ''
  }
}
const press = (name: string | RegExp, of = screen as Pick<typeof screen, 'getByRole'>) =>
  fireEvent.click(of.getByRole('button', { name }))

describe('the dialog of a new year', () => {
  const made: unknown[] = []
  const show = (stored = true) =>
    render(NextYear, {
      report: last,
      reports: [last],
      create: (options: NextYearOptions) => Promise.resolve(made.push(options) > 0 && stored),
      onclose: () => made.push('closed')
    })
  beforeEach(() => (made.length = 0))

  it('says what it carries, counts it, and hands over what was chosen', async () => {
    show()
    const row = screen.getAllByRole('cell').map((cell) => cell.textContent?.trim())
    expect([row[0], row[1], row[6]]).toEqual(['3', '0', '3'])
    expect(document.querySelector('.after')?.textContent?.replace(/\s+/g, ' ')).toContain('已填 3')
    await fireEvent.click(screen.getByLabelText(/^上年结转/))
    expect(document.querySelector('.after')?.textContent?.replace(/\s+/g, ' ')).toContain('已填 0')
    await press('建立 2025 年度报告')
    expect(made).toEqual([{ ...takeOver, carried: false, final: true }, 'closed'])
  })

  it('stays, and says so, when nothing could be stored', async () => {
    show(false)
    await press('建立 2025 年度报告')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('没有保存'))
    expect(made).not.toContain('closed')
  })
})

describe('the draft of a new year', () => {
  it('says what it is where it opens, and 撤销 lays it into the bin and goes back', async () => {
    const [library, router] = [new Library(), new Router()]
    const from = { at: 'report', id: last.id } as const
    const saved = await openNextYear(last, takeOver, { library, router, from })
    if (!saved.ok) throw new Error(saved.reason)
    const { id } = saved.report
    expect(window.location.hash).toBe(`#/report/${id}`)
    const arrival = router.arrive()
    expect(arrival?.text).toBe('已建立 2025 年度报告，已填 3 格。')
    expect(router.arrive()).toBeUndefined()
    expect(await arrival?.back?.()).toBeUndefined()
    expect(window.location.hash).toBe(`#/report/${last.id}`)
    expect([await db.reports.get(id), await db.bin.count()]).toEqual([undefined, 1])
  })

  it('stays open, and says so, where the browser does not lay it into the bin', async () => {
    const [library, router] = [new Library(), new Router()]
    const saved = await openNextYear(last, takeOver, { library, router, from: { at: 'library' } })
    if (!saved.ok) throw new Error(saved.reason)
    library.remove = async () => false
    expect(await router.arrive()?.back?.()).toMatch(/^没有删除/)
    expect(window.location.hash).toBe(`#/report/${saved.report.id}`)
  })
})

describe('last year’s text beside this year’s', () => {
  const open = (section: 'overview' | 'problems', text: string) => {
    const draft = draftOfNextYear(last)
    const session = new Session({ ...draft, text: { ...draft.text, [section]: text } })
    const view = new ViewState()
    render(LastYear, { session, view, section })
    return { session, view }
  }

  it('takes a paragraph over under its heading, and says how much of it is old', async () => {
    const { session, view } = open('overview', '（一）主动公开\n（二）依申请公开')
    await press('取用：2024年发布信息312条。培训工作按计划开展。')
    const taken = '（一）主动公开\n2025年发布信息312条。培训工作按计划开展。\n（二）依申请公开'
    expect(session.report.text.overview).toBe(taken)
    await waitFor(() => expect(screen.getByText('2 句未改')).toBeTruthy())
    await press('定位：2024年发布信息312条。培训工作按计划开展。')
    const { from = 0, to } = view.wanted ?? {}
    expect(taken.slice(from, to)).toBe('2025年发布信息312条。')
    session.undo()
    expect(session.report.text.overview).toBe('（一）主动公开\n（二）依申请公开')
  })

  it('takes a part over with its heading, its numbers as quotes or as they stand', async () => {
    const requests = '（一）依申请公开\n2024年收到政府信息公开申请40件。'
    for (const [asQuotes, number] of [
      [true, '{{requests.received.total}}'],
      [false, '40']
    ] as const) {
      const draft = draftOfNextYear({ ...last, text: { ...last.text, overview: requests } })
      const session = new Session({ ...draft, text: { ...draft.text, overview: '' } })
      const { unmount } = render(LastYear, {
        session,
        view: new ViewState(),
        section: 'overview'
      })
      if (!asQuotes) await fireEvent.click(screen.getByRole('checkbox'))
      await press('取用整段：依申请公开')
      expect(session.report.text.overview).toBe(
        `（一）依申请公开\n2025年收到政府信息公开申请${number}件。`
      )
      unmount()
    }
  })

  it('asks of each problem whether it was mended, and writes the answer', async () => {
    const { session } = open('problems', '新的问题。')
    const first = within(screen.getByRole('group', { name: '解读形式单一' }))
    await press('已改进', first)
    expect(session.report.text.problems).toContain('“解读形式单一”问题已经改进')
    await waitFor(() =>
      expect(first.getByRole('button', { name: '已改进' }).getAttribute('aria-pressed')).toBe(
        'true'
      )
    )
    await press('未改进', first)
    expect(session.report.text.problems).toContain('还没有改进')
    await press('未改进', first)
    expect(session.report.text.problems).toBe('新的问题。')
  })
})

describe('choosing last year’s report', () => {
  it('proposes the same unit’s, and is one step to undo', async () => {
    const other = newReport('清川市档案局', 2024)
    const draft = newReport('清川市水利局', 2025)
    const session = new Session(draft)
    render(Attach, {
      session,
      reports: [other, last, newReport('清川市水利局', 2022)],
      read: async (id: string) => [other, last].find((one) => one.id === id),
      onimport: () => undefined,
      onclose: () => undefined
    })
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    await screen.findByRole('checkbox', { name: /上年结转/ })
    await press('选定')
    expect(session.report.previous).toEqual(asPrevious(last, true))
    expect(session.report.cells['requests.carriedIn.natural']).toBe(3)
    session.undo()
    expect(session.report).toEqual(draft)
  })

  it('says what to do when there is none', async () => {
    let asked = false
    render(Attach, {
      session: new Session(newReport('清川市水利局', 2025)),
      reports: [newReport('清川市水利局', 2025)],
      read: async () => undefined,
      onimport: () => (asked = true),
      onclose: () => undefined
    })
    expect(screen.getByText('库中没有 2024 年度的报告', { exact: false })).toBeTruthy()
    await press('导入')
    expect(asked).toBe(true)
  })
})

describe('the numbers of two years', () => {
  it('are compared, and a change is written into the text', async () => {
    const session = new Session({
      ...setCells(newReport('清川市水利局', 2025), { 'requests.received.natural': 50 }),
      previous: asPrevious(last, true)
    })
    render(Changes, { session, table: undefined, onclose: () => undefined })
    const row = document.querySelector('[data-change="requests.received.natural"]')
    const shown = [...(row?.querySelectorAll('td') ?? [])].map((one) => one.textContent.trim())
    expect(shown.slice(0, 4)).toEqual(['40', '50', '+10', '+25%'])
    await press(/^插入：本年新收政府信息公开申请（自然人）50件/)
    flushSync()
    expect(session.report.text.overview).toBe(
      '（一）依申请公开\n本年新收政府信息公开申请（自然人）{{requests.received.natural}}件' +
        '（上年{{last:requests.received.natural}}件），同比{{growth:requests.received.natural}}。'
    )
    await press('表二')
    expect(screen.getByText('没有变化的格。')).toBeTruthy()
  })
})
