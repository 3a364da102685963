// @ts-check
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isLicence, singlePage } from './page.mjs'

/** What people find in the folder. */
const fileName = '年报台.html'

const beside = readFileSync(new URL('beside.js', import.meta.url), 'utf8')

/** The files of `public` that the page names or the app fetches. */
const asked = /^(?:.*\.js|.*\.svg|fonts\/.*\.(?:gz|json)|.*\.nianbao\.json)$/

/**
 * Scripts that a thread starts by their address are modules as their authors build them; of a file,
 * only classic scripts start.
 *
 * @type {import('vite').Plugin}
 */
const classicThreads = {
  name: 'classic-threads',
  enforce: 'pre',
  resolveId(source, importer) {
    const [, path] = /^(.*worker.*\.mjs)\?url$/.exec(source) ?? []
    return path ? this.resolve(`${path}?worker&url`, importer) : null
  }
}

/**
 * The app as one HTML file that a double click opens: `vite build --mode single`. All of its code is
 * one script and one more for each thread; what is loaded on use runs on use.
 *
 * `vite-plugin-singlefile` 2.3.4 was measured against this. It takes the scripts and the styles of the
 * page into the HTML and nothing else: no thread starts, for their scripts stay files beside it, and
 * fonts and sample are missing; the policy has to allow inline scripts.
 *
 * @returns {import('vite').Plugin}
 */
export function singleFile() {
  let publicDir = ''
  const inOne = { codeSplitting: false }
  return {
    name: 'single-file',
    apply: (_, { mode }) => mode === 'single',
    config: () => ({
      build: {
        outDir: 'dist-single',
        copyPublicDir: false,
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        modulePreload: false,
        chunkSizeWarningLimit: Infinity,
        rolldownOptions: { output: inOne }
      },
      worker: {
        format: 'iife',
        rolldownOptions: { output: inOne },
        plugins: () => [classicThreads]
      },
      experimental: {
        renderBuiltUrl: (path, { hostType }) =>
          hostType === 'js'
            ? { runtime: `scriptBeside(${JSON.stringify(path)})` }
            : { relative: true }
      }
    }),
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        /** @type {Record<string, Buffer>} */
        const files = {}
        for (const path of readdirSync(publicDir, { recursive: true, encoding: 'utf8' })) {
          const address = path.replaceAll('\\', '/')
          if (asked.test(address) || isLicence(address)) {
            files[address] = readFileSync(join(publicDir, path))
          }
        }
        for (const [path, made] of Object.entries(bundle)) {
          files[path] = Buffer.from(made.type === 'chunk' ? made.code : made.source)
          Reflect.deleteProperty(bundle, path)
        }
        this.emitFile({ type: 'asset', fileName, source: singlePage(files, beside) })
      }
    }
  }
}
