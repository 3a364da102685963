import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { describe, expect, it } from 'vitest'
import { setCells } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Find from '../../../src/ui/prose/Find.svelte'

Element.prototype.scrollIntoView ??= () => undefined

const overview =
  '（一）主动公开\n公开信息12条。\n（二）依申请公开\n公开答复{{requests.received.total}}件。'
const open = (replacing = false) => {
  const report = setCells(newReport('清川市水利局', 2025), { 'requests.received.natural': 12 })
  const text = { ...report.text, leadIn: '现予公开。', overview }
  const session = new Session({ ...report, text })
  const view = new ViewState()
  view.find(replacing)
  render(Find, { session, view })
  return { session, view }
}
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const seek = (words: string) => fireEvent.input(field('查找内容'), { target: { value: words } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const place = () => screen.getByRole('status').textContent.trim()
const hitOf = ({ view: { hit, spot } }: ReturnType<typeof open>) => [spot, hit?.section, hit?.from]

describe('the search', () => {
  it('goes from hit to hit through the sections and keeps the focus', async () => {
    const opened = open()
    expect(document.activeElement).toBe(field('查找内容'))
    await seek('公开')
    expect(screen.getAllByRole('listitem')).toHaveLength(5)
    await fireEvent.keyDown(field('查找内容'), { key: 'Enter' })
    expect(hitOf(opened)).toEqual(['leadIn', 'leadIn', 2])
    await fireEvent.keyDown(field('查找内容'), { key: 'Enter' })
    expect(hitOf(opened)).toEqual(['overview', 'overview', overview.indexOf('公开')])
    await fireEvent.keyDown(field('查找内容'), { key: 'Enter', shiftKey: true })
    await press('上一处')
    expect(place()).toBe('第 5 处，共 5 处')
    expect(document.activeElement).toBe(field('查找内容'))
  })

  it('says where a hit stands, and goes there for good by Esc', async () => {
    const { view } = open()
    await seek('12')
    expect(
      screen.getAllByRole('listitem').map((item) => item.textContent.replace(/\s+/g, ' ').trim())
    ).toEqual(['总体情况 主动公开 公开信息12条。', '总体情况 依申请公开 公开答复12件。'])
    await fireEvent.click(screen.getAllByRole('listitem')[1]?.querySelector('button') ?? document)
    await fireEvent.keyDown(field('查找内容'), { key: 'Escape' })
    const { from = 0, to } = view.wanted ?? {}
    expect(overview.slice(from, to)).toBe('{{requests.received.total}}')
    expect(view.aside).toBe('findings')
  })

  it('says when there is nothing', async () => {
    open()
    await seek('没有这个词')
    expect(place()).toBe('没有找到。')
  })
})

describe('replacing', () => {
  it('one, and goes on to the next', async () => {
    const { session, view } = open(true)
    await seek('公开')
    await fireEvent.input(field('替换为'), { target: { value: '公布' } })
    await press('下一处')
    await press('替换这一处')
    expect(session.report.text.leadIn).toBe('现予公布。')
    expect(view.hit?.section).toBe('overview')
    expect(session.report.text.overview).toBe(overview)
  })

  it('all in every section as one step', async () => {
    const { session } = open(true)
    await seek('公开')
    await fireEvent.input(field('替换为'), { target: { value: '公布' } })
    await press('全部替换 5 处')
    expect(session.report.text.leadIn).toBe('现予公布。')
    expect(session.report.text.overview).toBe(overview.replaceAll('公开', '公布'))
    expect(session.said?.text).toBe('已替换 5 处。')
    session.undo()
    flushSync()
    expect([session.report.text.leadIn, session.report.text.overview]).toEqual([
      '现予公开。',
      overview
    ])
  })

  it('leaves the number of a quote, and says so', async () => {
    const { session } = open(true)
    await seek('12')
    expect(screen.getByText('含引用，不替换')).toBeTruthy()
    await fireEvent.input(field('替换为'), { target: { value: '13' } })
    await press('全部替换 1 处')
    expect(session.report.text.overview).toBe(overview.replace('12条', '13条'))
    expect(session.said?.text).toContain('1 处含引用的数字，没有替换')
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  })
})
