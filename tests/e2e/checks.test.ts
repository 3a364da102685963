import type { Page } from '@playwright/test'
import type { Report } from '../../src/core/report/report.ts'
import { expect, test } from './app.ts'
import { cell, exportFile, findings, importFiles, openSection } from './steps.ts'

/** What remains of the checks: repairs, reasons, settings, and the certificate of an export. */

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清川市科学技术局')
}

/** Until the last edit is stored. */
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible()

/** Accepts a finding with a reason. */
async function explain(page: Page, rule: string, reason: string): Promise<void> {
  const card = findings(page, rule)
  await card.getByRole('heading').getByRole('button').click()
  await card.getByRole('button', { name: '无需修改，说明理由' }).click()
  await card.getByLabel('理由').fill(reason)
  await card.getByLabel('说明人').fill('办公室')
  await card.getByRole('button', { name: '保存理由' }).click()
}

test('a broken cell is one finding, repaired and undone with one press each', async ({ page }) => {
  await openSample(page)
  await findings(page, 'T3-SUM').getByRole('heading').getByRole('button').click()
  await page.getByRole('button', { name: '改为 6' }).click()
  await openSection(page, '收到和处理申请')
  const wrong = cell(page, 'requests.granted.commercial')
  await expect(wrong).toHaveValue('4')
  await wrong.focus()
  await page.keyboard.type('14')
  // Totals follow while they agree: one is typed over so that the sums break.
  await cell(page, 'requests.handled.commercial').fill('9')
  await cell(page, 'requests.granted.total').fill('23')
  const broken = page.locator('[data-rule^="T3-"]').filter({ hasText: '合计' })
  await expect(broken).toHaveCount(1)
  await broken.getByRole('heading').getByRole('button').click()
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await broken.getByRole('button', { name: '改为 4' }).click()
  await expect(wrong).toHaveValue('4')
  await expect(broken).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(wrong).toHaveValue('14')
  await expect(broken).toHaveCount(1)
})

test('the open finding stays open while its cell is corrected', async ({ page }) => {
  await openSample(page)
  const slip = page.locator('[data-rule^="T3-"]').filter({ hasText: '合计' })
  await slip.getByRole('heading').getByRole('button').click()
  const title = slip.getByRole('heading').getByRole('button')
  await expect(title).toHaveAttribute('aria-expanded', 'true')
  await cell(page, 'requests.unavailable.notHeld.natural').fill('8')
  await expect(title).toHaveAttribute('aria-expanded', 'true')
  await cell(page, 'requests.unavailable.notHeld.natural').fill('6')
  await expect(slip).toHaveCount(0)
})

