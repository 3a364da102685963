import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import { read as readCsv } from '../../../../src/formats/read/sheet/read-csv.ts'
import { read as readXlsx } from '../../../../src/formats/read/sheet/read-xlsx.ts'
import { formatOfCode } from '../../../../src/formats/read/sheet/number-formats.ts'

/** What platforms' exports need of the readers: formats of numbers, and the numbers of rows. */

/** A workbook of one sheet with styles, its cells as `<c>` elements. */
const workbook = (
  rows: string,
  { codes = [] as string[], ids = [] as number[], head = '', sheet = ['', ''] } = {}
) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': `<workbook xmlns:r="r">${head}<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': `<styleSheet><numFmts>${codes
          .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
          .join('')}</numFmts><cellXfs>${[0, ...ids, ...codes.map((_, i) => 164 + i)]
          .map((id) => `<xf numFmtId="${id}"/>`)
          .join('')}</cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml': `<worksheet>${sheet[0]}<sheetData>${rows}</sheetData>${sheet[1]}</worksheet>`
      }).map(([name, text]) => [name, strToU8(text)])
    )
  )
const cell = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`
const word = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

async function gridOf(bytes: Uint8Array, read = readXlsx) {
  const result = await read({ name: 'x', bytes: new Uint8Array(bytes) })
  if (!result.ok) throw new Error(result.reason)
  if (!('blocks' in result)) throw new Error('no blocks')
  const grid = result.blocks.find(
    (block): block is Extract<RawBlock, { type: 'grid' }> => block.type === 'grid'
  )
  return { texts: grid?.rows.map((row) => row.map(({ text }) => text)), lines: grid?.lines }
}
const shown = async (value: string, styles: Parameters<typeof workbook>[1]) => {
  const { texts } = await gridOf(
    workbook(
      `<row>${word('名')}${word('数')}</row><row>${word('甲')}${cell(value, 1)}</row>`,
      styles
    )
  )
  return texts?.[1]?.[1]
}

describe('numbers of a workbook', () => {
  it.each([
    ['a share', '0.985', { ids: [10] }, '98.5%'],
    ['a share without decimals', '0.07', { ids: [9] }, '7%'],
    ['a share of its own format', '1.5', { codes: ['0.0%'] }, '150%'],
    ['a day', '45660', { ids: [14] }, '2025-01-03'],
    ['a day with its time', '45660.5', { ids: [22] }, '2025-01-03 12:00:00'],
    [
      'a day of its own format',
      '45660',
      { codes: ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'] },
      '2025-01-03'
    ],
    ['a month', '45658', { codes: ['[$-804]yyyy\\-mm'] }, '2025-01'],
    [
      'a day of the old Mac',
      '44198',
      { ids: [14], head: '<workbookPr date1904="1"/>' },
      '2025-01-03'
    ],
    ['a plain number', '45660', {}, '45660'],
    ['a number with separators', '45660', { ids: [3] }, '45660'],
    ['a number in red', '45660', { codes: ['#,##0;[Red]-#,##0'] }, '45660'],
    ['a number with a word', '45660', { codes: ['0&quot;day&quot;'] }, '45660'],
    ['a time alone', '0.5', { codes: ['h:mm'] }, '0.5'],
    ['what is no day', '-3', { ids: [14] }, '-3']
  ])('%s', async (_, value, styles, expected) => {
    expect(await shown(value, styles)).toBe(expected)
  })

  it.each([
    ['General', undefined],
    ['0.00', undefined],
    ['0.00%', 'percent'],
    ['yyyy/m/d', 'day'],
    ['mmm-yy', 'month'],
    ['m月', 'month'],
    ['mm:ss', undefined],
    ['@', undefined],
    ['0"（占5%；其中;甲）"', undefined],
    ['0\\%', undefined],
    ['#,##0_);[Red](#,##0)', undefined]
  ])('the format %s', (code, expected) => {
    expect(formatOfCode(code)).toBe(expected)
  })
})

describe('the numbers of rows', () => {
  const row = (at: number, name: string, more = '') =>
    `<row r="${at}"${more}>${word(name)}${cell('1')}</row>`

  it('are those of the sheet, whatever is left out or hidden', async () => {
    const { lines } = await gridOf(
      workbook(
        `<row r="1">${word('标题')}</row>${row(3, '名')}${row(4, '甲', ' hidden="1"')}${row(5, '乙')}${row(9, '丙')}`
      )
    )
    expect(lines).toEqual([3, 5, 9])
  })

  it('are those of the file where blank lines stand before the table', async () => {
    const { lines } = await gridOf(strToU8('标题\r\n\r\n名,数\r\n甲,1\r\n\r\n乙,2'), readCsv)
    expect(lines).toEqual([3, 4, 5, 6])
  })

  it('without a word in them are nothing', async () => {
    const blank = Array.from({ length: 50 }, (_, i) => `<row r="${i + 10}"><c s="0"/></row>`)
    const { lines } = await gridOf(workbook(row(1, '名') + row(2, '甲') + blank.join('')))
    expect(lines).toEqual([1, 2])
  })
})

it('merged cells that begin in what is hidden begin where they are shown', async () => {
  const row = (at: number, ...cells: readonly string[]) =>
    `<row r="${at}"${at === 2 ? ' hidden="1"' : ''}>${cells.map((text, i) => (text ? `<c r="${'ABCD'[i] ?? ''}${at}" t="inlineStr"><is><t>${text}</t></is></c>` : '')).join('')}</row>`
  const rows = row(1, '名', '头') + row(2, '甲') + row(3, '', '', '1', '2') + row(4, '乙', '', '3')
  const file = workbook(rows, {
    sheet: [
      '<cols><col min="2" max="2" hidden="1"/></cols>',
      '<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A2:A3"/></mergeCells>'
    ]
  })
  expect((await gridOf(file)).texts).toEqual([
    ['名', '头'],
    ['甲', '1', '2'],
    ['乙', '3', '']
  ])
})
