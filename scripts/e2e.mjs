// @ts-check
/**
 * `npm run e2e`: the browser tests, on the app as `npm run build` left it in `dist`.
 * Arguments are handed to Playwright: `npm run e2e -- tests/e2e/first-path.test.ts`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { findBrowser, thisMachine } from './browser.mjs'

const stop = (/** @type {string} */ sentence) => {
  console.error(sentence)
  process.exit(1)
}

if (!existsSync('dist/index.html')) stop('There is no built app in dist: run npm run build first.')
const browser = findBrowser(thisMachine())
if ('problem' in browser) stop(browser.problem)
else {
  console.log(`Browser tests run in ${browser.path}`)
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: browser.path, E2E_PORT: String(await freePort()) }
    }
  )
  process.exit(status ?? 1)
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
