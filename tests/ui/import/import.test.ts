import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCell } from '../../../src/core/report/edit.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import { Importing } from '../../../src/state/import/importing.svelte.ts'
import { Inbox } from '../../../src/state/import/inbox.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import Import from '../../../src/ui/import/Import.svelte'
import { Router } from '../../../src/state/app/route.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { getReport, saveReport } from '../../../src/storage/reports/reports.ts'
import sampleJson from '../../../public/sample.nianbao.json'
import { accept, handIn, openImport, paste, source, stored } from './import-screen.ts'

beforeEach(openImport)

describe('what cannot be read is told, and changes nothing', () => {
  const report = newReport('清川市水利局', 2025)
  const huge = Object.defineProperty(new File([], '大.txt'), 'size', { value: 60 * 1024 * 1024 })

  it.each([
    ['an empty paste', '   ', '没有文字'],
    ['a text without tables', '今天天气很好。\n明天也好。', '没有识别出三张表']
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
      '较新版本的年报台'
    ],
    [
      'a torn value',
      new File([writeJson({ ...report, year: 1 })], 'c.json'),
      '文件已损坏，位置 year'
    ],
    ['a huge file', huge, '文件有 60 MB'],
    ['a text without end', new File(['一'.repeat(4_000_001)], 'f.txt'), '内容有 4000001 个字符'],
    [
      'a report with the prose of ten thousand',
      new File(
        [writeJson({ ...report, text: { ...report.text, other: '无'.repeat(2_000_000) } })],
        'g.json'
      ),
      '一个部分的文字远多于一份年报'
    ],
    [
      'a backup',
      new File(['{"format":"zfxxgk-annual-report-backup","schema":1,"reports":[]}'], 'h.json'),
      '这是年报台的备份'
    ],
    ['half a report', new File([writeJson(report).slice(0, -40)], 'i.json'), '文件已损坏'],
    ['a .doc of before 1997', new File([Uint8Array.of(0xdb, 0xa5, 0, 0)], 'd.doc'), 'Word 97'],
    ['an image', new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'e'), '不支持这种文件']
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
    expect(await screen.findByText('编号重复（图表），已重新编号', { exact: false })).toBeTruthy()
    const twice = [
      { id: 'k', title: '甲' },
      { id: 'k-2', title: '乙' }
    ]
    expect(await stored()).toMatchObject({ charts: twice })
  })

  it('is not stored twice', async () => {
    await db.reports.add(report)
    await handIn(new File([writeJson(report)], 'a.nianbao.json'))
    expect(await screen.findByText('库中已有这份报告', { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(1)
  })

  it('never takes the place of another with its identity', async () => {
    await db.reports.add(report)
    const other = { ...report, text: { ...report.text, other: '收取信息处理费20元。' } }
    await handIn(new File([writeJson(other)], 'a.nianbao.json'))
    await fireEvent.click(await screen.findByRole('button', { name: '两份并存' }))
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

describe('a draft that was imported', () => {
  it('is said where it opens, and 撤销 lays it into the bin', async () => {
    const router = new Router()
    cleanup()
    render(Import, { library: new Library(), router, inbox: new Inbox() })
    await paste(source('规章\t1\t0\t0'))
    await waitFor(() => expect(document.querySelector('[data-action=import-accept]')).toBeTruthy())
    await accept()
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/report\//))
    const arrival = router.arrive()
    expect(arrival?.text).toBe('已导入为 2025 年度报告。')
    await arrival?.back?.()
    expect([await db.reports.count(), await db.bin.count()]).toEqual([0, 1])
    expect(window.location.hash).toBe('#/')
  })

  it('stays open, and says so, where the browser does not lay it into the bin', async () => {
    const [library, router] = [new Library(), new Router()]
    cleanup()
    render(Import, { library, router, inbox: new Inbox() })
    await paste(source('规章\t1\t0\t0'))
    await waitFor(() => expect(document.querySelector('[data-action=import-accept]')).toBeTruthy())
    await accept()
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/report\//))
    library.remove = async () => false
    expect(await router.arrive()?.back?.()).toMatch(/^没有删除/)
    expect(window.location.hash).toMatch(/^#\/report\//)
  })

  it('that is given up is one press away, with what was answered', async () => {
    await paste(source('规章\t1\t0\t0'))
    await fireEvent.click(await screen.findByRole('button', { name: '放弃' }))
    await fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(await screen.findByRole('button', { name: '核对' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })
})

describe('a Word document of a report that is here already', () => {
  const opened = openReport(sampleJson)
  if (!opened.ok) throw new Error(opened.reason)
  const here = { ...opened.report, rev: 4 }

  /** Takes the document over, with each difference settled for one side. */
  const takeOver = async (side: 'mine' | 'theirs') => {
    cleanup()
    await db.reports.add(here)
    const [library, router, inbox] = [new Library(), new Router(), new Inbox()]
    const importing = (inbox.importing = new Importing(library))
    const bytes = readFileSync('tests/fixtures/carried/changed-in-writer.docx')
    await importing.takeFiles([new File([bytes], '会签.docx')])
    for (const item of importing.items) await importing.look(item)
    importing.changing?.changed.settleAll(side)
    render(Import, { library, router, inbox })
    await accept()
    await waitFor(() => expect(window.location.hash).toBe(`#/report/${here.id}`))
    return router.arrive()
  }

  it('which says nothing else leaves it as it is, and offers nothing to take back', async () => {
    expect(await takeOver('mine')).toEqual({ text: '库中已有这份报告，内容相同。' })
    expect(await stored()).toEqual(here)
  })

  it('is merged into it, and 撤销 leads to the library with what was there', async () => {
    const arrival = await takeOver('theirs')
    expect(arrival?.text).toBe('已合并，2 处用文件版本。')
    expect(await arrival?.back?.()).toBeUndefined()
    expect(await stored()).toMatchObject({ cells: here.cells, text: here.text })
    expect(window.location.hash).toBe('#/')
  })

  it('stays merged, and says so, where it was stored anew since', async () => {
    const arrival = await takeOver('theirs')
    const merged = (await getReport(here.id)) ?? here
    await saveReport(setCell(merged, 'remedies.review.upheld', 7), merged.rev)
    expect(await arrival?.back?.()).toMatch(/^没有撤销合并/)
    expect(await stored()).toMatchObject({ cells: { 'remedies.review.upheld': 7 } })
    expect(window.location.hash).toBe(`#/report/${here.id}`)
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
