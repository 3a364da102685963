// @ts-check
/**
 * What ships under whose licence. As a plugin of the build it notes every module that goes into a chunk of
 * the page or of a thread, refuses a package under a licence that is not allowed here or without its
 * text, and writes beside the app `licences.txt`, with every text that must travel with the code, and
 * `sbom.cdx.json`, a bill of materials (CycloneDX 1.5). `npm run licences` lists what `dist` has.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

/** Licences that ask for no more than that their text travels with the code. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND Zlib',
  'Zlib',
  // Of two licences to choose from the first is taken.
  'MIT OR GPL-3.0-or-later'
])

/** What ships and is no package: its licence is in `public/fonts`, its origin in SOURCES.md there. */
const fonts = [
  {
    name: 'Fandol',
    version: '0.3',
    licence: 'GPL-3.0-or-later WITH Font-exception-2.0',
    text: 'LICENSE-fandol.txt'
  },
  { name: 'Noto Serif SC', version: '2.003', licence: 'OFL-1.1', text: 'LICENSE-noto.txt' },
  { name: 'Tinos', version: '1.340', licence: 'OFL-1.1', text: 'LICENSE-tinos.txt' }
]

/** Packages that come with another one within their own files, where no bundler sees it. */
const within = { docx: ['nanoid'], 'pdfjs-dist': ['core-js'] }

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} version
 * @property {'npm' | 'font'} kind
 * @property {string} licence by its SPDX expression
 * @property {string} text of the licence
 */

/** The folder of the package that a module is of; undefined where it is none of a package. @param {string} id */
export const packageFolder = (id) =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(
    id.replaceAll('\\', '/').replace(/^\0+/, '')
  )?.[1]

/**
 * A package by its folder.
 *
 * @param {string} folder
 * @returns {Shipped}
 */
export function shippedPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = String(license ?? '').replace(/^\((.*)\)$/, '$1')
  if (!allowed.has(licence)) {
    throw new Error(`${name} ${version} is under ${licence || 'no licence'}, which is not allowed`)
  }
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one))
  if (!file) throw new Error(`${name} ${version} comes without the text of its licence`)
  return {
    name,
    version,
    kind: 'npm',
    licence,
    text: readFileSync(join(folder, file), 'utf8').trim()
  }
}

/** @param {string} root of the project @returns {Shipped[]} */
const shippedFonts = (root) =>
  fonts.map((font) => ({
    ...font,
    kind: 'font',
    text: readFileSync(join(root, 'public/fonts', font.text), 'utf8').trim()
  }))

/** @param {readonly Shipped[]} all @returns {string} */
export const licencesText = (all) =>
  all
    .map(({ name, version, licence, text }) => `${name} ${version}\n${licence}\n\n${text}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`) + '\n'

/**
 * @param {{ name: string, version: string }} app
 * @param {readonly Shipped[]} all
 */
export const billOfMaterials = (app, all) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: {
      type: 'application',
      name: app.name,
      version: app.version,
      licenses: [{ license: { id: 'Apache-2.0' } }]
    }
  },
  components: all.map(({ name, version, kind, licence, text }) => ({
    type: kind === 'npm' ? 'library' : 'data',
    name,
    version,
    ...(kind === 'npm' && { purl: `pkg:npm/${name.replace('@', '%40')}@${version}` }),
    licenses: [
      / (?:OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }
    ],
    properties: [
      { name: 'nianbao:licence-sha256', value: createHash('sha256').update(text).digest('hex') }
    ]
  }))
})

/**
 * The plugins: `note` for the bundles of threads, which are made before that of the page ends; `write`
 * for the page.
 */
export function licences(root = fileURLToPath(new URL('..', import.meta.url))) {
  /** @type {Set<string>} */
  const folders = new Set()
  /** @param {Readonly<Record<string, { type: string, moduleIds?: readonly string[] }>>} bundle */
  const noted = (bundle) => {
    for (const { moduleIds = [] } of Object.values(bundle)) {
      for (const id of moduleIds) {
        const folder = packageFolder(id)
        if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
      }
    }
  }
  /** @returns {import('vite').Plugin} */
  const note = () => ({
    name: 'licences-of-threads',
    apply: 'build',
    generateBundle(_, bundle) {
      noted(bundle)
    }
  })
  /** @returns {import('vite').Plugin} */
  const write = () => ({
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      noted(bundle)
      const app = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
      const seen = [...folders].map(shippedPackage)
      const names = new Set(seen.map(({ name }) => name))
      const hidden = Object.entries(within)
        .flatMap(([name, others]) => (names.has(name) ? others : []))
        .filter((name) => !names.has(name))
      const packages = [
        ...seen,
        ...hidden.map((name) => shippedPackage(join(root, 'node_modules', name)))
      ]
      const all = [...packages.sort((a, b) => (a.name < b.name ? -1 : 1)), ...shippedFonts(root)]
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesText(all) })
      this.emitFile({
        type: 'asset',
        fileName: 'sbom.cdx.json',
        source: `${JSON.stringify(billOfMaterials(app, all), null, 2)}\n`
      })
    }
  })
  return { note, write }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(dirname(argv[1]), '../dist/sbom.cdx.json')
  if (!existsSync(file)) {
    console.error('There is no built app in dist: run npm run build first.')
    process.exit(1)
  }
  for (const { name, version, licenses } of JSON.parse(readFileSync(file, 'utf8')).components) {
    const [{ expression, license }] = licenses
    console.log(`${name} ${version}\t${expression ?? license.id}`)
  }
}
