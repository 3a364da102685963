import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import { Inbox } from '../../../src/state/import/inbox.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { Router } from '../../../src/state/app/route.svelte.ts'
import { db } from '../../../src/storage/db.ts'
import Import from '../../../src/ui/import/Import.svelte'

configure({ asyncUtilTimeout: 5000 })

beforeEach(async () => {
  await db.delete()
  await db.open()
  window.location.hash = '#/import'
  render(Import, { library: new Library(), router: new Router(), inbox: new Inbox() })
})

const source = (disclosure: string): string => `清川市水利局2025年政府信息公开工作年度报告
一、总体情况
全年主动公开信息120条。
二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
${disclosure}
行政规范性文件\t2\t1\t20
行政许可\t0
行政处罚\t0
行政强制\t0
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t0
五、存在的主要问题及改进情况
说理不够充分，今年制定文书范本。
六、其他需要报告的事项
2025年没有收取信息处理费。
`
const paste = async (text: string): Promise<void> => {
  await fireEvent.input(screen.getByLabelText('报告全文'), { target: { value: text } })
  await fireEvent.click(screen.getByRole('button', { name: '读这段文字' }))
}
const handIn = (...files: File[]): Promise<unknown> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  Object.defineProperty(input, 'value', { value: '', writable: true })
  return fireEvent.change(input as HTMLInputElement)
}
const action = (name: string): Element | null => document.querySelector(`[data-action=${name}]`)
const accept = (): Promise<unknown> => fireEvent.click(action('import-accept') as Element)
const stored = async (): Promise<unknown> => (await db.reports.toArray())[0]

