// @ts-check
/**
 * `node scripts/site/icons.mjs`: the icons by which systems show the installed app, drawn from
 * `public/favicon.svg`. Run after a change of it; they stand in the repository.
 */
import { chromium } from '@playwright/test'
import { mkdirSync, readFileSync } from 'node:fs'
import { browserArgs, findBrowser, thisMachine } from '../browser.mjs'

const found = findBrowser(thisMachine())
if ('problem' in found) throw new Error(found.problem)
const browser = await chromium.launch({ executablePath: found.path, args: browserArgs })
const svg = readFileSync('public/favicon.svg', 'utf8')
mkdirSync('public/icons', { recursive: true })

/** Systems cut a maskable icon to a shape of theirs: the drawing keeps to the inner three quarters. */
const icons = [
  { name: 'icon-192', size: 192, drawn: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, drawn: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, drawn: 0.75, ground: '#1d4a8c' }
]
for (const { name, size, drawn, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}
    svg{display:block;width:${drawn * 100}vw}</style>${svg}`
  )
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
