import { test as base, expect, type BrowserContext } from '@playwright/test'
import { serve } from '../../scripts/site/serve.mjs'
import { figures } from '../run.ts'
import { makeOld } from './old-browser.ts'

/** What pages say on their consoles, of which every message fails the test but those that it names. */
interface Silence {
  /** This test makes the browser say what fits the pattern: it is no fault. */
  readonly except: (message: RegExp) => void
  /** Listens to a browser that the test started itself, too. */
  readonly watch: (context: BrowserContext) => void
}

/** What the runner says itself, where it keeps service workers out as its settings ask. */
const ofTheRunner = 'warning: Service Worker registration blocked by Playwright'

/**
 * The tests of the built app in a real browser. Every test starts on a fresh profile with the app
 * open, in a browser made as old as we support, and fails when any page of any window logs anything
 * or lets an exception through. What a test measured it notes as an annotation, printed with
 * FIGURES=1.
 */
export const test = base.extend<{ silence: Silence; serveSite: typeof serve }>({
  silence: [
    async ({ browser }, use) => {
      const said: string[] = []
      const exceptions: RegExp[] = []
      const watch = (context: BrowserContext): void => {
        context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
        context.on('weberror', (thrown) => said.push(String(thrown.error().stack)))
      }
      browser.on('context', watch)
      await use({ except: (message) => void exceptions.push(message), watch })
      browser.off('context', watch)
      const faults = said.filter(
        (message) => message !== ofTheRunner && !exceptions.some((one) => one.test(message))
      )
      expect(faults, 'said on the console').toEqual([])
    },
    { auto: true }
  ],
  context: async ({ context }, use) => {
    await context.addInitScript(makeOld)
    await use(context)
  },
  // A site is there until its windows are gone: what they fetch by themselves may still be on its way.
  serveSite: async ({ context }, use) => {
    const sites: Awaited<ReturnType<typeof serve>>[] = []
    await use(async (...args) => {
      const site = await serve(...args)
      sites.push(site)
      return site
    })
    await context.close()
    for (const site of sites) await site.stop()
  },
  page: async ({ page }, use) => {
    await page.goto('#/')
    await use(page)
    const { title, annotations } = base.info()
    for (const { type, description } of figures ? annotations : []) {
      console.log(`${title} › ${type}: ${description ?? ''}`)
    }
  }
})

export { expect }
