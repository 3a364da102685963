import type { Page } from '@playwright/test'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { cell, newReport, openSection } from './steps.ts'
import { storedCells, withoutLocks } from './troubled-store.ts'
import { missing, randomOf, typeAtRandom, typedCells, type Typed } from './typed.ts'

/** How long two windows are typed in, in milliseconds. */
const long = times(12_000, 5_000)

const mark = (page: Page) => page.locator('[data-save]')
const isReading = async (page: Page) => (await mark(page).getAttribute('data-save')) === 'reading'

/** What each of two windows types in: cells that the other leaves alone. */
const shares = [0, 1].map((side) => typedCells.filter((_field, i) => i % 2 === side))

/** Two windows of one new report, both at table 三. */
async function twoWindows(page: Page): Promise<readonly [Page, Page]> {
  await newReport(page, '青石县水利局', 2025)
  await expect(mark(page)).toHaveAttribute('data-save', 'saved')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openSection(other, '收到和处理申请')
  return [page, other]
}

/** Types one number if the field takes it: a window that reads along has it for looking at. */
async function typeIfTaken(page: Page, cells: typeof typedCells): Promise<Typed[]> {
  const typed = await typeAtRandom(page, cells)
  const taken = await cell(page, typed.field).inputValue()
  return taken === String(typed.value) ? [typed] : []
}

test('two windows typed in at once, taken over at random: no edit is lost or doubled', async ({
  page
}) => {
  const windows = await twoWindows(page)
  const end = Date.now() + long
  let taken = 0
  const typed: Typed[] = []
  const typing = windows.map(async (one, side) => {
    const cells = shares[side] ?? []
    while (Date.now() < end || taken < 2) {
      if (!(await isReading(one))) typed.push(...(await typeIfTaken(one, cells)))
      else if (Math.random() < 0.2) {
        const button = one.getByRole('button', { name: '在这里编辑' })
        taken += await button.click({ timeout: 500 }).then(
          () => 1,
          () => 0
        )
      }
      await one.waitForTimeout(Math.random() * 250)
    }
  })
  await Promise.all(typing)
  expect(typed.length).toBeGreaterThan(10)
  test.info().annotations.push({
    type: 'two windows',
    description: `${typed.length} edits, taken over ${taken} times`
  })
  await expect
    .poll(async () => missing(typed, await storedCells(page)), { timeout: 15_000 })
    .toEqual([])
  for (const one of windows) {
    const last = typed.at(-1)
    if (last) await expect(cell(one, last.field)).toHaveValue(String(last.value))
    await expect(mark(one)).toHaveAttribute('data-save', /saved|reading/)
  }
})

test('without locks: a conflict is shown, and every edit is stored or stands in its window', async ({
  page,
  context
}) => {
  await context.addInitScript(withoutLocks)
  await page.reload()
  const windows = await twoWindows(page)
  const end = Date.now() + long
  const typed: Typed[][] = [[], []]
  const typing = windows.map(async (one, side) => {
    while (Date.now() < end) {
      typed[side]?.push(await typeAtRandom(one, shares[side]))
      await one.waitForTimeout(randomOf([50, 200, 900]))
    }
  })
  await Promise.all(typing)
  for (const [side, one] of windows.entries()) {
    const mine = typed[side] ?? []
    const shown: Record<string, number> = {}
    for (const field of shares[side] ?? []) {
      shown[field] = Number(await cell(one, field).inputValue())
    }
    expect(missing(mine, shown), 'shown').toEqual([])
    // Each has its quiet moment yet, and what the other has stored meanwhile to take in.
    await expect
      .poll(async () => {
        const stored = missing(mine, await storedCells(one))
        return (await mark(one).getAttribute('data-save')) === 'conflict' ? [] : stored
      })
      .toEqual([])
  }
})
