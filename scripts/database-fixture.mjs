// @ts-check
/**
 * `node scripts/database-fixture.mjs FOLDER`: writes what this version of the app leaves behind into
 * a new folder of tests/fixtures: a database, a backup and an exchange file. Once for each schema,
 * before the next one begins; a fixture that is there is never written again.
 */
import 'fake-indexeddb/auto'
import { mkdir, writeFile } from 'node:fs/promises'
import { runnerImport } from 'vite'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('name a new folder, as tests/fixtures/schema-2')
/** @type {{ module: typeof import('../tests/storage/written.ts') }} */
const { module } = await runnerImport('./tests/storage/written.ts', { configFile: false })
await mkdir(folder, { recursive: true })
for (const [name, text] of Object.entries(await module.writtenFiles())) {
  await writeFile(`${folder}/${name}`, text, { flag: 'wx' })
  console.log(`${folder}/${name} written`)
}
process.exit()
