import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { addChart } from '../../../src/core/charts/edit.ts'
import { setChannel, setFigure } from '../../../src/core/platforms/edit.ts'
import { figureAt, figureLinesOf } from '../../../src/core/platforms/lines.ts'
import type { Channel, Metric, Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/db.ts'
import { Desk } from '../../../src/ui/parts/desk.svelte.ts'
import Notice from '../../../src/ui/parts/Notice.svelte'
import AcrossTable from '../../../src/ui/platforms/figures/AcrossTable.svelte'
import Charts from '../../../src/ui/charts/Charts.svelte'
import { FiguresControl } from '../../../src/ui/platforms/figures/control.svelte.ts'
import WebsiteReturn from '../../../src/ui/platforms/returns/WebsiteReturn.svelte'
import YearsTable from '../../../src/ui/platforms/figures/YearsTable.svelte'
import YearTable from '../../../src/ui/platforms/figures/YearTable.svelte'
import '../parts/dialog.ts'

/** jsdom lays nothing out and has no such thing. */
Element.prototype.scrollIntoView ??= () => undefined

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const channel = (id: string, kind: Channel['kind'], more: Partial<Channel> = {}): Channel => ({
  id,
  kind,
  name: id,
  accountId: '',
  sponsor: '',
  status: 'active',
  openedOn: '',
  closedOn: '',
  closeReason: '',
  ...more
})
const figure = (
  of: string,
  key: string,
  year: number,
  value: number | null,
  more: Partial<Metric> = {}
): Metric => ({
  id: `${of}-${key}-${year}`,
  channel: of,
  key,
  name: key,
  year,
  period: 'year',
  value,
  qualifier: '',
  shown: '',
  unit: '条',
  source: '',
  date: '',
  note: '',
  ...more
})

/** A web site, an account that was closed, two accounts; the first account counts no followers. */
const report: Report = {
  ...newReport('清川市档案局', 2025),
  channels: [
    channel('站', 'website'),
    channel('头条', 'toutiao', { status: 'closed' }),
    channel('微信', 'wechat'),
    channel('微博', 'weibo')
  ],
  metrics: [
    figure('站', 'posts', 2025, null),
    figure('站', 'pv', 2025, null),
    figure('头条', 'posts', 2024, 41),
    figure('微信', 'posts', 2025, null),
    figure('微信', 'followersNew', 2025, null),
    figure('微博', 'posts', 2025, null),
    figure('微博', 'followersNew', 2025, null)
  ]
}

const fieldOf = (name: RegExp): HTMLInputElement => screen.getByRole('textbox', { name })
const paste = (field: HTMLInputElement, text: string) => {
  field.focus()
  const clipboardData = { getData: () => text }
  return fireEvent.paste(field, { clipboardData })
}
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await fireEvent.keyDown(document.activeElement ?? document.body, { key })
}
const focused = () => document.activeElement?.getAttribute('aria-label')

/** The figures of a report as `站 posts 2025: 7`. */
const filled = ({ report: now }: Session): string[] =>
  now.metrics
    .filter(({ value }) => value !== null)
    .map(({ channel: of, key, year, value }) => `${of} ${key} ${year}: ${value ?? ''}`)
    .sort()

const views = { year: YearTable, years: YearsTable, across: AcrossTable }
function show(view: keyof typeof views, of: Report = report) {
  const session = new Session(of)
  const control = new FiguresControl(session)
  render(views[view], { session, control })
  return { session, control }
}

