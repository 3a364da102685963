import type { Page } from '@playwright/test'
import type { Report } from '../../src/core/report/report.ts'
import { expect, test } from './app.ts'
import {
  charts,
  command,
  drawn,
  figure,
  openSample,
  previewed,
  says,
  view,
  wordsOf
} from './platform-steps.ts'
import { contentOf, exportFile, openSection } from './steps.ts'

const editor = (page: Page) => page.getByRole('dialog', { name: '修改图表' })

test('a chart is edited, read as text and table, and saved as a file', async ({ page }) => {
  await openSample(page)
  const title = '“清川科技”微信公众号总用户数'
  await expect(drawn(page)).toHaveCount(1)
  await command(page, `图表“${title}”：更多`, '修改')
  const dialog = editor(page)
  await dialog.getByLabel('标题').fill('两个账号')
  await dialog.getByLabel('图形').selectOption('柱形')
  await dialog.getByLabel('数轴').selectOption('对数')
  await dialog.getByLabel('图表后附数据表').check()
  await dialog.getByLabel(/新增用户$/).check()
  const names = dialog.getByRole('textbox', { name: /，图中名称$/ })
  await expect(names).toHaveCount(2)
  await names.nth(1).fill('新来的')
  await dialog.getByRole('button', { name: /新增用户，上移$/ }).click()
  await expect(names.first()).toHaveValue('新来的')
  await expect(dialog.getByRole('button', { name: /新增用户，上移$/ })).toBeDisabled()
  await expect(dialog.getByRole('img')).toHaveAccessibleName(/2025年新来的85个/)
  await dialog.getByLabel('文字说明').fill('用户一年比一年多。')
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(charts(page).getByRole('img', { name: '用户一年比一年多。' })).toBeVisible()

  await command(page, '图表“两个账号”：更多', '显示数据')
  const table = charts(page).getByRole('table', { name: '两个账号' })
  await expect(table.getByRole('columnheader').nth(1)).toHaveText('新来的')
  await expect(table.getByRole('row', { name: /^2025年/ })).toContainText('341')

  const save = async (item: string) => {
    const download = page.waitForEvent('download')
    await command(page, '图表“两个账号”：更多', item)
    return contentOf(await download)
  }
  const svg = (await save('导出 SVG')).toString('utf8')
  expect(svg).toContain('<desc>用户一年比一年多。</desc>')
  expect(svg).toMatch(/<text[^>]*>两个账号/)
  expect(svg).not.toContain('<image')
  const png = await save('导出 PNG')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000)

  await openSection(page, '总体情况')
  const sheets = await previewed(page)
  await expect.poll(() => wordsOf(sheets)).toContain('新来的')
})

test('the digest shows every figure, as charts and as tables, and drops none', async ({ page }) => {
  await openSample(page)
  await view(page, '图解')
  const multiples = page.getByRole('main').getByRole('figure')
  await expect(multiples).toHaveCount(7)
  await expect(multiples.locator('canvas')).toHaveCount(7)
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('63 → 85')
  await page.getByRole('button', { name: '显示数据' }).click()
  await expect(page.getByRole('main').getByRole('table')).toHaveCount(7)
  await page.getByRole('button', { name: '显示图表' }).click()
  await page.getByRole('button', { name: '图解插入正文' }).click()
  const dialog = page.getByRole('dialog', { name: '图解插入正文' })
  await expect(dialog.getByRole('button', { name: '插入 7 张图表' })).toBeVisible()
  await dialog.getByLabel('“科技之窗”访问量').uncheck()
  await dialog.getByRole('button', { name: '插入 6 张图表' }).click()
  await says(page, '已插入 6 张图表，未选的 1 张没有插入')
  // One of them stood in the text before, and is not put there twice.
  await expect(charts(page).getByText('已插入正文')).toHaveCount(6)
  const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report
  const text = file.text.overview
  expect(text.match(/\{\{chart:/g)).toHaveLength(6)
  expect(text).toContain('与上年相比，变化较大的有')
})

test('500 edits leave no chart and no memory behind', async ({ page }) => {
  await openSample(page)
  await view(page, '图解')
  const canvases = page.locator('[data-chart] canvas')
  await expect(canvases).toHaveCount(8)
  await view(page, '历年')
  await expect(canvases).toHaveCount(1)
  const devtools = await page.context().newCDPSession(page)
  const settled = async () => {
    await page.waitForTimeout(600)
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    const { nodes } = await devtools.send('Memory.getDOMCounters')
    return { heap: usedSize, nodes }
  }
  const fields = ['总用户数（年末）', '新增用户'].map((line) =>
    figure(page, `清川科技（微信公众号）${line}`)
  )
  /** In two fields by turns, so that each edit is a step of the history and a chart anew. */
  const edits = async (count: number) => {
    const [one, other] = await Promise.all(fields.map((field) => field.elementHandle()))
    await page.evaluate(
      async ({ one, other, count }) => {
        for (let i = 0; i < count; i++) {
          const field = (i % 2 ? one : other) as HTMLInputElement
          field.focus()
          field.value = String(100 + i)
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
          await new Promise(requestAnimationFrame)
        }
      },
      { one, other, count }
    )
  }
  await edits(100)
  const before = await settled()
  await edits(500)
  const after = await settled()
  test.info().annotations.push({
    type: 'memory',
    description: `${((after.heap - before.heap) / 1e6).toFixed(2)} MB, ${after.nodes - before.nodes} nodes`
  })
  // Chart.js refuses a canvas whose chart was not destroyed, which would fail the test as an error.
  await expect(canvases).toHaveCount(1)
  expect(after.nodes).toBeLessThan(before.nodes + 200)
  expect(after.heap).toBeLessThan(before.heap + 4e6)
  await view(page, '图解')
  await expect(canvases).toHaveCount(8)
})
