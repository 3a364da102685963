import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../../src/core/form/form.ts'
import type { TableId } from '../../../../src/core/form/table.ts'
import { labelsOf } from '../../../../src/core/intake/source/labels.ts'
import type { RawCell } from '../../../../src/core/intake/source/raw.ts'
import { walk, type RowSource } from '../../../../src/core/intake/source/segments.ts'

const labels = labelsOf(form2021)

/** A grid by its lines; cells are parted by bars, `_` is a blank one. */
const grid = (section: TableId | undefined, ...lines: readonly string[]): RowSource => ({
  rows: lines.map((line) =>
    line.split('|').map((text): RawCell => ({ text: text.trim() === '_' ? '' : text.trim() }))
  ),
  spans: 'lost',
  ...(section && { section })
})
/** Each row by its first field, with its cells; heads and rows that nobody knows as they stand. */
const walked = (...sources: readonly RowSource[]) => {
  const { segments, heads, strays } = walk(sources, labels)
  return {
    rows: segments.map(({ row, extra, tokens }) =>
      [row?.fields[0] ?? extra ?? 'none', ...tokens.map(({ raw }) => raw || '_')].join(' ')
    ),
    heads: heads.map(({ text }) => text),
    strays: strays.map(({ text }) => text)
  }
}

describe('a row', () => {
  it.each<[string, TableId, string, string]>([
    ['its numbers', 'disclosure', '规章|1|0|7', 'disclosure.rules.issued 1 0 7'],
    ['blank cells before them', 'disclosure', '规章|_|1|0|7', 'disclosure.rules.issued _ 1 0 7'],
    [
      'words in a number’s place',
      'disclosure',
      '规章|1|不详|7',
      'disclosure.rules.issued 1 不详 7'
    ],
    [
      'its group’s label before its own',
      'requests',
      '（三）不予公开|1.属于国家秘密|1|0|0|0|0|0|1',
      'requests.refused.stateSecret.natural 1 0 0 0 0 0 1'
    ]
  ])('is its label and what stands behind it: %s', (_, table, line, expected) => {
    expect(walked(grid(table, line)).rows).toEqual([expected])
  })

  it('ends where the next label stands, in one line too', () => {
    const line = '规章|1|0|7|行政规范性文件|2|1|20'
    expect(walked(grid('disclosure', line)).rows).toEqual([
      'disclosure.rules.issued 1 0 7',
      'disclosure.normative.issued 2 1 20'
    ])
  })

  it('of a label that two tables have is that of the table it stands in', () => {
    expect(walked(grid('requests', '（七）总计|1|0|0|0|0|0|1')).rows).toEqual([
      'requests.handled.natural 1 0 0 0 0 0 1'
    ])
  })

  it('takes no more words than it has cells', () => {
    const { rows, strays } = walked(
      grid('disclosure', '行政许可|3|这是一段说明文字'),
      grid('disclosure', '行政处罚|0')
    )
    expect(rows).toEqual(['disclosure.licensing.decisions 3', 'disclosure.penalty.decisions 0'])
    expect(strays).toEqual(['这是一段说明文字'])
  })

  it('of all of table 四 has heads above and no label', () => {
    const numbers = Array.from({ length: 15 }, () => '0').join('|')
    expect(walked(grid('remedies', numbers)).rows).toEqual([`none ${numbers.replaceAll('|', ' ')}`])
  })

  it('of the form of 2019 is told apart', () => {
    const { rows } = walked(
      grid('disclosure', '政府集中采购|3|100'),
      grid('requests', '（六）其他处理|1|0|0|0|0|0|1')
    )
    expect(rows).toEqual(['old 3 100', 'group 1 0 0 0 0 0 1'])
  })
})

describe('a head', () => {
  it('is no row, whatever blank cells stand behind it', () => {
    expect(walked(grid('disclosure', '信息内容|本年制发件数|本年废止件数|_'))).toEqual({
      rows: [],
      heads: ['信息内容', '本年制发件数', '本年废止件数'],
      strays: []
    })
  })

  it('broken over several cells is one, and no row of its own', () => {
    expect(
      walked(grid('requests', '商业|科研|社会公益|法律服务', '企业|机构|组织|机构'))
    ).toMatchObject({
      rows: [],
      strays: []
    })
  })
})

describe('what nobody knows', () => {
  it.each<[string, string, readonly string[]]>([
    ['a row', '政务新媒体|3|5', ['政务新媒体  3  5']],
    ['numbers without a label', '3|5', ['3  5']],
    ['blank cells', '_|_', []],
    ['the unit of a table', '单位：件', []],
    ['a line for looks', '※※※', []]
  ])('%s', (_, line, strays) => {
    expect(walked(grid('disclosure', line))).toEqual({ rows: [], heads: [], strays })
  })

  it('says how many rows stand before it', () => {
    const { strays } = walk(
      [grid('disclosure', '规章|1|0|7', '政务新媒体|3|5', '行政许可|2')],
      labels
    )
    expect(strays).toMatchObject([{ after: 1, section: 'disclosure' }])
  })
})

it('merged cells count by the columns they cover', () => {
  const source: RowSource = {
    rows: [[{ text: '规章' }, { text: '0', cols: 3 }]],
    spans: 'kept',
    section: 'disclosure'
  }
  expect(walk([source], labels).segments[0]?.tokens).toMatchObject([{ column: 1, cols: 3 }])
})

it('a number right behind its label, as where all separators were lost, is marked', () => {
  const cell = (text: string, from: number): RawCell => ({
    text,
    at: { from, to: from + text.length }
  })
  const glued = (gap: number) =>
    walk(
      [
        {
          rows: [[cell('行政许可', 0), cell('15', 4 + gap)]],
          spans: 'lost',
          section: 'disclosure'
        }
      ],
      labels
    ).segments[0]?.glued
  expect(glued(0)).toBe(true)
  expect(glued(1)).toBeUndefined()
})