describe('a block from a sheet goes where it is seen to go', () => {
  it('本年: a closed platform has no field this year, and its row moves nothing', async () => {
    const { session } = show('year')
    await paste(fieldOf(/^站posts，2025年/), '1\t2\n3\t4\n5\t6\n7\t8')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 6',
      '微信 posts 2024: 8',
      '微信 posts 2025: 7',
      '站 posts 2024: 2',
      '站 posts 2025: 1',
      '站 pv 2024: 4',
      '站 pv 2025: 3'
    ])
    expect(session.said?.text).toBe('贴入 7 格。')
    expect(session.said?.warnings).toEqual(['1 格不是数字或没有地方放，没有贴：5。'])
  })

  it('本年: unfolded months take nothing of what is for the years', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填' }))
    await paste(fieldOf(/^站posts，2025年，/), '1\n3')
    expect(filled(session)).toEqual(['头条 posts 2024: 41', '站 posts 2025: 1', '站 pv 2025: 3'])
    expect(session.report.metrics.some(({ months }) => months)).toBe(false)
  })

  it('months: along the twelve, and last year below', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填' }))
    await paste(fieldOf(/^站posts，2025年2月/), '1\t2\n3\t4')
    const line = figureLinesOf(session.report, '站')[0]
    const months = (year: number) => line && figureAt(session.report, line, year)?.months
    expect(months(2025)?.slice(0, 4)).toEqual([null, 1, 2, null])
    expect(months(2024)?.slice(0, 4)).toEqual([null, 3, 4, null])
  })

  it('平台对比: a platform without the figure keeps its place empty', async () => {
    const { session } = show('across')
    await paste(fieldOf(/^站posts/), '1\t-\n41\t-\n5\t6\n7\t8')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 41',
      '头条 posts 2025: 41',
      '微信 followersNew 2025: 6',
      '微信 posts 2025: 5',
      '微博 followersNew 2025: 8',
      '微博 posts 2025: 7',
      '站 posts 2025: 1'
    ])
    expect(session.said?.warnings).toEqual(['2 格不是数字或没有地方放，没有贴：-、-。'])
  })

  it('历年: years along, lines down', async () => {
    const { session } = show('years')
    await paste(fieldOf(/^站posts，2023年/), '1\t2\t3\n4\t5\t6')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 41',
      '站 posts 2023: 1',
      '站 posts 2024: 2',
      '站 posts 2025: 3',
      '站 pv 2023: 4',
      '站 pv 2024: 5',
      '站 pv 2025: 6'
    ])
  })

  it('报表: rows of the form, words among them or not', async () => {
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
})

describe('arrows go to the field that is seen there', () => {
  it.each([
    { view: 'year', from: /^站pv，2025年/, keys: ['ArrowDown'], to: /^微信posts，2025年/ },
    { view: 'year', from: /^站pv，2024年/, keys: ['ArrowDown'], to: /^头条posts，2024年/ },
    { view: 'year', from: /^头条posts，2024年/, keys: ['ArrowLeft'], to: /^头条posts，2024年/ },
    { view: 'year', from: /^微信posts，2025年/, keys: ['ArrowRight'], to: /^微信posts，2024年/ },
    { view: 'across', from: /^微信followersNew/, keys: ['ArrowDown'], to: /^微博followersNew/ },
    { view: 'across', from: /^微信followersNew/, keys: ['ArrowUp'], to: /^微信followersNew/ },
    { view: 'years', from: /^站pv，2023年/, keys: ['Enter'], to: /^头条posts，2023年/ },
    { view: 'years', from: /^站pv，2023年/, keys: ['ArrowRight', 'ArrowUp'], to: /^站posts，2024/ }
  ] as const)('$view: $from $keys', async ({ view, from, keys, to }) => {
    show(view)
    fieldOf(from).focus()
    await press(...keys)
    expect(focused()).toMatch(to)
  })
})

describe('平台对比: what the figures come to together', () => {
  const shown = (metrics: readonly Metric[]) => {
    show('across', { ...report, metrics })
    const foot = screen.getAllByRole('row').at(-1)
    if (!foot) throw new Error('no foot')
    return within(foot)
      .getAllByRole('cell')
      .map((cell) => cell.textContent?.replace(/\s+/g, ''))
  }
  it.each([
    {
      of: 'exact figures',
      metrics: [figure('微信', 'posts', 2025, 190), figure('微博', 'posts', 2025, 10)],
      sums: ['200']
    },
    {
      of: 'one that is 余',
      metrics: [
        figure('微信', 'posts', 2025, 190, { qualifier: '余' }),
        figure('微博', 'posts', 2025, 10)
      ],
      sums: ['约200']
    },
    {
      of: 'averages',
      metrics: [
        figure('微信', 'msgsDays', 2025, 3, { unit: '天' }),
        figure('微博', 'msgsDays', 2025, 5, { unit: '天' })
      ],
      sums: ['—']
    },
    {
      of: 'heads',
      metrics: [
        figure('微信', 'followersNew', 2025, 85, { unit: '个' }),
        figure('微博', 'followersNew', 2025, 5, { unit: '个' })
      ],
      sums: ['90合计（未去重）']
    },
    {
      of: 'different units',
      metrics: [
        figure('微信', 'posts', 2025, 190),
        figure('微博', 'posts', 2025, 10, { unit: '篇' })
      ],
      sums: ['—']
    },
    {
      of: 'nothing',
      metrics: [figure('微信', 'posts', 2025, null), figure('微博', 'posts', 2025, null)],
      sums: ['—']
    }
  ])('$of', ({ metrics, sums }) => {
    expect(shown(metrics)).toEqual(sums)
  })
})

