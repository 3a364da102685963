import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { exampleReport } from '../../src/core/checks/examples/examples.ts'
import type { Report } from '../../src/core/report/report.ts'
import { endingOf, writers, type WriterId } from '../../src/formats/index.ts'
import { expect, test } from './app.ts'
import { violations } from './axe.ts'
import { downloadBy, exportDialog, importFiles, openExport } from './steps.ts'

/** The export dialog: what it says of a report, and what leaves by it. */

const right: Report = exampleReport({ note: '' })
const unit = right.unit.name
const wrong: Report = { ...right, cells: { ...right.cells, 'remedies.review.total': 9 } }

/** How the files of each kind begin. */
const begins: Readonly<Record<string, RegExp>> = {
  pdf: /^%PDF-/,
  docx: /^PK/,
  ofd: /^PK/,
  html: /^<!doctype html>/i,
  xlsx: /^PK/,
  csv: /^\ufeff/,
  json: /^\{/
}
const ids = Object.keys(writers) as WriterId[]

async function open(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
}

const button = (page: Page, action: string) =>
  exportDialog(page).locator(`[data-action="${action}"]`)

test('every kind of file leaves with one press, under the name that is shown', async ({ page }) => {
  await open(page, right)
  const dialog = await openExport(page)
  const shown = await dialog.getByLabel('文件名').inputValue()
  expect(shown).toBe(`${unit}-2025`)
  for (const id of ids) {
    const { name, bytes } = await downloadBy(page, `export-${id}`)
    expect(name).toBe(shown + endingOf(id, false))
    expect(bytes.toString('utf8')).toMatch(begins[id] ?? /^$/)
    await expect(dialog.getByRole('status').filter({ hasText: '已导出' })).toContainText(name)
  }
})

test('what writes a kind of file is fetched when it is first asked for, and not before', async ({
  page
}) => {
  const scripts = new Set<string>()
  page.on('request', (request) => scripts.add(new URL(request.url()).pathname))
  await open(page, right)
  // The exchange file is made of what the editor has.
  for (const id of ids.filter((one) => one !== 'json')) {
    await page.reload()
    await openExport(page)
    await page.waitForLoadState('networkidle')
    scripts.clear()
    await downloadBy(page, `export-${id}`)
    expect(
      [...scripts].filter((path) => path.endsWith('.js')),
      id
    ).not.toEqual([])
  }
})

test.describe('before an export', () => {
  test('a report that is right is said to be, and the first button makes its PDF', async ({
    page
  }) => {
    await open(page, right)
    const dialog = await openExport(page)
    await expect(dialog.getByRole('heading').nth(1)).not.toContainText('有错误')
    await expect(dialog).toContainText('二、三、四的数字已填齐，合计相符')
    await expect(dialog.getByRole('button', { name: '先修改错误' })).toHaveCount(0)
    await expect(button(page, 'export-pdf')).toBeFocused()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe(`${unit}-2025.pdf`)
    await expect(dialog).toContainText('已导出')
    await expect(button(page, 'export-pdf'), 'afterwards').toBeFocused()
  })

  test('with an error there are drafts alone, and the first button leads to it', async ({
    page
  }) => {
    await open(page, wrong)
    const dialog = await openExport(page)
    await expect(dialog.getByRole('heading').nth(1)).toContainText('有错误')
    await expect(dialog).toContainText('二、三的数字已填齐')
    for (const id of ids) {
      const label = id === 'json' ? '导出' : '导出草稿'
      await expect(button(page, `export-${id}`), id).toHaveText(label)
    }
    const { name } = await downloadBy(page, 'export-pdf')
    expect(name).toBe(`${unit}-2025-草稿.pdf`)
    const mend = dialog.getByRole('button', { name: '先修改错误' })
    await mend.focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('[data-rule="T4-SUM"]')).toContainText('尚未审结')
    await expect(page.locator('[data-field="remedies.review.total"]')).toBeFocused()
  })

  test('a quote that cannot be read makes a draft of the report', async ({ page }) => {
    const other = `${right.text.other}另见{{metric:gone}}。`
    await open(page, { ...right, text: { ...right.text, other } })
    const dialog = await openExport(page)
    await expect(dialog.locator('[data-rule="P-QUOTE"]')).toBeVisible()
    await expect(button(page, 'export-pdf')).toHaveText('导出草稿')
    await expect(dialog.getByRole('button', { name: '先修改错误' })).toBeFocused()
  })

  test('a character that no font has is named, with a way to it, and paper is left as text', async ({
    page
  }) => {
    const other = `${right.text.other}见\u{1F600}。`
    await open(page, { ...right, text: { ...right.text, other } })
    const dialog = await openExport(page)
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('U+1F600')
    await expect(button(page, 'export-pdf')).toBeDisabled()
    await expect(button(page, 'export-json')).toBeEnabled()
    await alert.getByRole('button', { name: '修改' }).click()
    await expect(page.getByRole('textbox', { name: '六、其他需要报告的事项' })).toBeFocused()
  })
})

