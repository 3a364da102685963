import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { read } from '../../src/formats/read/sheet/read-xlsx.ts'
import { writeXlsx } from '../../src/formats/write/sheet/xlsx.ts'
import { expect, test } from './app.ts'
import { addChannel, command, figure, newPlatforms, openSample, view } from './platform-steps.ts'
import { contentOf, openSection } from './steps.ts'

const intake = (page: Page) => page.getByRole('dialog', { name: '导入平台导出的数据' })

async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const files = { name, mimeType: 'application/octet-stream', buffer }
  await intake(page).getByLabel('选择 Excel 或 CSV 文件').setInputFiles(files)
}

test('exports are taken in, their columns remembered, the figures kept', async ({ page }) => {
  await newPlatforms(page)
  await addChannel(page, '微信公众号', '清川科技')
  const rows = [
    ['月份', '推文量', '累积关注人数'],
    ['2025年1月', '90', '300'],
    ['2025年12月', '一百零一', '341'],
    ['2024年12月', '3', '256']
  ]
  const csv = Buffer.from(`\ufeff${rows.map((row) => row.join()).join('\r\n')}`)
  await open(page, '用户分析.csv', csv)
  await expect(intake(page).getByLabel('“月份”一列的含义')).toHaveValue('date')
  await intake(page).getByLabel('“推文量”一列的含义').selectOption('信息发布总数（本年）')
  await intake(page)
    .getByRole('button', { name: /^填入 \d+ 个数/ })
    .click()
  await expect(intake(page)).toHaveCount(0)
  await expect(figure(page, '清川科技关注用户总数（年末）')).toHaveValue('341')
  await expect(figure(page, '清川科技信息发布总数')).toHaveValue('191')
  await expect(figure(page, '清川科技关注用户总数（年末）', 2024)).toHaveValue('256')

  const sheet = Buffer.from(
    writeXlsx([
      {
        name: '数据',
        title: '用户分析',
        widths: [4, 4, 4],
        headRows: 1,
        rows: rows.map((row) => row.map((text) => ({ text })))
      }
    ])
  )
  await open(page, '用户分析.xlsx', sheet)
  await expect(intake(page).getByLabel('“推文量”一列的含义')).toHaveValue('posts year')
  await expect(intake(page)).toContainText('识别出')
  await intake(page).getByRole('button', { name: '取消' }).click()

  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  await page.reload()
  await openSection(page, '平台数据')
  await expect(figure(page, '清川科技关注用户总数（年末）')).toHaveValue('341')
  await figure(page, '清川科技信息发布总数').fill('195')
  await open(page, '又一份.csv', csv)
  await expect(intake(page).getByLabel('“推文量”一列的含义')).toHaveValue('posts year')
  // What was typed stays unless it is told otherwise; what came from a file gives way.
  const disputed = intake(page).getByRole('group', { name: /信息发布总数，2025 年/ })
  await expect(disputed.getByLabel('保留 195条（手工填写）')).toBeChecked()
  await intake(page).getByRole('button', { name: '填入 3 个数' }).click()
  await expect(figure(page, '清川科技信息发布总数')).toHaveValue('195')
  await open(page, '又一份.csv', csv)
  await disputed.getByLabel('改用文件的 191').check()
  await intake(page).getByRole('button', { name: '填入 4 个数' }).click()
  await expect(figure(page, '清川科技信息发布总数')).toHaveValue('191')
  await expect(page.getByLabel('清川科技信息发布总数，来源')).toHaveValue('又一份.csv')
})

test('what an export says twice is left out by name, and an account it names is made', async ({
  page
}) => {
  await newPlatforms(page)
  await addChannel(page, '微信公众号', '清川科技')
  const rows = [
    '日期,账号名称,渠道,阅读次数,阅读人数',
    '汇总,,,900,9',
    '2025-03-01,清川科技,全部,500,400',
    '2025-03-01,清川科技,朋友圈,200,150',
    '2025-03-01,清川农业,全部,30,20'
  ]
  await open(page, '流量.xls', Buffer.from(table(rows)))
  await expect(intake(page)).toContainText('“朋友圈” 1 行没有计入：同一天已计“全部”。')
  await expect(intake(page)).toContainText(
    '“汇总”行的“阅读次数”是 900，各行相加是 530，两者不一致。'
  )
  await intake(page).getByRole('button', { name: '新建微信公众号“清川农业”' }).click()
  await intake(page).getByRole('button', { name: '填入 2 个数' }).click()
  await expect(figure(page, '清川科技阅读量')).toHaveValue('500')
  await expect(figure(page, '清川农业阅读量')).toHaveValue('30')
})

