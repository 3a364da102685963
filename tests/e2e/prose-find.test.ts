import { expect, test } from './app.ts'
import { cell, leave, newReport, openSection, textIn, undoFrom } from './steps.ts'

test('words are found and replaced through the sections, and one undo brings them back', async ({
  page
}) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await openSection(page, '总体情况')
  await page.keyboard.press('Control+h')
  const field = page.getByRole('textbox', { name: '查找内容' })
  await expect(field).toBeFocused()
  await field.fill('科室')
  const place = page.getByRole('complementary').getByRole('status')
  await expect(place).toContainText('共 2 处')
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm-hit.current')).toHaveText('科室')
  await page.keyboard.press('Enter')
  const problems = page.getByRole('textbox', { name: /存在的主要问题/ })
  await expect(problems).toBeVisible()
  await expect(page.locator('.cm-hit.current')).toHaveText('科室')
  await expect(field).toBeFocused()
  const before = await textIn(problems)

  await page.getByRole('textbox', { name: '替换为' }).fill('处室')
  await page.getByRole('button', { name: '全部替换 2 处' }).click()
  await expect.poll(() => textIn(problems)).toBe(before.replaceAll('科室', '处室'))
  await expect(place).toHaveText('没有找到。')
  await field.fill('处室')
  await expect(place).toContainText('共 2 处')
  await undoFrom(page, '已替换 2 处')
  await expect.poll(() => textIn(problems)).toBe(before)
  await expect(place).toHaveText('没有找到。')
  await field.fill('科室')
  await expect(place).toContainText('共 2 处')

  await field.click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(page.locator('[data-section]')).toBeFocused()
})

test('a skeleton is offered, its blanks are found, a missing aspect is put in its place', async ({
  page
}) => {
  await newReport(page, '清川市水利局', 2025)
  await openSection(page, '总体情况')
  await page.getByRole('button', { name: '插入提纲', exact: true }).click()
  const area = page.getByRole('textbox', { name: /总体情况/ })
  await expect(area).toContainText('（五）监督保障')
  await expect(page.locator('[data-rule="D-TPLRESID"]').first()).toBeVisible()
  const outline = page.getByRole('list', { name: '总体情况的小标题' })
  await expect(outline.getByRole('button')).toHaveCount(5)

  await area.fill('（一）主动公开\n公开信息12条。\n（二）监督保障\n培训2次。')
  await page.getByRole('button', { name: '插入标题：（二）依申请公开' }).click()
  await expect
    .poll(() => textIn(area))
    .toBe('（一）主动公开\n公开信息12条。\n（二）依申请公开\n（三）监督保障\n培训2次。')
  await outline.getByRole('button', { name: '监督保障' }).click()
  await expect(area).toBeFocused()
  await expect(outline.getByRole('button', { name: '监督保障' })).toHaveAttribute(
    'aria-current',
    'location'
  )
})

test('a sentence from the tables goes under its heading and follows them', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await openSection(page, '总体情况')
  await page.getByRole('button', { name: '生成句子' }).click()
  const dialog = page.getByRole('dialog', { name: '生成句子' })
  const told = dialog.getByRole('listitem').filter({ hasText: '办结政府信息公开申请' }).first()
  const sentence = await told.getByRole('paragraph').innerText()
  expect(sentence).toMatch(/^2025年新收政府信息公开申请\d+件（自然人\d+件/)
  await told.getByRole('button', { name: /插入“依申请公开”之下/ }).click()
  await expect(dialog).toHaveCount(0)
  const area = page.getByRole('textbox', { name: /总体情况/ })
  const lines = (await textIn(area)).split('\n')
  const at = lines.findIndex((line) => line.startsWith('2025年新收政府信息公开申请{{'))
  expect(lines[at - 2]).toBe('（二）依申请公开')
  expect(lines[at + 1]).toBe('（三）政府信息管理')
  const shown = () => area.locator('.cm-line').nth(at).innerText()
  await expect.poll(shown).toBe(sentence)

  await openSection(page, '收到和处理申请')
  const received = cell(page, 'requests.received.natural')
  await received.fill(String(Number(await received.inputValue()) + 100))
  await openSection(page, '总体情况')
  await expect.poll(shown).toMatch(/^2025年新收政府信息公开申请1\d\d件/)
})

test('last year’s section is taken over whole, under the headings of the new report', async ({
  page
}) => {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025')
  await leave(page)
  await page.getByRole('button', { name: /更多/ }).click()
  await page.locator('[data-action="next-year"]').click()
  await page.locator('[data-action="next-year-create"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026')

  await openSection(page, '总体情况')
  const area = page.getByRole('textbox', { name: /总体情况/ })
  const headings = await textIn(area)
  await page.getByRole('button', { name: '取用整段：监督保障' }).click()
  await expect(area).toContainText('局主要负责人每半年听取一次')
  await expect.poll(async () => (await textIn(area)).startsWith(headings)).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(() => textIn(area)).toBe(headings)
  await page.getByRole('button', { name: '全部取用' }).click()
  await expect.poll(async () => (await textIn(area)).match(/^（.）.*/gm)?.join('\n')).toBe(headings)
})
