import { describe, expect, it } from 'vitest'
import { faultsOf, type Exceptions } from '../../scripts/faults.mjs'

const none: Exceptions = { folders: {}, names: {}, small: {} }
const long = '\n'.repeat(50)

/** A tree in which all is well: two rooms of three modules, one on top of the other. */
const sound = {
  'README.md': 'See docs/rooms.md; the sums are in src/low/a.ts.',
  'docs/rooms.md': 'And ../README.md.',
  'src/low/a.ts': `export const a = 1${long}`,
  'src/low/b.ts': `export function b() {}${long}`,
  'src/low/c.ts': `/** GB/T 9704-2012 §7.5. */\nexport interface C {}${long}`,
  'src/high/README.md': 'What stands on the low room.',
  'src/high/d.ts': `import { a } from '../low/a.ts'\nexport { b } from '../low/b.ts'${long}`,
  'src/high/E.svelte': `<script lang="ts">\n  import { d } from './d.ts'\n</script>${long}`,
  'src/high/f.ts': `const late = () => import('./g.ts')${long}`,
  'src/high/g.ts': 'export const g = 1',
  'tests/low/a.test.ts': '',
  'tests/e2e/whole.test.ts': ''
}

const inOneFolder = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/low/n${i}.ts`, '']))

describe('faultsOf', () => {
  it('finds none where all is well', () => {
    expect(faultsOf(sound, none)).toEqual([])
  })

  it.each([
    {
      of: 'a circle',
      files: { 'src/low/b.ts': `import { d } from '../high/d.ts'${long}` },
      fault: /circle of folders: src\/low\/b.ts → src\/high\/d.ts/
    },
    {
      of: 'a circle of types',
      files: { 'src/low/b.ts': `import type {\n  D\n} from '../high/d.ts'${long}` },
      fault: /circle of folders: src\/low\/b.ts → src\/high\/d.ts/
    },
    {
      of: 'a circle of types passed on',
      files: { 'src/low/b.ts': `export type { D } from '../high/d.ts'${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by what is loaded on use',
      files: { 'src/low/b.ts': `const d = () => import('../high/d.ts')${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by the type of what is loaded',
      files: { 'src/low/b.ts': `type D = import('../high/d.ts').D${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by a worker',
      files: { 'src/low/b.ts': `new Worker(new URL('../high/d.ts', import.meta.url))${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle by a component',
      files: { 'src/low/b.ts': `import E from '../high/E.svelte'${long}` },
      fault: /circle of folders/
    },
    {
      of: 'a circle of three',
      files: {
        'src/low/b.ts': `import { m } from '../mid/m.ts'${long}`,
        'src/mid/m.ts': `import { d } from '../high/d.ts'${long}`,
        'src/mid/n.ts': long,
        'src/mid/o.ts': long
      },
      fault: /circle of folders: src\/mid\/m.ts → src\/high\/d.ts/
    },
    { of: 'a nearly empty folder', files: { 'src/new/one.ts': long }, fault: /src\/new holds 1 / },
    {
      of: 'a nearly empty folder with a README',
      files: { 'src/new/one.ts': long, 'src/new/two.ts': long, 'src/new/README.md': '' },
      fault: /src\/new holds 2 /
    },
    { of: 'a crowded folder', files: inOneFolder(13), fault: /src\/low holds 16 / },
    {
      of: 'a name for two things',
      files: { 'src/high/d.ts': `export type a = string${long}` },
      fault: /^a: src\/low\/a.ts, src\/high\/d.ts/
    },
    {
      of: 'a name for two things, one a function',
      files: { 'src/high/d.ts': `export async function a() {}${long}` },
      fault: /^a: /
    },
    {
      of: 'a small module of one importer',
      files: { 'src/low/a.ts': 'export const a = 1' },
      fault: /src\/low\/a.ts, 0 lines, is imported by src\/high\/d.ts alone/
    },
    {
      of: 'tests of no room',
      files: { 'tests/lower/deep/a.test.ts': '' },
      fault: /tests\/lower\/deep tests no room/
    },
    {
      of: 'a document that is not here',
      files: { 'src/low/a.ts': `/** As gone.md says. */${long}` },
      fault: /src\/low\/a.ts names gone.md/
    },
    {
      of: 'a document in a folder where it is not',
      files: { 'docs/rooms.md': `See src/README.md.` },
      fault: /docs\/rooms.md names src\/README/
    },
    {
      of: 'a section of a document without a name',
      files: { 'src/low/a.ts': `/** The look (§9). */${long}` },
      fault: /names §9/
    },
    {
      of: 'a file that is not here, in a comment',
      files: { 'src/low/a.ts': `/** As in old-a.ts. */\nexport const x = 1${long}` },
      fault: /src\/low\/a.ts names old-a.ts/
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
      files: { 'src/high/d.ts': `export const a = 2${long}` },
      excepted: { ...none, names: { a: 'the same contract' } }
    },
    {
      of: 'a small module',
      files: { 'src/low/b.ts': 'export const b = 1' },
      excepted: { ...none, small: { 'src/low/b.ts': 'the list of all rooms' } }
    }
  ])('lets $of be an exception, and only as long as it is one', ({ files, excepted }) => {
    expect(faultsOf({ ...sound, ...files }, excepted)).toEqual([])
    expect(faultsOf({ ...sound, ...files }, none)).toHaveLength(1)
    expect(faultsOf(sound, excepted)).toEqual([expect.stringMatching(/needs no exception/)])
  })
})
