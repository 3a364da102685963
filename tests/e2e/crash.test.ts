import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { browserArgs } from '../../scripts/browser.mjs'
import { times } from '../run.ts'
import { expect, test } from './app.ts'
import { newReport, openSection } from './steps.ts'
import { makeTrouble, storedCells, troubledStore } from './troubled-store.ts'
import { missing, typeAtRandom, type Typed } from './typed.ts'

/** Nothing older than this, in milliseconds, may be gone with the browser. */
const oldest = 2_000

/** A browser that is not the test's own, with a profile that outlives it. */
async function start(profile: string): Promise<{ process: ChildProcess; page: Page }> {
  const child = spawn(
    process.env['CHROME_PATH'] ?? chromium.executablePath(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1366,900',
      ...browserArgs,
      'about:blank'
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0] ?? (await browser.newContext())
  return { process: child, page: context.pages()[0] ?? (await context.newPage()) }
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.kill('SIGKILL')
  })

const rounds = times(3, 1)
for (const trouble of ['none', 'aborting'] as const) {
  test(`a browser that is killed, ${rounds} times, while saving meets ${trouble}`, async ({
    baseURL,
    silence
  }) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'nianbao-crash-'))
    let address = ''
    let typed: Typed[] = []
    let until = 0
    for (let round = 0; round <= rounds; round++) {
      const { process, page } = await start(profile)
      silence.watch(page.context())
      try {
        await page.addInitScript(troubledStore)
        await page.goto(address || (baseURL ?? ''))
        if (!address) await newReport(page, '青石县水利局', 2025)
        else await openSection(page, '收到和处理申请')
        address = page.url()
        await expect(page.locator('[data-save="saved"]')).toBeVisible()
        const cells = await storedCells(page)
        expect(missing(typed, cells, until), `after kill ${round}`).toEqual([])
        typed = typed.filter(({ field, value }) => cells[field] === value)
        await makeTrouble(page, trouble)
        const end = Date.now() + 500 + Math.random() * 5_500
        while (Date.now() < end) {
          typed.push(await typeAtRandom(page))
          await page.waitForTimeout(Math.random() * 300)
        }
        until = Date.now() - oldest
      } finally {
        await killed(process)
      }
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
}
