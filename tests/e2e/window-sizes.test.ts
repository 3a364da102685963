import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { violations } from './axe.ts'
import { pasteReport } from './clerks-job.ts'
import { cell, exportDialog, openSection, sections } from './steps.ts'

/** How many rows of the table stand whole in sight: nothing lies over them, at their top or at their foot. */
const wholeRows = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('main tbody tr, main tfoot tr')].filter((row) => {
        const at = row.querySelector('td')?.getBoundingClientRect()
        return (
          at &&
          [at.top + 2, at.bottom - 2].every(
            (y) => document.elementFromPoint(at.left + 4, y)?.closest('tr') === row
          )
        )
      }).length
  )

/** What of the page lies outside the window, or makes it scroll. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollTop, scrollWidth, clientWidth, scrollHeight, clientHeight } =
      document.documentElement
    return [
      ...(scrollTop || scrollHeight > clientHeight ? ['scrolls down'] : []),
      ...(scrollWidth > clientWidth ? ['scrolls sideways'] : [])
    ]
  })

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开样例' }).click()
  await expect(page.locator('[data-rule]').first()).toBeVisible()
}

for (const { width, height, rows } of [
  // 25 rows, and 逐列核对
  { width: 1280, height: 720, rows: 26 },
  { width: 1366, height: 768, rows: 26 },
  // 19 rows, the two closing ones among them, and 逐列核对
  { width: 1366, height: 650, rows: 20 }
]) {
  test(`in a window of ${width} × ${height} table three stands with its foot, and the page does not move`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height })
    await openSample(page)
    for (const section of sections) {
      await openSection(page, section)
      expect(await outside(page), section).toEqual([])
    }
    await openSection(page, '收到和处理申请')
    await cell(page, 'requests.received.natural').focus()
    await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(rows)
    const differences = page.getByRole('gridcell').getByRole('button', { name: /Δ−3/ })
    await expect(differences).toHaveText(['−3', '−3'])
    for (const one of await differences.all()) await expect(one).toBeInViewport({ ratio: 0.99 })
  })
}

test('between a phone and a desk the outline is a sheet below a button that says where one is', async ({
  page
}) => {
  await openSample(page)
  await page.setViewportSize({ width: 680, height: 800 })
  const nav = page.getByRole('navigation', { name: '报告结构' })
  const where = nav.getByRole('button', { expanded: false })
  const cut = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('header button, .part-head button, nav button')]
        .filter((button) => {
          const { left, right, width } = button.getBoundingClientRect()
          const around = button.closest('.segments')?.getBoundingClientRect().right ?? innerWidth
          return width > 0 && (left < 0 || right > around)
        })
        .map((button) => button.textContent)
    )
  await expect(where).toHaveText('三、收到和处理申请')
  expect([await outside(page), await cut()]).toEqual([[], []])

  // F6 goes round what is shown; the sheet opens and closes by key.
  await cell(page, 'requests.received.natural').focus()
  await page.keyboard.press('Shift+F6')
  await expect(where).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(nav.locator('[data-spot="requests"]')).toBeFocused()
  expect([await outside(page), await cut(), await violations(page)]).toEqual([[], [], []])
  await page.keyboard.press('Escape')
  await expect(where).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('F6')
  await expect(cell(page, 'requests.received.natural')).toBeFocused()
  await expect(nav.locator('[data-spot]')).toHaveCount(0)

  await where.click()
  await nav.locator('[data-spot="overview"]').click()
  await expect(where).toHaveText('一、总体情况')
  await expect(page.getByRole('main').getByRole('heading').first()).toContainText('总体情况')
  await where.click()
  await nav.getByRole('button', { name: /依申请公开/ }).click()
  await expect(page.getByRole('textbox')).toBeFocused()
  await where.click()
  await page.getByRole('main').click({ position: { x: 600, y: 400 } })
  await expect(where).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  /**
   * Buttons in sight that stand out of the window at a side, or are too small for a finger. Those of a
   * line that is pushed sideways are where that brings them.
   */
  const unreachable = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const isPushed = (line: Element) =>
        line.clientHeight < 60 && ['auto', 'scroll'].includes(getComputedStyle(line).overflowX)
      const pushed = [...document.querySelectorAll('nav, p, div')].filter(isPushed)
      const faults = [...document.querySelectorAll<HTMLElement>('button, select, summary')].flatMap(
        (button) => {
          if (button.closest('table, .cm-editor')) return []
          if (pushed.some((line) => line.contains(button)))
            button.scrollIntoView({ block: 'nearest', inline: 'nearest' })
          const { left, right, width, height } = button.getBoundingClientRect()
          const fits = left >= 0 && Math.floor(right) <= innerWidth && Math.min(width, height) >= 44
          const name = button.getAttribute('aria-label') ?? button.textContent.trim()
          return !width || fits ? [] : [`${name}: ${left} to ${right}, ${width} × ${height}`]
        }
      )
      for (const line of pushed) line.scrollLeft = 0
      return faults
    })
  async function usable(page: Page, screen: string): Promise<void> {
    expect(await outside(page), screen).toEqual([])
    expect(await unreachable(page), screen).toEqual([])
    expect(await violations(page), screen).toEqual([])
  }

  test('a report is looked through, put right and handed out', async ({ page }) => {
    await expect(page.getByRole('button', { name: '打开样例' })).toBeVisible()
    await usable(page, 'the empty library')
    await openSample(page)
    await expect(page.getByRole('heading', { name: '还不能报送' })).toBeVisible()
    await usable(page, 'the findings')

    const slip = page.locator('[data-rule^="T3-"]').filter({ hasText: '两处合计都差 3' })
    await slip.getByRole('button').click()
    const extract = slip.getByRole('table')
    await expect(extract.getByRole('row')).toHaveCount(6)
    await expect(extract.getByRole('rowheader').last()).toHaveText('（七）总计')
    await usable(page, 'a finding')
    await slip.getByRole('button', { name: '改为 6' }).click()
    await expect(page.getByRole('heading', { name: '确认后可以报送' })).toBeVisible()
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expect(extract).toBeVisible()
    await page.getByRole('button', { name: /^问题 1\/\d+$/ }).click()
    await expect(page.getByRole('heading', { name: '还不能报送' })).toBeVisible()

    await page.getByRole('button', { name: '正文', exact: true }).click()
    await expect(page.getByRole('region', { name: '总体情况' })).toContainText('（一）主动公开')
    await usable(page, 'the text')
    await page.getByRole('button', { name: '表格', exact: true }).click()
    await usable(page, 'the tables')
    await page.getByRole('button', { name: '填写收到和处理申请' }).click()
    await cell(page, 'requests.unavailable.notHeld.natural').fill('6')
    for (const section of sections) {
      await page.getByRole('combobox', { name: '报告结构' }).selectOption({ label: section })
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await usable(page, section)
    }
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('button', { name: /^问题 \d+$/ }).click()
    await expect(page.getByRole('heading', { name: '确认后可以报送' })).toBeVisible()

    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    await expect(exportDialog(page)).toBeVisible()
    await usable(page, 'the export')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '报告库' }).click()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await usable(page, 'the library')
    await pasteReport(page)
    await usable(page, 'the review of an import')
  })
})
