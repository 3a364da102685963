import { defineConfig, devices } from '@playwright/test'
import { browserArgs } from './scripts/browser.mjs'

/** Set by scripts/e2e.mjs, which also finds the browser: start the tests with `npm run e2e`. */
const { CHROME_PATH, E2E_PORT = '4180' } = process.env
const baseURL = `http://127.0.0.1:${E2E_PORT}/`

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Behaviour is asserted, not speed: a machine with much else to do is no fault of the app.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Each would fetch the whole site for every test; those of it have a server of their own.
    serviceWorkers: 'block',
    // Costs a fifth of the time. Of a test that failed: npm run e2e -- --trace on tests/e2e/NAME.test.ts
    trace: 'off',
    launchOptions: { args: browserArgs, ...(CHROME_PATH && { executablePath: CHROME_PATH }) }
  },
  // The built app, as users get it.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${E2E_PORT} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore'
  }
})