describe('undo beneath a field', () => {
  it.each(['year', 'years', 'across'] as const)(
    '%s: the field says what the report says',
    async (view) => {
      const { session } = show(view)
      const field = fieldOf(/^站posts，2025年/)
      field.focus()
      await fireEvent.input(field, { target: { value: '7' } })
      await fireEvent.input(field, { target: { value: '7a' } })
      expect(field.getAttribute('aria-invalid')).toBe('true')
      session.undo()
      flushSync()
      expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['', 'false'])
      session.redo()
      flushSync()
      expect(field.value).toBe('7a')
      await press('Escape')
      expect(field.value).toBe('')
      await fireEvent.input(field, { target: { value: '8' } })
      session.undo()
      flushSync()
      expect([field.value, filled(session)]).toEqual(['', ['头条 posts 2024: 41']])
    }
  )

  it('months: the first undo takes the refused text, the next the month before', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填' }))
    const [first, second] = [fieldOf(/^站posts，2025年1月/), fieldOf(/^站posts，2025年2月/)]
    first.focus()
    await fireEvent.input(first, { target: { value: '25000' } })
    second.focus()
    await fireEvent.input(second, { target: { value: '约3' } })
    second.blur()
    session.undo()
    flushSync()
    expect([first.value, second.value]).toEqual(['25000', ''])
    session.undo()
    flushSync()
    expect([first.value, second.value]).toEqual(['', ''])
  })

  it('a name that is being typed is taken away first, and taken over when the field is left', async () => {
    const { session } = show('year')
    const posts = fieldOf(/^站posts，2025年/)
    posts.focus()
    await fireEvent.input(posts, { target: { value: '7' } })
    const name = fieldOf(/^站posts，指标$/)
    name.focus()
    await fireEvent.input(name, { target: { value: '信息' } })
    session.undo()
    flushSync()
    expect([name.value, posts.value]).toEqual(['posts', '7'])
    session.redo()
    flushSync()
    expect(name.value).toBe('信息')
    name.blur()
    flushSync()
    expect(figureLinesOf(session.report, '站').map((line) => line.name)).toContain('信息')
    session.undo()
    flushSync()
    expect(figureLinesOf(session.report, '站').map((line) => line.name)).toContain('posts')
    expect(filled(session)).toContain('站 posts 2025: 7')
  })
})

describe('the notice of what was removed', () => {
  it('offers undo only while undo brings it back', async () => {
    const session = new Session(
      addChart(report, { title: '图甲', type: 'bar', figures: report.metrics.slice(0, 1) })
    )
    render(Charts, { session, dark: false })
    render(Notice, { session, desk: new Desk() })
    await fireEvent.click(screen.getByRole('button', { name: '图“图甲”：更多' }))
    await fireEvent.click(screen.getByRole('menuitem', { name: '删去' }))
    expect(session.report.charts).toEqual([])
    expect(screen.getByRole('status').textContent).toContain('图“图甲”已删去')
    const line = figureLinesOf(session.report, '站')[0]
    if (!line) throw new Error('no line')
    session.edit((one) => setFigure(one, line, 2025, { value: 7 }))
    flushSync()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
    session.undo()
    flushSync()
    await fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(session.report.charts.map(({ title }) => title)).toEqual(['图甲'])
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })
})

it('网站报表 asks of the accounts what the printed form asks', async () => {
  const session = new Session(setChannel(report, '微博', { name: '清川档案' }))
  const site = session.report.channels[0]
  if (!site) throw new Error('no site')
  render(WebsiteReturn, { session, control: new FiguresControl(session), channel: site })
  expect(screen.getByRole('rowheader', { name: '移动新媒体' })).toBeTruthy()
  const field = fieldOf(/^清川档案：关注用户总数/)
  field.focus()
  await fireEvent.input(field, { target: { value: '341' } })
  expect(filled(session)).toContain('微博 followersEnd 2025: 341')
  // The closed account is in the register and not here.
  expect(screen.queryByText(/头条：/)).toBeNull()
})
