import { describe, expect, it } from 'vitest'
import { textBlocks } from '../../../../src/formats/read/text/read-text.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import type { FieldId } from '../../../../src/core/form/table.ts'
import { applicants } from '../../../../src/core/form/requests.ts'
import { random, sizes, validCells } from '../../report/reports.ts'
import { reportText, shapes } from '../shapes.ts'
import { tally } from '../score.ts'

/** Tables whose rows were filled up with blank cells that are none of the form's. */

const page = { unit: '清河县水务局', year: 2024, cells: validCells(random(5), sizes.bureau) }
const written = (shape: string) => reportText(page, shapes[shape]?.write ?? (() => ''))
const plain = written('tabs, merged cells gone')
const square = written('tabs, merged cells as blank ones')

const rows = (change: (row: string, at: number) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, at) => (line.includes('\t') ? change(line, at) : line))
    .join('\n')
const heads = (change: (row: string) => string) =>
  rows((row) => (/\t\d+(?:\t|$)/.test(row) ? row : change(row)))
const filledTo = (width: number) =>
  rows((row) => row + '\t'.repeat(Math.max(0, width + 1 - row.split('\t').length)))
const bars = (text: string) => text.replace(/\t/g, ' | ')

describe.each<[string, string]>([
  ['rows of bars filled up at the end, heads too', bars(filledTo(10)(plain))],
  ['rows of tabs filled up at the end, heads too', filledTo(10)(plain)],
  ['filled up to more columns than the form has', filledTo(18)(plain)],
  ['the heads alone filled up', heads((row) => `${row}\t\t\t`)(plain)],
  ['every row three blank cells longer', rows((row) => `${row}\t\t\t`)(plain)],
  ['rows of different lengths', rows((row, at) => row + '\t'.repeat(at % 5))(plain)],
  ['a blank column at the left', rows((row) => `\t${row}`)(plain)],
  ['blank columns at both sides', rows((row) => `\t\t${row}\t\t`)(plain)],
  ['merged labels as blank cells, and blank ones at the end', rows((row) => `${row}\t\t`)(square)],
  [
    'a blank column before the total and at the end',
    rows((row) => row.replace(/([^\d\t](?:\t\d+){6})\t(\d+)$/, '$1\t\t$2\t\t'))(plain)
  ],
  ['every line filled up, title, headings and prose too', plain.replace(/^(.+)$/gm, '$1\t\t\t')],
  [
    'columns in another order, filled up',
    filledTo(10)(plain)
      .replace('商业企业\t科研机构', '科研机构\t商业企业')
      .replace(
        /^((?:[^\t\n]*[^\d\t\n][^\t\n]*\t)+\d+)\t(\d+)\t(\d+)(\t\d+\t\d+\t\d+\t\d+\t\t)/gm,
        '$1\t$3\t$2$4'
      )
  ]
])('%s', (_what, text) => {
  const result = tally(textBlocks(text), page.cells)

  it('is read cell by cell', () => {
    expect(result.unflagged).toEqual([])
    expect(result.right + result.asked).toBeGreaterThanOrEqual(197)
  })

  it('keeps unit, year and prose', () => {
    const { patch } = result.recognised
    expect(patch).toMatchObject({ unitName: page.unit, year: 2024 })
    expect(patch.text.problems).toContain('逐月核对')
    expect(patch.text.other).toBe('本年度没有收取信息处理费。')
  })
})

