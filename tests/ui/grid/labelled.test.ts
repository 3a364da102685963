import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import { tableIds, type FieldId } from '../../../src/core/form/table.ts'
import { copiedTables } from '../../../src/state/report/clipboard.ts'
import { labelledCopy } from '../../../src/ui/grid/labelled.ts'
import { navigation } from '../../../src/ui/grid/navigate.ts'

const copied = (
  table: 'requests' | 'disclosure' | 'remedies',
  corners: readonly [FieldId, FieldId],
  textOf: (field: FieldId) => string = () => '7'
) => {
  const definition = form2021.tables[table]
  return labelledCopy(
    definition,
    new Set(
      navigation(definition)
        .range(...corners)
        .flat()
    ),
    textOf
  )
}
const lines = ({ text }: { text: string }) => text.split('\n').map((line) => line.split('\t'))

describe('a copy with labels', () => {
  it('of two rows of a group: heads above, the group once, only the columns chosen', () => {
    const { html, text } = copied('requests', [
      'requests.other.notCorrected.natural',
      'requests.other.other.commercial'
    ])
    expect(lines({ text }).map((line) => line.map((cell) => cell.slice(0, 6)))).toEqual([
      ['（本列数据的', '', '', '申请人情况', ''],
      ['', '', '', '自然人', '法人或其他组'],
      ['', '', '', '', '商业企业'],
      ['三、本年度办', '（六）其他处', '1.申请人无', '7', '7'],
      ['', '', '2.申请人逾', '7', '7'],
      ['', '', '3.其他', '7', '7']
    ])
    const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
    const spans = [...(table?.querySelectorAll('td') ?? [])]
      .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
      .map(({ textContent, rowSpan, colSpan }) => [textContent?.slice(0, 4), rowSpan, colSpan])
    expect(spans).toEqual([
      ['（本列数', 3, 3],
      ['申请人情', 1, 2],
      ['自然人', 2, 1],
      ['三、本年', 3, 1],
      ['（六）其', 3, 1]
    ])
  })

  it('of table 二 has the head of its block, and not of others', () => {
    const said = lines(
      copied('disclosure', ['disclosure.penalty.decisions', 'disclosure.penalty.decisions'])
    )
    expect(said.map(([label]) => label)).toEqual(['第二十条第（六）项', '信息内容', '行政处罚'])
  })

  it('writes what stands in a cell as text, whatever it is', () => {
    const { html } = copied(
      'remedies',
      ['remedies.review.upheld', 'remedies.review.upheld'],
      () => '<b>&'
    )
    expect(html).toContain('&lt;b&gt;&amp;')
  })

  it('comes back to the same cells, from any block of table 三', async () => {
    const fields = form2021.fieldsOf('requests')
    const numbers = new Map(fields.map((field, i) => [field, i + 1]))
    const corner = fc.constantFrom(...fields)
    await fc.assert(
      fc.asyncProperty(corner, async (first) => {
        const to = first.replace(/[^.]+$/, 'total') as FieldId
        const from = first.replace(/[^.]+$/, 'natural') as FieldId
        const { html, text } = copied('requests', [from, to], (field) => String(numbers.get(field)))
        const { patch } = await copiedTables(text, html)
        for (const [field, one] of Object.entries(patch.cells)) {
          expect([field, one?.value]).toEqual([field, numbers.get(field as FieldId)])
        }
        expect(Object.keys(patch.cells)).toContain(from)
      }),
      { numRuns: 20 }
    )
  })

  it.each(tableIds)('of all of table %s is the form itself', (table) => {
    const fields = form2021.fieldsOf(table)
    const [first, last] = [fields[0], fields.at(-1)]
    if (!first || !last) throw new Error('no fields')
    const { html } = copied(table, [first, last])
    const shown = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')
    expect([...shown].map(({ cells }) => cells.length)).toEqual(
      form2021.tables[table].rows.map((row) => row.length)
    )
  })
})
