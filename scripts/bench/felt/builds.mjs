// @ts-check
/** The builds that are measured beside each other, each on a server of its own, and the browser. */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { browserArgs, findBrowser, thisMachine } from '../../browser.mjs'
import { serve } from '../../site/serve.mjs'
import { layReports } from '../lay-reports.mjs'

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {object} App a build that is served
 * @property {string} name
 * @property {string} home its address
 * @property {any} sample the report that it brings along
 * @typedef {(app: App, browser: Browser) => Promise<import('../figures.mjs').Figure[]>} Measure
 */

const project = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Builds this tree and, where one is named, the tree of a commit, which comes first.
 *
 * @param {string | undefined} before
 * @returns {Promise<{ apps: App[], folder: string, stop: () => Promise<void> }>} with a folder that
 *   holds all that was made for it
 */
export async function builds(before) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-felt-'))
  const trees = [{ name: 'now', tree: project }]
  if (before) trees.unshift({ name: before, tree: await treeOf(before, join(folder, 'tree')) })
  const apps = []
  /** @type {import('../../site/serve.mjs').Site[]} */
  const sites = []
  for (const { name, tree } of trees) {
    const dist = join(folder, name)
    run(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', dist], tree)
    const files = await filesIn(dist)
    const site = await serve(files, { packed: true })
    sites.push(site)
    const sample = JSON.parse(new TextDecoder().decode(files.get('sample.nianbao.json')))
    apps.push({ name, home: `http://127.0.0.1:${site.port}/`, sample })
  }
  return {
    apps,
    folder,
    stop: async () => void (await Promise.all(sites.map(({ stop }) => stop())))
  }
}

const vite = join(project, 'node_modules/vite/bin/vite.js')

/** @param {string} commit @param {string} folder */
async function treeOf(commit, folder) {
  await mkdir(folder)
  run('sh', ['-c', 'git archive "$0" | tar -x -C "$1"', commit, folder], project)
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${command} failed`)
}

/** @param {string} folder @returns {Promise<Map<string, Uint8Array>>} */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths.map(
        async (path) => /** @type {const} */ ([path.slice(folder.length + 1), await readFile(path)])
      )
    )
  )
}

/**
 * A browser on a computer that has a font with Chinese characters, as those of users do: one of the
 * app's own is laid where the system looks for fonts.
 *
 * @param {string} folder
 */
export async function openBrowser(folder) {
  const found = findBrowser(thisMachine())
  if ('problem' in found) throw new Error(found.problem)
  const fonts = join(folder, 'fonts')
  await mkdir(fonts)
  const packed = await readFile(join(project, 'public/fonts/hei-1.ttf.gz'))
  await writeFile(join(fonts, 'hei.ttf'), gunzipSync(packed))
  const config = join(folder, 'fonts.conf')
  await writeFile(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><include>/etc/fonts/fonts.conf</include></fontconfig>`
  )
  return chromium.launch({
    executablePath: found.path,
    args: browserArgs,
    env: /** @type {Record<string, string>} */ ({ ...process.env, FONTCONFIG_FILE: config })
  })
}

/**
 * A page of a fresh profile, on which the app is not yet open. What is run `first` runs in it before
 * the app does.
 *
 * @param {Browser} browser
 * @param {() => void} [first]
 * @returns {Promise<Page>}
 */
export async function freshPage(browser, first) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block'
  })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => console.error('page error:', message))
  if (first) await page.addInitScript(first)
  return page
}

/**
 * Lays reports into the library, and leaves the page on one of the origin without the app.
 *
 * @param {Page} page
 * @param {App} app
 * @param {readonly object[]} reports
 */
export async function lay(page, { home }, reports) {
  await page.goto(home)
  await page.locator('[data-action="new-report"]').first().waitFor()
  await page.goto(`${home}licences.txt`)
  // More in one message would be too much for the way into the browser.
  for (let at = 0; at < reports.length; at += 250) {
    await page.evaluate(layReports, { reports: reports.slice(at, at + 250) })
  }
}

/**
 * @param {Page} page
 * @param {number} rate how many times slower the processor is
 */
export async function slowed(page, rate) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
}

/**
 * The address of a report.
 *
 * @param {App} app
 * @param {{ id: string }} report
 */
export const addressOf = ({ home }, { id }) => `${home}#/report/${id}`

/** @param {any} sample @param {number} [length] of section 一 @returns {any} the sample with more to read */
export const longSample = (sample, length = 20_000) => {
  const { overview } = sample.text
  const text = `${overview}\n`.repeat(Math.ceil(length / overview.length)).slice(0, length)
  return { ...sample, text: { ...sample.text, overview: text } }
}
