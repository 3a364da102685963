import { describe, expect, it } from 'vitest'
import { faultsOf, type Exceptions } from '../../scripts/faults.mjs'

const none: Exceptions = { folders: {}, names: {}, small: {} }
const long = '\n'.repeat(50)

/** A tree in which all is well: two rooms of three modules, one on top of the other. */
const sound = {
  'README.md': 'See docs/rooms.md; the sums are in src/base/low/a.ts.',
  'docs/rooms.md': 'And ../README.md.',
  'src/base/low/a.ts': `export const a = 1${long}`,
  'src/base/low/b.ts': `export function b() {}${long}`,
  'src/base/low/c.ts': `/** GB/T 9704-2012 §7.5. */\nexport interface C {}${long}`,
  'src/base/high/README.md': 'What stands on the low room.',
  'src/base/high/d.ts': `import { a } from '../low/a.ts'\nexport { b } from '../low/b.ts'${long}`,
  'src/base/high/E.svelte': `<script lang="ts">\n  import { d } from './d.ts'\n</script>${long}`,
  'src/base/high/f.ts': `const late = () => import('./g.ts')${long}`,
  'src/base/high/g.ts': 'export const g = 1',
  'tests/base/low/a.test.ts': '',
  'tests/e2e/whole.test.ts': ''
}

const inOneFolder = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/base/low/n${i}.ts`, '']))

describe('faultsOf', () => {
  it('finds none where all is well', () => {
    expect(faultsOf(sound, none)).toEqual([])
  })

  it('lets a small module stand that another layer imports', () => {
    const files = {
      'src/other/a.ts': 'export const low = 1',
      'src/other/b.ts': long,
      'src/other/c.ts': long,
      'src/base/low/b.ts': `import { low } from '../../other/a.ts'\nexport const b = low${long}`
    }
    expect(faultsOf({ ...sound, ...files }, none)).toEqual([])
  })

  it.each([
    {
      of: 'a circle',
      files: { 'src/base/low/b.ts': `import { d } from '../high/d.ts'${long}` },
      fault: /circle of folders: src\/base\/low\/b.ts → src\/base\/high\/d.ts/
    },
    {
      of: 'a circle of types',
      files: { 'src/base/low/b.ts': `import type {\n  D\n} from '../high/d.ts'${long}` },
      fault: /circle of folders: src\/base\/low\/b.ts → src\/base\/high\/d.ts/
    },
    {
      of: 'a circle of types passed on',
      files: { 'src/base/low/b.ts': `export type { D } from '../high/d.ts'${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by what is loaded on use',
      files: { 'src/base/low/b.ts': `const d = () => import('../high/d.ts')${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by the type of what is loaded',
      files: { 'src/base/low/b.ts': `type D = import('../high/d.ts').D${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by a worker',
      files: { 'src/base/low/b.ts': `new Worker(new URL('../high/d.ts', import.meta.url))${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by a component',
      files: { 'src/base/low/b.ts': `import E from '../high/E.svelte'${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle of three',
      files: {
        'src/base/low/b.ts': `import { m } from '../mid/m.ts'${long}`,
        'src/base/mid/m.ts': `import { d } from '../high/d.ts'${long}`,
        'src/base/mid/n.ts': long,
        'src/base/mid/o.ts': long
      },
      fault: /circle of folders: src\/base\/mid\/m.ts → src\/base\/high\/d.ts/
    },
    { of: 'a nearly empty folder', files: { 'src/new/one.ts': long }, fault: /src\/new holds 1 / },
    {
      of: 'a nearly empty folder with a README',
      files: { 'src/new/one.ts': long, 'src/new/two.ts': long, 'src/new/README.md': '' },
      fault: /src\/new holds 2 /
    },
    { of: 'a crowded folder', files: inOneFolder(13), fault: /src\/base\/low holds 16 / },
    {
      of: 'a name for two things',
      files: { 'src/base/high/d.ts': `export type a = string${long}` },
      fault: /^a: src\/base\/low\/a.ts, src\/base\/high\/d.ts/
    },
    {
      of: 'a name for two things, one a function',
      files: { 'src/base/high/d.ts': `export async function a() {}${long}` },
      fault: /^a: /
    },
    {
      of: 'a small module of one importer',
      files: { 'src/base/low/a.ts': 'export const a = 1' },
      fault: /src\/base\/low\/a.ts, 0 lines, is imported by src\/base\/high\/d.ts alone/
    },
    {
      of: 'tests of no room',
      files: { 'tests/lower/deep/a.test.ts': '' },
      fault: /tests\/lower\/deep tests no room/
    },
    {
      of: 'a document that is not here',
      files: { 'src/base/low/a.ts': `/** As gone.md says. */${long}` },
      fault: /src\/base\/low\/a.ts names gone.md/
    },
    {
      of: 'a document in a folder where it is not',
      files: { 'docs/rooms.md': `See src/README.md.` },
      fault: /docs\/rooms.md names src\/README/
    },
    {
      of: 'a section of a document without a name',
      files: { 'src/base/low/a.ts': `/** The look (§9). */${long}` },
      fault: /names §9/
    },
    {
      of: 'a file that is not here, in a comment',
      files: { 'src/base/low/a.ts': `/** As in old-a.ts. */\nexport const x = 1${long}` },
      fault: /src\/base\/low\/a.ts names old-a.ts/
    },
    {
      of: 'what has state, made in a derived',
      files: { 'src/base/low/a.ts': `const it = $derived(new Import(session))${long}` },
      fault: /makes a Import in a \$derived/
    },
    {
      of: 'a file that has moved, in a document',
      files: { 'README.md': 'The sums are in `src/a.ts`.' },
      fault: /README.md names src\/a.ts/
    }
  ])('finds $of', ({ files, fault }) => {
    expect(faultsOf({ ...sound, ...files }, none)).toContainEqual(expect.stringMatching(fault))
  })

  it.each([
    {
      of: 'a folder',
      files: { 'src/door/index.ts': long },
      excepted: { ...none, folders: { 'src/door': 'the one door' } }
    },
    {
      of: 'a name',
      files: { 'src/base/high/d.ts': `export const a = 2${long}` },
      excepted: { ...none, names: { a: 'the same contract' } }
    },
    {
      of: 'a small module',
      files: { 'src/base/low/b.ts': 'export const b = 1' },
      excepted: { ...none, small: { 'src/base/low/b.ts': 'the list of all rooms' } }
    }
  ])('lets $of be an exception, and only as long as it is one', ({ files, excepted }) => {
    expect(faultsOf({ ...sound, ...files }, excepted)).toEqual([])
    expect(faultsOf({ ...sound, ...files }, none)).toHaveLength(1)
    expect(faultsOf(sound, excepted)).toEqual([expect.stringMatching(/needs no exception/)])
  })
})
