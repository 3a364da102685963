import type { Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report.ts'
import { expect, test } from './app.ts'
import { importFiles, newReport } from './steps.ts'

const outcomes = (page: Page) =>
  page.getByRole('list', { name: '读到的文件' }).getByRole('listitem')

/** What is stored, by the list of the library. */
async function stored(page: Page): Promise<string[]> {
  await page.goto('./#/')
  const rows = page.getByRole('rowheader')
  await expect(rows.first()).toBeVisible()
  return rows.allTextContents()
}

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content)
})
const report = blankReport('白石县民政局', 2025)

const files = [
  {
    of: 'JSON of something else',
    file: file('a.json', '{"name":"x"}'),
    says: '不是年报台的交换文件'
  },
  {
    of: 'a report of a newer schema',
    file: file('b.nianbao.json', JSON.stringify({ ...report, schema: 2 })),
    says: '较新的年报台'
  },
  {
    of: 'another schema',
    file: file('c.json', JSON.stringify({ ...report, format: 'something-else' })),
    says: '不是年报台的交换文件'
  },
  {
    of: 'a report cut off in the middle',
    file: file('d.nianbao.json', JSON.stringify(report).slice(0, 3000)),
    says: '没有读入'
  },
  { of: 'an empty file', file: file('e.txt', ''), says: '没有文字' },
  {
    of: 'a picture',
    file: file('f.png', Buffer.from('89504e470d0a1a0a0000', 'hex')),
    says: '还读不了'
  },
  {
    of: 'an old Word file',
    file: file('g.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    says: '旧格式'
  },
  {
    of: 'a text without tables',
    file: file('h.txt', '今天下午三点开会。\n请带材料。'),
    says: '没有认出三张表'
  }
]

for (const { of, file, says } of files) {
  test(`${of} gets a sentence and changes nothing`, async ({ page }) => {
    await newReport(page, '青石县水利局', 2025)
    const before = await stored(page)
    await importFiles(page, file)
    await expect(outcomes(page)).toHaveCount(1)
    await expect(outcomes(page)).toContainText(says)
    expect(await stored(page)).toEqual(before)
  })
}

test('a file over 50 MB is not read at all', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  const before = await stored(page)
  await page.goto('./#/import')
  // Made in the page: Playwright hands over no more than 50 MB.
  await page.locator('input[type="file"]').evaluate((input: HTMLInputElement) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'large.txt'))
    input.files = data.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(outcomes(page)).toContainText('超过 50 MB')
  expect(await stored(page)).toEqual(before)
})

test('an empty paste says what to do', async ({ page }) => {
  await page.goto('./#/import')
  const read = page.getByRole('button', { name: '读这段文字' })
  await page.getByLabel('报告全文').fill('  \n ')
  if (await read.isEnabled()) {
    await read.click()
    await expect(outcomes(page)).toContainText('里面没有文字')
  } else await expect(page.getByText('全选、复制，粘贴到这里').first()).toBeVisible()
})

test('bad files between good ones cost nothing but themselves', async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
  await importFiles(
    page,
    file('bad.json', '{"name":"x"}'),
    file('good.nianbao.json', JSON.stringify(report)),
    file('empty.txt', '')
  )
  await expect(outcomes(page)).toHaveCount(3)
  await expect(outcomes(page).filter({ hasText: '已存为新的一份' })).toHaveCount(1)
  expect((await stored(page)).filter((name) => name.includes('白石县民政局'))).toHaveLength(1)
})