test.describe('the name of the files', () => {
  test('has no character that systems refuse, is what is saved, and stays', async ({ page }) => {
    await open(page, right)
    const dialog = await openExport(page)
    const field = dialog.getByLabel('文件名')
    await field.fill('')
    await field.pressSequentially('报/送:稿?')
    await expect(field).toHaveValue('报送稿')
    await expect(dialog).toContainText('文件名不能含')
    expect((await downloadBy(page, 'export-json')).name).toBe('报送稿.nianbao.json')
    await field.fill('con')
    await field.press('Tab')
    await expect(field).toHaveValue('con_')
    await page.reload()
    await openExport(page)
    await expect(field).toHaveValue('con_')
    await field.fill('')
    await field.press('Tab')
    await expect(field).toHaveValue(`${unit}-2025`)
  })

  test('of a unit with 80 characters is cut where systems cut it, and keeps the year', async ({
    page
  }) => {
    const name = '清川市'.padEnd(80, '科技发展')
    await open(page, { ...right, unit: { ...right.unit, name } })
    const dialog = await openExport(page)
    const shown = await dialog.getByLabel('文件名').inputValue()
    expect(shown).toMatch(/^清川市科技.*-2025$/)
    const saved = await downloadBy(page, 'export-json')
    expect(saved.name).toBe(`${shown}.nianbao.json`)
    expect(Buffer.byteLength(saved.name)).toBeLessThanOrEqual(200)
  })
})

test('after an export it says where the file went, and saves the same once more', async ({
  page
}) => {
  await open(page, right)
  const dialog = await openExport(page)
  const once = await downloadBy(page, 'export-pdf')
  await expect(dialog.getByRole('status').filter({ hasText: once.name })).toContainText(
    '下载文件夹'
  )
  const again = await downloadBy(page, 'save-again')
  expect(again.name).toBe(once.name)
  expect(again.bytes.equals(once.bytes)).toBe(true)
})

test.describe('the clipboard', () => {
  const clipboard = (page: Page) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const textOf = async (type: string) => (await item?.getType(type))?.text() ?? ''
      return { html: await textOf('text/html'), text: await textOf('text/plain') }
    })

  test('gets the report with one press, as markup and as text; and the markup as text', async ({
    page,
    context
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, right)
    const dialog = await openExport(page)
    await button(page, 'copy-html').click()
    await expect(dialog.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
    const rich = await clipboard(page)
    expect(rich.html).toContain('<table')
    expect(rich.text).toContain(unit)
    expect(rich.text).not.toContain('<table')
    await button(page, 'copy-code').click()
    await expect(dialog.getByRole('status').filter({ hasText: '源代码' })).toBeVisible()
    expect((await clipboard(page)).text).toContain('<table')
  })

  test('gets a draft marked as one', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, wrong)
    const dialog = await openExport(page)
    await button(page, 'copy-html').click()
    await expect(dialog.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
    const { html, text } = await clipboard(page)
    expect(html).toContain('草稿')
    expect(text).toContain('草稿')
  })

  test('that lets nothing in is told, and what else can be done', async ({ page }) => {
    await open(page, right)
    await openExport(page)
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('denied'))
      document.execCommand = () => false
    })
    await button(page, 'copy-html').click()
    const alert = exportDialog(page).getByRole('alert')
    await expect(alert).toContainText('没有复制')
  })
})

test.describe('一并导出', () => {
  test('packs what is chosen, and keeps the choice', async ({ page }) => {
    await open(page, right)
    const dialog = await openExport(page)
    const choice = dialog.getByRole('group', { name: '压缩包中的文件' })
    for (const box of await choice.getByRole('checkbox').all()) await box.setChecked(false)
    await expect(button(page, 'export-package')).toBeDisabled()
    await expect(dialog).toContainText('未选择文件')
    await choice.getByLabel('PDF').check()
    await choice.getByLabel('交换文件').check()
    const { name, bytes } = await downloadBy(page, 'export-package')
    expect(name).toBe(`${unit}-2025.zip`)
    const title = `${unit}2025年政府信息公开工作年度报告`
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(
      [`${title}.pdf`, `${title}.nianbao.json`, '文件清单.txt', '检查证明.html'].sort()
    )
    await page.reload()
    await openExport(page)
    await expect(choice.getByRole('checkbox', { checked: true })).toHaveCount(2)
  })

  test('is refused where one file cannot be made, which is named with the reason', async ({
    page
  }) => {
    const other = `${right.text.other}见\u{1F600}。`
    await open(page, { ...right, text: { ...right.text, other } })
    const dialog = await openExport(page)
    await expect(dialog.getByRole('alert')).toContainText('U+1F600')
    await button(page, 'export-package').click()
    const refusal = dialog.getByRole('alert').filter({ hasText: '没有导出压缩包' })
    await expect(refusal).toContainText('PDF 没有生成')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the dialog can be used by all, whatever it says', async ({ page }) => {
      for (const report of [wrong, { ...right, id: crypto.randomUUID() }]) {
        await open(page, report)
        const dialog = await openExport(page)
        expect(await violations(page), 'opened').toEqual([])
        await dialog.getByLabel('文件名').fill('a/b')
        await dialog.getByText('页面样式和字体').click()
        await downloadBy(page, 'export-json')
        expect(await violations(page), 'saved').toEqual([])
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
    })
  })
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 }
]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('the whole dialog is seen at once', async ({ page }) => {
      const sample = JSON.parse(await readFile('public/sample.nianbao.json', 'utf8')) as Report
      for (const report of [sample, right]) {
        await open(page, report)
        const dialog = await openExport(page)
        await expect(dialog.locator('[data-right]').first()).toBeVisible()
        const hidden = await dialog
          .locator('.body')
          .evaluate((body) => body.scrollHeight - body.clientHeight)
        expect(hidden).toBe(0)
        await page.keyboard.press('Escape')
      }
    })
  })
}
