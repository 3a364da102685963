import { ESLint } from 'eslint'
import { expect, it, vi } from 'vitest'

// ESLint loads its parsers with the first file.
vi.setConfig({ testTimeout: 60_000 })
const eslint = new ESLint()

/** The rules that a text breaks, were it the file. */
const broken = async (file: string, code: string): Promise<readonly (string | null)[]> => {
  const [result] = await eslint.lintText(code, { filePath: file })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

const component = (code: string) => `<script lang="ts">\n  ${code}\n</script>\n`

it.each([
  ['src/core/report/x.ts', `import { b } from '../../state/app/local.ts'\nexport const a = b\n`],
  ['src/core/report/x.ts', `import type { B } from '../../state/a.ts'\nexport type A = B\n`],
  ['src/core/report/x.ts', `export type { B } from '../../state/app/local.ts'\n`],
  ['src/core/report/x.ts', `import { b } from 'svelte'\nexport const a = b\n`],
  ['src/ui/grid/X.svelte', component(`import { b } from '../../storage/b.ts'\n  b()`)]
])('%s may not say %j', async (file, code) => {
  expect(await broken(file, code)).toEqual(['no-restricted-imports'])
})

it.each([
  ['src/core/report/x.ts', `export const a = () => import('../../formats/index.ts')\n`],
  ['src/core/report/x.ts', `export const a = () => import('jspdf')\n`],
  ['src/core/report/x.ts', `export type A = import('../../state/app/local.ts').A\n`],
  ['src/core/report/x.ts', `export type A = typeof import('../../state/app/local.ts')\n`],
  ['src/core/report/x.ts', `export const a = new URL('../../ui/a.ts', import.meta.url)\n`],
  ['src/typeset/lines/x.ts', `export const a = () => import('../../formats/index.ts')\n`],
  ['src/formats/read/x.ts', `export const a = () => import('../../state/app/local.ts')\n`],
  ['src/storage/x.ts', `export const a = () => import('../state/app/local.ts')\n`],
  ['src/state/app/x.ts', `export const a = () => import('../../formats/press/press.ts')\n`],
  ['src/i18n/zh/x.ts', `export const a = () => import('svelte')\n`],
  ['src/ui/grid/X.svelte', component(`const a = () => import('../../storage/a.ts')\n  a()`)],
  ['src/ui/grid/X.svelte', `{#await import('../../storage/a.ts')}…{/await}\n`],
  ['src/ui/grid/x.ts', `export const a = (text: string): unknown => JSON.parse(text)\n`],
  ['src/main.ts', `export const a = (text: string): unknown => JSON.parse(text)\n`],
  ['src/core/report/json.ts', `export const a = () => import('../../formats/index.ts')\n`],
  ['src/ui/grid/x.ts', `export enum A {\n  b\n}\n`]
])('%s may not say %j either', async (file, code) => {
  expect(await broken(file, code)).toEqual(['no-restricted-syntax'])
})

it.each([
  ['src/core/report/x.ts', `export const a = () => import('valibot')\n`],
  ['src/core/report/json.ts', `export const a = (b: string): unknown => JSON.parse(b)\n`],
  ['src/core/report/x.ts', `export const a = () => import('../years/next.ts')\n`],
  ['src/formats/read/x.ts', `export type A = import('../../core/report/report.ts').Report\n`],
  ['src/formats/read/x.ts', `export const a = () => import('pdfjs-dist')\n`],
  ['src/state/app/x.ts', `export const a = () => import('../../formats/index.ts')\n`],
  ['src/state/app/x.ts', `export const a = new URL('fonts/', document.baseURI)\n`],
  ['src/ui/grid/x.ts', `export const a = () => import('../charts/Charts.svelte')\n`]
])('%s may say %j', async (file, code) => {
  expect(await broken(file, code)).toEqual([])
})
