import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { colourViolations, violations } from './axe.ts'
import { walks, walksOnPhone } from './states.ts'
import { textFaults } from './text-boxes.ts'

/**
 * Every state of the app is visited once, on a day in January, and measured for all that is asked of
 * every screen: axe finds nothing, in light, dark and forced colours, no text is cut off, covered or
 * out of sight on the screens of offices, what is open stays open at another size, and nothing moves
 * that somebody did not move. With PICTURES=folder (`npm run pictures`)
 * pictures are taken of it instead.
 */

/** Width and height of a window. */
type Size = readonly [number, number]

/** The smallest first: a window that grows leaves everything in sight that was. */
const offices: readonly Size[] = [
  [1280, 720],
  [1366, 768]
]
const phones: readonly Size[] = [[360, 740]]
const large: Size = [1920, 1080]
const { PICTURES: folder } = process.env

/** Until what follows the window and its colours has followed them. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })

/** How far things may move by themselves in a state, as browsers score it (cumulative layout shift). */
const mostShift = 0.02
/**
 * Where files just handed in push down the ways in, or let their dialog grow, and all by what nobody may overlook;
 * and on a phone by the bar, which is shorter above an empty library.
 */
const mayShift: Readonly<Record<string, number>> = {
  'import-queue': 0.2,
  'platforms-import': 0.2,
  'phone-library-empty': 0.8,
  'library-memory': 0.05,
  // It begins with the same screen.
  undelivered: 0.05,
  'library-silent': 0.05
}

/** Runs in the page before any script: adds up what moves without anybody's doing. */
function watchShifts(): void {
  const moved = { score: 0, what: [] as string[] }
  Object.assign(window, { moved })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      readonly value: number
      readonly hadRecentInput: boolean
      readonly sources: readonly { readonly node: Node | null }[]
    })[]) {
      if (entry.hadRecentInput) continue
      moved.score += entry.value
      for (const { node } of entry.sources) {
        const element = node instanceof Element ? node : node?.parentElement
        moved.what.push(
          `${element?.localName}.${element?.className} ${element?.textContent?.trim().slice(0, 12)}`
        )
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
/** What has moved since it was last asked for. */
async function shiftFaults(page: Page, most: number): Promise<string[]> {
  await settled(page)
  const { score, what } = await page.evaluate(() => {
    const { moved } = window as unknown as { moved: { score: number; what: string[] } }
    const { score, what } = moved
    Object.assign(moved, { score: 0, what: [] })
    return { score, what }
  })
  return score > most ? [`moves by ${score.toFixed(3)}: ${what.join('; ')}`] : []
}

async function faultsOf(page: Page, state: string, sizes: readonly Size[]): Promise<string[]> {
  const faults = await shiftFaults(page, mayShift[state] ?? mostShift)
  const opened = page.locator('dialog[open], [role="menu"], [role="listbox"]')
  const open = await opened.count()
  faults.push(...(await violations(page)).map((fault) => `axe: ${fault}`))
  for (const colours of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(colours)
    await settled(page)
    const found = await colourViolations(page)
    faults.push(...found.map((fault) => `axe, ${Object.values(colours).join()}: ${fault}`))
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await settled(page)
  }
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await settled(page)
    faults.push(...(await textFaults(page)).map((fault) => `${width} × ${height}: ${fault}`))
    if ((await opened.count()) !== open) faults.push(`${width} × ${height}: closes what was open`)
  }
  return faults
}

async function picture(
  page: Page,
  sizes: readonly Size[],
  state: string,
  folder: string
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await settled(page)
      const path = `${folder}/${state}, ${colorScheme}, ${width} × ${height}.png`
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

const kinds = [
  { walks, sizes: offices, pictured: [...offices, large] },
  { walks: walksOnPhone, sizes: phones, pictured: phones }
]
for (const { walks, sizes, pictured } of kinds) {
  for (const [name, walk] of Object.entries(walks)) {
    test(name, async ({ page }) => {
      test.setTimeout(300_000)
      page.setDefaultTimeout(30_000)
      const [[width, height] = [0, 0]] = sizes
      const back = () => page.setViewportSize({ width, height })
      await back()
      await page.clock.setFixedTime(new Date('2026-01-12T10:00:00+08:00'))
      await page.addInitScript(watchShifts)
      await page.reload()
      const found: Record<string, string[]> = {}
      for (const [state, step] of Object.entries(walk)) {
        await test.step(state, async () => {
          await step(page)
          if (folder) await picture(page, pictured, state, folder)
          else {
            const faults = await faultsOf(page, state, sizes)
            if (faults.length) found[state] = faults
          }
          await back()
          if (!folder) await shiftFaults(page, Infinity)
        })
      }
      expect(found).toEqual({})
    })
  }
}