describe('a row with blank cells at both ends', () => {
  const row = (id: string) =>
    applicants.map((one): FieldId => `requests.${id}.${one.id}` as FieldId)
  const read = (...lines: string[]) => {
    const text = ['三、收到和处理政府信息公开申请情况', ...lines].join('\n')
    const { cells } = recognise(textBlocks(text)).patch
    return row('granted').map((field) => [cells[field]?.value ?? null, cells[field]?.confidence])
  }
  const granted = '（一）予以公开\t\t3\t\t\t\t\t3\t'
  const around = (padding: string) => [
    `1.属于国家秘密${padding}1\t0\t0\t0\t0\t0\t1`,
    `2.重复申请${padding}4\t1\t0\t0\t0\t0\t5`,
    `3.其他${padding}0\t0\t2\t0\t0\t0\t2`
  ]

  it('follows the rows around it', () => {
    const values = read(granted, ...around('\t').map((line) => `${line}\t`))
    expect(values.map(([value]) => value)).toEqual([null, 3, null, null, null, null, 3])
    expect(values.every(([, confidence]) => confidence === 'sure')).toBe(true)
  })

  it('is placed by its own sum where there are none', () => {
    expect(read(granted).map(([value]) => value)).toEqual([null, 3, null, null, null, null, 3])
  })

  it('is asked about where its sum and the rows around it disagree', () => {
    const values = read(granted, ...around('\t\t'))
    expect(values.some(([, confidence]) => confidence === 'sure')).toBe(false)
  })

  it('is asked about where a cell was lost and blank ones hide it', () => {
    const short = '（一）予以公开\t0\t0\t0\t0\t0\t6\t\t'
    const values = read(short, ...around('\t').map((line) => `${line}\t`))
    expect(values.some(([, confidence]) => confidence === 'sure')).toBe(false)
  })
})

describe('where something was lost and rows were filled up', () => {
  const read = (heading: string, ...lines: string[]) =>
    recognise(textBlocks([heading, ...lines].join('\n'))).patch.cells
  const requests = '三、收到和处理政府信息公开申请情况'
  const short = [
    '1.属于国家秘密\t4\t1\t0\t0\t0\t2\t',
    '2.其他法律行政法规禁止公开\t6\t0\t0\t3\t0\t0\t',
    '3.危及“三安全一稳定”\t1\t1\t0\t0\t0\t0\t'
  ]

  // The totals are gone, the row is moved on by one, and its last number is the sum of the others.
  it.each([
    ['1\t0\t\t0\t1', '\t\t\t'],
    ['2\t\t0\t5\t28\t35', '\t\t'],
    ['0\t0\t0\t0\t0\t0', '\t\t']
  ])('a sum that holds by chance proves no place: %s', (numbers, front) => {
    const cells = read(requests, ...short, `（二）部分公开${front}${numbers}`)
    for (const { id } of applicants)
      expect(cells[`requests.partlyGranted.${id}` as FieldId]?.confidence).not.toBe('sure')
  })

  it('a sum proves the place where the rows around it add up', () => {
    const whole = short.map((row) =>
      row.replace(/\t([\d\t]*)\t$/, (_, parts: string) => {
        const sum = parts.split('\t').reduce((all, part) => all + Number(part), 0)
        return `\t${parts}\t${sum}`
      })
    )
    const cells = read(requests, ...whole, '（二）部分公开\t\t1\t0\t\t0\t0\t1')
    expect(cells['requests.partlyGranted.commercial' as FieldId]).toMatchObject({
      value: 1,
      confidence: 'sure'
    })
  })

  it('a blank head that fills up its row is no row of blank cells', () => {
    const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
    const filler = ['', '', '', '', '', '', '']
    const row = ['一、本年新收政府信息公开申请数量', 4, 1, 0, 0, 0, 2, 7]
    const lines = [...heads, ...filler, ...row].flatMap((text) => [String(text), '|'])
    const cells = read(requests, ...lines)
    expect(cells['requests.received.total' as FieldId]?.value).toBe(7)
    expect(Object.keys(cells).some((field) => field.startsWith('requests.other.'))).toBe(false)
  })

  it('a number behind more blank cells than its row has may be of a row without a label', () => {
    const cells = read(
      '二、主动公开政府信息情况',
      ...['行政处罚', '', '', '', '24', ''].flatMap((text) => [text, '|'])
    )
    expect(cells['disclosure.penalty.decisions']).toMatchObject({ why: 'ragged' })
  })
})

it('takes no row from a page that dropped repeated lines for another', () => {
  const seen = new Set<string>()
  const text = plain
    .split('\n')
    .filter((line) => {
      const numbers = line.split('\t').slice(-7).join('\t')
      if (!/^\d+(?:\t\d+){6}$/.test(numbers)) return true
      return !seen.has(numbers) && seen.add(numbers)
    })
    .join('\n')
  const { wrong, missing, doubtful } = tally(textBlocks(text), page.cells)
  expect({ wrong, doubtful }).toEqual({ wrong: 0, doubtful: 0 })
  expect(missing).toBeGreaterThan(0)
})
