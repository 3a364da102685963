import { configure, fireEvent, render, screen } from '@testing-library/svelte'
import { Inbox } from '../../../src/state/import/inbox.ts'
import { Library } from '../../../src/state/library/library.svelte.ts'
import { Router } from '../../../src/state/app/route.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import Import from '../../../src/ui/import/Import.svelte'

/** The import screen over an empty library, and what a clerk does on it. */

configure({ asyncUtilTimeout: 5000 })

/** Opens the screen; to be called before each test. */
export async function openImport(): Promise<void> {
  await db.delete()
  await db.open()
  window.location.hash = '#/import'
  render(Import, { library: new Library(), router: new Router(), inbox: new Inbox() })
}

/** The text of a report, with the row 规章 of table 二 as it is given. */
export const source = (disclosure: string): string => `清川市水利局2025年政府信息公开工作年度报告
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
/** Pastes a text on the import screen and has it read. */
export const paste = async (text: string): Promise<void> => {
  await fireEvent.input(screen.getByLabelText('报告全文'), { target: { value: text } })
  await fireEvent.click(screen.getByRole('button', { name: '识别文字' }))
}
/** Picks files. */
export const handIn = (...files: File[]): Promise<unknown> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  Object.defineProperty(input, 'value', { value: '', writable: true })
  return fireEvent.change(input as HTMLInputElement)
}
/** Takes over what was read. */
export const accept = (): Promise<unknown> =>
  fireEvent.click(document.querySelector('[data-action=import-accept]') as Element)
/** The first report that is stored. */
export const stored = async (): Promise<unknown> => (await db.reports.toArray())[0]
