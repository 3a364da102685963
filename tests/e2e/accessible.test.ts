import { readFile } from 'node:fs/promises'
import { expect, test } from './app.ts'
import { violations } from './axe.ts'
import { charts, command, openSample, view } from './platform-steps.ts'
import { goTo, newReport, openSection, prose, sections } from './steps.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the empty library and the dialog of a new report', async ({ page }) => {
      await expect(page.getByRole('button', { name: '打开样例' })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: '新建' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

    test('the editor, section by section', async ({ page }) => {
      await page.getByRole('button', { name: '打开样例' }).click()
      await expect(page.locator('[data-rule]').first()).toBeVisible()
      await page.locator('[data-rule]').first().getByRole('button').first().click()
      for (const section of sections) {
        await openSection(page, section)
        expect(await violations(page), section).toEqual([])
      }
      await page.keyboard.press('Control+h')
      await page.getByRole('textbox', { name: '查找内容' }).fill('56')
      await expect(page.getByRole('list', { name: '查找' })).toBeVisible()
      expect(await violations(page), 'search').toEqual([])
      await page.keyboard.press('Escape')
      await openSection(page, '其他事项')
      await page.getByRole('button', { name: '生成句子' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), 'sentences').toEqual([])
    })

    test('numbers to be quoted: the menu, and the list of those in the text', async ({ page }) => {
      await page.getByRole('button', { name: '打开样例' }).click()
      await openSection(page, '总体情况')
      await prose(page).focus()
      await page.keyboard.press('Control+End')
      await page.getByRole('button', { name: '插入数字' }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await violations(page), 'menu').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.type('收到政府信息公开申请56件。')
      await page.getByRole('button', { name: '逐个查看' }).click()
      expect(await violations(page), 'list').toEqual([])
    })

    test('preview, export, and the library with a report', async ({ page }) => {
      await newReport(page, '青石县水利局', 2025)
      await page.getByRole('button', { name: '预览' }).click()
      await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
      expect(await violations(page), 'preview').toEqual([])
      await page.getByRole('button', { name: '导出' }).click()
      await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible()
      expect(await violations(page), 'export').toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '报告库' }).click()
      await expect(page.getByRole('rowheader').first()).toBeVisible()
      expect(await violations(page), 'library').toEqual([])
    })

    test('another year: its dialogs, and last year’s text beside', async ({ page }) => {
      await page.getByRole('button', { name: '打开样例' }).click()
      await openSection(page, '问题及改进')
      await page.getByRole('button', { name: '已改进' }).first().click()
      expect(await violations(page), 'beside the text').toEqual([])
      for (const name of ['建立下一年度报告', '更换上年报告', '对照上年']) {
        await page.getByRole('button', { name: '更多' }).click()
        await page.getByRole('menuitem', { name }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await violations(page), name).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

    test('platforms: the five views, their dialogs and the charts', async ({ page }) => {
      await openSample(page)
      await expect(charts(page).locator('canvas')).toBeVisible()
      for (const name of ['本年', '历年', '平台对比', '图解', '报表']) {
        await view(page, name)
        expect(await violations(page), name).toEqual([])
      }
      await page.getByLabel('报表', { exact: true }).selectOption('政务新媒体账号情况')
      expect(await violations(page), '政务新媒体账号情况').toEqual([])
      await view(page, '图解')
      await page.getByRole('button', { name: '显示数据' }).click()
      expect(await violations(page), '图解 as tables').toEqual([])
      await page.getByRole('button', { name: '图解插入正文' }).click()
      expect(await violations(page), '图解').toEqual([])
      await page.keyboard.press('Escape')
      await view(page, '本年')
      await page.getByRole('button', { name: /推送信息，按月填写$/ }).press('Enter')
      expect(await violations(page), 'months').toEqual([])
      for (const [of, item] of [
        ['科技之窗：更多', '平台资料'],
        ['科技之窗访问量：更多', '口径、来源和备注'],
        [/^图表“.*更多$/, '修改']
      ] as const) {
        await command(page, of, item)
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await violations(page), item).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await command(page, /^图表“.*更多$/, '显示数据')
      await page.getByRole('button', { name: '导入', exact: true }).click()
      const buffer = Buffer.from('日期,推文量\n2025-03-01,5')
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer }
      await page.getByLabel('选择 Excel 或 CSV 文件').setInputFiles(file)
      await expect(page.getByLabel('“推文量”一列的含义')).toBeVisible()
      expect(await violations(page), '导入').toEqual([])
    })

    test('handing in and reviewing a text', async ({ page }) => {
      await goTo(page, '导入')
      await expect(page.getByLabel('报告全文')).toBeVisible()
      expect(await violations(page), 'import').toEqual([])
      const text = await readFile('tests/fixtures/reports/one-column-lost.txt', 'utf8')
      await page.getByLabel('报告全文').fill(text)
      await page.getByRole('button', { name: '识别文字' }).click()
      await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible()
      expect(await violations(page), 'review').toEqual([])
    })
  })
}
