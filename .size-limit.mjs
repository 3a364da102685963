import { existsSync, readFileSync, readdirSync } from 'node:fs'

/**
 * What may be downloaded: 50 kB for the first screen, 160 kB for anything that comes on use, 80 kB
 * for the charts, of which the screen and the thread that sets pages each have a copy.
 * `index.html` as built names the whole static import closure of the entry: Vite links the
 * stylesheets and preloads every chunk that the entry imports.
 */
const html = readFileSync('dist/index.html', 'utf8')
const first = [
  ...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)
].map(([, file]) => `dist/${file}`)
const lazy = readdirSync('dist/assets')
  .filter((file) => /\.(?:js|css)$/.test(file))
  .map((file) => `dist/assets/${file}`)
  .filter((file) => !first.includes(file))
  // pdf.js reads PDF files handed in; it comes as its authors build it.
  .filter((file) => !/pdfjs|pdf\.worker/.test(file))

const charts = lazy.filter((file) => /\/(?:screen|draw)-[^/]*\.js$/.test(file))
if (charts.length === 0) throw new Error('no chunk of charts in dist')

/** Made by `npm run build:site`, if it was. */
const zips = existsSync('dist-site')
  ? readdirSync('dist-site').map((file) => `dist-site/${file}`)
  : []

export default [
  { name: 'first load', path: first, gzip: true, limit: '50 kB' },
  { name: 'service worker', path: 'dist/sw.js', gzip: true, limit: '10 kB' },
  ...zips.map((path) => ({ name: 'site zip', path, gzip: false, brotli: false, limit: '27 MB' })),
  ...lazy.map((file) => ({
    name: `${charts.includes(file) ? 'charts: ' : ''}${file.slice('dist/assets/'.length)}`,
    path: file,
    gzip: true,
    limit: charts.includes(file) ? '80 kB' : '160 kB'
  }))
]