describe('a text without doubts', () => {
  it('becomes a new report, and is opened', async () => {
    await paste(source('规章\t0\t0\t0'))
    expect(await screen.findByDisplayValue('清川市水利局')).toBeTruthy()
    expect(document.querySelectorAll('[data-action=import-accept]')).toHaveLength(1)
    await accept()
    await waitFor(() => expect(window.location.hash).toMatch('#/report/'))
    expect(await stored()).toMatchObject({
      unit: { name: '清川市水利局' },
      year: 2025,
      cells: { 'disclosure.rules.issued': 0, 'disclosure.normative.inForce': 20 },
      text: { other: '2025年没有收取信息处理费。' }
    })
  })

  it('waits for a year that nobody gave', async () => {
    await paste(source('规章\t0\t0\t0').replace('2025年政', '政'))
    await fireEvent.input(await screen.findByLabelText('年度'), { target: { value: '' } })
    await accept()
    expect(screen.getByText('写四位年份', { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(0)
  })
})

describe('doubts', () => {
  beforeEach(async () => {
    await paste(source('规章\t/\t/\t约3'))
    // Two of the cells, and two tables that the text does not have; a table is left as a whole.
    await screen.findByText('还剩 4 处')
    for (const part of ['requests', 'remedies']) {
      await fireEvent.click(document.querySelector(`[data-part=${part}]`) as Element)
    }
    await screen.findByText('还剩 2 处')
  })

  it('stay blank when the rest is taken over', async () => {
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({
      cells: {
        'disclosure.rules.issued': null,
        'disclosure.rules.inForce': null,
        'disclosure.normative.inForce': 20
      }
    })
  })

  it('are answered one by one: 0 only when somebody says so', async () => {
    await fireEvent.click(screen.getByRole('button', { name: '填 0' }))
    await screen.findByText('还剩 1 处')
    const field = document.querySelector('[data-field="disclosure.rules.inForce"]') as Element
    await fireEvent.input(field, { target: { value: '4' } })
    await fireEvent.click(screen.getByRole('button', { name: '确认' }))
    await screen.findByText('存疑处都已确认')
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({
      cells: {
        'disclosure.rules.issued': 0,
        'disclosure.rules.repealed': 0,
        'disclosure.rules.inForce': 4
      }
    })
  })

  it('keep what cannot be a number in its field, and out of the report', async () => {
    const field = document.querySelector<HTMLInputElement>(
      '[data-field="disclosure.rules.inForce"]'
    ) as HTMLInputElement
    await fireEvent.input(field, { target: { value: '不详' } })
    expect(screen.getByRole('alert').textContent).toContain('不能作为表里的数')
    expect(field.value).toBe('不详')
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({ cells: { 'disclosure.rules.inForce': null } })
  })
})

describe('what cannot be read is told, and changes nothing', () => {
  const report = newReport('清川市水利局', 2025)
  const huge = Object.defineProperty(new File([], '大.txt'), 'size', { value: 60 * 1024 * 1024 })

  it.each([
    ['an empty paste', '   ', '里面没有文字'],
    ['a text without tables', '今天天气很好。\n明天也好。', '没有认出三张表']
  ])('%s', async (_, text, sentence) => {
    await paste(text)
    expect(await screen.findByText(sentence, { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(0)
  })

  it.each([
    ['another JSON', new File(['{"a":1}'], 'a.json'), '不是年报台的交换文件'],
    [
      'a later schema',
      new File([writeJson({ ...report, schema: 7 as 2 })], 'b.json'),
      '较新的年报台'
    ],
    [
      'a torn value',
      new File([writeJson({ ...report, year: 1 })], 'c.json'),
      '文件损坏，坏在 year'
    ],
    ['a huge file', huge, '文件有 60 MB'],
    ['a text without end', new File(['一'.repeat(4_000_001)], 'f.txt'), '里面有 4000001 字'],
    [
      'a report with the prose of a thousand',
      new File(
        [writeJson({ ...report, text: { ...report.text, other: '无'.repeat(250_000) } })],
        'g.json'
      ),
      '一个部分的文字远多于一份年报'
    ],
    [
      'a backup',
      new File(['{"format":"zfxxgk-annual-report-backup","schema":1,"reports":[]}'], 'h.json'),
      '这是年报台的备份'
    ],
    ['half a report', new File([writeJson(report).slice(0, -40)], 'i.json'), '文件损坏'],
    ['a .doc of before 1997', new File([Uint8Array.of(0xdb, 0xa5, 0, 0)], 'd.doc'), 'Word 97'],
    ['an image', new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'e'), '这种文件还读不了']
  ])('%s', async (_, file, sentence) => {
    await handIn(file)
    expect(await screen.findByText(sentence, { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(0)
  })
})

describe('our own file', () => {
  const report = { ...newReport('清川市水利局', 2025), rev: 4 }

  it('is stored as it is, and opened', async () => {
    await handIn(new File([writeJson(report)], 'a.nianbao.json'))
    await waitFor(() => expect(window.location.hash).toBe(`#/report/${report.id}`))
    expect(await stored()).toEqual(report)
  })

  it('of an older version is stored as of this one', async () => {
    const cells = { ...report.cells, 'disclosure.fees.amount': 50_700 }
    const file = JSON.stringify({ ...report, schema: 1, cells })
    await handIn(new File([file], 'a.nianbao.json'))
    await waitFor(() => expect(window.location.hash).toBe(`#/report/${report.id}`))
    expect(await stored()).toMatchObject({
      schema: 2,
      cells: { 'disclosure.fees.amount': 5_070_000 }
    })
  })

  it('with an identity in capitals is opened', async () => {
    const id = report.id.toUpperCase()
    await handIn(new File([writeJson({ ...report, id })], 'a.nianbao.json'))
    await waitFor(() => expect(window.location.hash).toBe(`#/report/${id}`))
    expect(new Router().current).toEqual({ at: 'report', id })
  })

  it('with two entries of one name says what was put right', async () => {
    const charts = ['甲', '乙'].map((title) => ({
      id: 'k',
      title,
      type: 'bar' as const,
      metrics: [],
      scale: 'linear' as const,
      alt: ''
    }))
    await handIn(new File([writeJson({ ...report, charts })], 'a.nianbao.json'))
    expect(await screen.findByText('编号重复（图表），已分开', { exact: false })).toBeTruthy()
    const twice = [
      { id: 'k', title: '甲' },
      { id: 'k-2', title: '乙' }
    ]
    expect(await stored()).toMatchObject({ charts: twice })
  })

  it('is not stored twice', async () => {
    await db.reports.add(report)
    await handIn(new File([writeJson(report)], 'a.nianbao.json'))
    expect(await screen.findByText('已在库里', { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(1)
  })

  it('never takes the place of another with its identity', async () => {
    await db.reports.add(report)
    const other = { ...report, text: { ...report.text, other: '收取信息处理费20元。' } }
    await handIn(new File([writeJson(other)], 'a.nianbao.json'))
    await fireEvent.click(await screen.findByRole('button', { name: '两份都留' }))
    await waitFor(async () => expect(await db.reports.count()).toBe(2))
    expect(await db.reports.get(report.id)).toEqual(report)
  })
})

describe('several files', () => {
  it('each come to their own end', async () => {
    await handIn(
      new File([source('规章\t0\t0\t0')], '甲.txt'),
      new File(['{}'], '乙.json'),
      new File([source('规章\t1\t0\t0')], '丙.txt')
    )
    await waitFor(() => expect(screen.getAllByRole('button', { name: '核对' })).toHaveLength(2))
    expect(screen.getByText('不是年报台的交换文件', { exact: false })).toBeTruthy()
    await fireEvent.click(screen.getAllByRole('button', { name: '核对' })[1] as HTMLElement)
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({ cells: { 'disclosure.rules.issued': 1 } })
    expect(await screen.findByRole('button', { name: '核对' })).toBeTruthy()
  })
})

describe('a paste anywhere on the page', () => {
  const clipboard = (data: Readonly<Record<string, string>>) => ({
    clipboardData: { files: [], getData: (type: string) => data[type] ?? '' }
  })
  const table = (label: string): string =>
    `<p>清川市水利局2025年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>
    <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
    <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
    <tr><td>${label}</td><td>2</td><td>1</td><td>20</td></tr></table>`

  it('is read as text where there is no more', async () => {
    await fireEvent.paste(document.body, clipboard({ 'text/plain': source('规章\t0\t0\t0') }))
    expect(await screen.findByDisplayValue('清川市水利局')).toBeTruthy()
  })

  it('is read with its tables where it has them, in the text area too', async () => {
    const data = { 'text/plain': '规章 0 0 0', 'text/html': table('行政规范性文件') }
    await fireEvent.paste(screen.getByLabelText('报告全文'), clipboard(data))
    expect(await screen.findByDisplayValue('清川市水利局')).toBeTruthy()
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({ cells: { 'disclosure.normative.inForce': 20 } })
  })

  it('puts nothing of the markup into the page', async () => {
    const html = table('<img src="x" onerror="throw 1"><b>行政规范性文件</b>')
    await fireEvent.paste(document.body, clipboard({ 'text/html': html }))
    await screen.findByDisplayValue('清川市水利局')
    expect(document.querySelector('img, b[onerror]')).toBeNull()
  })
})