/** As back ends write what they call a workbook. */
const table = (rows: readonly string[]): string =>
  `<html><meta charset="utf-8"><body><table>${rows
    .map((row) => `<tr><td>${row.replaceAll(',', '</td><td>')}</td></tr>`)
    .join('')}</table></body></html>`

test('10,000 rows are read, the bad ones named', async ({ page }) => {
  await newPlatforms(page)
  await addChannel(page, '微信公众号', '清川科技')
  const day = (i: number) => new Date(Date.UTC(2025, 0, 1 + (i % 365))).toISOString().slice(0, 10)
  const lines = Array.from(
    { length: 10_000 },
    (_, i) => `文章${i},${day(i)},${i === 41 ? '许多' : 1}`
  )
  await open(page, '明细.csv', Buffer.from(`标题,日期,阅读量\n${lines.join('\n')}`))
  await expect(intake(page)).toContainText('第 43 行“阅读量”：“许多”不是数字')
  await intake(page).getByRole('button', { name: /^填入/ }).click()
  await expect(figure(page, '清川科技阅读量')).toHaveValue('9999')
})

test('returns are views over the same figures, printed, and written as a workbook', async ({
  page
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      const { body } = (window.top ?? window).document
      body.dataset['printed'] = `${document.title} ${document.querySelectorAll('td').length}`
    }
  })
  await page.reload()
  await openSample(page)
  await view(page, '报表')
  await figure(page, '网站总访问量').fill('512345')
  await figure(page, '清川科技（微信）订阅数').fill('345')
  await page.getByLabel('是否提供智能问答').selectOption('是')
  await view(page, '本年')
  await expect(figure(page, '科技之窗网站总访问量')).toHaveValue('512345')
  await expect(figure(page, '清川科技（微信公众号）总用户数（年末）')).toHaveValue('345')
  await figure(page, '科技之窗网站总访问量').fill('600000')
  await command(page, '科技之窗：更多', '平台资料')
  await page.getByRole('dialog').getByLabel('名称').fill('=1+1')
  await page.getByRole('dialog').getByLabel('主办单位').fill('@SUM(A1)')
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await view(page, '报表')
  await expect(figure(page, '网站总访问量')).toHaveValue('600000')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const bytes = new Uint8Array(await contentOf(await download))
  const parts = unzipSync(bytes)
  const sheets = Object.keys(parts).filter((name) => name.includes('worksheets/'))
  expect(sheets).toHaveLength(2)
  const xml = strFromU8(parts[sheets[0] ?? ''] ?? new Uint8Array())
  expect(xml).not.toMatch(/<f[ >]/)
  // Style 5 is the one marked as text that only looks like a formula.
  for (const text of ['=1+1', '@SUM(A1)']) {
    expect(xml).toMatch(
      new RegExp(
        `s="5" t="inlineStr"><is><t xml:space="preserve">${text.replace(/[+()]/g, '\\$&')}`
      )
    )
  }
  const back = await read({ name: '报表.xlsx', bytes })
  const cells =
    back.ok && 'blocks' in back
      ? back.blocks.flatMap((block) =>
          block.type === 'grid' ? block.rows.flat().map(({ text }) => text) : []
        )
      : []
  expect(cells).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)', '600000', '345', '是']))

  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(
    page.locator('body[data-printed^="政府网站工作年度报表（2025年度）"]')
  ).toBeAttached()
  await expect(page.locator('iframe')).toHaveCount(1)
  await page.evaluate(() =>
    document.querySelector('iframe')?.contentWindow?.dispatchEvent(new Event('afterprint'))
  )
  await expect(page.locator('iframe')).toHaveCount(0)
})
