import type { Locator, Page } from '@playwright/test'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { newReport, openSection } from './steps.ts'
import { makeTrouble, storedCells, troubledStore, type Trouble } from './troubled-store.ts'
import { missing, typeAtRandom, type Typed } from './typed.ts'

/** What can befall a write of the report, and what ends it. */
const troubles: readonly Trouble[] = ['full', 'aborting', 'silent', 'crammed', 'closed', 'lost']
/** Which of the writes it befalls, counted from the first after the report was made. */
const turns = times(2, 1)

/** A new report that is stored, in a browser whose store can be troubled; and its mark of saving. */
async function storedReport(page: Page): Promise<Locator> {
  await page.addInitScript(troubledStore)
  await page.reload()
  await newReport(page, '青石县水利局', 2025)
  const mark = page.locator('[data-save]')
  await expect(mark).toHaveAttribute('data-save', 'saved')
  return mark
}

for (const trouble of troubles) {
  for (let turn = 1; turn <= turns; turn++) {
    test(`write ${turn} meets ${trouble}: it is said, and nothing is lost`, async ({
      page,
      silence
    }) => {
      // Of a connection that was closed under it.
      silence.except(/Dexie: Need to reopen db/)
      const mark = await storedReport(page)
      const typed: Typed[] = []
      for (let write = 1; write < turn; write++) {
        typed.push(await typeAtRandom(page))
        await page.waitForTimeout(600)
      }
      await expect(mark).toHaveAttribute('data-save', 'saved')
      await makeTrouble(page, trouble)
      typed.push(await typeAtRandom(page))
      const begun = Date.now()
      // A connection that is gone is made anew before anybody could tell.
      if (trouble === 'full' || trouble === 'aborting' || trouble === 'silent') {
        await expect(mark).toHaveAttribute('data-save', 'failed')
        await expect(mark).toHaveRole('alert')
        await expect(mark.getByRole('button', { name: '导出一份' })).toBeVisible()
        test.info().annotations.push({
          type: 'said after a key',
          description: `${((Date.now() - begun) / 1000).toFixed(1)} s`
        })
      }
      for (let edit = 0; edit < 6; edit++) {
        typed.push(await typeAtRandom(page))
        await page.waitForTimeout(Math.random() * 500)
      }
      await makeTrouble(page, 'none')
      await expect(mark).toHaveAttribute('data-save', 'saved', { timeout: 60_000 })
      await expect
        .poll(async () => missing(typed, await storedCells(page)), { timeout: 60_000 })
        .toEqual([])
      await page.reload()
      await openSection(page, '收到和处理申请')
      await expect(mark).toHaveAttribute('data-save', 'saved')
      expect(missing(typed, await storedCells(page))).toEqual([])
    })
  }
}

test('the page goes while every place is full at random: what was said to be safe is there', async ({
  page
}) => {
  const mark = await storedReport(page)
  const typed: Typed[] = []
  for (let round = 0; round < times(6, 2); round++) {
    await makeTrouble(page, 'crammed')
    for (let edit = 0; edit < 5; edit++) {
      typed.push(await typeAtRandom(page))
      await page.waitForTimeout(Math.random() * 400)
    }
    // The browser asks before it leaves what lies in the page alone; staying, one tries again.
    await expect(async () => {
      const staying = page.waitForEvent('dialog', { timeout: 1_500 }).then(
        (dialog) => dialog.dismiss().then(() => true),
        () => false
      )
      await page.evaluate(() => window.location.reload())
      expect(await staying).toBe(false)
    }).toPass()
    await openSection(page, '收到和处理申请')
    await expect(mark).toHaveAttribute('data-save', 'saved')
    expect(missing(typed, await storedCells(page))).toEqual([])
  }
})
