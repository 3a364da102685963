import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { checkHeads, checkTitle, longHeads } from '../../../src/core/form/own-heads.ts'
import { ownTablesOf } from '../../../src/core/intake/own-tables.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import type { RawBlock } from '../../../src/core/intake/source/raw.ts'
import { listHeads } from '../../../src/core/platforms/listed.ts'

const grid = (...rows: readonly (readonly string[])[]): RawBlock => ({
  type: 'grid',
  rows: rows.map((row) => row.map((text) => ({ text }))),
  spans: 'lost'
})
const head = Object.values(longHeads)
const line = (
  field: string,
  value: string,
  more: Partial<Record<keyof typeof longHeads, string>> = {}
) => {
  const row = {
    unit: '清川市档案局',
    year: '2025',
    table: '',
    row: '',
    column: '',
    field,
    value,
    measure: '件',
    note: '',
    ...more
  }
  return Object.keys(longHeads).map((key) => row[key as keyof typeof longHeads])
}
const received = 'requests.received.natural'
const fee = 'disclosure.fees.amount'

describe('the long form', () => {
  it('is read by the names of the fields, in whatever order its columns and lines stand', () => {
    const rows = [line(received, '12'), line(fee, '5.07', { measure: '万元' })]
    const turned = [head, ...rows].map((row) => [...row].reverse())
    const { patch } = recognise([grid(...turned)])
    expect(patch).toMatchObject({ unitName: '清川市档案局', year: 2025, leftovers: [] })
    expect(patch.cells[received]).toMatchObject({ value: 12, confidence: 'sure' })
    expect(patch.cells[fee]).toMatchObject({ value: 5_070_000, confidence: 'sure' })
  })

  it('needs no more than the fields and their numbers', () => {
    const { cells } = ownTablesOf([grid(['字段', '数值'], [received, '12'])])
    expect(cells[received]?.value).toBe(12)
  })

  it('gives the remark of its column, and one that stands behind the number', () => {
    const rows = [
      line(received, '12', { note: '含补报' }),
      line('disclosure.normative.inForce', '22（其中修订16件）')
    ]
    expect(recognise([grid(head, ...rows)]).patch.notes).toEqual({
      [received]: '含补报',
      'disclosure.normative.inForce': '其中修订16件'
    })
  })

  it.each<[string, string, number | null, string | undefined]>([
    ['元', '50700', 5_070_000, 'unit'],
    ['', '5.07', 5_070_000, 'noUnit'],
    ['件', '', null, undefined]
  ])('doubts money that is counted in %j', (measure, value, expected, why) => {
    const { cells } = ownTablesOf([grid(head, line(fee, value, { measure }))])
    expect(cells[fee]?.value).toBe(expected)
    expect(cells[fee]?.why).toBe(why)
  })

  it('of several units or years is that of the first; the others are left over', () => {
    const others = [
      line(received, '7', { unit: '清川市财政局' }),
      line(received, '9', { year: '2024' })
    ]
    const { patch } = recognise([grid(head, line(received, '12'), ...others)])
    expect(patch.cells[received]?.value).toBe(12)
    expect(patch.leftovers.map(({ reason, text }) => [reason, text.split('\n').length])).toEqual([
      ['second', 2]
    ])
  })

  it('that says a number twice is asked about', () => {
    const { cells, leftovers } = ownTablesOf([
      grid(head, line(received, '12'), line(received, '12'), line(received, '13'))
    ])
    expect(cells[received]).toMatchObject({ value: 12, confidence: 'doubt', why: 'twice' })
    expect(leftovers).toMatchObject([{ reason: 'twice' }])
  })

  it('with fields that no form has leaves them over', () => {
    const { leftovers } = ownTablesOf([grid(head, line(received, '12'), line('views', '300'))])
    expect(leftovers).toMatchObject([
      { reason: 'table', text: expect.stringContaining('views') as string }
    ])
  })
})

describe('a table that is made of others', () => {
  const balances = grid(
    [...checkHeads],
    ['表三', '自然人：第一项＋第二项＝第三项＋第四项', '5', '5', '0', '相符']
  )
  const figures = grid(Object.values(listHeads), [
    '微信公众号',
    '清川档案',
    '阅读量',
    '2025',
    '本年',
    '300',
    '300'
  ])
  const title: RawBlock = { type: 'text', text: checkTitle }

  it('says nothing of its own', () => {
    expect(ownTablesOf([title, balances])).toEqual({
      rest: [],
      cells: {},
      notes: {},
      leftovers: []
    })
  })

  it('of figures is left over as one, to be taken in as what it is', () => {
    expect(ownTablesOf([figures]).leftovers).toMatchObject([{ reason: 'table' }])
  })

  it('leaves the rest of the source alone', () => {
    const other = grid(['项目', '数值'], [fields[0] ?? '', '3'])
    expect(ownTablesOf([title, other]).rest).toEqual([title, other])
  })
})
