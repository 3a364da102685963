import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import {
  comeBack,
  fakeDisk,
  forgetPermission,
  makeDiskTrouble,
  onDisk,
  writeOnDisk
} from './fake-disk.ts'
import { cell, leave, newReport, openSection } from './steps.ts'

/** Out of the browser: a report, or the library as a folder, kept up to date on the disk. */

const unit = '青石县水利局'
const name = '青石县水利局-2025.nianbao.json'
const folder = '年报'
const received = 'requests.received.natural'

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: '存放与备份' })
const notice = (page: Page): Locator => page.locator('[data-care="told"]')

async function openStorage(page: Page): Promise<Locator> {
  const inEditor = page.getByRole('banner').getByRole('button', { name: '更多' })
  if (await inEditor.isVisible()) {
    await inEditor.click()
    await page.getByRole('menuitem', { name: '存放与备份' }).click()
  } else await page.getByRole('button', { name: '存放与备份' }).click()
  await expect(dialog(page)).toBeVisible()
  return dialog(page)
}

async function closeStorage(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '关闭' }).click()
  await expect(dialog(page)).toHaveCount(0)
}

async function bindFile(page: Page): Promise<void> {
  const storage = await openStorage(page)
  await storage.getByRole('button', { name: '选择文件', exact: true }).click()
  await expect(storage.getByText(`与文件“${name}”同步`)).toBeVisible()
  await closeStorage(page)
}

async function bindFolder(page: Page): Promise<void> {
  const storage = await openStorage(page)
  await storage.getByRole('button', { name: '选择文件夹' }).click()
  await expect(storage.getByText('已检查，全部写入')).toBeVisible()
  await closeStorage(page)
}

/** The number that a file on the disk has in the cell of these tests. */
const numberIn = async (page: Page, ...at: [string, ...string[]]): Promise<unknown> => {
  const text = await onDisk(page, ...at)
  return text ? JSON.parse(text).cells[received] : undefined
}
const followed = (page: Page, value: number, ...at: [string, ...string[]]) =>
  expect.poll(() => numberIn(page, ...at)).toBe(value)

/** Another computer changes a number in a file. */
async function changeOnDisk(
  page: Page,
  field: string,
  value: number,
  ...at: [string, ...string[]]
): Promise<void> {
  const file = JSON.parse((await onDisk(page, ...at)) ?? '')
  file.cells[field] = value
  await writeOnDisk(page, JSON.stringify(file), ...at)
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(fakeDisk)
  await page.reload()
  await newReport(page, unit, 2025)
  await cell(page, received).fill('7')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
})

test('a report and its file: the file follows, and what others wrote into it is taken over', async ({
  page
}) => {
  await bindFile(page)
  await followed(page, 7, name)
  await cell(page, received).fill('8')
  await followed(page, 8, name)

  await leave(page)
  await changeOnDisk(page, received, 21, name)
  await expect(notice(page)).toContainText(`磁盘上的“${name}”没有同步`)
  await notice(page).getByRole('button', { name: '查看' }).click()
  const matter = dialog(page).locator('[data-matter="theirs"]')
  await expect(matter).toContainText('磁盘上的文件有修改，库中版本没有')
  await matter.getByRole('button', { name: '采用文件版本' }).click()
  await expect(dialog(page)).toContainText('已采用')
  await expect(matter).toHaveCount(0)
  await closeStorage(page)
  await expect(notice(page)).toHaveCount(0)
  await page.getByRole('button', { name: `继续填写 ${unit}` }).click()
  await openSection(page, '收到和处理申请')
  await expect(cell(page, received)).toHaveValue('21')
  await cell(page, received).fill('22')
  await followed(page, 22, name)
})

test('both have changed: nothing is written before somebody has compared', async ({ page }) => {
  await bindFile(page)
  await followed(page, 7, name)
  await forgetPermission(page)
  await changeOnDisk(page, 'requests.carriedIn.natural', 3, name)
  await cell(page, received).fill('9')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await leave(page)
  await notice(page).getByRole('button', { name: '继续同步' }).click()
  await notice(page).getByRole('button', { name: '查看' }).click()
  const matter = dialog(page).locator('[data-matter="both"]')
  await expect(matter).toContainText('两边都有修改')
  expect(await numberIn(page, name)).toBe(7)
  await matter.getByRole('button', { name: '比较' }).click()
  const versions = page.getByRole('dialog', { name: '同一份报告的两个版本' })
  // The state that the file had last is what both are compared with.
  await expect(versions.getByRole('radio', { name: /上年结转.*文件版本/ })).toBeChecked()
  await expect(versions.getByRole('radio', { name: /自然人.*新收.*库中版本/ })).toBeChecked()
  await versions.getByRole('button', { name: '按所选合并' }).click()
  await expect(matter).toHaveCount(0)
  await followed(page, 9, name)
  expect(JSON.parse((await onDisk(page, name)) ?? '').cells['requests.carriedIn.natural']).toBe(3)
})

