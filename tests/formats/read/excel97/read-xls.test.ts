import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import { readFile } from '../../../../src/formats/index.ts'
import { compoundFile, joined, packed } from '../../../fixtures/writers/old/compound.ts'
import {
  at,
  bookStream,
  floating,
  record,
  sharedTexts,
  short,
  workbook97,
  xlsText
} from '../../../fixtures/writers/old/excel97.ts'

/** Workbooks of Excel 95 to 2003 and of WPS. */

const read = (bytes: Uint8Array<ArrayBuffer>, name = '台账.xls') =>
  readFile(new File([bytes], name))

async function blocks(bytes: Uint8Array<ArrayBuffer>) {
  const result = await read(bytes)
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return result.blocks
}
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await blocks(bytes)).map((block) =>
    block.type === 'text' ? block.text : block.rows.map((row) => row.map(({ text }) => text))
  )

const label = (row: number, column: number, text: string) =>
  record(0x204, at(row, column), xlsText(text))
const number = (row: number, column: number, value: number, format = 0) =>
  record(0x203, at(row, column, format), floating(value))
const format = (id: number, code: string) => record(0x41e, packed([2, id]), xlsText(code))
const cellFormat = (id: number) => record(0xe0, packed([2, 0], [2, id]), new Uint8Array(16))

/** The text of a number in the second cell of a row. */
async function shown(value: number, globals: readonly Uint8Array[]) {
  const rows = [label(0, 0, '名'), label(0, 1, '数'), label(1, 0, '甲'), number(1, 1, value, 1)]
  const [grid] = await rowsOf(workbook97([{ rows }], globals))
  return grid?.[1]?.[1]
}

describe('a report that LibreOffice saved', () => {
  it.each(['sample', 'city', 'town', 'bureau'])('of %s keeps its prose', async (office) => {
    const bytes = readFileSync(`tests/fixtures/corpus/${office}-xls-of-libreoffice.xls`)
    const { text, leftovers } = recognise(await blocks(new Uint8Array(bytes))).patch
    expect(leftovers).toEqual([])
    expect(text).toMatchObject({
      overview: '（一）主动公开。全年在网站发布各类信息。',
      problems: '公开的内容还不够细，下一年逐月核对目录。',
      other: '本年度没有收取信息处理费。'
    })
  })
})

describe('texts', () => {
  it('are whole wherever a record ends in them', async () => {
    const words = fc.stringMatching(/^[a-z0-9\u00e0-\u00ff一二三公开信息（）]{1,40}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 20, max: 200 }),
        async (texts, most) => {
          const rows = texts.map((_, i) => record(0xfd, at(0, i), packed([4, i])))
          const file = workbook97([{ rows }], [sharedTexts(texts, most)])
          expect(await rowsOf(file)).toEqual([[texts]])
        }
      ),
      { numRuns: 100 }
    )
  })

  it('may stand in the cell, with and without the looks of their letters', async () => {
    const rows = [
      label(0, 0, '公开'),
      record(0xd6, at(0, 1), xlsText('naïve'), packed([2, 1], [2, 0], [2, 5])),
      label(0, 2, ' 条 ')
    ]
    expect(await rowsOf(workbook97([{ rows }]))).toEqual([[['公开', 'naïve', '条']]])
  })

  it('of Excel 95 are in the code page of the machine', async () => {
    const gbk = Uint8Array.of(0xb9, 0xab, 0xbf, 0xaa)
    const cell = (column: number) => record(0x204, at(0, column), packed([2, 4]), gbk)
    const begin = (kind: number) => record(0x809, packed([2, 0x500], [2, kind], [4, 0]))
    const end = record(0x0a)
    const page = record(0x42, packed([2, 936]))
    const head = joined(begin(5), page)
    const place = head.length + 13 + end.length
    const sheet = record(0x85, packed([4, place], [2, 0], [1, 2]), Uint8Array.of(65, 66))
    const stream = joined(head, sheet, end, begin(0x10), cell(0), cell(1), end)
    expect(await rowsOf(compoundFile({ Book: stream }))).toEqual([[['公开', '公开']]])
  })
})

