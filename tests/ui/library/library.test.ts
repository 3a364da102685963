import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within
} from '@testing-library/svelte'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Library as Reports } from '../../../src/state/library/library.svelte.ts'
import { Router } from '../../../src/state/app/route.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { listReports } from '../../../src/storage/reports/reports.ts'
import { allAsides, layAside } from '../../../src/storage/saving/aside.ts'
import Library from '../../../src/ui/library/Library.svelte'
import '../parts/dialog-methods.ts'

configure({ asyncUtilTimeout: 5000 })

const sample = readFileSync('public/sample.nianbao.json', 'utf8')

beforeEach(async () => {
  await db.delete()
  await db.open()
  localStorage.clear()
  window.location.hash = '#/'
})

async function show(...stored: ReturnType<typeof newReport>[]): Promise<void> {
  await db.reports.bulkAdd(stored)
  open(new Reports())
}
const open = (library: Reports, router = new Router()) =>
  render(Library, {
    library,
    router,
    theme: { dark: false, toggle: () => undefined } as never,
    onstorage: () => undefined
  })
const unitCells = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('th[scope=row]')]
const units = (): string[] => unitCells().map((cell) => cell.textContent?.trim() ?? '')

describe('an empty library', () => {
  it('offers three ways to a first report, one of them first', async () => {
    await show()
    await screen.findByText('没有报告')
    await waitFor(() => expect(document.querySelectorAll('[data-action]')).toHaveLength(8))
    expect(document.querySelectorAll('.primary')).toHaveLength(1)
  })

  it('makes a report of a unit and a year, and opens it', async () => {
    await show()
    await fireEvent.click(await screen.findByRole('button', { name: '新建' }))
    const dialog = within(await screen.findByRole('dialog'))
    await fireEvent.input(dialog.getByLabelText('单位全称'), {
      target: { value: ' 清川市水利局 ' }
    })
    await fireEvent.input(dialog.getByLabelText('报告年度'), { target: { value: '2025' } })
    await fireEvent.click(dialog.getByRole('button', { name: '新建' }))
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    const [report] = (await listReports()).reports
    expect(report).toMatchObject({ unit: { name: '清川市水利局' }, year: 2025 })
    await waitFor(() => expect(window.location.hash).toBe(`#/report/${report?.id}`))
  })

  it.each([
    ['', '2025', '单位全称未填'],
    ['清川市水利局', '二五', '年度填四位数字'],
    ['清川市水利局', '2020', '2021 年以前'],
    ['清川市水利局', '2999', '最晚到']
  ])('says what is wrong with %j and %j', async (unit, year, sentence) => {
    await show()
    await fireEvent.click(await screen.findByRole('button', { name: '新建' }))
    const dialog = within(await screen.findByRole('dialog'))
    await fireEvent.input(dialog.getByLabelText('单位全称'), { target: { value: unit } })
    await fireEvent.input(dialog.getByLabelText('报告年度'), { target: { value: year } })
    await fireEvent.click(dialog.getByRole('button', { name: '新建' }))
    expect(dialog.getByText(sentence, { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(0)
  })

  it('opens the sample once, and again where it was left', async () => {
    vi.stubGlobal('fetch', async () => new Response(sample))
    await show()
    await fireEvent.click(await screen.findByRole('button', { name: '打开样例' }))
    await waitFor(() => expect(window.location.hash).toMatch('#/report/'))
    const opened = window.location.hash
    window.location.hash = '#/'
    await fireEvent.click(await screen.findByRole('button', { name: '打开样例' }))
    await waitFor(() => expect(window.location.hash).toBe(opened))
    expect(await db.reports.count()).toBe(1)
  })

  it('says so when the sample cannot be fetched', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    await show()
    await fireEvent.click(await screen.findByRole('button', { name: '打开样例' }))
    expect((await screen.findByRole('alert')).textContent).toContain('样例没有打开')
  })
})

describe('a library of reports', () => {
  const one = newReport('清川市科学技术局', 2025)
  const two = newReport('清川市人民政府', 2024)

  it('lists them with their state', async () => {
    await show(JSON.parse(sample), two)
    await waitFor(() => expect(units()).toEqual(['清川市科学技术局', '清川市人民政府']))
    const row = within(screen.getByRole('row', { name: /清川市科学技术局/ }))
    expect(await row.findByText('有错误')).toBeTruthy()
    expect(row.getByText('198 / 200')).toBeTruthy()
    expect(row.getByText('错误 1')).toBeTruthy()
  })

  it('finds by search, and shows all again', async () => {
    await show(one, two)
    await waitFor(() => expect(units()).toHaveLength(2))
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: '人民 2024' } })
    expect(units()).toEqual(['清川市人民政府'])
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: '没有' } })
    await fireEvent.click(screen.getByRole('button', { name: '显示全部' }))
    expect(units()).toHaveLength(2)
  })

  it('removes a report and brings it back as it was', async () => {
    await show({ ...one, rev: 7 })
    const more = await screen.findByRole('button', { name: /更多/ })
    await fireEvent.click(more)
    await fireEvent.click(await screen.findByRole('menuitem', { name: '删除' }))
    const undo = await screen.findByRole('button', { name: '撤销' })
    expect(await db.reports.count()).toBe(0)
    await fireEvent.click(undo)
    await waitFor(async () => expect(await db.reports.get(one.id)).toEqual({ ...one, rev: 7 }))
  })

  it('finds by name what the menu of a row does, and does it to that report alone', async () => {
    await show(one, two)
    await fireEvent.click(await screen.findByRole('button', { name: /人民政府 2024 年度，更多/ }))
    const items = screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
    expect(items).toEqual(['建立下一年度报告', '导出交换文件', '历史版本', '另存一份', '删除'])
    await fireEvent.click(screen.getByRole('button', { name: /^搜索/ }))
    const field = await screen.findByRole('combobox')
    for (const name of items) {
      await fireEvent.input(field, { target: { value: `人民政府 ${name}` } })
      expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
        expect.stringContaining(name ?? '')
      ])
    }
    await fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(units()).toEqual(['清川市科学技术局']))
    expect(await screen.findByText(/已删除 清川市人民政府 2024 年度报告/)).toBeTruthy()
  })

  it('backs all up at one press of the palette', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:backup')
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    URL.revokeObjectURL ??= () => undefined
    await show(one, two)
    await waitFor(() => expect(document.querySelector('[data-action=backup]')).toBeTruthy())
    await fireEvent.click(screen.getByRole('button', { name: /^搜索/ }))
    const field = await screen.findByRole('combobox')
    await fireEvent.input(field, { target: { value: '备份全部' } })
    await fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(made).toHaveBeenCalledOnce())
    expect(await screen.findByText(/^上次备份/)).toBeTruthy()
  })

  it('goes on from the row of the report that was closed; from no other where it is gone', async () => {
    const router = new Router()
    const close = async (id: string) => {
      window.location.hash = `#/report/${id}`
      await waitFor(() => expect(router.left).toBeUndefined())
      window.location.hash = '#/'
      await waitFor(() => expect(router.left).toBe(id))
      open(new Reports(), router)
      await waitFor(() => expect(units().length).toBeGreaterThan(0))
    }
    const focused = () =>
      document.activeElement?.closest<HTMLElement>('[data-report]')?.dataset['report']
    await db.reports.bulkAdd([one, two])
    await close(two.id)
    await waitFor(() => expect(focused()).toBe(two.id))
    expect(document.activeElement?.tagName).toBe('BUTTON')
    cleanup()
    await db.reports.delete(two.id)
    const elsewhere = document.body.appendChild(document.createElement('button'))
    elsewhere.focus()
    await close(two.id)
    expect(document.activeElement).toBe(elsewhere)
    elsewhere.remove()
  })

  it('gives up work that was left unsaved, and takes it up again', async () => {
    const report = newReport('清川市水利局', 2025)
    const left = { id: `${report.id}.a`, baseRev: 1, at: '2026-01-10T08:00:01.000Z', sent: [] }
    layAside({ ...left, left: true, report })
    await show(report)
    const unsaved = () => document.querySelectorAll('[data-unsaved]').length
    await waitFor(() => expect(unsaved()).toBe(1))
    await fireEvent.click(screen.getByRole('button', { name: '放弃这些改动' }))
    const undo = await screen.findByRole('button', { name: '撤销' })
    expect([unsaved(), document.activeElement === undo]).toEqual([0, true])
    await fireEvent.click(undo)
    await waitFor(() => expect(unsaved()).toBe(1))
    expect((await allAsides()).asides).toMatchObject([{ report: { id: report.id } }])
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })

  it('says what was given up or removed no longer once the screen was left', async () => {
    const report = newReport('清川市水利局', 2025)
    const left = { id: `${report.id}.a`, baseRev: 1, at: '2026-01-10T08:00:01.000Z', sent: [] }
    layAside({ ...left, left: true, report })
    await db.reports.bulkAdd([report, one])
    const library = new Reports()
    const { unmount } = open(library)
    await fireEvent.click(await screen.findByRole('button', { name: '放弃这些改动' }))
    await screen.findByText('没有保存的改动已删除', { exact: false })
    await library.remove({ id: one.id, name: one.unit.name, year: one.year })
    await screen.findByText('回收站保留 30 天', { exact: false })
    expect(screen.getAllByRole('button', { name: '撤销' })).toHaveLength(2)
    unmount()
    open(library)
    await waitFor(() => expect(units()).toEqual(['清川市水利局']))
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
    expect(document.activeElement).toBe(document.body)
  })

  it('has the focus at the way back of each that is given up', async () => {
    const reports = [newReport('清川市水利局', 2025), newReport('清川市民政局', 2025)]
    const at = '2026-01-10T08:00:01.000Z'
    for (const report of reports) {
      layAside({ id: `${report.id}.a`, baseRev: 1, at, sent: [], left: true, report })
    }
    await show(...reports)
    for (const remaining of [1, 0]) {
      const [giveUp] = await screen.findAllByRole('button', { name: '放弃这些改动' })
      giveUp?.focus()
      await fireEvent.click(giveUp as HTMLElement)
      await waitFor(() =>
        expect(document.querySelectorAll('[data-unsaved]')).toHaveLength(remaining)
      )
      await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('撤销'))
    }
  })

  it('keeps a second copy on its own', async () => {
    await show(one)
    await fireEvent.click(await screen.findByRole('button', { name: /更多/ }))
    await fireEvent.click(await screen.findByRole('menuitem', { name: '另存一份' }))
    await waitFor(() => expect(units()).toHaveLength(2))
    const ids = await db.reports.toCollection().primaryKeys()
    expect(new Set(ids).size).toBe(2)
  })

  it('opens on a press anywhere in the row', async () => {
    await show(one)
    await waitFor(() => expect(units()).toHaveLength(1))
    for (const cell of unitCells()) await fireEvent.click(cell)
    expect(window.location.hash).toBe(`#/report/${one.id}`)
  })

  it('names what it cannot open and leaves it there', async () => {
    const later = { ...one, id: two.id, schema: 9 as 2 }
    await show(later)
    expect(await screen.findByText('有 1 份已保存的报告，当前版本无法打开')).toBeTruthy()
    expect(
      screen.getByRole('button', { name: new RegExp(`导出原始内容 ${one.unit.name}`) })
    ).toBeTruthy()
    expect(screen.getByText('由较新版本的年报台保存', { exact: false })).toBeTruthy()
    expect(await db.reports.get(two.id)).toEqual(later)
  })
})
