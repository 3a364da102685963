import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { OwnWord } from '../../../src/core/findings/own-words.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { storedWords } from '../../../src/storage/reports/own-words.ts'
import OwnWordsDialog from '../../../src/ui/checks/OwnWordsDialog.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import '../parts/dialog-methods.ts'

const wrong: OwnWord = { kind: 'wrong', word: '水务处', right: '水利局' }

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const open = async (own: readonly OwnWord[] = []) => {
  const report = newReport('清川市水利局', 2025)
  const text = { ...report.text, other: '水务处没有收取信息处理费。' }
  const session = new Session({ ...report, text })
  await session.setOwnWords(own)
  const view = new ViewState()
  view.checking = 'words'
  render(OwnWordsDialog, { session, view })
  return { session, view, dialog: within(screen.getByRole('dialog', { name: '本单位词表' })) }
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const press = (button: HTMLElement) => fireEvent.click(button)

describe('the dialog of the office’s own list', () => {
  it('adds an entry, keeps it for all reports, and checks this one by it', async () => {
    const { session, view, dialog } = await open()
    await press(dialog.getByRole('button', { name: '增加一行' }))
    await type(dialog.getByLabelText('写法'), ' 水务处 ')
    await type(dialog.getByLabelText('应为'), '水利局')
    await press(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(view.checking).toBeUndefined())
    expect(await storedWords()).toEqual([wrong])
    expect(session.checkedNow.findings.map(({ rule }) => rule)).toContain('D-OWN')
  })

  it('changes nothing before it is saved, and nothing of the report at all', async () => {
    const { session, view, dialog } = await open([wrong])
    const { report } = session
    await press(dialog.getByRole('button', { name: '删除“水务处”' }))
    expect(session.ownWords).toEqual([wrong])
    await press(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(view.checking).toBeUndefined())
    expect(session.ownWords).toEqual([])
    expect(session.report).toBe(report)
    expect(session.canUndo).toBe(false)
    // The list of before is one press away.
    await session.said?.back?.()
    expect([session.ownWords, await storedWords()]).toEqual([[wrong], [wrong]])
  })

  it('says so where the browser does not keep the list of before again', async () => {
    const { session, view, dialog } = await open([wrong])
    await press(dialog.getByRole('button', { name: '删除“水务处”' }))
    await press(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(view.checking).toBeUndefined())
    const refusing = vi.spyOn(db, 'transaction').mockRejectedValue(new Error('full'))
    expect(await session.said?.back?.()).toMatch(/^没有撤销/)
    refusing.mockRestore()
    expect(await storedWords()).toEqual([])
  })

  it('says what is wrong with a row, and saves nothing until it is put right', async () => {
    const { session, view, dialog } = await open([wrong])
    await press(dialog.getByRole('button', { name: '增加一行' }))
    await type(dialog.getAllByLabelText('写法')[1] as HTMLElement, '王某某')
    await fireEvent.change(dialog.getAllByLabelText('类别')[1] as HTMLElement, {
      target: { value: 'person' }
    })
    await press(dialog.getByRole('button', { name: '保存' }))
    expect(dialog.getByRole('status').textContent).toContain('有 1 行填写有误')
    expect(dialog.getAllByLabelText('写法')[1]?.getAttribute('aria-invalid')).toBe('true')
    expect(dialog.getByText('“应为”未填')).toBeTruthy()
    expect(view.checking).toBe('words')
    expect(session.ownWords).toEqual([wrong])
  })

  it('takes up a file of a spreadsheet in GBK, and says which lines it left out', async () => {
    const { dialog } = await open([wrong])
    // 姓名,王某某,局长 and 说明,甲,乙 as spreadsheets on Windows write them.
    const gbk = new Uint8Array([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xcd, 0xf5, 0xc4, 0xb3, 0xc4, 0xb3, 0x2c, 0xbe, 0xd6, 0xb3,
      0xa4, 0x0d, 0x0a, 0xcb, 0xb5, 0xc3, 0xf7, 0x2c, 0xbc, 0xd7, 0x2c, 0xd2, 0xd2, 0x0d, 0x0a
    ])
    const file = new File([gbk], '词表.csv')
    await fireEvent.change(dialog.getByLabelText('导入'), { target: { files: [file] } })
    const said = dialog.getByRole('status')
    await waitFor(() => expect(said.textContent).toContain('已导入 1 条'))
    expect(said.textContent).toContain('第 2 行，类别应为错词、姓名或留意')
    const written = dialog
      .getAllByLabelText('写法')
      .map((field) => (field as HTMLInputElement).value)
    expect(written).toEqual(['水务处', '王某某'])
  })
})

it('a list that was kept is in force when a report is opened', async () => {
  const { saveReport } = await import('../../../src/storage/reports/reports.ts')
  const { keepWords } = await import('../../../src/storage/reports/own-words.ts')
  const report = newReport('清川市水利局', 2025)
  await saveReport({ ...report, text: { ...report.text, other: '水务处未收费。' } }, 0)
  await keepWords([wrong])
  const opened = await Session.open(report.id)
  if (!opened.ok) throw new Error('not opened')
  await waitFor(() => expect(opened.session.ownWords).toEqual([wrong]))
  expect(opened.session.checkedNow.findings.map(({ rule }) => rule)).toContain('D-OWN')
  await opened.session.close()
})
