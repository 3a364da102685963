// @ts-check
/**
 * Which Chromium the browser tests and the bench run on: the one `CHROME_PATH` names, the
 * system's, Playwright's own, else one fetched by Playwright or, as root on Debian, by apt.
 */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * What the choice has to know of the machine, and the one thing it may do to it.
 *
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {NodeJS.Platform} platform
 * @property {string} bundled where Playwright keeps its own Chromium, there or not
 * @property {boolean} apt whether apt-get may install: root on Debian
 * @property {(file: string) => boolean} starts whether a browser is there and starts
 * @property {(command: string) => boolean} run runs a command, visibly; whether it succeeded
 */

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable'
]
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsFiles = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
]

/**
 * The places where a system keeps a Chromium, best first.
 *
 * @param {Pick<Machine, 'env' | 'platform'>} machine
 * @returns {string[]} absolute paths
 */
export function systemPlaces({ env, platform }) {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return windowsFiles.flatMap((file) =>
      roots.flatMap((root) => (root ? path.win32.join(root, file) : []))
    )
  }
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const named = linuxNames.flatMap((name) => onPath.map((folder) => path.posix.join(folder, name)))
  if (platform !== 'darwin') return named
  const homes = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])]
  const apps = macApps.flatMap((app) =>
    homes.map((home) => `${home}/${app}.app/Contents/MacOS/${app}`)
  )
  return [...apps, ...named]
}

/**
 * Finds a Chromium, fetching one where there is none.
 *
 * @param {Machine} machine
 * @returns {{ path: string } | { problem: string }} the browser, or a sentence saying what to do
 */
export function findBrowser(machine) {
  const wanted = machine.env['CHROME_PATH']
  if (wanted) {
    return machine.starts(wanted)
      ? { path: wanted }
      : { problem: `CHROME_PATH names ${wanted}, which is not a browser that starts.` }
  }
  const present = () => [...systemPlaces(machine), machine.bundled].find(machine.starts)
  const fetches = [
    'npx --no-install playwright install chromium',
    ...(machine.apt ? ['apt-get update && apt-get install -y chromium'] : [])
  ]
  let found = present()
  for (const command of fetches) {
    if (found) break
    console.log(`No Chromium that starts; trying: ${command}`)
    machine.run(command)
    found = present()
  }
  return found
    ? { path: found }
    : {
        problem:
          'No Chromium was found and none could be fetched: install Chromium or Chrome, ' +
          'or set CHROME_PATH to the browser to use.'
      }
}

/**
 * This machine.
 *
 * @returns {Machine}
 */
export function thisMachine() {
  const { env, platform } = process
  return {
    env,
    platform,
    bundled: chromium.executablePath(),
    apt: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    // On Windows `--version` opens a window; elsewhere it shows that the libraries are there too.
    starts: (file) =>
      existsSync(file) &&
      (platform === 'win32' || spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0),
    run: (command) =>
      spawnSync(command, {
        shell: true,
        stdio: 'inherit',
        timeout: 600_000,
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }
      }).status === 0
  }
}

/**
 * What Chromium leaves out. For every new window it else loads the two pages that drop down from the
 * address bar, which takes ten times as long as the window itself. Of two lists the last one counts:
 * the other features are those that Playwright turns off.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn'
]

/** What a Chromium needs to run as root in a container, and to keep still on the network. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut.join(',')}`
]
