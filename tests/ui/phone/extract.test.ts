import { describe, expect, it } from 'vitest'
import { form2021, tableOf } from '../../../src/core/form/form.ts'
import { extractOf } from '../../../src/ui/phone/extract.ts'

const extract = (field: Parameters<typeof tableOf>[0]) => extractOf(form2021, tableOf(field), field)

describe('the part of a table that a phone shows around a cell', () => {
  it('has it, with at most 5 rows of at most 4 numbers, for every cell', () => {
    for (const field of form2021.fields) {
      const { columns, rows } = extract(field)
      expect(rows.flatMap(({ fields }) => fields)).toContain(field)
      expect(rows.length).toBeLessThanOrEqual(5)
      expect(columns.length).toBeLessThanOrEqual(4)
      for (const { fields } of rows) expect(fields).toHaveLength(columns.length)
    }
  })

  it('names each column and each row once, and each row as its cells are named, for every cell', () => {
    for (const field of form2021.fields) {
      const { columns, rows } = extract(field)
      expect(columns).toEqual([...new Set(columns)])
      const labels = rows.map(({ label }) => label)
      expect(labels).toEqual([...new Set(labels)])
      for (const { label, fields } of rows) {
        const entries = fields.map(form2021.entryOf)
        expect(entries.map(({ row }) => row)).toEqual(fields.map(() => label))
        expect(entries.map(({ column }) => column)).toEqual(columns)
      }
    }
  })

  it('has the totals that the cell is counted in', () => {
    const { columns, rows } = extract('requests.unavailable.notHeld.natural')
    expect(columns).toEqual(['自然人', '商业企业', '科研机构', '总计'])
    expect(rows.at(-1)?.label).toBe('（七）总计')
    expect(rows.map(({ label }) => label)).toContain('1.本机关不掌握相关政府信息')
  })

  it('keeps rows of one head together', () => {
    const { columns, rows } = extract('disclosure.fees.amount')
    expect(columns).toEqual(['本年收费金额（单位：万元）'])
    expect(rows.map(({ label }) => label)).toEqual(['行政事业性收费'])
  })
})
