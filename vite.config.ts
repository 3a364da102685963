import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { licences } from './scripts/licences.mjs'
import { singleFile } from './scripts/single/plugin.mjs'
import { offline } from './scripts/site/offline.mjs'

/**
 * These rooms only define things. What the first screen does not use of them need not be loaded with it,
 * though a table be computed where it is defined.
 */
const src = fileURLToPath(new URL('src/', import.meta.url)).replaceAll('\\', '/')
const literally = src.replace(/[^\w/]/g, '\\$&')
const treeshake = {
  moduleSideEffects: [{ test: new RegExp(`^${literally}(core|typeset|i18n)/`), sideEffects: false }]
}

/** jsPDF reaches for these only to rasterise HTML and SVG, which we never ask of it. */
const empty = fileURLToPath(new URL('src/formats/pdf/empty.ts', import.meta.url))

/** What the page itself has of the reader of PDF. */
const inPage = fileURLToPath(new URL('src/formats/read/pdf/in-page.ts', import.meta.url))
/** Plugins of the page are not those of its threads: pdf.js goes into the reading thread alone. */
const pdfInThread: Plugin = {
  name: 'pdf-in-thread',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/pdf/read-pdf.ts') ? inPage : null)
}

/** Not all servers know that `.mjs`, which the worker of pdf.js is called, is JavaScript. */
const output = {
  assetFileNames: ({ names }: { names: readonly string[] }) =>
    `assets/[name]-[hash]${names.some((name) => name.endsWith('.mjs')) ? '.js' : '[extname]'}`
}

/** What ships under whose licence is noted of every bundle, and laid beside the app. */
const shipped = licences()

export default defineConfig({
  base: './',
  plugins: [svelte(), pdfInThread, shipped.write(), singleFile(), offline()],
  build: {
    target: ['chrome100', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake, output }
  },
  worker: { format: 'es', plugins: () => [shipped.note()], rolldownOptions: { treeshake, output } },
  resolve: {
    alias: { html2canvas: empty, canvg: empty, dompurify: empty },
    // Without it Vitest resolves Svelte's server build and effects silently never run.
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {})
  },
  test: {
    // Behaviour is asserted, not speed: a machine with much else to do is no fault of the app.
    testTimeout: 60_000,
    // One core is left to Vitest itself otherwise, of two cores too.
    maxWorkers: '100%',
    setupFiles: ['tests/silence.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          // Pure modules keep nothing that a test could see: they are loaded once, not for each file.
          isolate: false,
          include: ['tests/{core,typeset,i18n}/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'files',
          environment: 'node',
          include: ['tests/{formats,scripts}/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'browser-like',
          environment: 'jsdom',
          include: ['tests/{state,storage,ui}/**/*.test.ts'],
          setupFiles: ['tests/setup.ts']
        }
      }
    ]
  }
})
