import { test as base, expect } from '@playwright/test'
import { figures } from '../run.ts'
import { makeOld } from './old-browser.ts'

/**
 * The tests of the built app in a real browser. Every test starts on a fresh profile with the app
 * open, in a browser made as old as we support, and fails when the page logs an error or lets an
 * exception through. What a test measured it notes as an annotation, printed with FIGURES=1.
 */
export const test = base.extend({
  context: async ({ context }, use) => {
    await context.addInitScript(makeOld)
    await use(context)
  },
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('PubSub Error')) {
        faults.push(message.text())
      }
    })
    await page.goto('#/')
    await use(page)
    const { title, annotations } = base.info()
    for (const { type, description } of figures ? annotations : []) {
      console.log(`${title} › ${type}: ${description ?? ''}`)
    }
    expect(faults, 'errors logged by the page').toEqual([])
  }
})

export { expect }
