import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  billOfMaterials,
  licencesText,
  packageFolder,
  shippedPackage
} from '../../scripts/licences.mjs'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-licences-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A package as it lies in node_modules. */
function made(name: string, license: unknown, text?: string): string {
  const own = join(folder, name)
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }))
  if (text) writeFileSync(join(own, 'LICENCE'), text)
  return own
}

it.each([
  ['/a/node_modules/chart.js/dist/chart.js', '/a/node_modules/chart.js'],
  ['/a/node_modules/@noble/hashes/sha2.js', '/a/node_modules/@noble/hashes'],
  ['/a/node_modules/jspdf/node_modules/pako/index.mjs', '/a/node_modules/jspdf/node_modules/pako'],
  ['C:\\a\\node_modules\\dexie\\dist\\dexie.mjs', 'C:/a/node_modules/dexie'],
  ['\0/a/node_modules/x/i.js?commonjs', '/a/node_modules/x'],
  ['/a/src/core/form/form.ts', undefined]
])('%s is of %s', (id, expected) => {
  expect(packageFolder(id)).toBe(expected)
})

describe('a package', () => {
  it.each(['MIT', 'ISC', '(MIT AND Zlib)'])('under %s ships, with its text', (licence) => {
    expect(shippedPackage(made('good', licence, 'Copyright'))).toMatchObject({
      name: 'good',
      version: '1.2.3',
      text: 'Copyright'
    })
  })

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', undefined, { type: 'MIT' }])(
    'under %j stops the build',
    (licence) => {
      expect(() => shippedPackage(made('bad', licence, 'Copyright'))).toThrow('not allowed')
    }
  )

  it('without the text of its licence stops the build', () => {
    expect(() => shippedPackage(made('bare', 'MIT'))).toThrow('without the text')
  })
})

it('what ships is listed, every text with its package', () => {
  const all = [
    { ...shippedPackage(made('@a/one', 'MIT', 'first text')) },
    { name: '字体', version: '1', kind: 'font' as const, licence: 'OFL-1.1', text: 'second text' }
  ]
  expect(licencesText(all)).toMatch(
    /@a\/one 1\.2\.3\nMIT\n\nfirst text[^]*字体 1\nOFL-1\.1\n\nsecond text/
  )
  expect(billOfMaterials({ name: 'x', version: '0' }, all)).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    components: [
      { type: 'library', name: '@a/one', purl: 'pkg:npm/%40a/one@1.2.3' },
      { type: 'data', name: '字体', licenses: [{ license: { id: 'OFL-1.1' } }] }
    ]
  })
})
