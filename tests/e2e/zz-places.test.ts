import { expect, test } from './app.ts'
import { openSection, cell } from './steps.ts'
const shot = (page: any, n: string) => page.screenshot({ path: `/tmp/rooms/look/places-${n}.png` })
test('phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await shot(page, 'p0-library-empty')
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.locator('[data-rule]').first()).toBeVisible()
  await page.waitForTimeout(1500)
  await shot(page, 'p1-list')
  await page.locator('[data-rule]').first().getByRole('button').first().click()
  await shot(page, 'p2-one')
  await page.getByRole('button', { name: '下一处' }).click()
  await page.getByRole('button', { name: '下一处' }).click()
  await shot(page, 'p3-two')
  await page.getByRole('button', { name: '正文', exact: true }).click()
  await shot(page, 'p4-text')
  await page.getByRole('button', { name: '表格', exact: true }).click()
  await shot(page, 'p5-tables')
  await page.getByRole('button', { name: '填写收到和处理申请' }).click()
  await shot(page, 'p6-write-table')
  await page.getByRole('combobox', { name: '报告结构' }).selectOption('overview')
  await page.waitForTimeout(500)
  await shot(page, 'p7-write-text')
  await page.getByRole('combobox', { name: '报告结构' }).selectOption('platforms')
  await page.waitForTimeout(500)
  await shot(page, 'p8-platforms')
  await page.getByRole('button', { name: '预览' }).click()
  await page.waitForTimeout(1500)
  await shot(page, 'p9-preview')
  await page.getByRole('button', { name: '关闭' }).last().click()
  await page.locator('[data-action="export"]').click()
  await page.waitForTimeout(800)
  await shot(page, 'p10-export')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '报告库' }).click()
  await page.waitForTimeout(800)
  await shot(page, 'p11-library')
  await page.goto('#/import')
  await page.waitForTimeout(800)
  await shot(page, 'p12-import')
})
for (const [w, h] of [
  [1280, 720],
  [1366, 768],
  [1366, 650],
  [900, 700]
] as const)
  test(`wide ${w} ${h}`, async ({ page }) => {
    await page.setViewportSize({ width: w, height: h })
    await page.getByRole('button', { name: '打开样例' }).click()
    await openSection(page, '收到和处理申请')
    await cell(page, 'requests.received.natural').focus()
    await page.waitForTimeout(800)
    await shot(page, `w-${w}-${h}`)
    if (w === 900) {
      await page.getByRole('button', { name: '检查' }).click()
      await shot(page, `w-${w}-aside`)
    }
  })
test('console', async ({ page }) => {
  page.on('console', (m) => console.log('CONSOLE', m.type(), m.text().slice(0, 600)))
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.locator('[data-rule]').first()).toBeVisible()
  for (let i = 0; i < 12; i++) { await page.keyboard.press('F8'); await page.waitForTimeout(200) }
})
