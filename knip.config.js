import { compile } from 'svelte/compiler'

/** What nobody uses. Components are compiled, so that what only their markup uses counts as used. */
export default {
  entry: [
    'scripts/*.mjs',
    'scripts/site/{build,icons}.mjs',
    'src/state/site/service-worker.ts',
    'tests/**/*.ts'
  ],
  project: ['src/**/*.{ts,svelte}', 'tests/**/*.ts', 'scripts/**/*.mjs'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    svelte: (/** @type {string} */ source) => compile(source, { generate: 'client' }).js.code
  }
}
