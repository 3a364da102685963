import { readFile } from 'node:fs/promises'
import { expect, test } from './app.ts'
import { findings } from './steps.ts'

/** The office's own list of words: kept for all reports, brought along as a file. */

test('an office lists its words, and every report is checked by them', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(findings(page, 'D-OWN')).toHaveCount(0)

  await page.getByRole('button', { name: '本单位词表' }).click()
  const dialog = page.getByRole('dialog', { name: '本单位词表' })
  await dialog.getByRole('button', { name: '增加一行' }).click()
  await expect(dialog.getByLabel('写法')).toBeFocused()
  await page.keyboard.type('科技之窗')
  await page.keyboard.press('Tab')
  await page.keyboard.type('清川科技网')
  await dialog.getByRole('button', { name: '保存' }).click()

  const card = findings(page, 'D-OWN').first()
  await expect(card).toContainText('“科技之窗”应写作“清川科技网”')
  await card.getByRole('heading').getByRole('button').click()
  const before = await findings(page, 'D-OWN').count()
  await card.getByRole('button', { name: '改为“清川科技网”' }).click()
  await expect(findings(page, 'D-OWN')).toHaveCount(before - 1)
  await page.keyboard.press('Control+z')
  await expect(findings(page, 'D-OWN')).toHaveCount(before)

  await page.reload()
  await expect(findings(page, 'D-OWN')).toHaveCount(before)

  await page.getByRole('button', { name: '本单位词表' }).click()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('本单位词表.txt')
  const file = await readFile(await download.path(), 'utf8')
  expect(file).toBe('\uFEFF类别\t写法\t应为\r\n错词\t科技之窗\t清川科技网\r\n')

  await dialog.getByRole('button', { name: '删除“科技之窗”' }).click()
  await dialog.getByLabel('导入').setInputFiles({
    name: '词表.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${file}姓名\t王某某\t副局长\r\n姓名\t李某某\r\n`)
  })
  await expect(dialog.getByRole('status')).toContainText('已导入 2 条')
  await expect(dialog.getByRole('status')).toContainText('第 4 行，“应为”未填')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(findings(page, 'D-OWN')).toHaveCount(before)
})
