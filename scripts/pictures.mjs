// @ts-check
/**
 * `npm run pictures`: a picture of every state of the app (tests/e2e/states.ts) in light and dark, at
 * 1920 × 1080, 1366 × 768 and 1280 × 720, and of a phone's, in `pictures/now`; the README's is among them.
 *
 *     npm run pictures -- --before REF    also of the app at a commit, in `pictures/before`, and what
 *                                         differs, as a list and as pictures, in `pictures/differences`
 *     npm run pictures -- -g platforms    of the walks with this name only
 */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser, thisMachine } from './browser.mjs'

const options = /** @type {const} */ ({
  before: { type: 'string' },
  grep: { type: 'string', short: 'g' }
})
const { before, grep } = parseArgs({ options }).values
const folder = resolve('pictures')
const states = 'tests/e2e/states.test.ts'
const readme = 'editor, light, 1366 × 768.png'

take('.', 'now')
if (existsSync(join(folder, 'now', readme)))
  copyFileSync(join(folder, 'now', readme), 'docs/editor.png')
if (before) {
  const other = mkdtempSync(join(tmpdir(), 'nianbao-before-'))
  run('.', 'git', 'worktree', 'add', '--detach', other, before)
  try {
    if (!existsSync(join(other, states))) stop(`${before} has no list of states (${states}).`)
    symlinkSync(resolve('node_modules'), join(other, 'node_modules'))
    take(other, 'before')
  } finally {
    run('.', 'git', 'worktree', 'remove', '--force', other)
  }
  await compare()
}

/**
 * Builds the app of a working tree and takes its pictures.
 *
 * @param {string} tree
 * @param {'now' | 'before'} name
 */
function take(tree, name) {
  const into = join(folder, name)
  rmSync(into, { recursive: true, force: true })
  run(tree, 'npm', 'run', '--silent', 'build', '--', '--logLevel', 'error')
  const which = grep ? ['-g', grep] : []
  process.env['PICTURES'] = into
  run(tree, 'npm', 'run', '--silent', 'e2e', '--', '--reporter=line', states, ...which)
}

/** Lists which pictures differ, the most first, and by how much; a picture of each difference, in red. */
async function compare() {
  const browser = findBrowser(thisMachine())
  if ('problem' in browser) return stop(browser.problem)
  const into = join(folder, 'differences')
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const app = await chromium.launch({ executablePath: browser.path })
  const page = await app.newPage()
  const [now, then] = ['now', 'before'].map((name) => new Set(readdirSync(join(folder, name))))
  /** @type {{ name: string, share: number }[]} */
  const differing = []
  for (const name of now ?? []) if (!then?.has(name)) console.log(`new      ${name}`)
  for (const name of then ?? []) {
    if (!now?.has(name)) {
      console.log(`gone     ${name}`)
      continue
    }
    const [one, other] = ['before', 'now'].map((at) => readFileSync(join(folder, at, name)))
    if (!one || !other || one.equals(other)) continue
    const { share, png } = await page.evaluate(difference, {
      one: one.toString('base64'),
      other: other.toString('base64')
    })
    if (share === 0) continue
    differing.push({ name, share })
    writeFileSync(join(into, name), Buffer.from(png, 'base64'))
  }
  await app.close()
  for (const { name, share } of differing.sort((a, b) => b.share - a.share))
    console.log(`${(share * 100).toFixed(2).padStart(6)} % ${name}`)
  const both = [...(now ?? [])].filter((name) => then?.has(name)).length
  console.log(`${both} pictures compared, ${differing.length} differ.`)
}

/**
 * In a page: the share of two pictures that differs, and the second, pale, with that in red.
 *
 * @param {{ one: string, other: string }} pictures as base64
 */
async function difference({ one, other }) {
  const bitmaps = await Promise.all(
    [one, other].map(async (png) =>
      createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    )
  )
  const width = Math.max(...bitmaps.map((bitmap) => bitmap.width))
  const height = Math.max(...bitmaps.map((bitmap) => bitmap.height))
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const [before, now] = bitmaps.map((bitmap) => {
    context.clearRect(0, 0, width, height)
    context.drawImage(bitmap, 0, 0)
    return context.getImageData(0, 0, width, height)
  })
  if (!before || !now) throw new Error('no pictures')
  let count = 0
  const shown = context.createImageData(width, height)
  for (let i = 0; i < now.data.length; i += 4) {
    const differs = [0, 1, 2, 3].some(
      (c) => Math.abs((before.data[i + c] ?? 0) - (now.data[i + c] ?? 0)) > 8
    )
    if (differs) count++
    const pale = [0, 1, 2].map((c) => 192 + (now.data[i + c] ?? 0) / 4)
    shown.data.set([...(differs ? [200, 30, 20] : pale), 255], i)
  }
  context.putImageData(shown, 0, 0)
  const png = canvas.toDataURL('image/png').replace(/^.*,/, '')
  return { share: count / (width * height), png }
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 */
function run(cwd, command, ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} did not succeed`)
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
