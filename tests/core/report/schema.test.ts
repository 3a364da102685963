import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { jsonSchemaText } from '../../../scripts/json-schema.mjs'
import { fields } from '../../../src/core/form/form.ts'
import { reportSchema } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'

const committed = await readFile('public/schema/nianbao-2.schema.json', 'utf8')
const schema = JSON.parse(committed) as {
  properties: Record<string, unknown>
  required: string[]
  $defs: Record<string, { properties: Record<string, unknown>; required: string[] }>
}

describe('the published JSON Schema', () => {
  it('is what the code reads with; `npm run schema` writes it anew', () => {
    expect(committed).toBe(jsonSchemaText(reportSchema))
  })

  it('names every key of a new report, and requires those only', () => {
    const keys = Object.keys(newReport('青石县档案局', 2025))
    expect([...schema.required].sort()).toEqual([...keys].sort())
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(keys))
  })

  it('requires the 200 fields in the order of the form', () => {
    expect(schema.$defs['cells']?.required).toEqual(fields)
    expect(Object.keys(schema.$defs['cells']?.properties ?? {})).toEqual(fields)
  })
})