test('what is here is kept when somebody says so, and the file is written again', async ({
  page
}) => {
  await bindFile(page)
  await followed(page, 7, name)
  await leave(page)
  await changeOnDisk(page, received, 21, name)
  await notice(page).getByRole('button', { name: '查看' }).click()
  await dialog(page).getByRole('button', { name: '保留库中版本' }).click()
  await expect(dialog(page)).toContainText('已按库中版本写入')
  await followed(page, 7, name)
})

test('a file that holds something else is never written over', async ({ page }) => {
  await bindFile(page)
  await followed(page, 7, name)
  await writeOnDisk(page, '通讯录', name)
  await expect(notice(page)).toContainText('不是这份报告')
  await cell(page, received).fill('8')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await comeBack(page)
  await expect(notice(page)).toContainText('没有覆盖')
  expect(await onDisk(page, name)).toBe('通讯录')
})

test('the library as a folder: new reports come, renamed and deleted ones go their way', async ({
  page
}) => {
  await leave(page)
  await bindFolder(page)
  await followed(page, 7, name, folder)

  await newReport(page, '清川市档案局', 2025)
  await expect.poll(() => onDisk(page, '清川市档案局-2025.nianbao.json', folder)).toBeTruthy()
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('dialog').getByLabel('机关全称').fill('清川市档案馆')
  await page.keyboard.press('Escape')
  await expect.poll(() => onDisk(page, '清川市档案馆-2025.nianbao.json', folder)).toBeTruthy()
  await expect.poll(() => onDisk(page, '清川市档案局-2025.nianbao.json', folder)).toBeUndefined()

  await leave(page)
  await page.getByRole('button', { name: `${unit} 2025 年度，更多` }).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await expect.poll(() => onDisk(page, name, folder, '回收站')).toBeTruthy()
  expect(await onDisk(page, name, folder)).toBeUndefined()
  await expect(notice(page)).toHaveCount(0)
})

test('files laid into the folder are offered for import', async ({ page }) => {
  await leave(page)
  await bindFolder(page)
  await followed(page, 7, name, folder)
  const other = JSON.parse((await onDisk(page, name, folder)) ?? '')
  other.id = crypto.randomUUID()
  other.unit.name = '云岭市水务局'
  await writeOnDisk(page, JSON.stringify(other), '收到的.json', folder)
  await expect(notice(page)).toContainText('文件夹中有 1 个新文件')
  await notice(page).getByRole('button', { name: '导入' }).click()
  await expect(page.getByText('云岭市水务局').first()).toBeVisible()
  await expect.poll(() => onDisk(page, '云岭市水务局-2025.nianbao.json', folder)).toBeTruthy()
  await comeBack(page)
  await expect(notice(page)).toHaveCount(0)
})

test('after a restart a press goes on; troubles of the disk are said and pass', async ({
  page
}) => {
  await leave(page)
  await bindFolder(page)
  await followed(page, 7, name, folder)
  await forgetPermission(page)
  await page.reload()
  await expect(notice(page)).toContainText(`继续同步到“${folder}”`)
  await page.getByRole('button', { name: `继续填写 ${unit}` }).click()
  await openSection(page, '收到和处理申请')
  await cell(page, received).fill('8')
  await notice(page).getByRole('button', { name: '继续同步' }).click()
  await followed(page, 8, name, folder)

  for (const [trouble, sentence] of [
    ['full', '磁盘已满'],
    ['locked', '无法写入'],
    ['gone', 'U 盘已拔出']
  ] as const) {
    const before = Number(await cell(page, received).inputValue())
    await makeDiskTrouble(page, trouble)
    await cell(page, received).fill(String(before + 1))
    await expect(notice(page)).toContainText(sentence)
    await expect(page.locator('[data-save="saved"]')).toBeVisible()
    expect(await numberIn(page, name, folder)).toBe(before)
    await makeDiskTrouble(page, 'none')
    await comeBack(page)
    await followed(page, before + 1, name, folder)
    await expect(notice(page)).toHaveCount(0)
  }
})

test('of two windows one writes, for both', async ({ page, context }) => {
  await leave(page)
  await bindFolder(page)
  const other = await context.newPage()
  await other.goto('./')
  await other.getByRole('button', { name: `继续填写 ${unit}` }).click()
  await openSection(other, '收到和处理申请')
  await cell(other, received).fill('12')
  await followed(page, 12, name, folder)
  await expect(notice(page)).toHaveCount(0)
  await expect(notice(other)).toHaveCount(0)
})
