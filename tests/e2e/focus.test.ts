import { expect, test } from './app.ts'
import { takeOver } from './clerks-job.ts'
import { charts } from './platform-steps.ts'
import { findings, prose } from './steps.ts'
import type { Locator, Page } from '@playwright/test'

/** By keys alone: where the focus is after each step, and that the page itself never scrolls. */
test.use({ viewport: { width: 1280, height: 720 } })

/** What has the focus and is seen in the window; what is wrong, where it is the page that has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at, documentElement: root, body } = document
    if (root.scrollTop || body.scrollTop || root.scrollHeight > root.clientHeight)
      return 'the page scrolls'
    if (!(at instanceof HTMLElement) || at === body) return 'the page has the focus'
    const { top, bottom, width } = at.getBoundingClientRect()
    return width && bottom > 0 && top < innerHeight ? at.tagName : `${at.tagName} is out of sight`
  })

/** After a step the focus is somewhere, and stays there. */
async function stands(page: Page, step: string): Promise<void> {
  const somewhere = /^(H[1-6]|A|BUTTON|INPUT|SELECT|TEXTAREA|DIV|SUMMARY|UL)$/
  await expect.poll(() => focused(page), step).toMatch(somewhere)
}

const inPane = (page: Page, pane: string): Locator =>
  page.locator(`[data-pane="${pane}"]:focus-within`)

/** The sample, opened by key. */
async function openSample(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '打开样例' })
  await expect(button).toBeVisible()
  await button.press('Enter')
  await expect(page.locator('[data-rule]').first()).toBeVisible()
}

async function menu(page: Page, button: Locator, item: string): Promise<void> {
  await button.press('Enter')
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
}

test('the focus never falls to the page: findings, undo, panes, sections', async ({ page }) => {
  await openSample(page)
  await stands(page, 'a report opened')
  await expect(page.getByRole('main').getByRole('heading').first()).toBeFocused()

  for (const step of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6']) await page.keyboard.press(step)
  await stands(page, 'panes')
  for (const [key, part] of [
    ['Alt+1', '总体情况'],
    ['Alt+2', '主动公开'],
    ['Alt+3', '收到和处理'],
    ['Alt+4', '行政复议'],
    ['Alt+5', '存在的主要问题'],
    ['Alt+6', '其他需要报告']
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('main').getByRole('heading').first()).toContainText(part)
    await expect(inPane(page, 'centre'), key).toHaveCount(1)
    await expect.poll(() => focused(page), key).toMatch(/INPUT|DIV/)
  }
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press(i < 6 ? 'F8' : 'Shift+F8')
    await stands(page, `finding ${i}`)
  }

  const slip = page.locator('[data-rule^="T3-"]').filter({ hasText: '两处合计都差 3' })
  await slip.getByRole('heading').getByRole('button').press('Enter')
  await slip.getByRole('button', { name: '改为 6' }).press('Enter')
  await expect(slip).toHaveCount(0)
  await stands(page, 'a repair')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).press('Enter')
  await expect(slip).toHaveCount(1)
  await stands(page, 'its undo')
  await page.locator('[data-action="redo"]').press('Enter')
  await expect(page.locator('[data-action="redo"]')).toBeDisabled()
  await stands(page, 'nothing more to redo')

  await page.keyboard.press('Control+f')
  await expect(page.getByRole('textbox', { name: '查找内容' })).toBeFocused()
  await page.keyboard.press('Escape')
  await stands(page, 'the search closed')
  for (const pane of ['预览', '检查']) {
    await page.getByRole('banner').getByRole('button', { name: pane, exact: true }).press('Enter')
    await stands(page, pane)
  }
  await page.locator('[data-action="export"]').press('Enter')
  await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-action="export"]')).toBeFocused()
  await page.getByRole('button', { name: '报告库' }).press('Enter')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await stands(page, 'back in the library')
})

test('the focus never falls to the page: reports, years, platforms, charts', async ({ page }) => {
  await openSample(page)
  await menu(page, page.getByRole('button', { name: '更多', exact: true }), '建立下一年度报告')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^建立 \d+ 年度报告/ })
    .press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await stands(page, 'a new year')

  await page.locator('[data-spot="platforms"]').press('Enter')
  const heads = page.getByRole('button', { name: /：更多$/ })
  await expect(heads.first()).toBeVisible()
  const before = await heads.count()
  await menu(page, heads.first(), '删除平台')
  await expect.poll(() => heads.count()).toBeLessThan(before)
  await stands(page, 'a platform removed')
  const chart = charts(page).getByRole('button', { name: /^图表“.*更多$/ })
  const drawn = await chart.count()
  await menu(page, chart.first(), '删除')
  await expect(chart).toHaveCount(drawn - 1)
  await stands(page, 'a chart removed')
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z')
  await expect(chart).toHaveCount(drawn)
  await stands(page, 'both put back')

  await page.getByRole('button', { name: '报告库' }).press('Enter')
  const rows = page.getByRole('rowheader')
  await expect(page.locator('[data-report]')).toHaveCount(2)
  await menu(
    page,
    page.locator('[data-report]').first().getByRole('button', { name: /更多/ }),
    '删除'
  )
  await expect(page.locator('[data-report]')).toHaveCount(1)
  await stands(page, 'a report deleted')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).press('Enter')
  await expect(page.locator('[data-report]')).toHaveCount(2)
  await stands(page, 'and brought back')
  await expect(rows.first()).toBeVisible()
  await page.goto('#/import')
  await page.goto('#/')
  await takeOver(page)
  await stands(page, 'an import taken over')
})

test('the page stays where it is, however long its lists', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('Alt+5')
  await expect(prose(page)).toBeFocused()
  await page.keyboard.insertText('\n\n我局公式公开信息。'.repeat(220))
  const slips = findings(page, 'W-TERM')
  await expect.poll(() => page.locator('[data-rule]').count()).toBeGreaterThan(150)
  await page.locator('[data-rule]').last().getByRole('button').first().focus()
  await stands(page, `the last of ${await slips.count()} findings`)
  await page.locator('[data-rule]').last().getByRole('button').first().press('Enter')
  await stands(page, 'that finding opened')
  await page.keyboard.press('F6')
  await stands(page, 'from its list')
})
