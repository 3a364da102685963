import type { Locator, Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { setCell } from '../../src/core/report/edit.ts'
import { expect, test } from './app.ts'
import { importFiles, openSection, prose, textBeforeCaret, textIn } from './steps.ts'

/** A written section as those read it who do not see it, and as those use it who have no mouse. */

const blank = setCell(blankReport('清川市水利局', 2025), 'requests.received.natural', 56)
const overview = [
  '（一）主动公开',
  '各项工作持之以恒恒，群众可以查阅。',
  '1.网站建设',
  '新收申请{{requests.received.natural}}件，另有{{later:x}}。'
].join('\n')

async function open(page: Page): Promise<void> {
  await importFiles(page, {
    name: 'a.nianbao.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...blank, text: { ...blank.text, overview } }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(blank.unit.name)
  await openSection(page, '总体情况')
  await expect(prose(page).locator('mark').first()).toBeVisible()
}

/** What assistive technology is told of the editor and of what is in it. */
interface Told {
  readonly role: string
  readonly name: string
  readonly description?: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly parts: readonly Told[]
}

async function toldOf(page: Page): Promise<Told> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  type Node = (typeof nodes)[number]
  const told = (node: Node): Told[] => {
    const parts = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      return child ? told(child) : []
    })
    if (node.ignored) return parts
    const { role, name, description, properties = [] } = node
    return [
      {
        role: String(role?.value),
        name: String(name?.value ?? ''),
        ...(description && { description: String(description.value) }),
        properties: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
        parts
      }
    ]
  }
  const editor = nodes.find(
    ({ role, properties }) =>
      role?.value === 'textbox' && properties?.some(({ name }) => name === 'multiline')
  )
  const [found] = editor ? told(editor) : []
  if (!found) throw new Error('no editor is told of')
  return found
}

const partsOf = (told: Told): Told[] => told.parts.flatMap((part) => [part, ...partsOf(part)])

test('is told of as a text of several lines, with its headings, numbers and marks', async ({
  page
}) => {
  await open(page)
  const editor = await toldOf(page)
  expect(editor.name).toContain('总体情况')
  expect(editor.properties).toMatchObject({ multiline: true })
  const parts = partsOf(editor)
  const headings = parts.filter(({ role }) => role === 'heading')
  expect(headings.map(({ name, properties }) => [name, properties['level']])).toEqual([
    ['（一）主动公开', 3],
    ['1.网站建设', 4]
  ])
  const marks = parts.filter(({ role }) => role === 'mark')
  const texts = (told: Told) =>
    partsOf(told)
      .filter(({ role }) => role === 'StaticText')
      .map(({ name }) => name)
      .join('')
  expect(marks.map((mark) => [texts(mark), mark.description])).toEqual(
    expect.arrayContaining([['持之以恒恒', expect.stringMatching(/疑为“持之以恒”/)]])
  )
  // Quotes are read as they print; what is none, as its mark.
  expect(texts(editor)).toContain('新收申请56件，另有{{later:x}}。')
})

test('a finding is found, mended and taken back with the keyboard alone', async ({ page }) => {
  await open(page)
  const editor = prose(page)
  await page.getByRole('navigation').getByRole('button', { name: '总体情况' }).focus()
  await page.keyboard.press('F6')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type('5')
  await expect.poll(() => textIn(editor)).toContain('主动公开5\n')

  const popover = page.getByRole('main').getByRole('dialog')
  const inHand = page.getByRole('complementary').getByRole('button', { expanded: true })
  for (let finding = 0; finding < 20; finding++) {
    await page.keyboard.press('F8')
    if ((await inHand.textContent())?.includes('疑为“持之以恒”')) break
  }
  await expect(popover).toContainText('疑为“持之以恒”')
  await expect(editor).toBeFocused()
  expect(await textBeforeCaret(editor)).toMatch(/各项工作$/)

  await page.keyboard.press('Tab')
  await expect(popover.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(popover).toHaveCount(0)
  await expect(editor).toBeFocused()
  expect(await textBeforeCaret(editor)).toMatch(/各项工作$/)

  await page.keyboard.press('Shift+F8')
  await page.keyboard.press('F8')
  await expect(popover).toContainText('疑为“持之以恒”')
  const repair = popover.getByRole('button', { name: '改为“持之以恒”' })
  for (let button = 0; button < 9 && !(await isFocused(repair)); button++) {
    await page.keyboard.press('Tab')
  }
  await expect(repair).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => textIn(editor)).toContain('各项工作持之以恒，')
  await expect(popover).toHaveCount(0)
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => textIn(editor)).toContain('各项工作持之以恒恒，')
  await expect.poll(() => textIn(editor)).toContain('主动公开5\n')
})

const isFocused = (button: Locator): Promise<boolean> =>
  button.evaluate((element) => element === document.activeElement)
