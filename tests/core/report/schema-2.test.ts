import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { canonical } from '../../../src/core/report/canonical.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { proved } from '../../../src/core/checks/proof.ts'
import { sha256OfText } from '../../../src/formats/source/sha256.ts'

/** What a version of schema 2 wrote opens as it is, and its proof holds. */

const text = readFileSync('tests/fixtures/schema-2/file.nianbao.json', 'utf8')
const file = JSON.parse(text)

it('a file opens word for word', () => {
  const opened = openReport(file)
  expect(opened).toMatchObject({ ok: true })
  expect(JSON.parse(JSON.stringify(opened.ok && opened.report))).toEqual(file)
})

it('its proof holds, of the file and of the report that was opened from it', () => {
  expect(proved(file, sha256OfText)).toMatchObject({ state: 'intact' })
  const opened = openReport(file)
  expect(opened.ok && sha256OfText(canonical(opened.report))).toBe(file.proof.sha256)
})
