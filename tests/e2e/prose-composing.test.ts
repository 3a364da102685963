import type { CDPSession, Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { setCell } from '../../src/core/report/edit.ts'
import { expect, test } from './app.ts'
import { exportFile, findings, importFiles, openSection, prose, textIn } from './steps.ts'

/** Typing with an input method, as Chromium hands it to the page: letters first, the word at the end. */

const blank = setCell(blankReport('清川市水利局', 2025), 'requests.received.natural', 56)

async function open(page: Page, overview: string): Promise<CDPSession> {
  await importFiles(page, {
    name: 'a.nianbao.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...blank, text: { ...blank.text, overview } }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(blank.unit.name)
  await openSection(page, '总体情况')
  await prose(page).focus()
  return page.context().newCDPSession(page)
}

/** Shows letters that are not a word yet, one after the other. */
async function compose(devtools: CDPSession, letters: string): Promise<void> {
  for (let end = 1; end <= letters.length; end++) {
    await devtools.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end
    })
  }
}

/** Puts the chosen word in the place of the letters. */
const choose = (devtools: CDPSession, word: string) =>
  devtools.send('Input.insertText', { text: word })

/** The section as it is stored: written when the last save is done. */
async function stored(page: Page): Promise<string> {
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const file = await exportFile(page, 'export-json')
  return (JSON.parse(file.toString('utf8')) as typeof blank).text.overview
}

const undo = (page: Page) => page.locator('[data-action="undo"]')

test('letters are not written before the word is chosen, and the word is', async ({ page }) => {
  const devtools = await open(page, '本局')
  await page.keyboard.press('Control+End')
  await compose(devtools, 'gongkai')
  await expect.poll(() => textIn(prose(page))).toBe('本局gongkai')
  await expect(undo(page)).toBeDisabled()
  await choose(devtools, '公开')
  await expect.poll(() => textIn(prose(page))).toBe('本局公开')
  await expect(undo(page)).toBeEnabled()
  expect(await stored(page)).toBe('本局公开')
})

test('words in a row are one step with what is typed between them', async ({ page }) => {
  const devtools = await open(page, '本局')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('7')
  for (const [letters, word] of [
    ['yue', '月'],
    ['gongkai', '公开']
  ] as const) {
    await compose(devtools, letters)
    await choose(devtools, word)
  }
  await page.keyboard.type('8')
  await expect.poll(() => textIn(prose(page))).toBe('本局7月公开8')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textIn(prose(page))).toBe('本局')
  await page.keyboard.press('Control+y')
  await expect.poll(() => textIn(prose(page))).toBe('本局7月公开8')
})

test('nothing that comes in meanwhile breaks the letters off', async ({ page }) => {
  const devtools = await open(page, '项目名单在网站公式公开。\n本局')
  await expect(findings(page, 'D-TYPO')).toHaveCount(1)
  await page.keyboard.press('Control+End')
  // A key whose findings come while the next word is being composed, and the save of it.
  await page.keyboard.type('在网站公式公')
  await page.keyboard.type('开')
  await compose(devtools, 'zhengwu')
  await expect(page.locator('[data-save="saved"]')).toBeVisible()
  const marks = await prose(page).locator('mark').count()
  // Keys that choose among the words of the input method are its own.
  for (const key of ['Enter', 'ArrowUp', 'Backspace', 'F8']) {
    const pressed = { key, code: key, windowsVirtualKeyCode: 229 }
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed })
  }
  await page.waitForTimeout(1000)
  await expect(prose(page).locator('mark')).toHaveCount(marks)
  const text = '项目名单在网站公式公开。\n本局在网站公式公开'
  await expect.poll(() => textIn(prose(page))).toBe(`${text}zhengwu`)
  await compose(devtools, 'zhengwuxinxi')
  await expect.poll(() => textIn(prose(page))).toBe(`${text}zhengwuxinxi`)
  await choose(devtools, '政务信息')
  await expect.poll(() => textIn(prose(page))).toBe(`${text}政务信息`)
  await expect(findings(page, 'D-TYPO')).toHaveCount(2)
  await expect(prose(page).locator('mark')).toHaveCount(2)
  expect(await stored(page)).toBe(`${text}政务信息`)
})

test('letters that are given up leave the text as it was', async ({ page }) => {
  const devtools = await open(page, '本局')
  await page.keyboard.press('Control+End')
  await compose(devtools, 'gong')
  await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect.poll(() => textIn(prose(page))).toBe('本局')
  await expect(undo(page)).toBeDisabled()
})

for (const { where, text, keys, after } of [
  {
    where: 'before a chip',
    text: '新收{{requests.received.total}}件',
    keys: ['Control+Home', 'ArrowRight', 'ArrowRight'],
    after: '新收甲乙{{requests.received.total}}件'
  },
  {
    where: 'behind a chip',
    text: '新收{{requests.received.total}}件',
    keys: ['Control+End', 'ArrowLeft'],
    after: '新收{{requests.received.total}}甲乙件'
  },
  {
    where: 'behind a chip that ends the text',
    text: '新收{{requests.received.total}}',
    keys: ['Control+End'],
    after: '新收{{requests.received.total}}甲乙'
  },
  {
    where: 'before a chip that begins the text',
    text: '{{requests.received.total}}件',
    keys: ['Control+Home'],
    after: '甲乙{{requests.received.total}}件'
  },
  {
    where: 'in a heading',
    text: '（一）主动\n本局',
    keys: ['Control+Home', 'End'],
    after: '（一）主动甲乙\n本局'
  },
  {
    where: 'in an indented line',
    text: '　　本局',
    keys: ['Control+End'],
    after: '　　本局甲乙'
  },
  { where: 'in an empty text', text: '', keys: [], after: '甲乙' },
  {
    where: 'inside a marked word',
    text: '名单公式公开。',
    keys: ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'],
    after: '名单公甲乙式公开。'
  }
]) {
  test(`a word is composed ${where}`, async ({ page }) => {
    const devtools = await open(page, text)
    if (text.includes('公式')) await expect(prose(page).locator('mark')).toHaveCount(1)
    for (const key of keys) await page.keyboard.press(key)
    await compose(devtools, 'gongkai')
    await page.waitForTimeout(300)
    // White space that is not printed is not shown.
    const shown = after.trim()
    await expect.poll(() => textIn(prose(page))).toBe(shown.replace('甲乙', 'gongkai'))
    await choose(devtools, '甲乙')
    await expect.poll(() => textIn(prose(page))).toBe(shown)
    expect(await stored(page)).toBe(after)
  })
}