test('a reason lasts over a reload and lapses when what it answered changes', async ({ page }) => {
  await openSample(page)
  await explain(page, 'D-S6', '本单位不收费')
  await expect(findings(page, 'D-S6')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await expect(page.getByText('已说明理由 1')).toBeVisible()
  await expect(findings(page, 'D-S6')).toHaveCount(0)
  await page.getByText('已说明理由 1').click()
  await expect(page.getByText('本单位不收费')).toBeVisible()
  await expect(page.getByText(/^办公室，/)).toBeVisible()

  await openSection(page, '其他事项')
  await page.getByRole('textbox', { name: /其他需要报告的事项/ }).fill('没有。')
  await expect(findings(page, 'D-S6')).toHaveCount(1)
  await page.getByText('已失效的理由 1').click()
  await expect(page.getByText('本单位不收费')).toBeVisible()
})

test('findings of one kind are settled together, and taken back, by the keyboard alone', async ({
  page
}) => {
  await openSample(page)
  await openSection(page, '其他事项')
  const wrong = '公式公开信息处理费0元。公式公开收费标准。'
  const text = page.getByRole('textbox', { name: /其他需要报告的事项/ })
  await text.fill(wrong)
  await expect(findings(page, 'D-TYPO')).toHaveCount(3)
  const list = page.getByRole('list', { name: '检查结果' })
  const press = async (name: string) => {
    await list.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  const first = findings(page, 'D-TYPO').first()
  await first.getByRole('heading').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(first.getByText('“公式公开” → “公示公开”')).toBeVisible()
  await press('同类 3 处')
  await press('改正这 3 处')
  await expect(findings(page, 'D-TYPO')).toHaveCount(0)
  await expect(page.locator('[data-pane="aside"] [data-title]:focus')).toHaveCount(1)

  await page.keyboard.press('Shift+F6')
  await expect(page.getByRole('button', { name: '撤销' }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(findings(page, 'D-TYPO')).toHaveCount(3)
  await openSection(page, '其他事项')
  await expect(text).toHaveText(wrong)
})

test('a file that was changed by hand says so, an unchanged one does not', async ({ page }) => {
  await openSample(page)
  const file = await exportFile(page, 'export-json')
  const report = JSON.parse(file.toString('utf8')) as Report
  const named = (of: Report, name: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(of))
  })
  const other = { ...report, id: crypto.randomUUID() }
  await importFiles(page, named(report, 'a.nianbao.json'), named(other, 'b.nianbao.json'))
  const list = page.getByRole('list', { name: '已选的文件' }).getByRole('listitem')
  await expect(list).toHaveCount(2)
  await expect(list.filter({ hasText: 'a.nianbao.json' })).toContainText('内容相同')
  await expect(list.filter({ hasText: 'a.nianbao.json' })).not.toContainText('改动过')
  await expect(list.filter({ hasText: 'b.nianbao.json' })).toContainText('改动过')

  await list.filter({ hasText: 'b.nianbao.json' }).getByRole('button', { name: '打开' }).click()
  const banner = page.getByRole('status').filter({ hasText: '在其他程序中改动过' })
  await expect(banner).toContainText('错误 1 处')
  await banner.getByRole('button', { name: '关闭提示' }).click()
  await expect(banner).toHaveCount(0)
})

test('what is missing is listed, and leads there', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: /查看报送前待办事项/ }).click()
  const dialog = page.getByRole('dialog', { name: '报送前待办事项' })
  await expect(dialog.getByRole('row').filter({ hasText: '三、' })).toContainText('173/175 格')
  await dialog.getByRole('button', { name: '填写 2 格' }).click()
  await expect(cell(page, 'requests.declined.excessive.research')).toBeFocused()
})

test('totals are computed on request, after a list of what would change', async ({ page }) => {
  await openSample(page)
  await openSection(page, '收到和处理申请')
  await page.getByRole('button', { name: '重算合计' }).click()
  const dialog = page.getByRole('dialog', { name: '按分项重算合计' })
  await expect(dialog.getByRole('row')).toHaveCount(4)
  await dialog.getByRole('button', { name: '改 3 格' }).click()
  await expect(cell(page, 'requests.handled.total')).toHaveValue('59')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'requests.handled.total')).toHaveValue('56')
})

test('an office sets its checks; what the law demands stays', async ({ page }) => {
  await openSample(page)
  await expect(findings(page, 'D-TYPO')).toHaveCount(1)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '检查设置' }).click()
  const dialog = page.getByRole('dialog', { name: '检查设置' })
  await dialog.getByLabel('查找检查项').fill('D-TYPO')
  await dialog.getByRole('combobox', { name: '错别字和标点' }).selectOption({ label: '不检查' })
  await expect(findings(page, 'D-TYPO')).toHaveCount(0)
  await dialog.getByRole('button', { name: '全部恢复默认' }).click()
  await expect(findings(page, 'D-TYPO')).toHaveCount(1)
  const notice = dialog.getByRole('status').filter({ hasText: '1 项检查已恢复默认' })
  await notice.getByRole('button', { name: '撤销' }).click()
  await expect(findings(page, 'D-TYPO')).toHaveCount(0)
  await dialog.getByLabel('查找检查项').fill('T3-SUM')
  await expect(dialog.getByText('法定', { exact: true })).toBeVisible()
  await dialog.getByLabel('本报告留意的词').fill('科技之窗')
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(findings(page, 'D-SENS').first()).toContainText('科技之窗')
})
