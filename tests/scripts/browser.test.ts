import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { browserArgs, findBrowser, systemPlaces, type Machine } from '../../scripts/browser.mjs'

vi.spyOn(console, 'log').mockImplementation(() => undefined)

const bundled = '/opt/ms-playwright/chromium/chrome'
const env = { PATH: '/usr/local/bin:/usr/bin' }

/** A machine with some browsers; `fetched` says what a command brings. */
function machine(
  browsers: string[],
  options: Partial<Machine> & { fetched?: Record<string, string> } = {}
) {
  const present = new Set(browsers)
  const ran: string[] = []
  const { fetched = {}, ...rest } = options
  const run = (command: string) => {
    ran.push(command)
    for (const [word, file] of Object.entries(fetched))
      if (command.includes(word)) present.add(file)
    return true
  }
  return {
    ran,
    env,
    platform: 'linux' as const,
    bundled,
    apt: false,
    starts: (file: string) => present.has(file),
    run,
    ...rest
  }
}

describe('findBrowser', () => {
  it('takes the browser CHROME_PATH names before any other', () => {
    const chosen = machine(['/opt/chrome', '/usr/bin/chromium'], {
      env: { ...env, CHROME_PATH: '/opt/chrome' }
    })
    expect(findBrowser(chosen)).toEqual({ path: '/opt/chrome' })
  })

  it('says so when CHROME_PATH names none, rather than taking another', () => {
    const wrong = machine(['/usr/bin/chromium'], { env: { ...env, CHROME_PATH: '/opt/none' } })
    expect(findBrowser(wrong)).toEqual({ problem: expect.stringContaining('/opt/none') })
    expect(wrong.ran).toEqual([])
  })

  it.each([
    { browsers: ['/usr/bin/google-chrome', '/usr/bin/chromium'], path: '/usr/bin/chromium' },
    { browsers: ['/usr/local/bin/google-chrome'], path: '/usr/local/bin/google-chrome' },
    { browsers: ['/usr/bin/chromium', bundled], path: '/usr/bin/chromium' },
    { browsers: [bundled], path: bundled }
  ])('takes $path of $browsers and fetches nothing', ({ browsers, path }) => {
    const here = machine(browsers)
    expect(findBrowser(here)).toEqual({ path })
    expect(here.ran).toEqual([])
  })

  it('asks Playwright first when there is none', () => {
    const empty = machine([], { apt: true, fetched: { playwright: bundled } })
    expect(findBrowser(empty)).toEqual({ path: bundled })
    expect(empty.ran).toHaveLength(1)
  })

  it('asks apt when Playwright brings none, as root on Debian only', () => {
    const fetched = { 'apt-get install': '/usr/bin/chromium' }
    const root = machine([], { apt: true, fetched })
    expect(findBrowser(root)).toEqual({ path: '/usr/bin/chromium' })
    expect(root.ran.map((command) => command.split(' ')[0])).toEqual(['npx', 'apt-get'])

    const user = machine([], { fetched })
    expect(findBrowser(user)).toEqual({ problem: expect.stringContaining('CHROME_PATH') })
    expect(user.ran).toHaveLength(1)
  })
})

describe('systemPlaces', () => {
  it('knows where Windows and macOS keep their applications', () => {
    const windows = systemPlaces({
      platform: 'win32',
      env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }
    })
    expect(windows[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
    expect(windows).toContain('C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe')
    expect(systemPlaces({ platform: 'darwin', env: {} })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    )
  })

  it('looks in no relative folder of the search path', () => {
    const places = systemPlaces({ platform: 'linux', env: { PATH: '.::/bin' } })
    expect(places.map((place) => place.slice(0, 5))).toEqual(places.map(() => '/bin/'))
  })
})

it('leaves out whatever Playwright does, whose own list no longer counts', () => {
  const code = readFileSync('node_modules/playwright-core/lib/coreBundle.js', 'utf8')
  const [, list = ''] = /\bdisabledFeatures = \[([^\]]+)\]/.exec(code) ?? []
  const theirs = Array.from(list.matchAll(/^\s*"(\w+)"/gm), ([, feature]) => feature)
  expect(theirs).toContain('PaintHolding')
  const ours = browserArgs.filter((arg) => arg.startsWith('--disable-features='))
  expect(ours).toHaveLength(1)
  expect(ours[0]?.split(/[=,]/)).toEqual(expect.arrayContaining(theirs))
})
