// @ts-check
/**
 * `npm run schema`: writes the JSON Schema of the exchange file into `public/schema/`.
 * Run it after a change of `src/core/report.ts`; a test fails until it has been run.
 */
import { writeFile } from 'node:fs/promises'
import { runnerImport } from 'vite'
import { jsonSchemaText } from './json-schema.mjs'

const target = 'public/schema/nianbao-1.schema.json'

/** @type {{ module: typeof import('../src/core/report.ts') }} */
const { module } = await runnerImport('./src/core/report.ts', { configFile: false })
await writeFile(target, jsonSchemaText(module.reportSchema))
console.log(`${target} written`)
