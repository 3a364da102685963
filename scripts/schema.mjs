// @ts-check
/**
 * `npm run schema`: writes the JSON Schema of the exchange file into `public/schema/`.
 * Run it after a change of `src/core/report/report.ts`; a test fails until it has been run. Those of earlier
 * schemas stay as they were published.
 */
import { writeFile } from 'node:fs/promises'
import { runnerImport } from 'vite'
import { jsonSchemaText } from './json-schema.mjs'

/** @type {{ module: typeof import('../src/core/report/report.ts') }} */
const { module } = await runnerImport('./src/core/report/report.ts', { configFile: false })
const target = `public/schema/nianbao-${module.currentSchema}.schema.json`
await writeFile(target, jsonSchemaText(module.reportSchema))
console.log(`${target} written`)
