import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { createRawSnippet, flushSync } from 'svelte'
import { expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Phone from '../../../src/ui/phone/Phone.svelte'

const section = createRawSnippet(() => ({ render: () => '<p>这里填写</p>' }))

function phone(change: Partial<Parameters<typeof exampleReport>[0]> = {}): Session {
  const session = new Session(exampleReport({ note: '', ...change }))
  render(Phone, { session, view: new ViewState(), section })
  return session
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const typo = { text: { other: '公式公开信息处理费0元。' } }

it('says how many findings there are, and lists each under its kind', () => {
  const { findings } = phone(typo)
  expect(screen.getByRole('button', { name: `问题 ${findings.length}` })).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(findings.length)
  expect(screen.getByRole('heading', { level: 3 }).textContent).toContain(String(findings.length))
})

it('shows of a finding in the text the words around it, and puts them right', async () => {
  const session = phone(typo)
  await press(/公式公开/)
  expect(screen.getByText('公式公开', { selector: 'mark' })).toBeTruthy()
  await press('改为“公示公开”')
  expect(session.report.text.other).toBe('公示公开信息处理费0元。')
})

it('writes out the numbers that are quoted beside the words in question', async () => {
  const quote = '{{requests.received.total}}'
  const other = `收到${quote}件，公式公开信息处理费0元，${'又'.repeat(20)}收到${quote}件。`
  phone({ cells: { 'requests.received.total': 56 }, text: { other } })
  await press(/公式公开/)
  const passage = screen.getByText('公式公开', { selector: 'mark' }).parentElement?.textContent
  expect(passage).toBe(`收到56件，公式公开信息处理费0元，${'又'.repeat(20)}收到56件。`)
})

it('says of a quote that prints no number what it stands for, and of a chart its title', async () => {
  const charts = [
    {
      id: 'fans',
      title: '总用户数',
      type: 'line' as const,
      metrics: [],
      scale: 'linear' as const,
      alt: ''
    }
  ]
  const quotes = '{{requests.carriedIn.total}}件，{{chart:fans}}{{chart:gone}}{{一}}'
  const other = `结转${quotes}，公式公开信息处理费0元。`
  phone({ charts, cells: { 'requests.carriedIn.total': null }, text: { other } })
  await press(/公式公开/)
  const passage = screen.getByText('公式公开', { selector: 'mark' }).parentElement?.textContent
  expect(passage).not.toContain('{')
  expect(passage).toContain('：未填〕件，〔图表 · 总用户数〕〔已删除的图表〕〔当前版本没有的引用〕')
})

it('shows of a finding in a table five rows around its cell, with the total', async () => {
  phone({ cells: { 'requests.granted.natural': null } })
  await press(/没有填|未填/)
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(6)
  await press(/^问题 1\//)
  expect(screen.queryByRole('table')).toBeNull()
})

it('reads text and tables, and opens what is to be written', async () => {
  phone({ text: { overview: '（一）主动公开\n全年公开信息3条。' } })
  await press('正文')
  const overview = screen.getByRole('region', { name: '总体情况' })
  expect(overview.textContent).toContain('全年公开信息3条。')
  await press('表格')
  expect(screen.getAllByRole('table')).toHaveLength(3)
  await press('填写复议、诉讼')
  flushSync()
  expect(screen.getByText('这里填写')).toBeTruthy()
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('remedies')
  await press('返回')
  expect(screen.getAllByRole('table')).toHaveLength(3)
})
