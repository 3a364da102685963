import { expect, it, vi } from 'vitest'
import { takenApart } from '../../scripts/taken-apart.mjs'

// The compiler reads the libraries of the language first.
vi.setConfig({ testTimeout: 60_000 })

const names = `export type Kind = 'a.b' | 'a.c'
export type Field = \`\${'x' | 'y'}.\${string}\`
export interface One { readonly field: Field }
`
const head = `import type { Kind, Field, One } from './names.ts'\n`

/** What is found in one line each, by that line. */
const found = (lines: readonly string[]): readonly string[] =>
  takenApart({ 'src/names.ts': names, 'src/a.ts': head + lines.join('\n') }).map((fault) =>
    fault.replace(/ takes .*/, '')
  )

it('finds where a name is cut, searched or matched', () => {
  const lines = [
    `export const a = (kind: Kind) => kind.split('.')`,
    `export const b = (field: Field) => field.slice(2)`,
    `export const c = (field: Field | undefined) => field?.startsWith('x.')`,
    `export const d = ({ field }: One) => field.replace('x.', 'y.')`,
    `export const e = <Own extends Kind>(own: Own) => own.endsWith('b')`,
    `export const f = (kind: Kind) => /^a/.test(kind)`,
    `export const g = (kinds: readonly Kind[]) => kinds.map((kind) => kind.indexOf('.'))`
  ]
  expect(found(lines)).toEqual(lines.map((_, i) => `src/a.ts:${i + 2}`))
})

it('says nothing of texts, nor of names that are compared, listed or put together', () => {
  expect(
    found([
      `export const a = (text: string) => text.split('.')`,
      `export const b = (text: string | Kind) => text.slice(2)`,
      `export const c = (kind: Kind) => kind === 'a.b' ? 1 : 2`,
      `export const d = (kinds: readonly Kind[]) => kinds.includes('a.b') || kinds.slice(1)`,
      'export const e = (kind: Kind) => `${kind}.d`.split(".")',
      `const list = 'a b c'\nexport const f = list.split(' ')`
    ])
  ).toEqual([])
})

it('looks into the scripts of components, and says at which line', () => {
  const component = `<script lang="ts" module>
  export type Kind = 'a b' | 'a c'
</script>

<script lang="ts">
  let { kind }: { kind: Kind } = $props()
  let [first] = $derived(kind.split(' '))
</script>

<p>{first}</p>
`
  expect(takenApart({ 'src/ui/A.svelte': component })).toEqual([
    `src/ui/A.svelte:7 takes a name apart: kind.split(' ')`
  ])
})