describe('numbers', () => {
  it.each<[string, number, Uint8Array[], string]>([
    ['plain', 1234.5, [cellFormat(0), cellFormat(0)], '1234.5'],
    ['of money', 4166.241619, [cellFormat(0), cellFormat(4)], '4166.241619'],
    ['a share', 0.985, [cellFormat(0), cellFormat(10)], '98.5%'],
    [
      'a share of its own format',
      0.07,
      [format(164, '0.0%'), cellFormat(0), cellFormat(164)],
      '7%'
    ],
    ['a day', 45660, [cellFormat(0), cellFormat(14)], '2025-01-03'],
    ['a day as China writes it', 45660, [cellFormat(0), cellFormat(31)], '2025-01-03'],
    [
      'a month of its own format',
      45658,
      [format(165, 'yyyy"年"m"月"'), cellFormat(0), cellFormat(165)],
      '2025-01'
    ],
    [
      'a day of the old Mac',
      44198,
      [record(0x22, packed([2, 1])), cellFormat(0), cellFormat(14)],
      '2025-01-03'
    ],
    ['with more digits than are shown', 0.1 + 0.2, [cellFormat(0), cellFormat(0)], '0.3']
  ])('%s', async (_, value, globals, expected) => {
    expect(await shown(value, globals)).toBe(expected)
  })

  it('are read in each way of writing them', async () => {
    const rows = [
      record(0x27e, at(0, 0), short(-5)),
      record(0x27e, at(0, 1), short(12.34)),
      // The upper half of 1.5, and the same of hundredths.
      record(0x27e, at(0, 2), packed([4, 0x3ff80000])),
      record(0x27e, at(0, 3), packed([4, 0x3ff80001])),
      record(
        0xbd,
        packed([2, 0], [2, 4], [2, 0]),
        short(7),
        packed([2, 0]),
        short(8),
        packed([2, 5])
      ),
      record(0x205, at(0, 6), packed([1, 1], [1, 0])),
      record(0x205, at(0, 7), packed([1, 7], [1, 1]))
    ]
    expect(await rowsOf(workbook97([{ rows }]))).toEqual([
      [['-5', '12.34', '1.5', '0.015', '7', '8', '1', '#DIV/0!']]
    ])
  })

  it('of formulas are those that were stored with them', async () => {
    const formula = (column: number, result: Uint8Array) =>
      record(0x06, at(0, column), result, new Uint8Array(8))
    const special = (kind: number, value = 0) =>
      packed([1, kind], [1, 0], [1, value], [1, 0], [2, 0], [2, 0xffff])
    const rows = [
      formula(0, floating(42)),
      formula(1, special(0)),
      record(0x207, xlsText('合计')),
      formula(2, special(1, 1)),
      formula(3, special(2, 0x2a)),
      formula(4, special(3)),
      number(0, 5, 1)
    ]
    expect(await rowsOf(workbook97([{ rows }]))).toEqual([[['42', '合计', '1', '#N/A', '', '1']]])
  })
})

describe('sheets', () => {
  const rows = [number(0, 0, 1), number(0, 1, 2)]

  it('that are hidden, or are charts, are left out', async () => {
    const chart = [record(0x809, packed([2, 0x600], [2, 0x20])), number(9, 9, 9), record(0x0a)]
    const file = workbook97([
      { rows: [number(0, 0, 8), number(0, 1, 8)], state: 1 },
      { rows: [], kind: 2 },
      { rows: [...rows, ...chart] },
      { rows: [number(0, 0, 9), number(0, 1, 9)], state: 2 }
    ])
    expect(await rowsOf(file)).toEqual([[['1', '2']]])
  })

  it('are read as they are seen: hidden rows and columns left out, merged cells as wide as shown', async () => {
    const hiddenRow = record(0x208, packed([2, 2], [2, 0], [2, 4], [2, 300], [4, 0], [4, 0x20]))
    const hiddenColumn = record(0x7d, packed([2, 1], [2, 1], [2, 0], [2, 0], [2, 1]))
    const merged = record(
      0xe5,
      packed([2, 2], [2, 0], [2, 0], [2, 1], [2, 3], [2, 2], [2, 3], [2, 0], [2, 0])
    )
    const file = workbook97([
      {
        rows: [
          hiddenColumn,
          ...[label(0, 0, '名'), label(0, 1, '头')],
          ...[label(1, 0, '甲'), number(1, 1, 9), number(1, 2, 1), number(1, 3, 2)],
          ...[label(2, 0, '乙'), hiddenRow, number(2, 2, 3)],
          ...[number(3, 2, 5), number(3, 3, 6), merged]
        ]
      }
    ])
    const [grid] = await blocks(file)
    expect(grid).toMatchObject({ type: 'grid', lines: [1, 2, 4], spans: 'kept' })
    expect(await rowsOf(file)).toEqual([
      [
        ['名', '头'],
        ['甲', '1', '2'],
        ['乙', '5', '6']
      ]
    ])
  })

  it('are refused where they have more cells than any workbook of an office', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => short(i % 5)).flatMap((one) => [
      packed([2, 0]),
      one
    ])
    const wide = joined(
      ...Array.from({ length: 1001 }, (_, r) =>
        record(0xbd, packed([2, r], [2, 0]), ...many, packed([2, 999]))
      )
    )
    expect(await read(workbook97([{ rows: [wide] }]))).toMatchObject({ reason: 'excess' })
  })
})

describe('a workbook is refused with a reason', () => {
  const stream = bookStream([{ rows: [number(0, 0, 1), number(0, 1, 2)] }])
  const locked = bookStream([{ rows: [] }], [record(0x2f, packed([2, 1], [2, 1]))])
  const old = bookStream([{ rows: [] }])
  new DataView(old.buffer).setUint16(4, 0x400, true)

  it.each<[string, Uint8Array, string]>([
    ['behind a password', locked, 'password'],
    ['of Excel 4', old, 'legacy'],
    ['without a word in it', bookStream([{ rows: [] }]), 'empty'],
    ['cut off in a record', stream.slice(0, -5), 'damaged'],
    ['cut off in front of its last record', stream.slice(0, -4), 'damaged'],
    ['cut off in its first', stream.slice(0, 6), 'damaged']
  ])('%s', async (_, bytes, reason) => {
    expect(await read(compoundFile({ Workbook: bytes }))).toMatchObject({ ok: false, reason })
  })

  it('of a time before the container', async () => {
    expect(await read(Uint8Array.of(9, 4, 6, 0, 0, 0, 0, 0))).toMatchObject({ reason: 'legacy' })
  })
})
