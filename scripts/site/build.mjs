// @ts-check
/**
 * `npm run build:site`: the site as a zip for whoever runs a web server, `dist-site/nianbao-site-VERSION.zip`:
 * the files to serve, the settings of Apache and IIS among them, those of nginx and a page of
 * instructions beside them.
 */
import { zipSync } from 'fflate'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { apache, iis, nginx } from './hosting.mjs'
import { filesIn, policyIn } from './offline.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'nianbao-site-'))
await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
const files = filesIn(folder)
rmSync(folder, { recursive: true })

const policy = policyIn(new TextDecoder().decode(files.get('index.html')))
const text = (/** @type {string} */ content) => new TextEncoder().encode(content)
/** The same content is the same zip. */
const mtime = new Date(1980, 0, 1)
/** @type {Record<string, [Uint8Array, { level: 0 | 9, mtime: Date }]>} */
const packed = {}
const beside = {
  '.htaccess': text(apache(policy)),
  'web.config': text(iis(policy)),
  'nginx.conf': text(nginx(policy)),
  '部署说明.txt': readFileSync('docs/hosting.zh.md')
}
for (const [name, content] of [...files, ...Object.entries(beside)]) {
  // Fonts are compressed as they are.
  packed[name] = [content, { level: name.endsWith('.gz') ? 0 : 9, mtime }]
}
const zip = zipSync(packed)
const name = `dist-site/nianbao-site-${version}.zip`
mkdirSync('dist-site', { recursive: true })
writeFileSync(name, zip)
console.log(`${name}  ${(zip.length / 1e6).toFixed(1)} MB`)
